import { diagnostic } from '../../kernel/diagnostic.ts';
import { failure } from '../../kernel/failure.ts';
import { QUESTIONNAIRE_REASONS } from '../../kernel/messages/questionnaire.ts';
import type { Entry, Form, FormCell, Grid } from '../../model/questionnaire.ts';
import type { Archive } from '../archive/parts.ts';
import { rewrite } from '../archive/rewrite.ts';
import { type Edit, withEdits, xmlText } from '../archive/xml.ts';
import { guard, said } from '../guard.ts';
import type { OpenForm } from '../open.ts';
import { readTables, type WordCell } from './tables.ts';

const PART = 'word/document.xml';

/** A Word document by its tables: answers go into blank cells, drop-downs and boxes of it, and all else keeps its bytes. */
export function openDocx(path: string, archive: Archive): OpenForm {
  const xml = archive.text(PART) ?? '';
  const tables = tablesOf(path, xml).map((rows) => rows.map(onGrid));
  const form: Form = { kind: 'document', grids: tables.map((rows, index) => gridOf(`Table ${index + 1}`, rows)) };
  return {
    form,
    fill: ({ writings, allow }) => {
      const { written, refused } = guard({ form, writings, allow });
      const edits = written.flatMap(({ spot, entry }) => {
        const index = form.grids.findIndex(({ name }) => name === spot.grid);
        const cell = tables[index]?.[spot.row]?.[spot.column];
        return cell === undefined || cell === null ? [] : editsOf(cell, entry);
      });
      const bytes = edits.length === 0 ? archive.bytes : rewrite(archive, new Map([[PART, withEdits(xml, edits)]]));
      return { bytes, written, refused };
    },
  };
}

function tablesOf(path: string, xml: string): ReturnType<typeof readTables> {
  try {
    return readTables(xml);
  } catch (error) {
    const reason = QUESTIONNAIRE_REASONS.broken(error instanceof Error ? error.message : '');
    throw failure(diagnostic('form-refused', { path, reason }, { path }));
  }
}

/** A cell that spans several columns stands in its first one and covers the others. */
function onGrid(cells: readonly WordCell[]): readonly (WordCell | null)[] {
  return cells.flatMap((cell) => [
    cell,
    ...Array.from({ length: Math.max(0, Math.min(cell.columns, 64) - 1) }, () => null),
  ]);
}

function gridOf(name: string, rows: readonly (readonly (WordCell | null)[])[]): Grid {
  return {
    name,
    hidden: false,
    guarded: false,
    rowCount: rows.length,
    columnCount: Math.max(0, ...rows.map(({ length }) => length)),
    at: (row, column) => cellOf(rows[row]?.[column]),
  };
}

function cellOf(cell: WordCell | null | undefined): FormCell {
  const takes = takesOf(cell?.control ?? null);
  const open = cell !== undefined && cell !== null && !cell.covered;
  return {
    text: cell?.text ?? '',
    formula: false,
    // Where there is neither a paragraph nor a control, nothing can be put.
    locked: open && cell.paragraph === null && cell.control === null,
    hidden: false,
    bold: cell?.bold ?? false,
    span: open ? { rows: 1, columns: cell.columns } : null,
    takes,
    prompt: null,
  };
}

function takesOf(control: WordCell['control']): FormCell['takes'] {
  if (control?.tick === true) return { kind: 'tick', format: 'general' };
  if (control?.words != null) return { kind: 'list', words: control.words, format: 'text' };
  return { kind: 'anything', format: 'text' };
}

function editsOf({ control, paragraph }: WordCell, entry: Entry): readonly Edit[] {
  if (control !== null) {
    const [first, ...others] = control.texts;
    const shown = control.tick ? '☒' : xmlText(said(entry));
    return [
      ...(first === undefined ? [] : [{ ...first, text: shown }]),
      ...others.map((each) => ({ ...each, text: '' })),
      ...control.prompts.map((each) => ({ ...each, text: '' })),
      ...(control.checked === null ? [] : [{ ...control.checked, text: tickedXml(control.checked.tag) }]),
    ];
  }
  if (paragraph === null) return [];
  const { prefix, empty, from, to } = paragraph;
  const run = runXml(said(entry), prefix);
  return [{ from, to, text: empty ? `<${prefix}p>${run}</${prefix}p>` : run }];
}

function tickedXml(tag: string): string {
  const prefix = tag.includes(':') ? tag.slice(0, tag.indexOf(':') + 1) : '';
  return `<${tag} ${prefix}val="1"/>`;
}

function runXml(text: string, prefix: string): string {
  const lines = xmlText(text)
    .split('\n')
    .map((line) => `<${prefix}t xml:space="preserve">${line}</${prefix}t>`);
  return `<${prefix}r>${lines.join(`<${prefix}br/>`)}</${prefix}r>`;
}
