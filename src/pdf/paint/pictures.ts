import type { Pen } from './pen.ts';

export interface Pictures {
  /** Nothing for one that pdfkit cannot read: it is left out, its alternative text remains. */
  label(bytes: Uint8Array): string | undefined;
  all(): readonly { readonly label: string; readonly id: number }[];
}

/** A picture is embedded once. */
export function startPictures(pen: Pen): Pictures {
  const known = new Map<Uint8Array, { readonly label: string; readonly id: number } | undefined>();
  return {
    label(bytes) {
      if (!known.has(bytes)) known.set(bytes, embeddedPicture(pen, bytes));
      return known.get(bytes)?.label;
    },
    all: () => [...known.values()].flatMap((picture) => picture ?? []),
  };
}

function embeddedPicture(pen: Pen, bytes: Uint8Array): { readonly label: string; readonly id: number } | undefined {
  try {
    const image = pen.openImage(bytes);
    if (!image.obj) image.embed(pen);
    return image.obj ? { label: image.label, id: image.obj.id } : undefined;
  } catch {
    return undefined;
  }
}
