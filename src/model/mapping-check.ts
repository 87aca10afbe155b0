import type { z } from 'zod';
import { nearest } from '../kernel/text.ts';
import type { MappedField, MappedKind } from './mapping/field.ts';
import { type MappableKind, mappedKind } from './mapping/kinds.ts';
import type { Strength } from './record.ts';

/** The part of a profile that must agree with its kind and its header. */
interface Draft {
  readonly kind: MappableKind;
  readonly strength: Strength;
  readonly reads: { readonly shape: 'table' | 'json' | 'json-lines' };
  readonly header: readonly string[];
  readonly columns: Readonly<Record<string, string>>;
  readonly fixed: Readonly<Record<string, string | boolean>>;
  readonly words: Readonly<Record<string, Readonly<Record<string, string | boolean>>>>;
  readonly leaveOut: readonly { readonly column: string }[];
}

interface Fault {
  readonly path: readonly string[];
  readonly message: string;
  readonly input?: unknown;
}

/** What a well-formed profile can still have wrong: it names fields, words or columns that there are not, or claims more than it may. */
export function checkMapping(draft: Draft, context: z.core.$RefinementCtx<Draft>): void {
  const kind = mappedKind(draft.kind);
  const faults = [
    ...fieldFaults(draft, kind),
    ...columnFaults(draft),
    ...wordFaults(draft, kind),
    ...strengthFaults(draft, kind),
  ];
  for (const { path, message, input } of faults) {
    context.addIssue({ code: 'custom', path: [...path], message, input });
  }
}

function fieldFaults(draft: Draft, { fields }: MappedKind): readonly Fault[] {
  const known = ['observed', ...Object.keys(fields).filter((name) => verbatimOf(fields[name]) === undefined)];
  const named = (key: 'columns' | 'fixed' | 'words') =>
    Object.keys(draft[key])
      .filter((name) => !known.includes(name) || (key !== 'columns' && name === 'observed'))
      .map((name) => ({ path: [key, name], message: fieldMessage(name, draft.kind, known), input: name }));
  const twice = Object.keys(draft.columns)
    .filter((name) => Object.hasOwn(draft.fixed, name))
    .map((name) => ({
      path: ['fixed', name],
      message: 'a field has a column or a fixed value, one of the two is wanted',
    }));
  const missing = Object.entries(fields)
    .filter(
      ([name, field]) => needed(field) && !Object.hasOwn(draft.columns, name) && !Object.hasOwn(draft.fixed, name),
    )
    .map(([name]) => ({ path: ['columns'], message: `a column for ${name} is wanted, or a fixed value` }));
  return [...named('columns'), ...named('fixed'), ...named('words'), ...twice, ...missing];
}

function fieldMessage(name: string, kind: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return `a field of ${kind} is wanted${meant === undefined ? ` (${known.join(', ')})` : `; did you mean "${meant}"?`}`;
}

function columnFaults({ reads, header, columns, leaveOut }: Draft): readonly Fault[] {
  if (reads.shape !== 'table') return [];
  const known = new Set(header.map((name) => name.trim().toLowerCase()));
  const unknown = (name: string) =>
    !known.has(
      name
        .trim()
        .toLowerCase()
        .replace(/ \(\d+\)$/, ''),
    ) && !/^column \d+$/i.test(name);
  const message = 'one of the names under "header" is wanted';
  return [
    ...Object.entries(columns).flatMap(([field, name]) =>
      unknown(name) ? [{ path: ['columns', field], message, input: name }] : [],
    ),
    ...leaveOut.flatMap(({ column }, index) =>
      unknown(column) ? [{ path: ['leaveOut', String(index), 'column'], message, input: column }] : [],
    ),
  ];
}

function wordFaults({ words, fixed }: Draft, { fields }: MappedKind): readonly Fault[] {
  const translated = Object.entries(words).flatMap(([name, translations]) =>
    Object.entries(translations).flatMap(([theirs, ours]) => {
      const wanted = wantedWord(fields[name], ours);
      return wanted === undefined ? [] : [{ path: ['words', name, theirs], message: wanted, input: ours }];
    }),
  );
  const stated = Object.entries(fixed).flatMap(([name, value]) => {
    const wanted = value === '?' ? 'a value is wanted' : wantedFixed(fields[name], value);
    return wanted === undefined ? [] : [{ path: ['fixed', name], message: wanted, input: value }];
  });
  return [...translated, ...stated];
}

function wantedWord(field: MappedField | undefined, ours: unknown): string | undefined {
  if (field === undefined || ours === '?') return undefined;
  if (field.as === 'word') return wantedFixed(field, ours);
  if (field.as === 'flag') return typeof ours === 'boolean' ? undefined : 'true, false or "?" is wanted';
  return 'words are for fields of fixed words only; none is wanted';
}

function wantedFixed(field: MappedField | undefined, value: unknown): string | undefined {
  switch (field?.as) {
    case 'word':
      return field.words.some((word) => word === value) ? undefined : `one of ${field.words.join(', ')} is wanted`;
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'true or false is wanted';
    case 'text':
      return typeof value === 'string' ? undefined : 'a text is wanted';
    case undefined:
      return undefined;
    default:
      return 'a field that differs from row to row has a column; no fixed value is wanted';
  }
}

const RANK: Readonly<Record<Strength, number>> = { A: 0, S: 1, C: 2, R: 3 };

function strengthFaults({ strength, kind, fixed }: Draft, mapped: MappedKind): readonly Fault[] {
  const path = ['strength'];
  // A state is no result of a run, nor the other way round; what is less than either may be said of both.
  if (RANK[strength] > RANK[mapped.strength]) {
    return [
      { path, message: `at most ${mapped.strength} is wanted: more is not what ${kind} can be`, input: strength },
    ];
  }
  const stated = Object.keys(fixed).find((name) => decides(mapped.fields[name]));
  if (stated === undefined || strength === 'A') return [];
  return [
    {
      path,
      message: `A is wanted, since ${stated} is fixed: what a person says for all rows is a statement`,
      input: strength,
    },
  ];
}

export function needed(field: MappedField | undefined): boolean {
  return field !== undefined && 'need' in field && field.need === true;
}

export function decides(field: MappedField | undefined): boolean {
  return field !== undefined && 'decides' in field && field.decides === true;
}

export function verbatimOf(field: MappedField | undefined): string | undefined {
  return field?.as === 'text' ? field.verbatimOf : undefined;
}
