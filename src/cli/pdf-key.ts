import { type PdfKey, readPdfKey } from '../bundle/index.ts';
import { readSmallText, refuseAmongExhibits } from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { secretFrom } from './ask-secret.ts';
import type { Terminal } from './terminal.ts';
import type { Given } from './verb.ts';

/** The certificate and key that sign the PDFs; wherever they lie, they must not be packed with the exhibits. */
export async function openPdfKey(
  given: Given,
  { asOf, terminal }: { readonly asOf: string; readonly terminal: Terminal },
): Promise<PdfKey | undefined> {
  const path = given.text('signPdf');
  if (path === undefined) return undefined;
  await refuseAmongExhibits(path);
  const text = await readSmallText(path);
  const notBefore = Date.parse(`${asOf}T12:00:00Z`);
  const plain = readPdfKey(text, { notBefore });
  const key =
    plain === 'passphrase'
      ? readPdfKey(text, { notBefore, passphrase: await passphraseOf(path, given, terminal) })
      : plain;
  if (typeof key === 'string') throw failure(diagnostic('pdf-key-unreadable', { path, fault: key }));
  return key;
}

function passphraseOf(path: string, given: Given, terminal: Terminal): Promise<string> {
  return secretFrom(given.text('pdfPassphraseFile'), `The passphrase of ${path}`, terminal);
}
