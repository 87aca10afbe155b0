import { diagnostic } from '../../kernel/diagnostic.ts';
import type { Assurance } from '../../model/package.ts';
import { fingerprint, type SigningKey } from './ssh-key.ts';

interface Signing {
  readonly key: Pick<SigningKey, 'publicKey'>;
  readonly stamped: boolean;
}

/** The level of a package that is about to be made, and the sentence that its first page says of it. */
export function assuranceOf(signing: Signing | undefined): Assurance & { readonly says: string } {
  if (!signing) return { level: 'E1', says: diagnostic('assurance-manifest', undefined).message };
  const key = fingerprint(signing.key.publicKey);
  return signing.stamped
    ? { level: 'E3', signer: key, says: diagnostic('assurance-timestamped', { key }).message }
    : { level: 'E2', signer: key, says: diagnostic('assurance-signed', { key }).message };
}
