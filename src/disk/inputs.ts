import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sortedBy } from '../kernel/order.ts';
import { type Sha256, sha256 } from '../kernel/sha256.ts';
import { ENGAGEMENT_FILE } from '../model/engagement.ts';
import { PACKAGE_ROOT, readVersion } from './ground.ts';

import { COMMITMENTS } from './owner-files.ts';
import { isEngagement } from './save-mapping.ts';
import { errno } from './trouble.ts';
import { UNFINISHED } from './unfinished.ts';

/** A path and the hash of what stands there, or what else is to be said of it: a link, an error. */
export type InputState = readonly [path: string, state: string];

/** Written by runs of ours and read by none: what they hold changes nothing. */
const WRITTEN: readonly string[] = [COMMITMENTS, '.proofpack'];

/**
 * All that a build can see in a client's folder, each file by its content: times and sizes are nobody's word. Names count that a build passes over,
 * since packages list them.
 */
export async function inputsIn(folder: string): Promise<readonly InputState[]> {
  return sortedBy(await statesBelow(folder, ''), ([path]) => path);
}

/** The same for files and folders elsewhere that an engagement names. */
export async function inputsAt(folder: string, paths: readonly string[]): Promise<readonly InputState[]> {
  const states = await Promise.all(
    paths.map(async (path) => {
      const whole = await statesBelow(join(folder, path), `${path}/`).catch((error: unknown) => errno(error));
      return Array.isArray(whole) ? whole : [[path, await fileState(join(folder, path))] as const];
    }),
  );
  return sortedBy(states.flat(), ([path]) => path);
}

let ground: Promise<string> | undefined;

/** Of what is shipped and judges or words a package, with the version that reads it. */
export function groundState(): Promise<string> {
  ground ??= (async () => {
    const data = await inputsAt(PACKAGE_ROOT, ['frameworks', 'templates', 'vocabulary']);
    return sha256(JSON.stringify([await readVersion(), data]));
  })();
  return ground;
}

async function statesBelow(folder: string, inside: string): Promise<readonly InputState[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(
    ({ name }) => !UNFINISHED.test(name) && !(inside === '' && WRITTEN.includes(name)),
  );
  const states: (readonly InputState[])[] = [];
  for (const entry of entries) states.push(await entryStates(folder, entry, `${inside}${entry.name}`));
  return states.flat();
}

async function entryStates(folder: string, entry: Dirent, path: string): Promise<readonly InputState[]> {
  const absolute = join(folder, entry.name);
  if (entry.isFile()) return [[path, await fileState(absolute)]];
  if (!entry.isDirectory()) return [[path, entry.isSymbolicLink() ? 'link' : 'special']];
  // Another client's folder is passed over by its name.
  if (await isEngagement(absolute)) return [[path, ENGAGEMENT_FILE]];
  return statesBelow(absolute, `${path}/`).catch((error: unknown) => [[path, errno(error) ?? 'error'] as const]);
}

const CHUNK = 1024 * 1024;

async function fileState(path: string): Promise<Sha256 | string> {
  try {
    const handle = await open(path, 'r');
    try {
      const hash = createHash('sha256');
      const { size } = await handle.stat();
      const buffer = Buffer.allocUnsafe(Math.max(1, Math.min(CHUNK, size)));
      for (;;) {
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, null);
        if (bytesRead === 0) return hash.digest('hex');
        hash.update(buffer.subarray(0, bytesRead));
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    return errno(error) ?? 'error';
  }
}
