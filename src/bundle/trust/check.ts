import type { X509Certificate } from 'node:crypto';
import { diagnostic } from '../../kernel/diagnostic.ts';
import { sha256 } from '../../kernel/sha256.ts';
import type { AssuranceLevel, ReachedAssurance, VerificationFinding } from '../../model/package.ts';
import type { ArchivedFile } from '../archive.ts';
import { PROOFS, SIGNATURE, STATEMENT, TAG_MANIFEST, TAG_MANIFESTS } from '../bag.ts';
import { payloadSignedBy } from './dsse.ts';
import type { AllowedSigner } from './signers.ts';
import { fingerprint } from './ssh-key.ts';
import { sshSigner } from './sshsig.ts';
import { checkTimestamp } from './stamp-check.ts';
import { speaksOf } from './statement.ts';

/** What whoever verifies knows by another way than the package. */
export interface Trust {
  /** The SHA-256 of the ZIP, as the sender told it. */
  readonly sha256?: string | undefined;
  /** Who may have signed; without it nobody is known. */
  readonly signers?: readonly AllowedSigner[] | undefined;
  /** Timestamp authorities, or who issued their certificates; without it none is known. */
  readonly authorities?: readonly X509Certificate[] | undefined;
  /** Certificates that may have signed the PDFs, or who issued them; without it none is known. */
  readonly pdfSigners?: readonly X509Certificate[] | undefined;
  /** The instant of the check in milliseconds of UTC: keys can be good for a while only. */
  readonly at?: number | undefined;
}

interface Checked {
  readonly findings: readonly VerificationFinding[];
  readonly signedBy: ReachedAssurance['signedBy'];
  readonly stamped: ReachedAssurance['stamped'];
}

/** Who signed the manifest of tags and when, and whether that is somebody whom the reader knows. Files that are missing are told by the bag. */
export function checkProofs(files: readonly ArchivedFile[], level: AssuranceLevel, trust: Trust): Checked {
  const { findings, stamped } = checkTimestamp(files, level, trust);
  if (level === 'E1') return { findings: [...unsigned(trust), ...findings], signedBy: null, stamped };
  const key = signerOf(files);
  if (!(key instanceof Uint8Array)) return { findings: [...key, ...findings], signedBy: null, stamped };
  // A witness whom the reader knows says better when it was signed than the clock of the check does.
  const at = stamped?.known ? Date.parse(stamped.at) : trust.at;
  const signer = trust.signers?.find((each) => vouches(each, key, at));
  const signedBy = { fingerprint: fingerprint(key), name: signer?.name ?? null };
  const signed = signedFinding(signedBy, trust.signers && signer !== undefined);
  return { findings: [signed, ...findings], signedBy, stamped };
}

function signerOf(files: readonly ArchivedFile[]): Uint8Array | readonly VerificationFinding[] {
  const textOf = (path: string) => {
    const content = files.find((file) => file.path === path)?.content();
    return content && Buffer.from(content).toString('utf8');
  };
  const [manifest, signature, envelope] = [textOf(TAG_MANIFEST), textOf(SIGNATURE), textOf(STATEMENT)];
  if (manifest === undefined || signature === undefined) return [];
  const key = sshSigner(Buffer.from(manifest), signature);
  if (!key) return [invalid(SIGNATURE)];
  if (envelope === undefined) return [];
  const payload = payloadSignedBy(key, envelope);
  return payload !== undefined && speaksOf(payload, covered(files)) ? key : [invalid(STATEMENT)];
}

/** All that the statement must speak of: every file but the proofs and the second manifest of tags. */
function covered(files: readonly ArchivedFile[]): readonly { path: string; sha256: string }[] {
  return files
    .filter(({ path }) => path === TAG_MANIFEST || !(TAG_MANIFESTS.includes(path) || PROOFS.E3.includes(path)))
    .map((file) => ({ path: file.path, sha256: sha256(file.content() ?? new Uint8Array()) }));
}

function vouches({ publicKey, from, until }: AllowedSigner, key: Uint8Array, at: number | undefined): boolean {
  if (!Buffer.from(publicKey).equals(key)) return false;
  if (from === null && until === null) return true;
  return at !== undefined && at >= (from ?? at) && at < (until ?? at + 1);
}

function unsigned({ signers }: Trust): readonly VerificationFinding[] {
  return signers
    ? [{ code: 'signer-refused', path: null, message: diagnostic('package-unsigned-refused', undefined).message }]
    : [{ code: 'unsigned', path: null, message: diagnostic('package-unsigned', undefined).message }];
}

function signedFinding(
  { fingerprint: key, name }: NonNullable<ReachedAssurance['signedBy']>,
  known: boolean | undefined,
): VerificationFinding {
  if (known === undefined) {
    return { code: 'signer-unknown', path: SIGNATURE, message: diagnostic('package-signer-unknown', { key }).message };
  }
  return known
    ? { code: 'signed', path: SIGNATURE, message: diagnostic('package-signed', { key, name }).message }
    : { code: 'signer-refused', path: SIGNATURE, message: diagnostic('package-signer-refused', { key }).message };
}

function invalid(path: string): VerificationFinding {
  return { code: 'signature-invalid', path, message: diagnostic('package-signature-invalid', { path }).message };
}
