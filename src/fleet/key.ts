import { isAbsolute } from 'node:path/posix';
import { defaultsAbove, groundState, inputsAt, inputsIn } from '../disk/index.ts';
import { type Sha256, sha256 } from '../kernel/sha256.ts';
import type { Edition, Engagement } from '../model/engagement.ts';

/** What is asked of a build beside its inputs. */
export interface BuildOptions {
  /** Instead of those of the engagement. */
  readonly editions: readonly Edition[];
}

/**
 * Of everything that the packages of a client follow from: the bytes of its folder, what its portfolio says, files elsewhere that it names, the shipped
 * catalogue and templates, the version, the options. Two builds of one key give the same bytes.
 */
export async function keyOf(folder: string, outside: readonly string[], options: BuildOptions): Promise<Sha256> {
  const above = await defaultsAbove(folder);
  return sha256(
    JSON.stringify([
      'proofpack.fleet.key/1',
      await groundState(),
      [...options.editions].sort(),
      above?.defaults ?? null,
      await inputsIn(folder),
      await inputsAt(folder, outside),
    ]),
  );
}

/** The files and folders outside of the client's own that its engagement names, sorted. */
export function outsideOf({ brand, mappings = [], previous, frameworks }: Engagement): readonly string[] {
  const texts = frameworks.map((entry) => (typeof entry === 'string' ? undefined : entry.text));
  const named = [brand.from, brand.logo, typeof previous === 'string' ? previous : undefined, ...texts, ...mappings];
  const elsewhere = named
    .filter((path) => path !== undefined)
    .filter((path) => path.startsWith('..') || isAbsolute(path));
  return [...new Set(elsewhere)].sort();
}
