import { QUESTIONNAIRE_REASONS as REASONS } from '../../kernel/messages/questionnaire-words.ts';
import type { FormLayout } from '../../model/form-profile.ts';
import type { ColumnRole, Form, Grid, Question, Saying, Spot } from '../../model/questionnaire.ts';
import type { QuestionnaireWords } from '../../model/questionnaire-words.ts';
import { cellName, columnNumber } from '../xlsx/refs.ts';
import { labelRole } from './labelled.ts';
import { looksAsked, waitsFor, wordCount } from './words.ts';

/** Every question of a form by where its layouts say that they stand, in the order of the form. */
export function questionsOf(
  form: Form,
  layouts: readonly FormLayout[],
  words: QuestionnaireWords,
): readonly Question[] {
  const found: Question[] = [];
  for (const grid of form.grids) {
    for (const layout of layouts.filter((each) => each.grid === grid.name)) {
      let asked: Question | undefined;
      let section: string | null = null;
      for (const row of rowsOf(layout, grid)) {
        const line = lineOf(grid, layout, row);
        if (line === undefined || isAnswerOf(asked, row, layout)) continue;
        if (isHeading(line, { layout, words })) {
          section = line.text;
          continue;
        }
        const said = waitsFor(line.text, words);
        const question = questionOf(line, { id: idOf(found.length), section, layout, words, said, before: asked });
        if (said === undefined) asked = question;
        found.push(question);
      }
    }
  }
  return found;
}

/** A row that holds the answer of the question above it, or the label of it. */
function isAnswerOf(before: Question | undefined, row: number, { below }: FormLayout): boolean {
  const rows = Object.values(below).map((place) => place.rows);
  return before !== undefined && rows.length > 0 && row <= before.at.row + Math.max(...rows);
}

const idOf = (before: number) => `Q-${String(before + 1).padStart(3, '0')}`;

function rowsOf({ from, to, leaveOut }: FormLayout, { rowCount }: Grid): readonly number[] {
  const last = Math.min(to, rowCount);
  return Array.from({ length: Math.max(0, last - from + 1) }, (_, index) => from - 1 + index).filter(
    (row) => !leaveOut.includes(row + 1),
  );
}

interface Line {
  readonly grid: Grid;
  readonly row: number;
  readonly text: string;
  readonly at: ReadonlyMap<ColumnRole, number>;
  readonly boxes: readonly { readonly column: number; readonly says: Saying }[];
}

function lineOf(grid: Grid, layout: FormLayout, row: number): Line | undefined {
  const at = new Map(Object.entries(layout.columns).map(([letters, role]) => [role, columnNumber(letters)] as const));
  const boxes = Object.entries(layout.boxes).map(([letters, says]) => ({ column: columnNumber(letters), says }));
  const question = at.get('question');
  if (question === undefined) return undefined;
  const cell = grid.at(row, question);
  const text = cell.text.trim();
  if (text !== '' && cell.span !== null) return { grid, row, text, at, boxes };
  // A heading often stands in the first column and is merged over the question.
  const left = Array.from({ length: question }, (_, column) => grid.at(row, column)).find(
    (each) => each.text.trim() !== '',
  );
  return left !== undefined && cell.span === null ? { grid, row, text: left.text.trim(), at, boxes } : undefined;
}

/** A heading covers the place of the answer, or leaves nothing to be filled and does not ask. */
function isHeading(
  { grid, row, text, at, boxes }: Line,
  { layout, words }: { readonly layout: FormLayout; readonly words: QuestionnaireWords },
): boolean {
  const { answer: under } = layout.below;
  if (under !== undefined) return !hasLabel(grid, { row: row + under.rows, before: columnNumber(under.column) }, words);
  const question = grid.at(row, at.get('question') ?? 0);
  const places = [at.get('answer'), at.get('comment'), ...boxes.map(({ column }) => column)].filter(
    (each) => each !== undefined,
  );
  if (question.span === null || places.some((column) => grid.at(row, column).span === null)) return true;
  const answer = places[0] === undefined ? undefined : grid.at(row, places[0]);
  // What is reckoned by a formula was never asked for.
  if (answer?.formula === true) return true;
  if (looksAsked(text, words)) return false;
  const number = at.get('number');
  const numbered = number !== undefined && grid.at(row, number).text.trim() !== '';
  const picks = answer !== undefined && answer.takes.kind !== 'anything';
  const open = answer !== undefined && grid.guarded && !answer.locked;
  if (picks || open) return false;
  // A statement in plain type asks as well: whether it is so.
  return question.bold || (wordCount(text) < 3 && !numbered);
}

/** Whether the cell before a place says that an answer is wanted there. */
function hasLabel(
  grid: Grid,
  { row, before }: { readonly row: number; readonly before: number },
  words: QuestionnaireWords,
): boolean {
  return Array.from({ length: before }, (_, column) => grid.at(row, column).text.trim()).some(
    (text) => labelRole(text, words) === 'answer',
  );
}

interface Around {
  readonly id: string;
  readonly section: string | null;
  readonly layout: FormLayout;
  readonly words: QuestionnaireWords;
  readonly said: Saying | undefined;
  readonly before: Question | undefined;
}

function questionOf({ grid, row, text, at, boxes }: Line, { id, section, layout, said, before }: Around): Question {
  const ref = (column: number) => grid.refAt?.(row, column) ?? cellName(row, column);
  const spotAt = (column: number): Spot => ({ grid: grid.name, row, column, ref: ref(column) });
  const spot = (column: number | undefined): Spot | null => (column === undefined ? null : spotAt(column));
  const told = (role: ColumnRole) => {
    const column = at.get(role);
    const words = column === undefined ? '' : grid.at(row, column).text.trim();
    return words === '' ? null : words;
  };
  const under = (role: 'answer' | 'comment' | 'evidence'): Spot | null => {
    const place = layout.below[role];
    if (place === undefined) return spot(at.get(role));
    const [lower, column] = [row + place.rows, columnNumber(place.column)];
    return { grid: grid.name, row: lower, column, ref: cellName(lower, column) };
  };
  const cells = {
    answer: under('answer'),
    boxes: boxes.map(({ column, says }) => ({ says, spot: spotAt(column) })),
    comment: under('comment'),
    evidence: under('evidence'),
    ownership: spot(at.get('ownership')),
  };
  const answer = cells.answer === null ? undefined : grid.at(cells.answer.row, cells.answer.column);
  const { asksIf } = grid.at(row, at.get('question') ?? 0);
  return {
    id,
    number: told('number'),
    text,
    section: told('section') ?? section,
    guidance: told('guidance'),
    at: spotAt(at.get('question') ?? 0),
    hidden: grid.hidden || grid.at(row, at.get('question') ?? 0).hidden,
    onlyIf: said === undefined || before === undefined ? null : { question: before.id, said },
    ...(asksIf === undefined ? {} : { asksIf }),
    cells,
    because: [
      layout.head > 0 ? REASONS.belowHead(layout.head) : REASONS.asks(),
      ...(answer?.takes.kind === 'list' ? [REASONS.picks(answer.takes.words ?? [])] : []),
      ...(answer !== undefined && grid.guarded && !answer.locked ? [REASONS.leftOpen()] : []),
      ...(boxes.length > 0 ? [REASONS.boxes(boxes.length)] : []),
    ],
  };
}
