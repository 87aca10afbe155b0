import { sha256 } from '../../kernel/sha256.ts';
import type { FormLayout, FormProfile } from '../../model/form-profile.ts';
import type { Form, Grid, Question, Spot } from '../../model/questionnaire.ts';
import type { QuestionnaireWords } from '../../model/questionnaire-words.ts';
import { ANSWER_COLUMN } from '../listed.ts';
import { columnNumber } from '../xlsx/refs.ts';
import { layoutsOf } from './layouts.ts';
import { questionsOf } from './questions.ts';

export interface Finding {
  readonly fingerprint: string;
  readonly layouts: readonly FormLayout[];
  readonly questions: readonly Question[];
  /** The profile that said where everything is, instead of what was found. */
  readonly profile: FormProfile | null;
  /** What asks where the profile does not look: rows that were added to the form since, more likely than not. */
  readonly beyond: readonly Question[];
}

/** The questions of a form and where their answers go; a profile of the same form, saved before, has the say. */
export function findQuestions(
  form: Form,
  { words, profiles }: { readonly words: QuestionnaireWords; readonly profiles: readonly FormProfile[] },
): Finding {
  const found = form.grids.flatMap((grid) => layoutsOf(grid, words));
  const fingerprint = fingerprintOf(form, found);
  const profile = profiles.find((each) => each.fingerprint === fingerprint) ?? null;
  const layouts = profile?.layouts ?? found;
  const questions = questionsOf(form, layouts, words);
  const beyond = profile === null ? [] : questionsOf(form, found, words).filter(({ at }) => !looksAt(profile, at));
  return { fingerprint, layouts, questions, profile, beyond };
}

/** A row that the profile leaves out by number was looked at by whoever wrote it. */
function looksAt({ layouts }: FormProfile, { grid, row }: Spot): boolean {
  const seen = row + 1;
  return layouts.some(
    ({ grid: name, from, to, leaveOut }) => name === grid && ((seen >= from && seen <= to) || leaveOut.includes(seen)),
  );
}

/** By the names of its grids and their heads: next year's copy has other answers in it, and perhaps some questions more. */
function fingerprintOf(form: Form, layouts: readonly FormLayout[]): string {
  const heads = layouts.map(({ grid: name, head, columns }) => {
    const grid = form.grids.find((each) => each.name === name);
    const texts = Object.keys(columns).map((letters) => grid?.at(head - 1, columnNumber(letters)).text ?? '');
    return [name, head > 0 ? texts : Object.keys(columns), ...(grid?.refAt === undefined ? [] : everyText(grid))];
  });
  return sha256(new TextEncoder().encode(JSON.stringify([form.kind, form.grids.map(({ name }) => name), heads]))).slice(
    0,
    16,
  );
}

/** Fields and paragraphs have no heads of their own: what is one form and what another is told by all that they ask. */
function everyText(grid: Grid): readonly string[] {
  return Array.from({ length: grid.rowCount * grid.columnCount }, (_, index) => {
    const [row, column] = [Math.floor(index / grid.columnCount), index % grid.columnCount];
    // Not what is answered: a filled copy is the same form.
    return column === ANSWER_COLUMN ? '' : grid.at(row, column).text;
  });
}
