import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { type Sha256, sha256 } from '../kernel/sha256.ts';
import { installed } from './installed.ts';

/** How a package is locked on its way. */
export interface Lock {
  readonly how: 'age' | 'zip-aes256';
  /** Of the locked file, from that of the package. */
  pathOf(path: string): string;
  lock(name: string, bytes: Uint8Array): Promise<Uint8Array>;
  /** Whether what was locked before opens now and holds a file of this hash; `unknown` where only its recipients can tell. */
  holds(bytes: Uint8Array, hash: Sha256): Promise<boolean | 'unknown'>;
}

const AGE = /^age:(age1[a-z0-9]{10,4000})$/;
const BY_PASSWORD = 'zip-aes256';
const SHORTEST_PASSWORD = 12;

/** Whether a password is wanted for what is asked; what is no form of ours is refused. */
export function asksPassword(asked: readonly string[]): boolean {
  if (asked.every((each) => AGE.test(each))) return false;
  if (asked.length > 1 || asked[0] !== BY_PASSWORD) throw failure(diagnostic('encryption-unknown', { asked }));
  return true;
}

/** Everything that can be wrong is told before anything is built. */
export async function lockFor(asked: readonly string[], password: string | undefined): Promise<Lock | undefined> {
  if (asked.length === 0) return undefined;
  return asksPassword(asked) ? zipLock(password ?? '') : ageLock(asked.flatMap((each) => AGE.exec(each)?.[1] ?? []));
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
  return {
    how: 'age',
    pathOf: (path) => `${path}.age`,
    lock: (_, bytes) => encrypter.encrypt(bytes),
    holds: async () => 'unknown',
  };
}

/** One entry, the package: so its own list of files stays unseen, and its bytes stay those that were signed. */
async function zipLock(password: string): Promise<Lock> {
  if ([...password].length < SHORTEST_PASSWORD)
    throw failure(diagnostic('password-short', { least: SHORTEST_PASSWORD }));
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
    holds: async (bytes, hash) => {
      try {
        const [entry] = await new zip.ZipReader(new zip.Uint8ArrayReader(bytes)).getEntries();
        if (entry === undefined || entry.directory || !entry.encrypted) return false;
        return sha256(await entry.getData(new zip.Uint8ArrayWriter(), { password })) === hash;
      } catch {
        return false;
      }
    },
  };
}
