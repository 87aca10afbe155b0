import { ANSWER_WORDS as WORDS } from '../../kernel/messages/questionnaire-words.ts';
import type { AnswerRow, EarlierAnswer, Reviewed } from '../../model/answer-map.ts';
import type { Match, Matcher } from '../../model/match.ts';
import type { Question, Writing } from '../../model/questionnaire.ts';
import { plain } from '../find/words.ts';
import { said as saidText } from '../guard.ts';
import type { Filled } from '../xlsx/fill.ts';
import { holds } from './conditions.ts';
import { type Decision, decide, type Setting } from './decide.ts';
import { heldAgainst, type Said, saidIn } from './earlier.ts';
import { type ReviewedBy, underReview } from './reviewed.ts';

/** A question with what was made of it, before anything is written. */
export interface Answered {
  readonly question: Question;
  readonly match: Match;
  readonly decision: Decision;
  readonly state: AnswerRow['state'];
  readonly because: string;
  readonly sameAs: string | null;
  readonly earlier: EarlierAnswer | null;
  readonly reviewed: Reviewed | null;
  /** What stands in the form already. */
  readonly there: string | null;
  /** What the evidence alone says to it, whoever decided otherwise. */
  readonly proposal: Decision;
}

export interface AnswerRequest extends Setting {
  readonly questions: readonly Question[];
  readonly matches: ReadonlyMap<string, Match>;
  /** By the wording of the question. */
  readonly earlier: ReadonlyMap<string, Said>;
  /** What stands in the form already may be written over. */
  readonly overwrite: boolean;
  /** What people decided about single questions. */
  readonly reviewedBy?: ReviewedBy | undefined;
}

/** Which question of ours each question is; one that waits for the one before it is about the same. */
export function matchAll(questions: readonly Question[], matcher: Matcher): ReadonlyMap<string, Match> {
  const matches = new Map<string, Match>();
  for (const question of questions) {
    const own = matcher.match({ text: question.text, section: question.section });
    const before = question.onlyIf === null ? undefined : matches.get(question.onlyIf.question);
    const follows = before !== undefined && own.certainty !== 'sure' && own.certainty !== 'confirmed';
    matches.set(question.id, follows ? { ...before, open: true } : own);
  }
  return matches;
}

/** Every question decided, in the order of the form; a repeated question gets the same answer. */
export function answerAll(request: AnswerRequest): readonly Answered[] {
  const done = new Map<string, Answered>();
  const first = new Map<string, string>();
  for (const question of request.questions) {
    const match = request.matches.get(question.id);
    if (match === undefined) continue;
    const key = `${question.onlyIf?.question ?? ''} ${plain(question.text)}`;
    const before = done.get(question.onlyIf?.question ?? '');
    const answered = answerOne(question, { match, request, before, answerAt: answersIn(question.at.grid, done) });
    done.set(question.id, { ...answered, sameAs: first.get(key) ?? null });
    if (!first.has(key)) first.set(key, question.id);
  }
  return [...done.values()];
}

