import type { Condition, FormCell, Grid, Takes } from '../model/questionnaire.ts';

/** One question of a form that is no table: a field, an item, a paragraph. */
export interface Listed {
  /** What people call it: the name of a field, the id of an item. */
  readonly name: string;
  readonly section: string;
  readonly text: string;
  readonly guidance?: string;
  readonly takes: Takes;
  /** What stands there already. */
  readonly answer: string;
  readonly locked?: boolean;
  readonly hidden?: boolean;
  readonly asksIf?: Condition;
}

/** Heads as vocabulary/questionnaires.yaml knows them. */
const HEADS = ['ID', 'Section', 'Question', 'Guidance', 'Answer'];
export const ANSWER_COLUMN = HEADS.indexOf('Answer');
const QUESTION_COLUMN = HEADS.indexOf('Question');

/** A cell in which nothing is and anything may be. */
export const PLAIN: FormCell = {
  text: '',
  formula: false,
  locked: false,
  hidden: false,
  bold: false,
  span: { rows: 1, columns: 1 },
  takes: { kind: 'anything', format: 'general' },
  prompt: null,
};

/** Such questions as a table with heads, so that all else is done with them as with any other; row 1 is the first of them. */
export function gridOfList(name: string, list: readonly Listed[]): Grid {
  return {
    name,
    hidden: false,
    guarded: false,
    rowCount: list.length + 1,
    columnCount: HEADS.length,
    refAt: (row) => list[row - 1]?.name ?? '',
    at: (row, column) => {
      const each = list[row - 1];
      if (row === 0) return { ...PLAIN, text: HEADS[column] ?? '', bold: true };
      return each === undefined ? PLAIN : cellOf(each, column);
    },
  };
}

function cellOf(
  { name, section, text, guidance = '', takes, answer, locked, hidden, asksIf }: Listed,
  column: number,
): FormCell {
  if (column === ANSWER_COLUMN) return { ...PLAIN, text: answer, takes, locked: locked ?? false };
  const told = [name, section, text, guidance][column] ?? '';
  const asks = column === QUESTION_COLUMN && asksIf !== undefined ? { asksIf } : {};
  return { ...PLAIN, text: told, hidden: hidden ?? false, ...asks };
}
