import { PHRASES } from '../kernel/messages/assessment.ts';
import { type Answer, CEILINGS, type Ceiling, type ControlAssessment, type Reason } from '../model/assessment.ts';
import type { Control } from '../model/control.ts';
import { decidingReasons } from '../model/deciding.ts';
import type { Engagement } from '../model/engagement.ts';
import { exceptionsOf } from './exceptions.ts';

/** From weakest to strongest; a claim above its ceiling is a contradiction. */
const RANK = { 'cannot-say': 0, no: 0, partly: 1, 'yes-except': 2, yes: 3 } as const satisfies Record<Ceiling, number>;

const EXCEPTIONS_KEPT = 50;

/** The strongest answer that the facts allow, and what somebody intends to answer instead. */
export function answerFor(
  control: Control,
  assessment: Omit<ControlAssessment, 'answer'>,
  engagement: Engagement,
): Answer | null {
  if (control.answer === undefined) return null;
  const ceiling = ceilingOf(assessment);
  const reasons = decidingReasons(assessment.reasons, assessment.found);
  const { told: exceptions, count: exceptionCount } = exceptionsOf(reasons);
  const claim = engagement.claims.find((entry) => entry.control === control.id);
  return {
    ceiling,
    text: textOf(control, assessment, ceiling, reasons, exceptionCount),
    exceptions: exceptions.slice(0, EXCEPTIONS_KEPT),
    exceptionCount,
    claimed: claim === undefined ? null : { answer: claimWord(claim.answer), by: claim.by, on: claim.on },
    override: claim?.override === undefined ? null : { answer: claimWord(claim.answer), ...claim.override },
  };
}

export function ceilingOf({
  verdict,
  found,
}: {
  readonly verdict: ControlAssessment['verdict'];
  readonly found: ControlAssessment['found'];
}): Ceiling {
  if (verdict === 'accepted-risk')
    return found === 'partly-supported' ? 'yes-except' : found === 'contradicted' ? 'no' : 'cannot-say';
  switch (verdict) {
    case 'supported':
      return 'yes';
    case 'partly-supported':
      return 'partly';
    case 'contradicted':
      return 'no';
    default:
      return 'cannot-say';
  }
}

/** Whether a claim says more than the ceiling allows. Words other than yes and its kin claim nothing that could be too much. */
export function exceeds(claim: string, ceiling: Ceiling): boolean {
  const claimed = saidAs(claim);
  return claimed !== undefined && RANK[claimed] > RANK[ceiling];
}

/** Whether two answers say the same: `Yes` and `yes, for everybody` do, `4` and `4 people` do not. */
export function sameAnswer(a: string, b: string): boolean {
  const [one, other] = [saidAs(a), saidAs(b)];
  if (one !== undefined && other !== undefined) return one === other;
  return plain(a) === plain(b);
}

/** What an answer in somebody's own words comes to; most answers that are no yes and no no come to nothing. */
function saidAs(claim: string): Ceiling | undefined {
  const word = plain(claim);
  const known = CEILINGS.find((ceiling) => ceiling === word);
  if (known !== undefined) return known;
  if (/^(yes|true)\b/.test(word)) return /\b(except|but|partly|partially|some)\b/.test(word) ? 'yes-except' : 'yes';
  if (/^(partly|partially|in part)\b/.test(word)) return 'partly';
  return /^(no|false)\b(?! (later|more|less|fewer))/.test(word) ? 'no' : undefined;
}

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.!]+$/, '');
}

export function claimWord(answer: string | number | boolean): string {
  return typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer);
}

function textOf(
  control: Control,
  assessment: Omit<ControlAssessment, 'answer'>,
  ceiling: Ceiling,
  reasons: readonly Reason[],
  exceptions: number,
): string {
  const words = PHRASES.answer;
  if (assessment.verdict === 'not-applicable') return words.notApplicable(assessment.remark ?? '');
  if (control.onlyPeopleKnow !== undefined && reasons.length === 0) return words.onlyPeople(control.onlyPeopleKnow);
  if (control.notMeasured !== undefined && reasons.length === 0) return words.notMeasured(control.notMeasured);
  // Where all that was looked at is shown, what nobody looked at is why the answer is no yes.
  const unseen =
    ceiling === 'partly' && control.notMeasured !== undefined ? [words.notMeasured(control.notMeasured)] : [];
  const text = [...new Set(reasons.map((reason) => reason.text)), ...unseen].join(' ');
  switch (ceiling) {
    case 'yes':
      return words.yes(text);
    case 'yes-except':
      return words.yesExcept(text, exceptions);
    case 'partly':
      return words.partly(text);
    case 'no':
      return words.no(text);
    case 'cannot-say':
      return words.cannotSay(text);
  }
}
