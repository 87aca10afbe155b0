import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import type { Completeness, ProducedBy, SaidOfFile, Shortfall } from '../model/exhibit.ts';
import type { SourceDefinition } from './contract.ts';
import type { Fit } from './fit.ts';
import { type Paging, pagingOf } from './paging.ts';

/** What speaks for and against a file being the whole of its report. */
export interface Counted {
  readonly fit: Fit;
  readonly rows: number;
  /** It ends inside a row. */
  readonly cutOff: boolean;
  readonly produced: ProducedBy;
  readonly said: SaidOfFile | null;
  readonly paging: SourceDefinition['paging'];
}

/** Where tools stop unless they are asked for the next page. */
const PAGE_CAPS: readonly number[] = [999, 1000, 5000, 10_000, 50_000];
const NOT_PAGED: Paging = { more: false, capped: false, total: undefined };

export function completenessOf(counted: Counted): Completeness {
  const { fit, produced, said } = counted;
  // Lines and elements are not what tools cut pages by; rows, items and JSON lines are.
  const rows = fit.shape === 'text' || fit.shape === 'xml' ? null : counted.rows;
  const paging = fit.shape === 'json' && fit.around !== 'item' ? pagingOf(fit.document) : NOT_PAGED;
  const isFollowed = paging.more || produced.furtherPages === true;
  const stated = produced.rowsStated ?? paging.total ?? said?.produced.rowsStated ?? null;
  const shortfalls = [
    ...missing(rows, stated),
    ...missing(rows, said?.produced.rowsStated ?? null),
    ...(isFollowed && counted.paging?.older !== true && (stated === null || rows !== stated)
      ? ['more-pages' as const]
      : []),
    ...(paging.capped || counted.cutOff ? ['cut-off' as const] : []),
    ...(looksCapped(rows, counted.paging?.sizes ?? []) && rows !== stated ? ['page-cap' as const] : []),
    ...((produced.totals ?? []).some((total) => total.stated !== total.read) ? ['total-differs' as const] : []),
  ];
  return {
    state: stateOf(shortfalls, rows !== null && rows === stated),
    rows,
    stated,
    statedBy: stated === null ? null : (produced.rowsStated ?? paging.total) === undefined ? 'person' : 'file',
    shortfalls: [...new Set(shortfalls)],
  };
}

function missing(rows: number | null, stated: number | null): readonly Shortfall[] {
  if (rows === null || stated === null || rows === stated) return [];
  return stated > rows ? ['rows-missing'] : ['rows-too-many'];
}

function looksCapped(rows: number | null, sizes: readonly number[]): boolean {
  if (rows === null || rows === 0) return false;
  return PAGE_CAPS.includes(rows) || sizes.some((size) => rows % size === 0);
}

function stateOf(shortfalls: readonly Shortfall[], isStated: boolean): Completeness['state'] {
  if (shortfalls.some((one) => one === 'rows-missing' || one === 'more-pages' || one === 'cut-off')) return 'partial';
  if (shortfalls.length > 0) return 'suspect';
  return isStated ? 'whole' : 'unsaid';
}

/** What the reader of a report must be told of it. */
export function completenessNotes(
  { rows, stated, statedBy, shortfalls }: Completeness,
  { produced, said }: Pick<Counted, 'produced' | 'said'>,
): readonly Diagnostic[] {
  const notes: Diagnostic[] = [];
  const has = (shortfall: Shortfall) => shortfalls.includes(shortfall);
  if (rows !== null && has('page-cap')) notes.push(diagnostic('page-cap', { rows }));
  if (rows !== null && stated !== null && statedBy === 'file' && rows !== stated)
    notes.push(diagnostic('rows-differ', { stated, read: rows }));
  const told = said?.produced.rowsStated;
  if (said && rows !== null && told !== undefined && told !== rows)
    notes.push(diagnostic('rows-said-differ', { by: said.by, stated: told, read: rows }));
  if (has('more-pages')) notes.push(diagnostic('more-pages', undefined));
  if (has('cut-off')) notes.push(diagnostic('cut-off', undefined));
  for (const total of produced.totals ?? []) {
    if (total.stated !== total.read) notes.push(diagnostic('total-differs', total));
  }
  return [...notes, ...contradictions(produced, said)];
}

/** Where a person and the file name different things, both are told; the file is believed. */
function contradictions(produced: ProducedBy, said: SaidOfFile | null): readonly Diagnostic[] {
  if (said === null) return [];
  const { rowsStated: _, ...words } = said.produced;
  return Object.entries(words).flatMap(([field, text]) => {
    const own: unknown = Object.entries(produced).find(([name]) => name === field)?.[1];
    if (typeof own !== 'string' || typeof text !== 'string' || folded(own) === folded(text)) return [];
    return [diagnostic('produced-differs', { field, by: said.by, said: text, file: own })];
  });
}

function folded(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
