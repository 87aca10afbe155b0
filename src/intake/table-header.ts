import type { TableReading } from './contract.ts';

/** The names of a table's columns. Names that occur twice or not at all are made unique by position; the columns of a name stay together. */
export interface Header {
  readonly names: readonly string[];
  readonly columns: ReadonlyMap<string, readonly number[]>;
  /** The columns by the names as readings spell them, filled as they ask. */
  readonly asked: Map<string, readonly number[]>;
}

export function columnsNamed(header: Header, name: string): readonly number[] {
  const known = header.asked.get(name);
  if (known) return known;
  const columns = header.columns.get(name.trim().toLowerCase()) ?? [];
  header.asked.set(name, columns);
  return columns;
}

export function headerOf(cells: readonly string[]): Header {
  const columns = new Map<string, number[]>();
  const names = cells.map((cell, index) => {
    const name = cell === '' ? `column ${index + 1}` : cell;
    const known = columns.get(name.toLowerCase());
    if (!known) {
      columns.set(name.toLowerCase(), [index]);
      return name;
    }
    known.push(index);
    const unique = `${name} (${known.length})`;
    columns.set(unique.toLowerCase(), [index]);
    return unique;
  });
  return { names, columns, asked: new Map() };
}

/** A record that may be the header: its names, folded once for all readings that are tried on it. */
export interface Heading {
  readonly cells: readonly string[];
  readonly present: ReadonlySet<string>;
}

export function headingOf(cells: readonly string[]): Heading {
  return { cells, present: new Set(cells.map((cell) => cell.toLowerCase()).filter((cell) => cell !== '')) };
}

/** The headers that make this record the header of the reading, or undefined when it is not. */
export function headerFits({ present }: Heading, reading: TableReading): readonly string[] | undefined {
  const { required, forbidden, allowed } = foldedOf(reading);
  const seen: string[] = [];
  for (const names of required) {
    const found = names.find(({ folded }) => present.has(folded));
    if (found === undefined) return undefined;
    seen.push(found.name);
  }
  if (forbidden.some((name) => present.has(name))) return undefined;
  if (allowed !== undefined && [...present].some((name) => !allowed.has(name))) return undefined;
  return seen;
}

/** What a reading asks for, folded once: every file is held against every reading. */
interface Folded {
  readonly required: readonly (readonly { readonly name: string; readonly folded: string }[])[];
  readonly forbidden: readonly string[];
  readonly allowed: ReadonlySet<string> | undefined;
}

const FOLDED = new WeakMap<TableReading, Folded>();

function foldedOf(reading: TableReading): Folded {
  const known = FOLDED.get(reading);
  if (known !== undefined) return known;
  const { required, forbidden = [], onlyAlso } = reading;
  const made = {
    required: required.map((names) => [names].flat().map((name) => ({ name, folded: fold(name) }))),
    forbidden: forbidden.map(fold),
    allowed: onlyAlso && new Set([...required.flat(), ...onlyAlso].map(fold)),
  };
  FOLDED.set(reading, made);
  return made;
}

function fold(name: string): string {
  return name.trim().toLowerCase();
}
