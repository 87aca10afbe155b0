import { ANSWER_WORDS as WORDS } from '../../kernel/messages/questionnaire-words.ts';
import type { EarlierAnswer } from '../../model/answer-map.ts';
import type { Ceiling } from '../../model/assessment.ts';
import type { Form, Question, Saying } from '../../model/questionnaire.ts';
import type { QuestionnaireWords } from '../../model/questionnaire-words.ts';
import { plain, sayingOf } from '../find/words.ts';
import { saysMore } from './judged.ts';

/** What a filled form says, by its questions: last year's copy, or what stands in this one already. */
export interface Said {
  readonly text: string;
  readonly saying: Saying | null;
  readonly comment: string | null;
  readonly from: string;
}

export function saidIn(form: Form, question: Question, words: QuestionnaireWords, from: string): Said | null {
  const textAt = (spot: Question['cells']['answer']) =>
    spot === null
      ? ''
      : (form.grids
          .find(({ name }) => name === spot.grid)
          ?.at(spot.row, spot.column)
          .text.trim() ?? '');
  const comment = textAt(question.cells.comment);
  const rest = { comment: comment === '' ? null : comment, from };
  const marked = question.cells.boxes.find(({ spot }) => textAt(spot) !== '');
  if (marked !== undefined) return { text: words.sayings[marked.says][0] ?? marked.says, saying: marked.says, ...rest };
  const text = textAt(question.cells.answer);
  return text === '' ? null : { text, saying: sayingIn(text, words), ...rest };
}

/** `Yes. All users are covered.` says yes. */
export function sayingIn(text: string, words: QuestionnaireWords): Saying | null {
  return sayingOf(text, words) ?? sayingOf(text.split(/[.,;:–—-]/)[0] ?? '', words) ?? null;
}

/** Answers of an earlier form, by the wording of their questions: numbers change from year to year, wordings seldom. */
export function earlierAnswers(
  form: Form,
  questions: readonly Question[],
  { words, from }: { readonly words: QuestionnaireWords; readonly from: string },
): ReadonlyMap<string, Said> {
  return new Map(
    questions.flatMap((question) => {
      const said = saidIn(form, question, words, from);
      return said === null ? [] : [[plain(question.text), said] as const];
    }),
  );
}

/** What was said before, and whether the evidence carries it today. */
export function heldAgainst(
  { text, saying, comment, from }: Said,
  judged: { readonly ceiling: Ceiling; readonly text: string; readonly adverse: boolean } | null,
): EarlierAnswer {
  const claim = saying === 'yes' || saying === 'no' || saying === 'partly' ? saying : null;
  const more = judged !== null && claim !== null && saysMore(claim, judged.ceiling, judged);
  return { said: text, comment, from, contradiction: more ? WORDS.overClaim(text, judged.ceiling, judged.text) : null };
}
