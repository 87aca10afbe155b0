import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import type { Sha256 } from '../kernel/sha256.ts';
import { COMMITMENTS, OWNER_KEY } from './owner-files.ts';
import { giveOnce, savePackage } from './save.ts';
import { textIfThere } from './text-if-there.ts';
import { onDisk } from './trouble.ts';

/** The key of pseudonyms and commitments: 32 bytes as hexadecimal digits. Undefined where there is none. */
export async function readOwnerKey(folder: string): Promise<Uint8Array | undefined> {
  const path = join(folder, OWNER_KEY);
  const text = await textIfThere(path);
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

/** A copy that left, and with which salt it is bound to its original. */
export interface Commitment {
  readonly edition: string;
  readonly number: string;
  readonly path: string;
  readonly original: Sha256;
  readonly copy: Sha256;
  readonly salt: string;
  readonly commitment: Sha256;
}

const SCHEMA = 'proofpack.commitments/1';
const Kept = z.object({
  schema: z.literal(SCHEMA),
  commitments: z.array(z.looseObject({ edition: z.string(), path: z.string(), copy: z.string() })),
});

/**
 * For the owner, who may show one original and not the others. Those of packages that left before stay: an exhibit of last year is in the folder no
 * more, and its salt can be told from nothing else.
 */
export async function saveCommitments(folder: string, made: readonly Commitment[]): Promise<string> {
  const path = join(folder, COMMITMENTS);
  const of = ({ edition, path: exhibit, copy }: Pick<Commitment, 'edition' | 'path' | 'copy'>) =>
    JSON.stringify([edition, exhibit, copy]);
  const anew = new Set(made.map(of));
  const commitments = [...(await readCommitments(path)).filter((each) => !anew.has(of(each))), ...made];
  const text = `${JSON.stringify({ schema: SCHEMA, commitments }, null, 1)}\n`;
  await savePackage({ bytes: Buffer.from(text), path, replace: 'anything', mode: 0o600, check: async () => true });
  return path;
}

async function readCommitments(path: string): Promise<z.output<typeof Kept>['commitments']> {
  const text = await textIfThere(path);
  if (text === undefined) return [];
  try {
    return Kept.parse(JSON.parse(text)).commitments;
  } catch (cause) {
    throw failure(diagnostic('commitments-broken', { path }), { cause });
  }
}
