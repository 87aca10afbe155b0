import type { FormLayout } from '../../model/form-profile.ts';
import type { ColumnRole, Grid, Saying } from '../../model/questionnaire.ts';
import type { QuestionnaireWords } from '../../model/questionnaire-words.ts';
import { columnName } from '../xlsx/refs.ts';
import { answerColumn } from './answer-column.ts';
import { labelled } from './labelled.ts';
import { looksAsked, roleOf, sayingOf, wordCount } from './words.ts';

export interface Found {
  readonly layout: FormLayout;
  readonly because: readonly string[];
}

interface Head {
  readonly row: number;
  readonly roles: ReadonlyMap<number, ColumnRole>;
  readonly boxes: ReadonlyMap<number, Saying>;
}

/** So wide and deep nothing but questions and answers was ever seen; what lies beyond is not looked at for heads. */
const WIDEST = 64;

/** Where a grid has its questions: below each row of heads, or without one where texts are that ask. */
export function layoutsOf(grid: Grid, words: QuestionnaireWords): readonly FormLayout[] {
  const width = Math.min(grid.columnCount, WIDEST);
  const heads: Head[] = [];
  for (let row = 0; row < grid.rowCount; row += 1) {
    const head = headAt(grid, row, { width, words });
    if (head !== undefined) heads.push(head);
  }
  if (heads.length === 0) return labelled(grid, width, words) ?? headless(grid, width, words);
  return heads.flatMap((head, index) => {
    const to = (heads[index + 1]?.row ?? grid.rowCount) - 1;
    return to > head.row ? (belowHead(grid, head, { to, width, words }) ?? []) : [];
  });
}

interface Manner {
  readonly width: number;
  readonly words: QuestionnaireWords;
}

/** A row of heads names where the question is, or two things that go with one. */
function headAt(grid: Grid, row: number, { width, words }: Manner): Head | undefined {
  const roles = new Map<number, ColumnRole>();
  const boxes = new Map<number, Saying>();
  let asked = 0;
  for (let column = 0; column < width; column += 1) {
    const { text, span } = grid.at(row, column);
    if (span === null || text.trim() === '') continue;
    const saying = sayingOf(text, words);
    if (saying !== undefined) boxes.set(column, saying);
    if (looksAsked(text, words) && wordCount(text) > 5) asked += 1;
    const role = saying === undefined ? roleOf(text, words)?.role : undefined;
    if (role !== undefined && ![...roles.values()].includes(role)) roles.set(column, role);
  }
  const has = (...wanted: readonly ColumnRole[]) => wanted.some((role) => [...roles.values()].includes(role));
  if (boxes.size < 2 || new Set(boxes.values()).size < boxes.size) boxes.clear();
  const named = has('question') && (has('answer', 'comment', 'evidence', 'number') || boxes.size > 0);
  const told = has('answer') && (has('comment', 'evidence', 'number', 'section') || boxes.size > 0);
  return asked === 0 && (named || told) ? { row, roles, boxes } : undefined;
}

function belowHead(
  grid: Grid,
  { row, roles, boxes }: Head,
  { to, ...manner }: Manner & { to: number },
): FormLayout | undefined {
  const from = row + 1;
  const columns = new Map(roles);
  let question = [...columns].find(([, role]) => role === 'question')?.[0];
  if (question === undefined) {
    question = longestTexts(grid, { from, to, ...manner }, new Set(columns.keys()));
    if (question === undefined) return undefined;
    columns.set(question, 'question');
  }
  if (![...columns.values()].includes('answer') && boxes.size === 0) {
    const taken = new Set(columns.keys());
    const answer = answerColumn(grid, {
      question,
      from,
      to,
      taken,
      hasComment: [...columns.values()].includes('comment'),
    });
    if (answer !== undefined) columns.set(answer, 'answer');
    else if (![...columns.values()].some((role) => role === 'comment' || role === 'evidence')) return undefined;
  }
  return { grid: grid.name, head: row + 1, from: from + 1, to: to + 1, ...named(columns, boxes), leaveOut: [] };
}

function named(
  columns: ReadonlyMap<number, ColumnRole>,
  boxes: ReadonlyMap<number, Saying>,
): Pick<FormLayout, 'columns' | 'boxes' | 'below'> {
  return {
    columns: Object.fromEntries([...columns].map(([column, role]) => [columnName(column), role])),
    boxes: Object.fromEntries([...boxes].map(([column, says]) => [columnName(column), says])),
    below: {},
  };
}

/** Without heads: a column in which several texts ask, and beside it a place that is left open. */
const FEWEST_ASKED = 2;

function headless(grid: Grid, width: number, words: QuestionnaireWords): readonly FormLayout[] {
  const asked = Array.from({ length: width }, (_, column) =>
    rowsOf(grid).filter((row) => grid.at(row, column).span !== null && looksAsked(grid.at(row, column).text, words)),
  );
  const question = asked.reduce((best, rows, column) => (rows.length > (asked[best]?.length ?? 0) ? column : best), 0);
  const rows = asked[question] ?? [];
  const [first] = rows;
  const last = rows.at(-1);
  if (rows.length < FEWEST_ASKED || first === undefined || last === undefined) return [];
  const answer = answerColumn(grid, { question, from: first, to: last, taken: new Set([question]), hasComment: false });
  if (answer === undefined) return [];
  const columns = new Map<number, ColumnRole>([
    [question, 'question'],
    [answer, 'answer'],
  ]);
  return [{ grid: grid.name, head: 0, from: first + 1, to: last + 1, ...named(columns, new Map()), leaveOut: [] }];
}

function longestTexts(
  grid: Grid,
  { from, to, width, words }: Manner & { from: number; to: number },
  taken: ReadonlySet<number>,
): number | undefined {
  let best: { column: number; asked: number } | undefined;
  for (let column = 0; column < width; column += 1) {
    if (taken.has(column)) continue;
    let asked = 0;
    for (let row = from; row <= to; row += 1) asked += looksAsked(grid.at(row, column).text, words) ? 1 : 0;
    if (asked > (best?.asked ?? 0)) best = { column, asked };
  }
  return best?.column;
}

function rowsOf(grid: Grid): readonly number[] {
  return Array.from({ length: grid.rowCount }, (_, row) => row);
}
