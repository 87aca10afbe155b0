import type { SignatureRoom } from '../kernel/signature-room.ts';
import type { Document } from '../model/document.ts';
import type { FontBytes } from '../model/page.ts';
import { openFonts } from './fonts.ts';
import { type LaidPage, startLayout } from './layout.ts';
import { startPainting } from './paint/index.ts';

export { openFonts } from './fonts.ts';
export { type Bookmark, type Layout, layOut } from './layout.ts';
export type { Measurer } from './measurer.ts';
export type { StructureNode } from './structure.ts';

/** A document into the bytes of an accessible, archivable PDF. `mark` is the short hash in the footer; the same request gives the same bytes. */
export async function renderPdf(
  document: Document,
  options: {
    readonly fonts: FontBytes;
    readonly mark: string;
    readonly signatureRoom?: SignatureRoom | undefined;
  },
): Promise<{ readonly bytes: Uint8Array; readonly pages: number; readonly undrawn: readonly string[] }> {
  const fonts = openFonts(options.fonts);
  const laying = startLayout(document, fonts, { mark: options.mark });
  const { width, height } = laying.sheet;
  const painting = startPainting(document, laying.structure, fonts);
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
  const bytes = await painting.finish({ outline: laying.outline(), room: options.signatureRoom });
  return { bytes, pages, undrawn: laying.undrawn() };
}
