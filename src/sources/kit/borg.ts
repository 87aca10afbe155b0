import type { Fields } from '../../intake/contract.ts';

/** borg's modes; "authenticated" ones only sign, whoever holds the repository can read it. */
const ENCRYPTED = {
  none: 'no',
  authenticated: 'no',
  'authenticated-blake2': 'no',
  repokey: 'yes',
  keyfile: 'yes',
  'repokey-blake2': 'yes',
  'keyfile-blake2': 'yes',
  'repokey-aes-ocb': 'yes',
  'keyfile-aes-ocb': 'yes',
  'repokey-chacha20-poly1305': 'yes',
  'keyfile-chacha20-poly1305': 'yes',
  'repokey-blake2-aes-ocb': 'yes',
  'keyfile-blake2-aes-ocb': 'yes',
  'repokey-blake2-chacha20-poly1305': 'yes',
  'keyfile-blake2-chacha20-poly1305': 'yes',
} as const;

/** Whether content is encrypted in this mode; undefined for a mode that we do not know. */
export function isEncryptedMode(mode: string | undefined): boolean | undefined {
  const word = Object.entries(ENCRYPTED).find(([known]) => known === mode?.toLowerCase())?.[1];
  return word === undefined ? undefined : word === 'yes';
}

/** Whether the repository that a JSON document of borg speaks of is encrypted; undefined for a mode that we do not know. */
export function encryptedByBorg(document: Fields): boolean | undefined {
  const word = document.word('encryption.mode', ENCRYPTED);
  return word === undefined ? undefined : word === 'yes';
}
