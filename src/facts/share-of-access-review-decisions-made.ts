import { defineFact, type FactDefinition } from './define-fact.ts';
import { decisionOf, isDecided, isOfPeriod, type Review, reviewText } from './kit/reviews.ts';
import { type Ask, type Entry, refutes, type Subjects, subjectFold, supports } from './kit/subjects.ts';
import { answerThings } from './kit/things.ts';

const KINDS = ['access-review'] as const;

const ask: Ask<Review> = {
  subject: (review, scope) => (isOfPeriod(review, scope) ? decisionOf(review) : undefined),
  judge: (review) => {
    const text = `${reviewText(review)}: ${review.verbatim}`;
    return isDecided(review) ? supports(text, { when: review.reviewed }) : refutes(text);
  },
};

const definition: FactDefinition = defineFact({
  question: 'What share of the accesses under review was decided on?',
  means: 'To keep or to remove is a decision; "not reviewed" and "do not know" are none.',
  from: KINDS,
  measures: 'share',
  start: (scope) => subjectFold<(typeof KINDS)[number]>(ask, 'thing', scope),
  answer: (subjects, scope) => answerThings({ from: KINDS, unit: 'review decision' }, withUndecided(subjects), scope),
});

export default definition;

/** What nobody decided has no day. It is part of the review all the same: beside what was decided on a day it must not be passed over. */
function withUndecided(subjects: Subjects): Subjects {
  const counted = new Set(subjects.entries);
  const open = subjects.all.filter((entry) => entry.isDateless && !isSupported(entry) && !counted.has(entry));
  return {
    ...subjects,
    entries: [...subjects.entries, ...open],
    undated: Math.max(0, subjects.undated - open.length),
  };
}

function isSupported({ ballot }: Entry): boolean {
  return (ballot.supports ?? ballot.weaklySupports) !== undefined;
}
