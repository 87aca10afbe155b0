import { ANSWER_COLUMNS, NEEDED_COLUMNS, REVIEW_TEXT } from '../../kernel/messages/questionnaire-words.ts';
import type { AnswerRow } from '../../model/answer-map.ts';

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The answer map as a table: one row a question. */
export function answerTable(rows: readonly AnswerRow[]): Table {
  return {
    head: ANSWER_COLUMNS,
    rows: rows.map((row) => [
      row.id,
      row.number ?? '',
      `${row.at.grid}!${row.at.ref}`,
      row.question,
      row.state,
      row.written.map(({ cell, text }) => `${cell}: ${text}`).join('\n'),
      row.ceiling ?? '',
      row.verdict ?? '',
      row.control ?? '',
      row.practices.join(', '),
      row.facts.join(', '),
      row.exhibits.join(', '),
      row.certainty,
      String(Math.round((row.candidates[0]?.score ?? 0) * 100) / 100),
      row.owner,
      row.because,
      row.earlier?.said ?? '',
      row.earlier?.contradiction ?? '',
      row.sameAs ?? '',
      reviewText(row),
      row.reviewed?.contradiction ?? '',
    ]),
  };
}

function reviewText({ reviewed }: AnswerRow): string {
  if (reviewed === null) return '';
  const { state, by, on, refused } = reviewed;
  return [REVIEW_TEXT[state](by, on), ...(refused === null ? [] : [REVIEW_TEXT.refused(refused)])].join('; ');
}

/** What a person has to answer, by whoever owns it: with what stands nearest, and what could be said. */
export function neededTable(rows: readonly AnswerRow[]): Table {
  const open = rows
    .filter(({ state }) => state === 'person')
    .toSorted((a, b) => (a.owner < b.owner ? -1 : a.owner > b.owner ? 1 : 0));
  return {
    head: NEEDED_COLUMNS,
    rows: open.map((row) => [
      row.owner,
      row.id,
      `${row.at.grid}!${row.at.ref}`,
      row.question,
      row.because,
      row.candidates
        .slice(0, 3)
        .map(({ control, title }) => `${control} ${title}`)
        .join('; '),
      row.proposed ?? '',
      row.earlier?.said ?? '',
    ]),
  };
}
