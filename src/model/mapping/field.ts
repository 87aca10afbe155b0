import type { Observed } from '../observed.ts';
import type { RecordFields, RecordKind, Strength } from '../record.ts';

/**
 * How a mapping profile may fill one field of a record. `need`: a row without it is no record. `or`: what stands for a cell that says
 * nothing or says it in a word that nobody knows. `decides`: verdicts turn on it, so that a person who states it for all rows makes the
 * record a statement (strength A).
 */
export type MappedField = TextField | ListField | NumberField | TimeField | FlagField | WordField;

export interface TextField {
  readonly as: 'text';
  readonly need?: true;
  /** The tool's own word for this other field is kept here; no column of its own. */
  readonly verbatimOf?: string;
}
export interface ListField {
  readonly as: 'list';
  readonly need?: true;
}
export interface NumberField {
  readonly as: 'number';
  readonly need?: true;
}
export interface TimeField {
  readonly as: 'time';
}
export interface FlagField {
  readonly as: 'flag';
  readonly need?: true;
  readonly or?: boolean;
  readonly decides?: true;
}
export interface WordField<W extends string = string> {
  readonly as: 'word';
  readonly words: readonly W[];
  readonly need?: true;
  readonly or?: W;
  readonly decides?: true;
  /** Without a word of its own, a date in this other field means this word: who has a completion date has completed. */
  readonly dated?: { readonly by: string; readonly means: W };
}

type ShapeOf<T> = [T] extends [Observed]
  ? TimeField
  : [T] extends [boolean]
    ? FlagField
    : [T] extends [number]
      ? NumberField
      : [T] extends [readonly string[]]
        ? ListField
        : [string] extends [T]
          ? TextField
          : WordField<T & string>;

/** The fields of a kind that a column can fill: all that a record must have, and as many of the others as rows of tables tell. */
export type MappedFields<K extends RecordKind> = {
  readonly [F in keyof RecordFields[K]]: ShapeOf<Exclude<RecordFields[K][F], undefined>>;
};

/** A kind that a table can be mapped to. */
export interface MappedKind {
  readonly title: string;
  /** What a machine's list of these is worth, and at most what a profile may claim for it. */
  readonly strength: Strength;
  /** Without a column for `observed`: the first of these fields that is dated tells when it was so. */
  readonly observedBy: readonly string[];
  readonly fields: Readonly<Record<string, MappedField>>;
}

/** Checks a kind's fields against its record, field by field. */
export function kind<K extends RecordKind>(
  mapped: Omit<MappedKind, 'fields'> & { readonly fields: MappedFields<K> },
): MappedKind {
  return { ...mapped, fields: { ...mapped.fields } };
}

export const TEXT = { as: 'text' } as const;
export const NEED = { as: 'text', need: true } as const;
export const LIST = { as: 'list' } as const;
export const NUMBER = { as: 'number' } as const;
export const TIME = { as: 'time' } as const;
export const FLAG = { as: 'flag', decides: true } as const;
export const ROLE = {
  as: 'word',
  words: ['workstation', 'server', 'domain-controller', 'mobile', 'network', 'other'],
  decides: true,
} as const;

export function verbatim(of: string): TextField {
  return { as: 'text', verbatimOf: of };
}
