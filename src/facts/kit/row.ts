import { byCodeUnit } from '../../kernel/order.ts';
import { type Place, placeText } from '../../kernel/place.ts';
import type { Basis } from '../../model/fact.ts';
import type { Observed } from '../../model/observed.ts';
import type { RecordHead, Strength } from '../../model/record.ts';

/** A row of evidence while it is being weighed. */
export interface Row extends Basis {
  readonly observed: Observed;
  readonly strength: Strength;
  /** For facts that add up (threats on a device, errors of a check). */
  readonly amount?: number;
  /** False when the subject does not belong in the denominator of a share that has no population (a disabled account, a personal phone). */
  readonly eligible?: boolean;
  /** It speaks of all there is, so that it also denies what a person says of one of them. */
  readonly ofAll?: true;
}

export const ROWS_KEPT = 50;

export function rowOf(record: RecordHead, text: string, more: Partial<Omit<Row, 'place' | 'text'>> = {}): Row {
  return { place: record.from, text, observed: record.observed, strength: record.strength, ...more };
}

/** By place, then by words: neither the order of rows nor of files can change what is shown. */
export function byPlace(a: Basis, b: Basis): number {
  return (
    byCodeUnit(a.place.path, b.place.path) ||
    (a.place.row ?? 0) - (b.place.row ?? 0) ||
    (a.place.line ?? 0) - (b.place.line ?? 0) ||
    (a.place.column ?? 0) - (b.place.column ?? 0) ||
    byCodeUnit(a.place.at ?? '', b.place.at ?? '') ||
    byCodeUnit(a.text, b.text) ||
    byCodeUnit(a.subject ?? '', b.subject ?? '')
  );
}

/** The first rows, bare, without repeating one that stands at the same place with the same words. */
export function shown(rows: Iterable<Basis>): {
  rows: readonly Basis[];
  count: number;
  unlisted: readonly { path: string; rows: number }[];
} {
  const kept: Basis[] = [];
  const beyond = new Map<string, number>();
  let count = 0;
  // Sorted first, and each held against its neighbours only: a list of all that were met would cost more than the rows.
  let place = '';
  const texts = new Set<string>();
  for (const row of [...rows].sort(byPlace)) {
    const here = placeText(row.place);
    if (here !== place) texts.clear();
    place = here;
    if (texts.has(row.text)) continue;
    texts.add(row.text);
    count += 1;
    if (kept.length < ROWS_KEPT) kept.push(bare(row));
    else if (here !== placeText(kept.at(-1)?.place ?? row.place) && texts.size === 1) {
      beyond.set(row.place.path, (beyond.get(row.place.path) ?? 0) + 1);
    }
  }
  return { rows: kept, count, unlisted: [...beyond].map(([path, rows]) => ({ path, rows })) };
}

function bare(row: Basis): Basis {
  const base = { place: placeOf(row.place), text: row.text };
  return row.subject === undefined ? base : { ...base, subject: row.subject };
}

function placeOf(place: Place): Place {
  return { ...place };
}

/** Keeps the first rows of a stream of any length, and counts all. */
export interface Keeper {
  add(row: Row): void;
  rows(): readonly Row[];
  count(): number;
}

export function keeper(): Keeper {
  let kept: Row[] = [];
  let count = 0;
  const trim = () => {
    kept = kept.sort(byPlace).slice(0, ROWS_KEPT);
  };
  return {
    add(row) {
      count += 1;
      kept.push(row);
      if (kept.length >= ROWS_KEPT * 4) trim();
    },
    rows() {
      trim();
      return kept;
    },
    count: () => count,
  };
}
