import { REVIEW_REASONS as REASONS, ANSWER_WORDS as WORDS } from '../../kernel/messages/questionnaire-words.ts';
import type { Reviewed } from '../../model/answer-map.ts';
import type { Match } from '../../model/match.ts';
import type { Question } from '../../model/questionnaire.ts';
import type { ReviewEntry } from '../../model/review.ts';
import { plain } from '../find/words.ts';
import type { Decision, Setting } from './decide.ts';
import { edited } from './edited.ts';
import { shownAnswer, shownComment } from './shown.ts';

/** What people decided about a question; of one that is asked twice, about its other places too. */
export interface ReviewedBy {
  readonly entryFor: (question: Question) => ReviewEntry | undefined;
  /** Set when two places of one question were answered in two ways. */
  readonly disagreeing: (question: Question) => readonly string[];
}

export interface Reviewing {
  readonly question: Question;
  readonly match: Match;
  readonly setting: Setting;
  readonly by?: ReviewedBy | undefined;
}

interface Decided {
  readonly decision: Decision;
  readonly reviewed: Reviewed | null;
}

/** Entries by their question and its wording; an answer to a question is one to the same question elsewhere in the form. */
export function reviewedBy(entries: readonly ReviewEntry[], questions: readonly Question[]): ReviewedBy {
  const own = new Map(entries.map((entry) => [entry.question, entry]));
  const same = new Map<string, ReviewEntry[]>();
  for (const question of questions) {
    const entry = own.get(question.id);
    if (entry !== undefined) same.set(keyOf(question), [...(same.get(keyOf(question)) ?? []), entry]);
  }
  const answersOf = (question: Question) =>
    (same.get(keyOf(question)) ?? []).filter((entry) => entry.state !== 'assigned' && isAbout(entry, question));
  return {
    entryFor: (question) => own.get(question.id) ?? answersOf(question).find(({ state }) => state === 'edited'),
    disagreeing: (question) => {
      const answers = answersOf(question);
      const different = new Set(answers.map((entry) => ('answer' in entry ? plain(entry.answer) : '')));
      return different.size > 1 ? answers.map((entry) => entry.question) : [];
    },
  };
}

function keyOf({ text, onlyIf }: Question): string {
  return `${onlyIf?.question ?? ''} ${plain(text)}`;
}

function isAbout(entry: ReviewEntry, question: Question): boolean {
  return plain(entry.asks) === plain(question.text);
}

/**
 * A person's decision held against the form and the evidence as they are today. The file that it comes from may have been written by
 * anybody: what does not hold is left to a person, and told.
 */
export function underReview(proposal: Decision, { question, match, setting, by }: Reviewing): Decided {
  const entry = by?.entryFor(question);
  if (by === undefined || entry === undefined) return { decision: proposal, reviewed: null };
  const refuse = (because: string): Decided => refused(proposal, entry, { because, contradiction: null });
  if (!isAbout(entry, question)) return refuse(REASONS.otherWording());
  const { asOf } = setting.findings.engagement;
  if (entry.asOf !== asOf) return refuse(REASONS.otherDay(entry.asOf, asOf));
  const others = by.disagreeing(question);
  if (entry.state !== 'assigned' && others.length > 0) return refuse(REASONS.twoAnswers(others));
  switch (entry.state) {
    case 'assigned':
      return { decision: assigned(proposal, entry), reviewed: told(entry) };
    case 'accepted':
      return isStill(entry, { proposal, question, setting })
        ? { decision: proposal, reviewed: told(entry) }
        : refuse(REASONS.changed());
    case 'edited': {
      const made = edited(entry, { proposal, question, match, setting });
      if ('refused' in made)
        return refused(proposal, entry, { because: made.refused, contradiction: made.contradiction });
      return { decision: made.decision, reviewed: { ...told(entry), contradiction: made.contradiction } };
    }
  }
}

/** What was accepted is what would be written today, to the letter. */
function isStill(
  entry: { readonly answer: string; readonly comment: string | null },
  { proposal, question, setting }: { proposal: Decision; question: Question; setting: Setting },
): boolean {
  if (proposal.writings.length === 0) return false;
  const comment = shownComment(question, proposal.writings);
  return entry.answer === shownAnswer(question, proposal.writings, setting.words) && entry.comment === comment;
}

function assigned(proposal: Decision, entry: ReviewEntry & { readonly state: 'assigned' }): Decision {
  const because = REASONS.assigned(entry.owner, entry.by, entry.note ?? '');
  return { ...left(proposal), because, owner: entry.owner };
}

function refused(
  proposal: Decision,
  entry: ReviewEntry,
  { because, contradiction }: { readonly because: string; readonly contradiction: string | null },
): Decided {
  const reviewed = { ...told(entry), refused: because, contradiction, override: null };
  return { decision: { ...left(proposal), because: WORDS.reviewRefused(entry.by, because) }, reviewed };
}

/** Nothing is written; what could have been stays in sight for whoever answers. */
function left(proposal: Decision): Decision {
  const proposed = proposal.proposed ?? proposal.comment;
  return { ...proposal, state: 'person', says: null, writings: [], proposed };
}

function told(entry: ReviewEntry): Reviewed {
  const { state, by, on } = entry;
  const override = entry.state === 'edited' ? (entry.override ?? null) : null;
  return { state, by, on, refused: null, contradiction: null, override };
}
