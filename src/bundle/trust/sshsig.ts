import { createHash } from 'node:crypto';
import { keyInBlob, publicKeyBlob, type SigningKey, signatureHolds } from './ssh-key.ts';
import { armour, readWire, sshNumber, sshString, unarmoured } from './wire.ts';

/** Signatures are made for this purpose and no other: one for a login or a commit is none for a package. */
export const NAMESPACE = 'proofpack';
const LABEL = 'SSH SIGNATURE';
const MAGIC = 'SSHSIG';
const HASH = 'sha512';

/** The form of OpenSSH's PROTOCOL.sshsig: `ssh-keygen -Y verify -n proofpack` accepts it. */
export function sshSignature(message: Uint8Array, key: SigningKey): string {
  const signature = Buffer.concat([sshString('ssh-ed25519'), sshString(key.sign(signedData(message)))]);
  return armour(
    LABEL,
    Buffer.concat([
      Buffer.from(MAGIC),
      sshNumber(1),
      sshString(publicKeyBlob(key.publicKey)),
      sshString(NAMESPACE),
      sshString(''),
      sshString(HASH),
      sshString(signature),
    ]),
  );
}

/** Whose key signed the message; nothing when the signature is not one of ours to the last sign, or does not hold. */
export function sshSigner(message: Uint8Array, text: string): Uint8Array | undefined {
  const bytes = unarmoured(LABEL, text);
  if (!bytes || armour(LABEL, bytes) !== text) return undefined;
  const reader = readWire(bytes);
  if (reader.take(MAGIC.length)?.toString() !== MAGIC || reader.number() !== 1) return undefined;
  const [blob, namespace, reserved, hash, signature] = [
    reader.string(),
    reader.string(),
    reader.string(),
    reader.string(),
    reader.string(),
  ];
  const key = blob && keyInBlob(blob);
  if (!key || namespace?.toString() !== NAMESPACE || reserved?.length !== 0 || hash?.toString() !== HASH) {
    return undefined;
  }
  const made = signature && madeIn(signature);
  return made && reader.rest().length === 0 && signatureHolds(key, signedData(message), made) ? key : undefined;
}

function madeIn(signature: Buffer): Buffer | undefined {
  const reader = readWire(signature);
  const [kind, made] = [reader.string(), reader.string()];
  return kind?.toString() === 'ssh-ed25519' && reader.rest().length === 0 ? made : undefined;
}

function signedData(message: Uint8Array): Buffer {
  const hash = createHash(HASH).update(message).digest();
  return Buffer.concat([Buffer.from(MAGIC), sshString(NAMESPACE), sshString(''), sshString(HASH), sshString(hash)]);
}
