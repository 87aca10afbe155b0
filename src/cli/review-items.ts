import { basename } from 'node:path';
import { sha256 } from '../kernel/sha256.ts';
import type { AnswerRow } from '../model/answer-map.ts';
import type { Form, Grid, Question, Spot } from '../model/questionnaire.ts';
import { entriesFor, type Review } from '../model/review.ts';
import {
  type Answered,
  answerAll,
  answerRows,
  guard,
  reviewedBy,
  shownAnswer,
  shownComment,
  writingsOf,
} from '../questionnaire/index.ts';
import type { CellRole, Item, Source } from '../review/index.ts';
import type { JudgedForm } from './answering.ts';

/** Every question as a person decides about it; nothing is written, so that a large form costs no more than its questions. */
export function itemsOf(judged: JudgedForm, review: Review): readonly Item[] {
  const { form, finding, words, matches, allow, path } = judged;
  const { questions, fingerprint } = finding;
  const entries = entriesFor(review, { fingerprint, title: basename(path) });
  const answered = answerAll({
    form,
    findings: judged.judged.shown,
    words,
    questions,
    matches,
    earlier: new Map(),
    overwrite: allow.has('filled'),
    reviewedBy: reviewedBy(entries, questions),
  });
  const rows = new Map(
    answerRows(answered, guard({ form, writings: writingsOf(answered), allow })).map((row) => [row.id, row]),
  );
  const own = new Map(entries.map((entry) => [entry.question, entry]));
  return answered.flatMap((each) => {
    const row = rows.get(each.question.id);
    if (row === undefined) return [];
    const entry = own.get(row.id) ?? null;
    const proposal = proposalOf(each, row, judged);
    return [{ ...placeOf(each.question, form), row, entry, proposal, version: versionOf(row, entry, proposal) }];
  });
}

/** What the evidence alone would write, and only what its cells take. */
function proposalOf({ question, proposal, state }: Answered, row: AnswerRow, judged: JudgedForm): Item['proposal'] {
  const { form, words, allow } = judged;
  const untouched = row.reviewed === null;
  if (untouched && state !== 'filled' && state !== 'stated') return null;
  const { refused } = guard({ form, writings: proposal.writings.slice(0, 1), allow });
  const answer = shownAnswer(question, proposal.writings, words);
  return answer === null || refused.length > 0 ? null : { answer, comment: shownComment(question, proposal.writings) };
}

/** Of everything that somebody who decides has seen. */
function versionOf(row: AnswerRow, entry: Item['entry'], proposal: Item['proposal']): string {
  const { state, because, certainty, control, ceiling, reviewed } = row;
  const seen = [row.question, state, because, certainty, control, ceiling, reviewed, entry, proposal];
  return sha256(new TextEncoder().encode(JSON.stringify(seen))).slice(0, 24);
}

function placeOf(question: Question, form: Form): Pick<Item, 'question' | 'source' | 'takes' | 'prompt'> {
  const { cells } = question;
  const spot = cells.answer ?? cells.boxes[0]?.spot ?? cells.comment;
  const grid = form.grids.find(({ name }) => name === question.at.grid);
  const cell = spot === null ? undefined : grid?.at(spot.row, spot.column);
  return {
    question,
    source: grid === undefined ? { columns: [], rows: [] } : sourceOf(question, grid),
    takes: cell?.takes ?? null,
    prompt: cell?.prompt ?? null,
  };
}

const ROWS_AROUND = 2;
const MOST_COLUMNS = 8;
const LONGEST_CELL = 300;

/** A few rows around the question, as far as its own columns reach. */
function sourceOf(question: Question, grid: Grid): Source {
  const { row } = question.at;
  const spots = spotsOf(question);
  const last = Math.max(...spots.map(({ column }) => column));
  const first = Math.max(0, last - MOST_COLUMNS + 1);
  const columns = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const around = Array.from({ length: ROWS_AROUND * 2 + 1 }, (_, index) => row - ROWS_AROUND + index);
  const answers = [question.cells.answer, ...question.cells.boxes.map(({ spot }) => spot)];
  const roleAt = (at: number, column: number): CellRole => {
    const is = (spot: Spot | null) => spot?.row === at && spot.column === column;
    if (is(question.at)) return 'question';
    if (answers.some(is)) return 'answer';
    return spots.some(is) ? 'next' : 'other';
  };
  return {
    columns: columns.map(letters),
    rows: around
      .filter((at) => at >= 0 && at < grid.rowCount)
      .map((at) => ({
        name: String(at + 1),
        here: at === row,
        cells: columns.map((column) => ({
          text: grid.at(at, column).text.slice(0, LONGEST_CELL),
          role: roleAt(at, column),
        })),
      })),
  };
}

function spotsOf({ at, cells }: Question): readonly Spot[] {
  const { answer, comment, evidence, ownership, boxes } = cells;
  return [at, answer, comment, evidence, ownership, ...boxes.map(({ spot }) => spot)].filter((spot) => spot !== null);
}

/** As a spreadsheet names its columns. */
function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}
