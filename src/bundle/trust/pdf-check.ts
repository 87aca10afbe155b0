import { diagnostic } from '../../kernel/diagnostic.ts';
import type { VerificationFinding } from '../../model/package.ts';
import type { ArchivedFile } from '../archive.ts';
import { leadsTo } from './certificates.ts';
import type { Trust } from './check.ts';
import { certificateFingerprint, subjectOf } from './pdf-key.ts';
import { type PdfSignature, readPdfSignature } from './pdf-signature.ts';

/** `data/00-READ-ME-FIRST.pdf`; PDFs among the exhibits are what they were. */
const DOCUMENT = /^data\/[^/]+\.pdf$/;

/** Who signed the PDFs, each and all by the same certificate; nothing where none is signed and nobody asked for it. */
export function checkPdfs(files: readonly ArchivedFile[], { pdfSigners }: Trust): readonly VerificationFinding[] {
  const read = files
    .filter(({ path }) => DOCUMENT.test(path))
    .map((file) => ({ path: file.path, signature: readPdfSignature(file.content() ?? new Uint8Array()) }));
  const good = read.flatMap(({ signature }) => (typeof signature === 'string' ? [] : [signature]));
  const [first] = good;
  const none = read.every(({ signature }) => signature === 'none');
  if (none) return pdfSigners ? [refused('nobody')] : [];
  const others = read.filter(({ signature }) => !first || typeof signature === 'string' || !isSame(signature, first));
  if (!first || others.length > 0) {
    return others.map(({ path }) => ({
      code: 'pdf-signature-invalid',
      path,
      message: diagnostic('package-pdf-signature-invalid', { path }).message,
    }));
  }
  return [signedBy(first, good.length, pdfSigners)];
}

function isSame(one: PdfSignature, other: PdfSignature): boolean {
  return one.certificate.raw.equals(other.certificate.raw);
}

function signedBy(signature: PdfSignature, files: number, known: Trust['pdfSigners']): VerificationFinding {
  const { certificate } = signature;
  const by = { files, subject: subjectOf(certificate), fingerprint: certificateFingerprint(certificate) };
  if (known === undefined) {
    return { code: 'pdf-signer-unknown', path: null, message: diagnostic('package-pdf-signer-unknown', by).message };
  }
  return leadsTo(certificate, signature, known)
    ? { code: 'pdf-signed', path: null, message: diagnostic('package-pdf-signed', by).message }
    : refused(by.subject);
}

function refused(subject: string): VerificationFinding {
  const { message } = diagnostic('package-pdf-signer-refused', { subject });
  return { code: 'pdf-signer-refused', path: null, message };
}
