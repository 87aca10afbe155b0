import { outermost } from '../../kernel/place.ts';
import type { Findings } from '../../model/findings.ts';
import type { ExhibitPlacement } from '../../model/package.ts';
import { exhibitNumbers } from '../view/lens.ts';

/** A path can name a person or a device, so each becomes its exhibit's number and the ending that tells its type: `E-007.csv`. */
export function numberedPaths(
  findings: Findings,
  placements: readonly ExhibitPlacement[],
): ReadonlyMap<string, string> {
  const numbers = exhibitNumbers(findings, placements);
  const inner = new Map<string, number>();
  const entries = findings.exhibits.map(({ path }): [string, string] => {
    const outer = outermost(path);
    const outerName = `${numbers.get(outer) ?? 'E'}${ending(outer)}`;
    if (path === outer) return [path, outerName];
    const index = (inner.get(outer) ?? 0) + 1;
    inner.set(outer, index);
    return [path, `${outerName}!/${index}${ending(path)}`];
  });
  const placed = placements.map(({ original, number }): [string, string] => [original, `${number}${ending(original)}`]);
  return new Map([...placed, ...entries]);
}

/** In a sentence a file is called by its number alone; one within a container needs its place in it. */
export function numbersOf(paths: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const outer = [...paths].filter(([, numbered]) => !numbered.includes('!/'));
  return new Map(outer.map(([path, numbered]) => [path, numbered.slice(0, numbered.length - ending(numbered).length)]));
}

function ending(path: string): string {
  return /\.[A-Za-z0-9]{1,8}$/.exec(path)?.[0].toLowerCase() ?? '';
}
