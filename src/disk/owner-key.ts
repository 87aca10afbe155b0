import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { COMMITMENTS, OWNER_KEY } from './owner-files.ts';
import { giveOnce, savePackage } from './save.ts';
import { errno, onDisk } from './trouble.ts';

/** The key of pseudonyms and commitments: 32 bytes as hexadecimal digits. Undefined where there is none. */
export async function readOwnerKey(folder: string): Promise<Uint8Array | undefined> {
  const path = join(folder, OWNER_KEY);
  const text = await onDisk(path, () =>
    readFile(path, 'latin1').catch((error: unknown) => {
      if (errno(error) === 'ENOENT') return undefined;
      throw error;
    }),
  );
  if (text === undefined) return undefined;
  if (!/^[0-9a-f]{64}\s*$/.test(text)) throw failure(diagnostic('owner-key-broken', { path }));
  return Buffer.from(text.trim(), 'hex');
}

/**
 * The key, made at its first use for its owner's eyes only; of two runs that make it at once, one does. It is whole before it has its name: a run
 * beside it, or one after it was killed, never reads half a key.
 */
export async function ownerKey(folder: string): Promise<Uint8Array> {
  const known = await readOwnerKey(folder);
  if (known) return known;
  const path = join(folder, OWNER_KEY);
  return onDisk(path, async () => {
    await giveOnce(Buffer.from(`${randomBytes(32).toString('hex')}\n`), { folder, name: OWNER_KEY, mode: 0o600 });
    const made = await readOwnerKey(folder);
    if (!made) throw failure(diagnostic('owner-key-broken', { path }));
    return made;
  });
}

/** With which salt each redacted copy is bound to its original; for the owner, who may show one and not the others. */
export async function saveCommitments(folder: string, commitments: readonly object[]): Promise<string> {
  const path = join(folder, COMMITMENTS);
  const text = `${JSON.stringify({ schema: 'proofpack.commitments/1', commitments }, null, 1)}\n`;
  await savePackage({ bytes: Buffer.from(text), path, replace: 'anything', mode: 0o600, check: async () => true });
  return path;
}
