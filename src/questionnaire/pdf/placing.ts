import type { FormField, PDF, PDFForm } from '@libpdf/core';
import type { Box, Line } from './near.ts';

/** A field with where it stands and what stands around it. */
export interface Placed<F extends FormField = FormField> {
  readonly field: F;
  readonly page: number;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  /** Of all fields of its page. */
  readonly around: readonly Box[];
}

/** Where a field stands, and the words around it. */
export function placing(pdf: PDF, form: PDFForm): <F extends FormField>(field: F) => readonly Placed<F>[] {
  const pages = pdf.getPages();
  const lines = pages.map((page) =>
    page.extractText().lines.map(({ bbox, spans }) => ({
      bottom: bbox.y,
      top: bbox.y + bbox.height,
      letters: spans.flatMap(({ chars }) =>
        chars.map(({ char, bbox: { x, width } }) => ({ text: char, left: x, right: x + width })),
      ),
    })),
  );
  const onPage = new Map(
    pages.flatMap((page) =>
      page.getAnnotations().flatMap(({ ref }) => (ref === null ? [] : [[String(ref), page.index] as const])),
    ),
  );
  const pageOf = (field: FormField) =>
    field
      .getWidgets()
      .map(
        ({ ref, pageRef }) =>
          onPage.get(String(ref)) ?? pages.findIndex((each) => String(each.ref) === String(pageRef)),
      )
      .find((page) => page >= 0);
  const boxesOf = (field: FormField) => field.getWidgets().map(({ rect }) => boxOf(rect));
  const around = new Map<number, Box[]>();
  for (const field of form.getFields()) {
    const page = pageOf(field) ?? -1;
    around.set(page, [...(around.get(page) ?? []), ...boxesOf(field)]);
  }
  return (field) => {
    const page = pageOf(field);
    if (page === undefined) return [];
    return [{ field, page, boxes: boxesOf(field), lines: lines[page] ?? [], around: around.get(page) ?? [] }];
  };
}

function boxOf([a, b, c, d]: readonly [number, number, number, number]): Box {
  return { left: Math.min(a, c), bottom: Math.min(b, d), right: Math.max(a, c), top: Math.max(b, d) };
}

export const NOWHERE: Box = { left: 0, bottom: 0, right: 0, top: 0 };

/** The first of its widgets. */
export function firstBox({ boxes }: Placed): Box {
  return boxes[0] ?? NOWHERE;
}
