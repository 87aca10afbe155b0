import { diagnostic } from '../../kernel/diagnostic.ts';
import type { Assurance } from '../../model/package.ts';
import { certificateFingerprint, type PdfKey, subjectOf } from './pdf-key.ts';
import type { Signed } from './sign.ts';
import { fingerprint } from './ssh-key.ts';

type Signing = Omit<Signed, 'proofs'>;

/** The level of a package that is about to be made, and the sentence that its first page says of it. */
export function assuranceOf(
  signing: Signing | undefined,
  pdfKey?: PdfKey | undefined,
): Assurance & { readonly says: string } {
  if (!pdfKey) return levelOf(signing);
  const { certificate } = pdfKey;
  const pdfSigner = { subject: subjectOf(certificate), fingerprint: certificateFingerprint(certificate) };
  if (signing) return { ...levelOf(signing), pdfSigner };
  return { level: 'E1', says: diagnostic('assurance-manifest-and-pages', undefined).message, pdfSigner };
}

function levelOf(signing: Signing | undefined): Assurance & { readonly says: string } {
  if (!signing) return { level: 'E1', says: diagnostic('assurance-manifest', undefined).message };
  const key = fingerprint(signing.key.publicKey);
  return signing.stamped
    ? { level: 'E3', signer: key, says: diagnostic('assurance-timestamped', { key }).message }
    : { level: 'E2', signer: key, says: diagnostic('assurance-signed', { key }).message };
}
