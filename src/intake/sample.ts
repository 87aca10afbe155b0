import { headOf } from './bytes.ts';
import { cellTexts, type Delimiter, splitDelimited } from './delimited.ts';
import { HEADER_WITHIN, LOOK_LINES, LOOK_ROWS } from './fit.ts';
import { linesOf } from './lines.ts';
import { type Heading, headingOf } from './table-header.ts';
import type { TextFile } from './text-file.ts';

/** The beginning of a file, as recognition looks at it, cut in the ways that were asked for so far. */
export interface Sample {
  readonly file: TextFile;
  readonly head: Buffer;
  readonly whole: boolean;
  /** Without anything that could be seen. */
  readonly blank: boolean;
  /** The text without white space in front. */
  readonly start: string;
  lines(): readonly string[];
  /** The lines as phrases are looked for in them: no phrase stands far to the right, and a document may be one long line. */
  phrases(): readonly string[];
  records(delimiter: Delimiter): readonly (readonly string[])[];
  /** The records that may be a header. */
  headings(delimiter: Delimiter): readonly Heading[];
  /** `sep=;` and `#TYPE …` in front of a table: how many bytes they take, and the delimiter that was told. */
  directives(): Directives;
}

export interface Directives {
  readonly bytes: number;
  readonly delimiter: Delimiter | undefined;
}

const PHRASE_WITHIN = 2_000;

export async function takeSample(file: TextFile): Promise<Sample> {
  const { head, whole } = await headOf(file, file.limits.sampleBytes);
  const start = head.subarray(0, 4_096).toString('utf8').trimStart();
  const lines = once(() => linesOf(head, whole, LOOK_LINES, file.limits.lineBytes).map(withoutColour));
  const directives = once(() => directivesOf(head));
  const records = remembered((by) => recordsOf(head.subarray(directives().bytes), whole, by, file));
  return {
    file,
    head,
    whole,
    start,
    blank: whole && head.toString('utf8').trim() === '',
    lines,
    directives,
    phrases: once(() => lines().map((line) => line.slice(0, PHRASE_WITHIN))),
    records,
    headings: remembered((by) => records(by).slice(0, HEADER_WITHIN).map(headingOf)),
  };
}

/** Terminals colour what they print, and captured output keeps the colour's codes. */
export function withoutColour(line: string): string {
  return line.includes('\u001b') ? line.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '') : line;
}

function recordsOf(head: Buffer, whole: boolean, delimiter: Delimiter, file: TextFile): string[][] {
  const records: string[][] = [];
  const splitter = splitDelimited(
    delimiter,
    (record) => {
      const cells = cellTexts(record);
      if (!isBlankRecord(cells)) records.push(cells);
      return records.length < HEADER_WITHIN + LOOK_ROWS;
    },
    file.limits,
  );
  try {
    splitter.write(head);
    if (whole) splitter.end();
    else splitter.flush();
  } catch {
    // The wrong delimiter or no table at all: what came before is all that there is to look at.
  }
  return records;
}

/** Nothing in any cell, or a rule drawn under a header. */
export function isBlankRecord(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || RULE.test(cell));
}

const RULE = /^[-=+\s]*--[-=+\s]*$|^=+$/;

function directivesOf(head: Buffer): Directives {
  let bytes = 0;
  let delimiter: Delimiter | undefined;
  for (;;) {
    const line = /^[^\r\n]{0,300}(?:\r\n|\r|\n)/.exec(head.subarray(bytes, bytes + 400).toString('latin1'))?.[0];
    const told = line === undefined ? undefined : /^"?sep=([,;|\t])"?\s*$/i.exec(line)?.[1];
    if (line === undefined || (told === undefined && !/^"?#TYPE /.test(line))) return { bytes, delimiter };
    if (isDelimiter(told)) delimiter = told;
    bytes += line.length;
  }
}

function isDelimiter(text: string | undefined): text is Delimiter {
  return text === ',' || text === ';' || text === '\t' || text === '|';
}

function remembered<T>(make: (delimiter: Delimiter) => T): (delimiter: Delimiter) => T {
  const made = new Map<Delimiter, T>();
  return (delimiter) => {
    const known = made.get(delimiter) ?? make(delimiter);
    made.set(delimiter, known);
    return known;
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
