import { createDecipheriv } from 'node:crypto';
import { readWire } from './wire.ts';

/** bcrypt_pbkdf of a passphrase that the caller knows, with what the key file says. */
export type Unlock = (lock: {
  readonly salt: Uint8Array;
  readonly rounds: number;
  /** Bytes that are wanted. */
  readonly length: number;
}) => Uint8Array;

/** With how many bytes of key and of first block (OpenSSH's cipher.c); ssh-keygen takes the first. */
const CIPHERS: Readonly<Record<string, { readonly name: string; readonly key: number }>> = {
  'aes256-ctr': { name: 'aes-256-ctr', key: 32 },
  'aes192-ctr': { name: 'aes-192-ctr', key: 24 },
  'aes128-ctr': { name: 'aes-128-ctr', key: 16 },
  'aes256-cbc': { name: 'aes-256-cbc', key: 32 },
};
const BLOCK = 16;
/** ssh-keygen takes 16 or 24. */
const MOST_ROUNDS = 1_000;

/** The secret half of a key that a passphrase is on (OpenSSH's PROTOCOL.key); whether it was the right one, nobody knows yet. */
export function unlocked(
  secret: Buffer,
  { cipher, lock, unlock }: { readonly cipher: string; readonly lock: Buffer; readonly unlock: Unlock },
): Buffer | 'other-lock' | 'damaged' {
  const known = CIPHERS[cipher];
  if (!known) return 'other-lock';
  const reader = readWire(lock);
  const [salt, rounds] = [reader.string(), reader.number()];
  if (!salt?.length || !rounds || rounds > MOST_ROUNDS) return 'damaged';
  if (secret.length < BLOCK || secret.length % BLOCK !== 0) return 'damaged';
  const made = unlock({ salt, rounds, length: known.key + BLOCK });
  const decipher = createDecipheriv(known.name, made.subarray(0, known.key), made.subarray(known.key));
  decipher.setAutoPadding(false);
  return Buffer.concat([decipher.update(secret), decipher.final()]);
}
