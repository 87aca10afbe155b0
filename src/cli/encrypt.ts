import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { secretFrom } from './ask-secret.ts';
import { installed } from './installed.ts';
import type { Terminal } from './terminal.ts';
import type { Given } from './verb.ts';

/** How a package is locked on its way, as the command line asks for it. */
export interface Lock {
  readonly how: 'age' | 'zip-aes256';
  /** Of the locked file, from that of the package. */
  pathOf(path: string): string;
  lock(name: string, bytes: Uint8Array): Promise<Uint8Array>;
}

const AGE = /^age:(age1[a-z0-9]{10,4000})$/;
const SHORTEST_PASSWORD = 12;

/** Everything that can be wrong is told before anything is built; a password is never an argument, where every process could read it. */
export async function openLock(given: Given, terminal: Terminal): Promise<Lock | undefined> {
  const asked = given.texts('encrypt');
  if (asked.length === 0) return undefined;
  const recipients = asked.flatMap((each) => AGE.exec(each)?.[1] ?? []);
  if (recipients.length === asked.length) return ageLock(recipients);
  if (asked.length > 1 || asked[0] !== 'zip-aes256') throw failure(diagnostic('encryption-unknown', { asked }));
  return zipLock(await passwordOf(given, terminal));
}

async function ageLock(recipients: readonly string[]): Promise<Lock> {
  const { Encrypter } = await installed('age-encryption', () => import('age-encryption'));
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch (cause) {
      throw failure(diagnostic('recipient-unknown', { recipient }), { cause });
    }
  }
  return { how: 'age', pathOf: (path) => `${path}.age`, lock: (_, bytes) => encrypter.encrypt(bytes) };
}

/** One entry, the package: so its own list of files stays unseen, and its bytes stay those that were signed. */
async function zipLock(password: string): Promise<Lock> {
  const zip = await installed('@zip.js/zip.js', () => import('@zip.js/zip.js'));
  zip.configure({ useWebWorkers: false });
  return {
    how: 'zip-aes256',
    pathOf: (path) => `${path.replace(/\.zip$/i, '')}_encrypted.zip`,
    lock: async (name, bytes) => {
      const writer = new zip.ZipWriter(new zip.Uint8ArrayWriter());
      // The package is compressed already; 3 is AES with 256 bits.
      await writer.add(name, new zip.Uint8ArrayReader(bytes), { password, encryptionStrength: 3, level: 0 });
      return writer.close();
    },
  };
}

async function passwordOf(given: Given, terminal: Terminal): Promise<string> {
  const password = await secretFrom(given.text('passwordFile'), 'Password', terminal);
  if ([...password].length < SHORTEST_PASSWORD)
    throw failure(diagnostic('password-short', { least: SHORTEST_PASSWORD }));
  return password;
}
