import type { PdfKey } from '../bundle/index.ts';
import { isLockedPdfKey, type KeyText, pdfKeyFrom } from '../client/index.ts';
import { readSmallText, refuseAmongExhibits } from '../disk/index.ts';
import { secretFrom } from './ask-secret.ts';
import type { Terminal } from './terminal.ts';
import type { Given } from './verb.ts';

/** The certificate and key that sign the PDFs of one client. */
export async function openPdfKey(
  given: Given,
  { asOf, terminal }: { readonly asOf: string; readonly terminal: Terminal },
): Promise<PdfKey | undefined> {
  const path = given.text('signPdf');
  return path === undefined ? undefined : pdfKeyFrom(await pdfKeyText(path, given, terminal), asOf);
}

/** Wherever they lie, they must not be packed with the exhibits. */
export async function pdfKeyText(path: string, given: Given, terminal: Terminal): Promise<KeyText> {
  await refuseAmongExhibits(path);
  const text = await readSmallText(path);
  if (!isLockedPdfKey(text)) return { path, text };
  const passphrase = await secretFrom(given.text('pdfPassphraseFile'), `The passphrase of ${path}`, terminal);
  return { path, text, passphrase };
}
