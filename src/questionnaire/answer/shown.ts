import type { Question, Writing } from '../../model/questionnaire.ts';
import type { QuestionnaireWords } from '../../model/questionnaire-words.ts';
import { said } from '../guard.ts';

/** What an answer looks like to a person: the word in its cell, or the box that is marked. */
export function shownAnswer(
  { cells }: Question,
  writings: readonly Writing[],
  { sayings }: QuestionnaireWords,
): string | null {
  const [main] = writings;
  if (main === undefined) return null;
  const box = cells.boxes.find(({ spot }) => isSame(spot, main.spot));
  return box === undefined ? said(main.entry) : (sayings[box.says][0] ?? box.says);
}

export function shownComment({ cells }: Question, writings: readonly Writing[]): string | null {
  const { comment } = cells;
  const beside = comment === null ? undefined : writings.slice(1).find(({ spot }) => isSame(spot, comment));
  return beside === undefined ? null : said(beside.entry);
}

function isSame(a: Writing['spot'], b: Writing['spot']): boolean {
  return a.grid === b.grid && a.row === b.row && a.column === b.column;
}
