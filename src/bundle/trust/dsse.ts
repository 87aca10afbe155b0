import { z } from 'zod';
import { fingerprint, type SigningKey, signatureHolds } from './ssh-key.ts';

/** What the payload of our envelopes is: https://github.com/in-toto/attestation, Statement v1. */
const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

const Envelope = z.strictObject({
  payloadType: z.literal(PAYLOAD_TYPE),
  payload: z.string(),
  signatures: z.tuple([z.strictObject({ keyid: z.string(), sig: z.string() })]),
});
type Envelope = z.output<typeof Envelope>;

/** A signed statement (DSSE 1.0.2). What is signed is told with its type and its length, so that it can be taken for nothing else. */
export function envelope(payload: string, key: SigningKey): string {
  const sig = Buffer.from(key.sign(encoded(payload))).toString('base64');
  return written({
    payloadType: PAYLOAD_TYPE,
    payload: Buffer.from(payload).toString('base64'),
    signatures: [{ keyid: fingerprint(key.publicKey), sig }],
  });
}

/** The payload, if this key signed it and the envelope is as we write it to the last sign. */
export function payloadSignedBy(publicKey: Uint8Array, text: string): string | undefined {
  const read = readEnvelope(text);
  if (!read) return undefined;
  const payload = Buffer.from(read.payload, 'base64').toString('utf8');
  const [{ keyid, sig }] = read.signatures;
  if (written({ ...read, payload: Buffer.from(payload).toString('base64') }) !== text) return undefined;
  const made = Buffer.from(sig, 'base64');
  if (keyid !== fingerprint(publicKey) || made.toString('base64') !== sig) return undefined;
  return signatureHolds(publicKey, encoded(payload), made) ? payload : undefined;
}

/** What openssl has to be given to check the signature: DSSE's pre-authentication encoding. */
export function encoded(payload: string): Buffer {
  const body = Buffer.from(payload);
  return Buffer.from(`DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${body.length} ${payload}`);
}

function readEnvelope(text: string): Envelope | undefined {
  try {
    return Envelope.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function written({ payloadType, payload, signatures: [{ keyid, sig }] }: Envelope): string {
  return `${JSON.stringify({ payloadType, payload, signatures: [{ keyid, sig }] }, null, 2)}\n`;
}
