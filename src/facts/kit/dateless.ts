import { merge, type Side } from './ballot.ts';
import { type Drafts, entriesOf, entryFor } from './drafts.ts';

interface Untold {
  readonly drafts: Drafts;
  rows: number;
}

/** Rows of no day, by their exhibit: only at the end is known whether its other rows tell one. */
export function startDateless() {
  const dated = new Set<string>();
  const speaking = new Map<string, Untold>();
  const against = new Map<string, Untold>();
  return {
    isDated: (path: string) => void dated.add(path),
    draftsFor(path: string, side: Side): Drafts {
      const of = side === 'supports' ? speaking : against;
      const held = of.get(path) ?? { drafts: new Map(), rows: 0 };
      of.set(path, held);
      held.rows += 1;
      return held.drafts;
    },
    result() {
      const beside = [...against].filter(([path]) => dated.has(path)).map(([, untold]) => untold.drafts);
      const alone = [...speaking, ...[...against].filter(([path]) => !dated.has(path))].map(([, untold]) => untold);
      return {
        besideDated: beside,
        alone: alone.map(({ drafts }) => drafts),
        rows: alone.reduce((sum, { rows }) => sum + rows, 0),
      };
    },
  };
}

/** Entries of one subject become one: what was said of it is said of it, whichever exhibit says so. */
export function joinDrafts(
  into: Drafts,
  drafts: Drafts,
  { isDateless, zone }: { isDateless: boolean; zone: string },
): void {
  for (const { ballot, ...entry } of entriesOf(drafts)) {
    const held = entryFor(into, entry, { key: entry.key, isDateless });
    Object.assign(held.ballot, merge([held.ballot, ballot], zone));
  }
}
