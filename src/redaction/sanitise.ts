import type { Needles } from '../kernel/needles.ts';
import type { RedactionEntry } from '../model/redaction.ts';
import type { SightingKind } from '../model/sighting.ts';
import type { Listed } from './lists.ts';
import { matchesOf } from './matches.ts';
import { meantBy } from './meant.ts';
import { type Cells, cellsNamed } from './named-cells.ts';
import { namedBy } from './nameless.ts';
import { inPlaceOf, type Rewritten, rowsNamed } from './rewrite.ts';
import { type SearchGuard, searchedWindows } from './scan.ts';
import { type Span, type Taken, withSpans } from './spans.ts';
import { rowsOf, type Table } from './table.ts';

/** A column or key under which people write what they like. */
const FREE =
  /(?:^|[^a-z])(?:notes?|comments?|descriptions?|remarks?|messages?|reasons?|details?|summary|text|subject|cause|statement|justification|resolution|body)$/i;

/** Prose, wherever it stands. */
const isProse = (value: string): boolean => value.length > 60 && value.split(' ').length > 4;

export interface Sanitising {
  readonly standIn: (value: string, kind: Taken) => string;
  /** Names that other files of the folder hold, each with its kind. */
  readonly known?:
    | { readonly needles: Needles; readonly kindOf: (needle: string) => SightingKind | undefined }
    | undefined;
  readonly guard?: SearchGuard | undefined;
}

/**
 * A copy for those who get no originals: people, accounts, machines and addresses become pseudonyms, secrets and free texts are taken out.
 * Undefined where the file is neither a table nor JSON: nobody knows then where its free texts are.
 */
export async function sanitisedCopy(
  text: AsyncIterable<Uint8Array>,
  entries: readonly RedactionEntry[],
  { standIn, known, guard }: Sanitising,
): Promise<Rewritten | undefined> {
  const wanted = new Set(entries.flatMap(({ columns = [] }) => columns.map((column) => column.toLowerCase())));
  const rows = rowsNamed(entries);
  const pieces: Uint8Array[] = [];
  const taken = new Map<Taken, number>();
  let before: Pick<Cells, 'rowsSeen' | 'open'> = { rowsSeen: 0, open: undefined };
  for await (const { window, all: sightings, listed, table, rowsFrom } of searchedWindows(text, { wanted, guard })) {
    if (table === undefined && !/^\s*[[{]/.test(window.text) && pieces.length === 0) return undefined;
    const cells = cellsNamed(window, { wanted, rows, table, rowsFrom, ...before });
    before = cells;
    const found: Span[] = sightings.map(({ kind, from, to }: { kind: SightingKind; from: number; to: number }) => ({
      as: kind,
      from,
      to,
    }));
    const elsewhere = known
      ? known.needles.find(window.text).flatMap(({ needle, from, to }) => spanOf(known.kindOf(needle), from, to))
      : [];
    const free = table ? freeCells(window.text, table, rowsFrom) : freeValues(window.text, listed);
    const made = withSpans(window.text, [...free, ...cells.spans, ...found, ...elsewhere], (span) =>
      inPlaceOf(span, window, standIn(meantBy(window.text.slice(span.from, span.to)), span.as)),
    );
    for (const { as, more } of made.replaced) taken.set(as, (taken.get(as) ?? 0) + (more ? 0 : 1));
    pieces.push(Buffer.from(made.text, 'utf8'));
  }
  return { bytes: Buffer.concat(pieces), taken, bits: Number.POSITIVE_INFINITY };
}

function freeCells(text: string, { delimiter, header }: Table, rowsFrom: number): readonly Span[] {
  const columns = new Set(header.flatMap((name, i) => (FREE.test(spaced(name)) ? [i] : [])));
  return [...rowsOf(text, delimiter, rowsFrom)].flat().flatMap(({ column, from, to }): readonly Span[] => {
    if (to <= from) return [];
    const value = text.slice(from, to);
    if (columns.has(column) || isProse(value)) return [{ as: 'free-text', from, to }];
    return spanOf(namedBy(header[column] ?? '', value.replace(/^"(.*)"$/s, '$1')), from, to);
  });
}

function spanOf(kind: SightingKind | undefined, from: number, to: number): readonly Span[] {
  return kind === undefined ? [] : [{ as: kind, from, to }];
}

const VALUE = /"([^"\\\n]{1,80})"\s{0,8}:\s{0,8}"((?:[^"\\\n]|\\.){1,16384})"/g;

function freeValues(text: string, listed: readonly Listed[]): readonly Span[] {
  const spans: Span[] = [];
  for (const match of matchesOf(VALUE, text)) {
    const [whole, key = '', value = ''] = match;
    const to = match.index + whole.length - 1;
    const from = to - value.length;
    if (FREE.test(spaced(key)) || isProse(value)) spans.push({ as: 'free-text', from, to });
    else spans.push(...spanOf(namedBy(key, value), from, to));
  }
  for (const { name, text: value, from, to } of listed)
    if (FREE.test(spaced(name)) || isProse(value)) spans.push({ as: 'free-text', from, to });
    else spans.push(...spanOf(namedBy(name, value), from, to));
  return spans;
}

function spaced(name: string): string {
  return name.trim().replace(/([a-z])([A-Z])/g, '$1 $2');
}
