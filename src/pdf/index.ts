import type { SignatureRoom } from '../kernel/signature-room.ts';
import type { Document } from '../model/document.ts';
import type { FontBytes } from '../model/page.ts';
import { openFonts } from './fonts.ts';
import { layOut } from './layout.ts';
import { paint } from './paint/index.ts';

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
  const layout = layOut(document, fonts, { mark: options.mark });
  const bytes = await paint(document, layout, fonts, options.signatureRoom);
  return { bytes, pages: layout.pages.length, undrawn: layout.undrawn };
}
