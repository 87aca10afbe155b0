import { SIGNATURE, STATEMENT } from './bag.mjs';
import { hexOf } from './zip.mjs';

// Whose key signed the manifest of tags: an SSH signature (OpenSSH's PROTOCOL.sshsig) and an in-toto statement in a DSSE envelope, both Ed25519.

const MANIFEST = 'tagmanifest-sha256.txt';
const NAMESPACE = 'proofpack';
const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

/** `state`: unsigned, unchecked (this browser knows no Ed25519), invalid, signed. */
export async function checkSignatures(files, level) {
  if (level === 'E1') return { state: 'unsigned' };
  if (!files.has(SIGNATURE) || !files.has(STATEMENT)) return { state: 'invalid', path: SIGNATURE };
  if (!files.has(MANIFEST)) return { state: 'invalid', path: MANIFEST };
  const signature = readSignature(textOf(files.get(SIGNATURE)));
  if (signature === undefined) return { state: 'invalid', path: SIGNATURE };
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-512', files.get(MANIFEST)));
  const signed = joined(ascii('SSHSIG'), string(ascii(NAMESPACE)), string([]), string(ascii('sha512')), string(hash));
  const key = await ed25519(signature.key);
  const fingerprint = await fingerprintOf(signature.blob);
  if (key === undefined) return { state: 'unchecked', fingerprint };
  if (!(await crypto.subtle.verify('Ed25519', key, signature.made, signed)))
    return { state: 'invalid', path: SIGNATURE };
  return (await statementHolds(files, { key, fingerprint }))
    ? { state: 'signed', fingerprint }
    : { state: 'invalid', path: STATEMENT };
}

async function statementHolds(files, { key, fingerprint }) {
  try {
    const envelope = JSON.parse(textOf(files.get(STATEMENT)));
    const payload = bytesOf(envelope.payload);
    const [{ keyid, sig }] = envelope.signatures;
    if (envelope.payloadType !== PAYLOAD_TYPE || envelope.signatures.length !== 1 || keyid !== fingerprint)
      return false;
    const told = joined(ascii(`DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${payload.length} `), payload);
    if (!(await crypto.subtle.verify('Ed25519', key, bytesOf(sig), told))) return false;
    const { subject } = JSON.parse(textOf(payload));
    const spoken = new Map(subject.map(({ name, digest }) => [name, digest.sha256]));
    const covered = [...files.keys()].filter(
      (path) => path !== 'tagmanifest-sha512.txt' && !path.startsWith(SIGNATURE) && path !== STATEMENT,
    );
    if (spoken.size !== covered.length) return false;
    for (const path of covered) if (spoken.get(path) !== (await hexOf('SHA-256', files.get(path)))) return false;
    return true;
  } catch {
    return false;
  }
}

function readSignature(text) {
  const body = /^-----BEGIN SSH SIGNATURE-----\n([A-Za-z0-9+/=\n]+)-----END SSH SIGNATURE-----\n$/.exec(text)?.[1];
  if (body === undefined) return undefined;
  const bytes = bytesOf(body.replaceAll('\n', ''));
  const parts = [];
  let at = 10;
  const view = new DataView(bytes.buffer);
  while (at + 4 <= bytes.length) {
    const length = view.getUint32(at);
    parts.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  const [blob, namespace, reserved, hash, signature] = parts;
  const plain =
    at === bytes.length && parts.length === 5 && textOf(bytes.subarray(0, 6)) === 'SSHSIG' && view.getUint32(6) === 1;
  if (!plain || textOf(namespace) !== NAMESPACE || reserved.length !== 0 || textOf(hash) !== 'sha512') return undefined;
  // A string "ssh-ed25519" and one of fixed length follow each other in both.
  const head = string(ascii('ssh-ed25519'));
  const of = (part, length) => (part.length === head.length + 4 + length ? part.subarray(head.length + 4) : undefined);
  const [key, made] = [of(blob, 32), of(signature, 64)];
  const known = [blob, signature].every((part) => head.every((byte, index) => part[index] === byte));
  return known && key && made ? { blob, key, made } : undefined;
}

async function ed25519(raw) {
  try {
    return await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
  } catch {
    return undefined;
  }
}

async function fingerprintOf(blob) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', blob));
  return `SHA256:${btoa(String.fromCharCode(...hash)).replace(/=+$/, '')}`;
}

function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

function ascii(text) {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

function string(bytes) {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes.length);
  return joined(length, bytes);
}

function joined(...parts) {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function textOf(bytes) {
  return new TextDecoder().decode(bytes);
}
