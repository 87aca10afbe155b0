import { MAPPING_REASONS } from '../../kernel/messages/mapping.ts';
import type { FlagField, MappedField, WordField } from '../../model/mapping/field.ts';
import { mappedKind } from '../../model/mapping/kinds.ts';
import { type LeaveOut, type MappingProfile, UNKNOWN_WORD } from '../../model/mapping.ts';
import { needed, verbatimOf } from '../../model/mapping-check.ts';
import { isDated, type Observed } from '../../model/observed.ts';
import type { Draft } from '../../model/record.ts';
import type { Fields, FileContext, Rejection, TimeOptions, Yield } from '../contract.ts';
import { commaNumber } from './numbers.ts';

/** Reads rows by a profile. What a cell does not say, or says in a word that the profile does not know, stays unknown. */
export function rowReader(profile: MappingProfile): (row: Fields, file: FileContext) => Yield {
  const plan = planOf(profile);
  return (row, file) => {
    const rule = profile.leaveOut.find((each) => isLeftOut(row, each));
    if (rule) return { reject: MAPPING_REASONS.leftOut(rule.column, wordsOf(rule)), asked: true };
    const values: Record<string, unknown> = {};
    for (const [name, read] of plan.fields) values[name] = read(row, values);
    const gap = plan.needed.find((name) => values[name] === undefined);
    if (gap !== undefined) return { reject: MAPPING_REASONS.needed(gap) } satisfies Rejection;
    return draftOf({ ...plan.head, observed: plan.observed(row, values, file), ...values });
  };
}

/** The fields were checked against the record's type where the kinds are declared; a value that is read has its field's type. */
function draftOf(values: Values): Draft {
  return values as unknown as Draft;
}

type Values = Readonly<Record<string, unknown>>;
type Read = (row: Fields, values: Values) => unknown;

function planOf(profile: MappingProfile) {
  const { kind, strength, columns } = profile;
  const { fields, observedBy } = mappedKind(kind);
  const times = timeOptions(profile);
  // What a date can stand for is read after the dates.
  const ordered = Object.entries(fields).toSorted(([, a], [, b]) => Number('dated' in a) - Number('dated' in b));
  const readers = ordered.map(([name, field]) => [name, readerOf(name, field, profile, times)] as const);
  const own = columns['observed'];
  return {
    head: { kind, strength },
    needed: Object.keys(fields).filter((name) => needed(fields[name])),
    fields: readers.filter((entry): entry is readonly [string, Read] => entry[1] !== undefined),
    observed: (row: Fields, values: Values, file: FileContext): Observed => {
      // A blank cell under a column that tells the time says that it is not known, whatever else the row says.
      if (own !== undefined) return row.time(own, times);
      return observedBy.map((name) => values[name]).find(isTime) ?? file.asStated;
    },
  };
}

function isTime(value: unknown): value is Observed {
  return typeof value === 'object' && value !== null && 'basis' in value;
}

function timeOptions({ zone, dateOrder, epoch }: MappingProfile): TimeOptions {
  return {
    ...(zone === undefined ? {} : { zone }),
    ...(dateOrder === undefined ? {} : { order: dateOrder }),
    ...(epoch === undefined ? {} : { epoch }),
  };
}

function readerOf(name: string, field: MappedField, profile: MappingProfile, times: TimeOptions): Read | undefined {
  const { columns, fixed, words, decimal } = profile;
  const stated = fixed[name];
  if (stated !== undefined) return () => stated;
  const told = verbatimOf(field);
  if (told !== undefined) return verbatimReader(told, profile);
  const column = columns[name];
  if (field.as === 'word') {
    const dated = field.dated !== undefined && columns[field.dated.by] !== undefined;
    return wordReader(field, { column, words: words[name], dated });
  }
  if (field.as === 'flag') return flagReader(field, column, words[name]);
  if (column === undefined) return undefined;
  switch (field.as) {
    case 'text':
      return (row) => row.text(column);
    case 'list':
      return (row) => listed(row, column);
    case 'number':
      return decimal === 'comma' ? (row) => commaNumber(row.text(column)) : (row) => row.number(column);
    case 'time':
      return (row) => ifDated(row.time(column, times));
  }
}

/** What the tool itself says of an outcome; with a date in place of a word, the date as it is written. */
function verbatimReader(of: string, { kind, columns, fixed }: MappingProfile): Read {
  const field = mappedKind(kind).fields[of];
  const column = columns[of] ?? (field?.as === 'word' ? columns[field.dated?.by ?? ''] : undefined);
  if (column !== undefined) return (row) => row.text(column) ?? '';
  const stated = fixed[of];
  return () => (stated === undefined ? '' : MAPPING_REASONS.stated(String(stated)));
}

interface WordColumns {
  readonly column: string | undefined;
  readonly words: Words | undefined;
  /** Whether the kind lets a date stand for the word and there is a column of such dates. */
  readonly dated: boolean;
}

type Words = Readonly<Record<string, string | boolean>>;

function wordReader(field: WordField, { column, words, dated }: WordColumns): Read | undefined {
  const { or, dated: by } = field;
  if (column !== undefined) {
    const known = translated(words ?? {});
    return (row) => field.words.find((word) => word === row.word(column, known)) ?? or;
  }
  if (dated && by !== undefined) return (_, values) => (values[by.by] === undefined ? or : by.means);
  return or === undefined ? undefined : () => or;
}

const FLAGS: Readonly<Record<string, boolean>> = { true: true, false: false };

function flagReader({ or }: FlagField, column: string | undefined, words: Words | undefined): Read | undefined {
  if (column === undefined) return or === undefined ? undefined : () => or;
  if (words === undefined) return (row) => row.flag(column) ?? or;
  const known = translated(words);
  return (row) => FLAGS[row.word(column, known) ?? UNKNOWN_WORD] ?? or;
}

/** A word that is left unknown on purpose is known to be so: nobody need be told again. */
function translated(words: Words): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(words).map(([theirs, ours]) => [theirs.trim(), String(ours)]));
}

function listed(row: Fields, column: string): readonly string[] | undefined {
  const found = row
    .texts(column)
    .flatMap((text) => text.split(/[;,|]\s*/))
    .map((text) => text.trim());
  const filled = found.filter((text) => text !== '');
  return filled.length === 0 ? undefined : filled;
}

function ifDated(observed: Observed): Observed | undefined {
  return isDated(observed) ? observed : undefined;
}

function isLeftOut(row: Fields, rule: LeaveOut): boolean {
  const text = row.text(rule.column)?.toLowerCase();
  if ('blank' in rule) return text === undefined;
  if (text === undefined) return false;
  return 'is' in rule ? text === rule.is.toLowerCase() : text.startsWith(rule.begins.toLowerCase());
}

function wordsOf(rule: LeaveOut): string {
  if ('blank' in rule) return MAPPING_REASONS.blank();
  return 'is' in rule ? MAPPING_REASONS.is(rule.is) : MAPPING_REASONS.begins(rule.begins);
}