function answerOne(
  question: Question,
  {
    match,
    request,
    before,
    answerAt,
  }: {
    match: Match;
    request: AnswerRequest;
    before: Answered | undefined;
    answerAt: (row: number) => string | undefined;
  },
): Answered {
  const proposal = decide(question, match, request);
  const { decision, reviewed } = underReview(proposal, { question, match, setting: request, by: request.reviewedBy });
  const there = saidIn(request.form, question, request.words, WORDS.thisForm());
  const said = request.earlier.get(plain(question.text)) ?? (request.overwrite ? null : there);
  const judged = proposal.judged;
  const carried =
    judged === null || match.open || proposal.state === 'stated' || !isMeant(match)
      ? null
      : { ceiling: judged.ceiling, text: judged.assessment.answer?.text ?? '', adverse: match.adverse };
  const earlier = said === null || said === undefined ? null : heldAgainst(said, carried);
  const base = { question, match, decision, sameAs: null, earlier, reviewed, proposal, there: there?.text ?? null };
  const left = (state: AnswerRow['state'], because: string): Answered => ({
    ...base,
    state,
    because,
    decision: { ...decision, writings: [] },
  });
  if (question.hidden) return left('hidden', WORDS.hidden());
  if (there !== null && !request.overwrite) return left('answered', WORDS.alreadyAnswered(there.text));
  const asked = question.asksIf === undefined ? true : holds(question.asksIf, answerAt);
  if (asked === 'unknown') return left('person', WORDS.conditionOpen());
  if (!asked) return left('not-asked', WORDS.conditionNotMet());
  if (question.onlyIf !== null && before !== undefined) {
    const says = before.decision.says ?? null;
    if (before.state === 'person' || says === null) return left('person', WORDS.before(before.question.id));
    if (says !== question.onlyIf.said) return left('not-asked', WORDS.notAsked(before.question.id));
  }
  return { ...base, state: decision.state, because: decision.because };
}

/** The words that were answered so far, by the rows of their questions. */
function answersIn(grid: string, done: ReadonlyMap<string, Answered>): (row: number) => string | undefined {
  return (row) => {
    const before = [...done.values()].find(({ question: { at } }) => at.grid === grid && at.row === row);
    const [main] = before?.decision.writings ?? [];
    return main === undefined ? (before?.there ?? undefined) : saidText(main.entry);
  };
}

/** An earlier answer is held only against what its question surely is. */
function isMeant({ certainty }: Match): boolean {
  return certainty === 'sure' || certainty === 'confirmed';
}

export function writingsOf(answered: readonly Answered[]): readonly Writing[] {
  return answered.flatMap(({ decision }) => decision.writings);
}

/** The answer map: what a guard kept out is not written, and a question whose answer was kept out is left to a person. */
export function answerRows(
  answered: readonly Answered[],
  { written, refused }: Pick<Filled, 'written' | 'refused'>,
): readonly AnswerRow[] {
  const done = new Set(written.map(({ spot }) => keyOf(spot)));
  const notes = new Map(refused.map(({ writing, note }) => [keyOf(writing.spot), note.message]));
  return answered.map((each) => {
    const { question, match, decision } = each;
    const [main] = decision.writings;
    const kept = decision.writings.filter(({ spot }) => done.has(keyOf(spot)));
    const kept0 = main === undefined || done.has(keyOf(main.spot));
    const reasons = decision.writings.flatMap(({ spot }) => notes.get(keyOf(spot)) ?? []);
    const { judged } = decision;
    return {
      id: question.id,
      number: question.number,
      question: question.text,
      section: question.section,
      at: question.at,
      state: kept0 ? each.state : 'person',
      because: reasons.length > 0 ? WORDS.refused(reasons) : each.because,
      certainty: match.certainty,
      candidates: match.candidates,
      margin: match.margin,
      framework: judged?.assessment.framework ?? null,
      control: judged?.assessment.control ?? null,
      verdict: judged?.verdict ?? null,
      ceiling: judged?.ceiling ?? null,
      says: kept0 && decision.writings.length > 0 ? decision.says : null,
      practices: judged?.assessment.practices ?? [],
      facts: [...new Set(judged?.reasons.map(({ fact }) => fact) ?? [])],
      exhibits: judged?.exhibits ?? [],
      written: kept.map(({ spot, entry }) => ({ cell: `${spot.grid}!${spot.ref}`, text: saidText(entry) })),
      proposed: kept0 ? decision.proposed : (decision.proposed ?? (main === undefined ? null : saidText(main.entry))),
      owner: decision.owner,
      sameAs: each.sameAs,
      earlier: each.earlier,
      reviewed: each.reviewed,
    };
  });
}

function keyOf({ grid, row, column }: { grid: string; row: number; column: number }): string {
  return JSON.stringify([grid, row, column]);
}
