import { diagnostic } from '../../kernel/diagnostic.ts';
import { failure } from '../../kernel/failure.ts';
import { QUESTIONNAIRE_REASONS } from '../../kernel/messages/questionnaire-words.ts';
import type { Form, Grid } from '../../model/questionnaire.ts';
import type { Edit } from '../archive/xml.ts';
import { withEdits } from '../archive/xml.ts';
import { guard, said } from '../guard.ts';
import { PLAIN } from '../listed.ts';
import type { OpenForm } from '../open.ts';

interface Field {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

interface Table {
  readonly delimiter: string;
  readonly lines: readonly (readonly Field[])[];
}

const DELIMITERS = [',', ';', '\t', '|'];

/** A CSV file as one table; a filled field takes the place of the old one and every other character stays. */
export function openCsv(path: string, bytes: Uint8Array): OpenForm {
  const text = textOf(path, bytes);
  const table = readTable(text);
  const grid = gridOf(table);
  const form: Form = { kind: 'csv', grids: [grid] };
  return {
    form,
    fill: ({ writings, allow }) => {
      const { written, refused } = guard({ form, writings, allow });
      const edits = written.flatMap(({ spot, entry }) => editOf(table, spot, harmless(said(entry))));
      return { bytes: new TextEncoder().encode(withEdits(text, edits)), written, refused };
    },
  };
}

function textOf(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw failure(diagnostic('form-refused', { path, reason: QUESTIONNAIRE_REASONS.notUtf8File() }, { path }));
  }
}

/** The delimiter that makes the most columns of the same number in the first lines. */
function readTable(text: string): Table {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const tried = DELIMITERS.map((delimiter) => ({ delimiter, lines: split(text, delimiter, start) }));
  const score = ({ lines }: Table) => {
    const sizes = lines.slice(0, 50).map(({ length }) => length);
    const most = Math.max(0, ...sizes);
    return most < 2 ? 0 : sizes.filter((size) => size > 1).length * 100 + most;
  };
  return tried.reduce((best, each) => (score(each) > score(best) ? each : best));
}

function split(text: string, delimiter: string, start: number): readonly (readonly Field[])[] {
  const lines: Field[][] = [];
  let line: Field[] = [];
  let at = start;
  while (at < text.length) {
    const { field, next } = fieldAt(text, at, delimiter);
    line.push(field);
    at = next;
    if (text[at] === delimiter) {
      at += 1;
      if (at === text.length || /[\r\n]/.test(text[at] ?? '')) line.push({ text: '', from: at, to: at });
      else continue;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    lines.push(line);
    line = [];
  }
  return lines;
}

function fieldAt(text: string, at: number, delimiter: string): { readonly field: Field; readonly next: number } {
  if (text[at] !== '"') {
    let end = at;
    while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
    return { field: { text: text.slice(at, end), from: at, to: end }, next: end };
  }
  let end = at + 1;
  while (end < text.length && !(text[end] === '"' && text[end + 1] !== '"')) end += text[end] === '"' ? 2 : 1;
  const inside = text.slice(at + 1, Math.min(end, text.length)).replaceAll('""', '"');
  let next = Math.min(end + 1, text.length);
  while (next < text.length && text[next] !== delimiter && text[next] !== '\n' && text[next] !== '\r') next += 1;
  return { field: { text: inside, from: at, to: next }, next };
}

function gridOf({ lines }: Table): Grid {
  const columnCount = lines.reduce((most, { length }) => Math.max(most, length), 0);
  return {
    name: 'CSV',
    hidden: false,
    guarded: false,
    rowCount: lines.length,
    columnCount,
    at: (row, column) => ({ ...PLAIN, text: lines[row]?.[column]?.text ?? '' }),
  };
}

function editOf(
  { lines, delimiter }: Table,
  { row, column }: { row: number; column: number },
  text: string,
): readonly Edit[] {
  const line = lines[row];
  const last = line?.at(-1);
  if (line === undefined || last === undefined) return [];
  const written =
    /["\r\n]/.test(text) || text.includes(delimiter) || /^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const field = line[column];
  if (field !== undefined) return [{ from: field.from, to: field.to, text: written }];
  return [{ from: last.to, to: last.to, text: delimiter.repeat(column - line.length + 1) + written }];
}

/** A spreadsheet would take these for formulas when it opens the file; the sign before them says that they are text. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
