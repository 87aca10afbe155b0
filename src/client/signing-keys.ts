import { type PdfKey, readPdfKey, readPrivateKey, type SigningKey, type Unlock } from '../bundle/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { installed } from './installed.ts';

/** A secret key as its file has it, and what opens it where it is locked. */
export interface KeyText {
  readonly path: string;
  readonly text: string;
  readonly passphrase?: string | undefined;
}

/** Whether nobody signs with it without a passphrase. */
export function isLocked(text: string): boolean {
  return readPrivateKey(text) === 'passphrase';
}

export async function signingKeyFrom({ path, text, passphrase }: KeyText): Promise<SigningKey> {
  const key = readPrivateKey(text, passphrase === undefined ? undefined : await unlocking(passphrase));
  if (typeof key === 'string') throw failure(diagnostic('key-unreadable', { path, fault: key }));
  return key;
}

async function unlocking(passphrase: string): Promise<Unlock> {
  const { default: bcrypt } = await installed('bcrypt-pbkdf', () => import('bcrypt-pbkdf'));
  const secret = Buffer.from(passphrase);
  return ({ salt, rounds, length }) => {
    const made = Buffer.alloc(length);
    bcrypt.pbkdf(secret, secret.length, salt, salt.length, made, length, rounds);
    return made;
  };
}

/** Whether no PDF is signed with it without a passphrase. */
export function isLockedPdfKey(text: string): boolean {
  return readPdfKey(text, { notBefore: 0 }) === 'passphrase';
}

/** The certificate and key that sign the PDFs of a client whose answers are of this day. */
export function pdfKeyFrom({ path, text, passphrase }: KeyText, asOf: string): PdfKey {
  const notBefore = Date.parse(`${asOf}T12:00:00Z`);
  const key = readPdfKey(text, passphrase === undefined ? { notBefore } : { notBefore, passphrase });
  if (typeof key === 'string') throw failure(diagnostic('pdf-key-unreadable', { path, fault: key }));
  return key;
}
