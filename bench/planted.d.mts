/** Where a value is written: a line of a text, or a value under a name of a table, of JSON, of XML or of settings. */
export interface Planted {
  readonly kind: string;
  readonly value: string;
  readonly line?: string;
  readonly name?: string;
}

/** Chance that is the same for the same seed. */
export function chance(seed: number): () => number;
/** Kinds of secrets and of data about patients, each with the ways in which exports write it. */
export const PLANTED_KINDS: readonly string[];
export function plant(kind: string, variant: number): Planted;
/** The export with the value in it: a column more, a key more, a line more, as the form of the export has it. */
export function planted(path: string, text: string, what: Planted): string;

export const WORLD_FORMS: readonly string[];
export const KINDS_UNDER_NAMES: readonly string[];

export function plantedAnywhere(
  seed: number,
  of: { readonly form: string; readonly size: number; readonly kind: string },
): { readonly kind: string; readonly name: string; readonly value: string; readonly text: string };
