import { isAbsolute } from 'node:path/posix';
import { defaultsAbove, groundState, inputsAt, inputsIn, PORTFOLIO_FOLDERS } from '../disk/index.ts';
import { type Sha256, sha256 } from '../kernel/sha256.ts';
import type { Edition, Engagement } from '../model/engagement.ts';
import type { PreviousPackage } from '../model/previous.ts';

/** What is asked of a build beside its inputs. */
export interface BuildOptions {
  /** Instead of those of the engagement. */
  readonly editions: readonly Edition[];
}

/** What has a say beside the client's own folder. */
export interface Beside {
  /** Files and folders elsewhere. */
  readonly outside: readonly string[];
  /** What the client's store said of its last package, where that is asked. */
  readonly previous: PreviousPackage | null;
}

/**
 * Of everything that the packages of a client follow from: the bytes of its folder, what its portfolio says, files elsewhere that it names, the shipped
 * catalogue and templates, the version, the options. Two builds of one key give the same bytes.
 */
export async function keyOf(folder: string, { outside, previous }: Beside, options: BuildOptions): Promise<Sha256> {
  const above = await defaultsAbove(folder);
  return sha256(
    JSON.stringify([
      'proofpack.fleet.key/1',
      await groundState(),
      [...options.editions].sort(),
      above?.defaults ?? null,
      await inputsIn(folder),
      await inputsAt(folder, outside),
      above === undefined ? null : await lentTo(folder),
      previous,
    ]),
  );
}

/** What the portfolio has for all of its clients. The templates of its own report go into no package. */
async function lentTo(folder: string) {
  const states = await inputsAt(folder, PORTFOLIO_FOLDERS);
  return states.filter(([path]) => !path.startsWith('../templates/portfolio/'));
}

/** The files and folders outside of the client's own that its engagement names, sorted. */
export function outsideOf({ brand, mappings = [], previous, frameworks }: Engagement): readonly string[] {
  const texts = frameworks.map((entry) => (typeof entry === 'string' ? undefined : entry.text));
  const named = [
    brand.from,
    brand.logo,
    typeof previous === 'string' && !asksStore({ previous }) ? previous : undefined,
    ...texts,
    ...mappings,
  ];
  const elsewhere = named
    .filter((path) => path !== undefined)
    .filter((path) => path.startsWith('..') || isAbsolute(path));
  return [...new Set(elsewhere)].sort();
}

/** Whether the engagement asks the client's store for its last package: then the store has a say. */
export function asksStore({ previous }: Pick<Engagement, 'previous'>): boolean {
  return typeof previous === 'string' && previous.startsWith('@');
}
