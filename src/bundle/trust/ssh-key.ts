import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { type Unlock, unlocked } from './ssh-lock.ts';
import { armour, readWire, sshNumber, sshString, unarmoured } from './wire.ts';

/** An Ed25519 key that signs packages. */
export interface SigningKey {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly comment: string;
  /** 64 bytes; the same message gives the same signature (RFC 8032). */
  sign(message: Uint8Array): Uint8Array;
}

const KIND = 'ssh-ed25519';
const LABEL = 'OPENSSH PRIVATE KEY';
const MAGIC = 'openssh-key-v1\0';
/** What stands before the 32 bytes of an Ed25519 key in the forms of X.509 and PKCS 8 (RFC 8410). */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

export type KeyFault = 'no-key' | 'passphrase' | 'wrong-passphrase' | 'other-lock' | 'other-kind' | 'damaged';

/** Reads what `ssh-keygen -t ed25519` and `proofpack keys new` write; `unlock` where a passphrase is on it. */
export function readPrivateKey(text: string, unlock?: Unlock): SigningKey | KeyFault {
  const bytes = unarmoured(LABEL, text);
  if (!bytes) return 'no-key';
  const reader = readWire(bytes);
  if (reader.take(MAGIC.length)?.toString('latin1') !== MAGIC) return 'damaged';
  const [cipher, kdf, lock, keys, publicBlob, secret] = [
    reader.string(),
    reader.string(),
    reader.string(),
    reader.number(),
    reader.string(),
    reader.string(),
  ];
  if (cipher === undefined || publicBlob === undefined || keys !== 1 || secret === undefined) return 'damaged';
  if (readWire(publicBlob).string()?.toString() !== KIND) return 'other-kind';
  if (cipher.toString() === 'none') return kdf?.toString() === 'none' ? readSecret(secret, publicBlob) : 'damaged';
  if (kdf?.toString() !== 'bcrypt' || lock === undefined) return 'damaged';
  if (!unlock) return 'passphrase';
  const opened = unlocked(secret, { cipher: cipher.toString(), lock, unlock });
  if (typeof opened === 'string') return opened;
  // Two equal numbers stand first, so that a wrong passphrase is noticed.
  return opened.readUInt32BE(0) === opened.readUInt32BE(4) ? readSecret(opened, publicBlob) : 'wrong-passphrase';
}

function readSecret(secret: Buffer, publicBlob: Buffer): SigningKey | KeyFault {
  const reader = readWire(secret);
  const [one, other, kind, publicKey, both, comment] = [
    reader.number(),
    reader.number(),
    reader.string(),
    reader.string(),
    reader.string(),
    reader.string(),
  ];
  if (one === undefined || one !== other || kind?.toString() !== KIND) return 'damaged';
  if (publicKey?.length !== 32 || both?.length !== 64 || comment === undefined) return 'damaged';
  const key = signingKey(both.subarray(0, 32), comment.toString());
  const agree = Buffer.from(key.publicKey).equals(publicKey) && publicBlob.equals(publicKeyBlob(publicKey));
  return agree ? key : 'damaged';
}

/** A key from its 32 secret bytes. */
export function signingKey(seed: Uint8Array, comment: string): SigningKey {
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(SPKI_HEAD.length);
  return { publicKey, comment, sign: (message) => sign(null, message, secret) };
}

/** `check` is any number of 32 bits: it tells OpenSSH whether a passphrase was right, and there is none. */
export function privateKeyText(seed: Uint8Array, { comment, check }: { comment: string; check: number }): string {
  const { publicKey } = signingKey(seed, comment);
  const secret = Buffer.concat([
    sshNumber(check),
    sshNumber(check),
    sshString(KIND),
    sshString(publicKey),
    sshString(Buffer.concat([seed, publicKey])),
    sshString(comment),
  ]);
  const padding = Buffer.from([1, 2, 3, 4, 5, 6, 7].slice(0, (8 - (secret.length % 8)) % 8));
  return armour(
    LABEL,
    Buffer.concat([
      Buffer.from(MAGIC, 'latin1'),
      sshString('none'),
      sshString('none'),
      sshString(''),
      sshNumber(1),
      sshString(publicKeyBlob(publicKey)),
      sshString(Buffer.concat([secret, padding])),
    ]),
  );
}

export function publicKeyBlob(publicKey: Uint8Array): Buffer {
  return Buffer.concat([sshString(KIND), sshString(publicKey)]);
}

/** The 32 bytes of an Ed25519 public key in the form of SSH; nothing for any other. */
export function keyInBlob(blob: Uint8Array): Buffer | undefined {
  const reader = readWire(blob);
  const [kind, key] = [reader.string(), reader.string()];
  return kind?.toString() === KIND && key?.length === 32 && reader.rest().length === 0 ? key : undefined;
}

/** `ssh-ed25519 AAAA… marta@northlake.example` */
export function publicKeyLine({ publicKey, comment }: Pick<SigningKey, 'publicKey' | 'comment'>): string {
  return [KIND, publicKeyBlob(publicKey).toString('base64'), comment].filter(Boolean).join(' ');
}

/** As openssl reads it. */
export function publicKeyPem(publicKey: Uint8Array): string {
  return keyObject(publicKey).export({ format: 'pem', type: 'spki' }).toString();
}

/** `SHA256:…`, as ssh-keygen prints it. */
export function fingerprint(publicKey: Uint8Array): string {
  return `SHA256:${createHash('sha256').update(publicKeyBlob(publicKey)).digest('base64').replace(/=+$/, '')}`;
}

export function signatureHolds(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return signature.length === 64 && verify(null, message, keyObject(publicKey), signature);
}

function keyObject(publicKey: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI_HEAD, publicKey]), format: 'der', type: 'spki' });
}
