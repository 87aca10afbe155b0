import { z } from 'zod';
import { byCodeUnit } from '../kernel/order.ts';
import { CivilDate } from './civil-day.ts';

/** More than any form asks; a file that says more was not written by us. */
const MOST_QUESTIONS = 20_000;
const MOST_FORMS = 200;
const Name = z.string().trim().min(2).max(200);
const Words = z.string().max(32_767);

const about = {
  /** `Q-012`, as the form is read. */
  question: z.string().regex(/^Q-\d{3,6}$/, 'the id of a question, such as Q-012'),
  /** Its wording when it was looked at: another wording is another question. */
  asks: z.string().min(1).max(32_767),
  by: Name,
  on: CivilDate,
  /** The as-of day that the evidence was judged at; what was decided then is not decided for another day. */
  asOf: CivilDate,
};

/** A named person stands by an answer that the evidence does not carry. It is printed wherever the answer is. */
const Override = z.strictObject({ by: Name, because: z.string().trim().min(10).max(2_000) });

/** The proposed answer, taken as it stood then: to the letter, so that another one is never taken for it. */
const Accepted = z.strictObject({ ...about, state: z.literal('accepted'), answer: Words, comment: Words.nullable() });
const Edited = z.strictObject({
  ...about,
  state: z.literal('edited'),
  answer: Words.refine((text) => text.trim() !== '', 'an answer'),
  comment: Words.optional(),
  override: Override.optional(),
});
const Assigned = z.strictObject({ ...about, state: z.literal('assigned'), owner: Name, note: Words.optional() });

/** What one person decided about one question. */
export const ReviewEntry = z.discriminatedUnion('state', [Accepted, Edited, Assigned]);
export type ReviewEntry = z.output<typeof ReviewEntry>;
export type EditedEntry = z.output<typeof Edited>;
export type AcceptedEntry = z.output<typeof Accepted>;

const ReviewedForm = z.strictObject({
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/, 'the fingerprint of the form'),
  title: z.string().max(500),
  questions: z
    .array(ReviewEntry)
    .max(MOST_QUESTIONS)
    .refine((all) => new Set(all.map(({ question }) => question)).size === all.length, 'one entry a question'),
});

/** questionnaires/review.yaml: what people decided in `proofpack review`, one entry a question. */
export const Review = z.strictObject({ review: z.literal(1), forms: z.array(ReviewedForm).max(MOST_FORMS) });
export type Review = z.output<typeof Review>;

export const NO_REVIEW: Review = { review: 1, forms: [] };

/** Two forms may have one fingerprint: tables with the same heads. So the file's name tells them apart as well. */
export interface FormName {
  readonly fingerprint: string;
  readonly title: string;
}

export function entriesFor({ forms }: Review, form: FormName): readonly ReviewEntry[] {
  return forms.find((each) => isSame(each, form))?.questions ?? [];
}

/** How many decisions there are about another edition of the file: they say nothing about this one. */
export function decisionsOfOther({ forms }: Review, form: FormName): number {
  const others = forms.filter(({ fingerprint, title }) => title === form.title && fingerprint !== form.fingerprint);
  return others.reduce((sum, { questions }) => sum + questions.length, 0);
}

/** The same file with one question decided anew, or with no decision; forms and questions in a fixed order, so that it can be compared. */
export function withEntry(
  review: Review,
  form: FormName,
  { question, entry }: { readonly question: string; readonly entry: ReviewEntry | null },
): Review {
  const kept = entriesFor(review, form).filter((each) => each.question !== question);
  const questions = [...kept, ...(entry === null ? [] : [entry])].toSorted(byQuestion);
  const { fingerprint, title } = form;
  const others = review.forms.filter((each) => !isSame(each, form));
  const all = questions.length === 0 ? others : [...others, { fingerprint, title, questions }];
  return {
    review: 1,
    forms: all.toSorted((a, b) => byCodeUnit(a.title, b.title) || byCodeUnit(a.fingerprint, b.fingerprint)),
  };
}

function isSame(a: FormName, b: FormName): boolean {
  return a.fingerprint === b.fingerprint && a.title === b.title;
}

function byQuestion(a: ReviewEntry, b: ReviewEntry): number {
  return Number(a.question.slice(2)) - Number(b.question.slice(2));
}
