import type { Diagnostic } from './diagnostic.ts';

/** A value together with what the reader of the report must be told about how it came to be. */
export interface Noted<T> {
  readonly value: T;
  readonly notes: readonly Diagnostic[];
}

export function noted<T>(value: T, notes: readonly Diagnostic[] = []): Noted<T> {
  return { value, notes };
}

/** Many noted values as one noted list; notes keep their order. */
export function collect<T>(parts: Iterable<Noted<T>>): Noted<readonly T[]> {
  const values: T[] = [];
  const notes: Diagnostic[] = [];
  for (const part of parts) {
    values.push(part.value);
    notes.push(...part.notes);
  }
  return { value: values, notes };
}
