import type { SignatureRoom } from '../kernel/signature-room.ts';
import type { Document } from '../model/document.ts';
import type { FontBytes } from '../model/page.ts';
import { openFonts } from './fonts.ts';
import { type LaidPage, startLayout } from './layout.ts';
import { startPainting, startPieces } from './paint/index.ts';

export { openFonts } from './fonts.ts';
export { type Bookmark, type Layout, layOut } from './layout.ts';
export type { Measurer } from './measurer.ts';
export type { StructureNode } from './structure.ts';

interface Asked {
  readonly fonts: FontBytes;
  readonly mark: string;
  readonly signatureRoom?: SignatureRoom | undefined;
}

interface Told {
  readonly pages: number;
  readonly undrawn: readonly string[];
}

/** A document into the bytes of an accessible, archivable PDF. `mark` is the short hash in the footer; the same request gives the same bytes. */
export async function renderPdf(document: Document, options: Asked): Promise<Told & { readonly bytes: Uint8Array }> {
  const pieces = startPieces();
  const told = await writePdf(document, { ...options, write: pieces.add });
  return { bytes: pieces.joined(), ...told };
}

/** The same, piece by piece as it is made: with rows that are made while they are laid, neither the document nor the file is ever there at once. */
export async function writePdf(
  document: Document,
  options: Asked & { readonly write: (piece: Uint8Array) => void },
): Promise<Told> {
  const fonts = openFonts(options.fonts);
  const laying = startLayout(document, fonts, { mark: options.mark });
  const { width, height } = laying.sheet;
  const painting = startPainting(document, laying.structure, { fonts, write: options.write });
  const draw = ({ number, layers }: LaidPage): void => painting.page({ number, width, height }, layers());
  const waiting: LaidPage[] = [];
  let pages = 0;
  for (const page of laying.pages) {
    pages += 1;
    if (page.waits) waiting.push(page);
    else draw(page);
  }
  for (const page of waiting) draw(page);
  for (let number = 1; number <= pages; number += 1) painting.titles(number, laying.running(number));
  await painting.finish({ outline: laying.outline(), room: options.signatureRoom });
  return { pages, undrawn: laying.undrawn() };
}
