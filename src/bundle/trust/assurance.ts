import { diagnostic } from '../../kernel/diagnostic.ts';
import type { Assurance } from '../../model/package.ts';
import type { Signed } from './sign.ts';
import { fingerprint } from './ssh-key.ts';

/** The level of a package that is about to be made, and the sentence that its first page says of it. */
export function assuranceOf(signing: Omit<Signed, 'proofs'> | undefined): Assurance & { readonly says: string } {
  if (!signing) return { level: 'E1', says: diagnostic('assurance-manifest', undefined).message };
  const key = fingerprint(signing.key.publicKey);
  return signing.stamped
    ? { level: 'E3', signer: key, says: diagnostic('assurance-timestamped', { key }).message }
    : { level: 'E2', signer: key, says: diagnostic('assurance-signed', { key }).message };
}
