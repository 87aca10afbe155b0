import { MAPPING_REASONS } from '../../kernel/messages/mapping.ts';
import type { MappableKind } from '../../model/mapping/kinds.ts';
import { mappedKind } from '../../model/mapping/kinds.ts';
import { decides, needed } from '../../model/mapping-check.ts';
import { type ColumnProposal, columnCandidates, fieldsOfKind } from './columns.ts';
import type { Lexicon } from './lexicon.ts';
import type { Survey } from './survey.ts';

/** The columns of a file under one kind. */
export interface Assigned {
  readonly columns: readonly ColumnProposal[];
  readonly candidates: readonly ColumnProposal[];
}

/** What a person has settled: a header for a field, or that there is none. */
export type SaidColumns = Readonly<Record<string, string | null>>;

/** The best pairs first, each field and each column once; what a person said goes before. */
export function assignColumns(kind: MappableKind, survey: Survey, lexicon: Lexicon, said: SaidColumns = {}): Assigned {
  const candidates = columnCandidates(kind, survey, lexicon);
  const columns: ColumnProposal[] = Object.entries(said).flatMap(([field, header]) =>
    header === null ? [] : [{ field, header, score: 1, reasons: [MAPPING_REASONS.said()] }],
  );
  const fields = new Set(Object.keys(said));
  const headers = new Set(columns.map(({ header }) => header));
  for (const each of candidates) {
    if (fields.has(each.field) || headers.has(each.header)) continue;
    columns.push(each);
    fields.add(each.field);
    headers.add(each.header);
  }
  return { columns, candidates };
}

/** A kind with what speaks for it. */
export interface KindProposal {
  readonly kind: MappableKind;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly string[];
}

/**
 * How well a file is explained by a kind: are the fields there that a record needs, are the columns used up, does the export say so of
 * itself. A file of names and dates is a list of anything, so that a field on which verdicts turn counts most.
 */
export function scoreKind(kind: MappableKind, survey: Survey, lexicon: Lexicon): KindProposal {
  const { columns } = assignColumns(kind, survey, lexicon);
  const scores = new Map(columns.map(({ field, score }) => [field, score]));
  const fields = fieldsOfKind(kind).slice(1);
  const must = fields.filter(([, field]) => needed(field)).map(([name]) => name);
  const deciding = fields.filter(([, field]) => decides(field)).map(([name]) => name);
  const needs = must.length === 0 ? 1 : sum(must.map((name) => Math.min(1, scores.get(name) ?? 0))) / must.length;
  const decided = Math.min(1, Math.max(0, ...deciding.map((name) => scores.get(name) ?? 0)));
  const filled = survey.columns.filter((column) => column.filled > 0).length;
  const explained = Math.min(1, sum(columns.map(({ score }) => Math.min(1, score))) / Math.max(1, filled));
  const hint = hintFor(kind, survey, lexicon);
  const found = must.filter((name) => (scores.get(name) ?? 0) >= 0.5);
  return {
    kind,
    score: 0.35 * needs + 0.15 * decided + 0.35 * explained + (hint === undefined ? 0 : 0.15),
    reasons: [
      ...(must.length === 0 ? [] : [MAPPING_REASONS.fieldsFound(found.length, must.length)]),
      MAPPING_REASONS.columnsExplained(columns.filter(({ score }) => score >= 0.5).length, filled),
      ...(hint === undefined ? [] : [MAPPING_REASONS.hint(hint)]),
    ],
  };
}

/** The file's name, what stands over the table, and the headers. */
function hintFor(kind: MappableKind, { path, preamble, names }: Survey, lexicon: Lexicon): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z0-9]+$/i, '');
  for (const text of [name, ...preamble, ...names]) {
    const word = lexicon.hint(text, kind);
    if (word !== undefined) return word;
  }
  return undefined;
}

export function kindTitle(kind: MappableKind): string {
  return mappedKind(kind).title;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
