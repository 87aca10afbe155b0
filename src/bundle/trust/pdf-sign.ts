import { BYTE_RANGE_ROOM } from '../../kernel/signature-room.ts';
import { der, TAG } from './der.ts';
import { attributesOf, sha256Of, signedDataForm } from './pdf-form.ts';
import type { PdfKey } from './pdf-key.ts';

/** Of a signature beside its certificates: attributes, names, and an RSA key of up to 16,384 bits. */
const BESIDE = 4_096;

/** Bytes that a signature by this key can take. */
export function roomFor({ certificate, issuers }: PdfKey): number {
  return [certificate, ...issuers].reduce((sum, { raw }) => sum + raw.length, BESIDE);
}

/** A PAdES signature (ETSI EN 319 142-1, level B-B) in the room that was left for it, over every other byte of the file. */
export function signPdf(pdf: Uint8Array, key: PdfKey): Uint8Array {
  const bytes = Buffer.from(pdf);
  const range = bytes.indexOf(BYTE_RANGE_ROOM);
  const from = bytes.indexOf('<', range);
  const to = bytes.indexOf('>', from) + 1;
  if (range < 0 || from < 0 || to === 0) throw new Error('PDF without room for a signature');
  const numbers = `/ByteRange [0 ${from} ${to} ${bytes.length - to}]`;
  bytes.write(numbers.padEnd(BYTE_RANGE_ROOM.length), range, 'latin1');
  const signature = signedData([bytes.subarray(0, from), bytes.subarray(to)], key).toString('hex');
  if (signature.length > to - from - 2) throw new Error('signature larger than its room');
  bytes.write(signature, from + 1, 'latin1');
  return bytes;
}

function signedData(content: readonly Uint8Array[], key: PdfKey): Buffer {
  const said = { digest: sha256Of(content), certificate: key.certificate };
  const signature = key.sign(der(TAG.set, ...attributesOf(said)));
  return signedDataForm({ ...said, issuers: key.issuers, signature });
}
