import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Form, FormCell, Grid } from '../../src/model/questionnaire.ts';
import { QuestionnaireWords } from '../../src/model/questionnaire-words.ts';

const file = fileURLToPath(new URL('../../vocabulary/questionnaires.yaml', import.meta.url));
export const WORDS = QuestionnaireWords.parse(parse(readFileSync(file, 'utf8')));

/** A cell that takes one of these words. */
export const picks = (...words: readonly string[]): Partial<FormCell> => ({
  takes: { kind: 'list', words, format: 'general' },
});
export const open: Partial<FormCell> = { locked: false };
export const covered: Partial<FormCell> = { span: null };
export const bold = (text: string): Partial<FormCell> => ({ text, bold: true });

const PLAIN: FormCell = {
  text: '',
  formula: false,
  locked: false,
  hidden: false,
  bold: false,
  span: { rows: 1, columns: 1 },
  takes: { kind: 'anything', format: 'general' },
  prompt: null,
};

export function grid(rows: readonly (readonly (string | Partial<FormCell>)[])[], more: Partial<Grid> = {}): Grid {
  const guarded = more.guarded ?? false;
  return {
    name: 'Sheet1',
    hidden: false,
    guarded,
    rowCount: rows.length,
    columnCount: Math.max(0, ...rows.map(({ length }) => length)),
    at: (row, column) => {
      const cell = rows[row]?.[column] ?? '';
      return { ...PLAIN, locked: guarded, ...(typeof cell === 'string' ? { text: cell } : cell) };
    },
    ...more,
  };
}

export const form = (...grids: readonly Grid[]): Form => ({ kind: 'workbook', grids });
