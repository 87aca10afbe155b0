import { X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { sha256 } from '../../kernel/sha256.ts';
import type { PdfKey } from './pdf-key.ts';

/** A key whose signatures can be told afterwards. */
export interface RememberingPdfKey extends PdfKey {
  /** What it signed since this was last asked, with all that another run needs to put it into the same PDFs without the key. */
  takeSignatures(): Uint8Array;
}

const Kept = z.strictObject({
  schema: z.literal('proofpack.pdf-signatures/1'),
  /** PEM, the signer's first. */
  certificates: z.array(z.string()).min(1),
  at: z.number(),
  /** By the SHA-256 of what was signed, in base 64. */
  signatures: z.record(z.string(), z.string()),
});

export function remembering(key: PdfKey): RememberingPdfKey {
  let signatures: Record<string, string> = {};
  return {
    ...key,
    sign: (message) => {
      const signature = key.sign(message);
      signatures[sha256(message)] = Buffer.from(signature).toString('base64');
      return signature;
    },
    takeSignatures: () => {
      const certificates = [key.certificate, ...key.issuers].map(String);
      const kept = { schema: 'proofpack.pdf-signatures/1', certificates, at: key.at, signatures };
      signatures = {};
      return Buffer.from(JSON.stringify(kept));
    },
  };
}

/** A key that signs what it signed before, and leaves a PDF that came out otherwise with a signature that does not hold. */
export function signedBefore(kept: Uint8Array): PdfKey {
  const { certificates, at, signatures } = Kept.parse(JSON.parse(Buffer.from(kept).toString('utf8')));
  const [certificate, ...issuers] = certificates.map((pem) => new X509Certificate(pem));
  if (!certificate) throw new Error('signatures of PDFs without a certificate');
  return { certificate, issuers, at, sign: (message) => Buffer.from(signatures[sha256(message)] ?? '', 'base64') };
}
