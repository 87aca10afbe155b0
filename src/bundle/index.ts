export { readArchive } from './archive.ts';
export { PROOF_FILES } from './bag.ts';
export { ComparedFindings, type Comparison, compareFindings } from './compare.ts';
export { custodyText } from './custody.ts';
export { packageName } from './names.ts';
export { pack } from './pack.ts';
export { type PartsRequest, packageParts } from './parts.ts';
export { HOLDS_ORIGINALS, placeExhibits } from './placements.ts';
export { type PackageParts, planPackage } from './plan.ts';
export { answersOf } from './previous.ts';
export { jsonOf, type Replay, type ReplayRequest } from './replay.ts';
export {
  CATALOGUE_COPY,
  CatalogueCopy,
  ENGAGEMENT_COPY,
  FINDINGS_FILE,
  PACKAGE_FILE,
  type PackageFile,
} from './request.ts';
export { assuranceOf } from './trust/assurance.ts';
export { browserCheck, type PageTexts } from './trust/browser-check.ts';
export { readCertificates } from './trust/certificates.ts';
export type { Trust } from './trust/check.ts';
export { type RememberingPdfKey, remembering, signedBefore } from './trust/pdf-again.ts';
export { certificateFingerprint, type PdfKey, type PdfKeyFault, readPdfKey } from './trust/pdf-key.ts';
export { roomFor, signPdf } from './trust/pdf-sign.ts';
export { type Proving, provePlan, type Signed, type Signing, signPlan } from './trust/sign.ts';
export { type AllowedSigner, readSigners } from './trust/signers.ts';
export {
  fingerprint,
  type KeyFault,
  privateKeyText,
  publicKeyLine,
  publicKeyPem,
  readPrivateKey,
  type SigningKey,
  signingKey,
} from './trust/ssh-key.ts';
export type { Unlock } from './trust/ssh-lock.ts';
export { NAMESPACE } from './trust/sshsig.ts';
export { planTimestampRequest, stampPlan } from './trust/stamp.ts';

export { verifyPackage } from './verify.ts';
