import type { X509Certificate } from 'node:crypto';
import { issuersOf, isValidAt } from './certificates.ts';
import { isSigned, readSignedData, type SignedData } from './cms.ts';
import { readDerBefore } from './der.ts';
import { sha256Of, signedDataForm } from './pdf-form.ts';

export interface PdfSignature {
  readonly certificate: X509Certificate;
  readonly others: SignedData['others'];
  /** Milliseconds of UTC, as the file states it. */
  readonly at: number;
}

/** Who signed a PDF, if the signature is in the form that we write and covers every byte beside itself; 'none' where there is none. */
export function readPdfSignature(pdf: Uint8Array): PdfSignature | 'none' | 'invalid' {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const text = bytes.toString('latin1');
  const ranges = [...text.matchAll(/\/ByteRange\b/g)];
  if (ranges.length === 0) return 'none';
  const written = /\/M \(D:(\d{14})Z\) \/ByteRange \[0 (\d{1,10}) (\d{1,10}) (\d{1,10})\] *\/Contents $/;
  const hole = text.indexOf('<', ranges[0]?.index ?? 0);
  const [, time = '', from, to, length] = written.exec(text.slice(Math.max(0, hole - 200), hole)) ?? [];
  const [start, end] = [Number(from), Number(to)];
  if (ranges.length > 1 || start !== hole || end + Number(length) !== bytes.length) return 'invalid';
  const hex = text.slice(start + 1, end - 1);
  if (text[end - 1] !== '>' || !/^(?:[0-9a-f]{2})+$/.test(hex)) return 'invalid';
  const signed = readDerBefore(Buffer.from(hex, 'hex'));
  const data = signed && readSignedData(signed);
  const content = [bytes.subarray(0, start), bytes.subarray(end)];
  if (!data || !isSigned(data, content) || !isOurForm(signed, data, content)) return 'invalid';
  const { certificate, others } = data;
  const at = instantOf(time);
  return isValidAt(certificate, at) ? { certificate, others, at } : 'invalid';
}

/** To the last sign, and with no certificate that has no part in it. */
function isOurForm(
  signed: Buffer,
  { certificate, others, signer }: SignedData,
  content: readonly Uint8Array[],
): boolean {
  const issuers = issuersOf(certificate, others);
  const signature = signer.parts[5]?.content ?? Buffer.alloc(0);
  return signedDataForm({ digest: sha256Of(content), certificate, issuers, signature }).equals(signed);
}

/** `20261015120000` */
function instantOf(digits: string): number {
  const [y = 0, m = 0, d = 0, h = 0, min = 0, s = 0] = (/^(.{4})(..)(..)(..)(..)(..)$/.exec(digits) ?? [])
    .slice(1)
    .map(Number);
  return Date.UTC(y, m - 1, d, h, min, s);
}
