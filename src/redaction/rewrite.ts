import { redactedText } from '../kernel/messages/redaction-kinds.ts';
import type { RedactionEntry } from '../model/redaction.ts';
import { SIGHTING_CLASSES, type SightingKind } from '../model/sighting.ts';
import { type Cells, cellsNamed } from './named-cells.ts';
import { type SearchGuard, searchedWindows } from './scan.ts';
import { type Span, type Taken, withSpans } from './spans.ts';
import type { Window } from './windows.ts';

/** A copy of a text with values taken out, and what was taken. */
export interface Rewritten {
  readonly bytes: Uint8Array;
  readonly taken: ReadonlyMap<Taken, number>;
  /** How many signs of which the values were, at least: how hard they are to guess. */
  readonly bits: number;
}

/** Takes out what the entries name: kinds of what is found, columns, rows; without any of them, all secrets and sensitive data. */
export async function redactedCopy(
  text: AsyncIterable<Uint8Array>,
  entries: readonly RedactionEntry[],
  guard?: SearchGuard,
): Promise<Rewritten> {
  const wanted = new Set(entries.flatMap(({ columns = [] }) => columns.map((column) => column.toLowerCase())));
  const kinds = new Set(entries.flatMap(({ kinds: named = [] }) => named));
  const whatever = entries.some(
    ({ kinds: k, columns, rows }) => k === undefined && columns === undefined && rows === undefined,
  );
  const isWanted = (kind: SightingKind) => kinds.has(kind) || (whatever && SIGHTING_CLASSES[kind] !== 'personal');
  const rows = rowsNamed(entries);
  const pieces: Uint8Array[] = [];
  const taken = new Map<Taken, number>();
  let bits = 0;
  let before: Pick<Cells, 'rowsSeen' | 'open'> = { rowsSeen: 0, open: undefined };
  for await (const { window, all: sightings, table, rowsFrom } of searchedWindows(text, { wanted, guard })) {
    const cells = cellsNamed(window, { wanted, rows, table, rowsFrom, ...before });
    before = cells;
    const spans: Span[] = [
      ...cells.spans,
      ...sightings.filter(({ kind }) => isWanted(kind)).map(({ kind, from, to }) => ({ as: kind, from, to })),
    ];
    const made = withSpans(window.text, spans, (span) => inPlaceOf(span, window, redactedText(span.as)));
    for (const { as, from, to, more } of made.replaced) {
      taken.set(as, (taken.get(as) ?? 0) + (more ? 0 : 1));
      bits += (to - from) * bitsPerSign(window.text.slice(from, to));
    }
    pieces.push(Buffer.from(made.text, 'utf8'));
  }
  return { bytes: Buffer.concat(pieces), taken, bits };
}

export function rowsNamed(entries: readonly RedactionEntry[]): (row: number) => boolean {
  const spans = entries.flatMap(({ rows = [] }) =>
    rows.map((each): readonly [number, number] => {
      if (typeof each === 'number') return [each, each];
      const [from = 0, to = 0] = each.split('-').map(Number);
      return [from, to];
    }),
  );
  return (row) => spans.some(([from, to]) => row >= from && row <= to);
}

/** A number or a truth of JSON stands without quotes; words in its place need them. */
export function inPlaceOf({ from, to, quote, more }: Span, { text, form }: Window, words: string): string {
  if (more) return '';
  const before = text.slice(Math.max(0, from - 24), from);
  const bare =
    quote ||
    (/^(?:-?\d[\d.eE+-]*|true|false)$/.test(text.slice(from, to)) &&
      (/"\s*:\s*$/.test(before) || (form === 'json' && /[[,]\s*$/.test(before))));
  return bare ? `"${words}"` : words;
}

/** What a guesser has to try for each sign, seen from the signs themselves. */
function bitsPerSign(value: string): number {
  if (/^[\d\s.-]*$/.test(value)) return 3.3;
  return /^[a-z ]*$/i.test(value) ? 2 : 5;
}
