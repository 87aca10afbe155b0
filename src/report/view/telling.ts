import type { ControlAssessment, Outcome, Reason } from '../../model/assessment.ts';
import type { Control } from '../../model/control.ts';
import { decidingReasons } from '../../model/deciding.ts';
import { BESIDE_IT, LACKING_WORDS } from '../lacking-words.ts';
import { PHRASES } from '../words.ts';
import type { Lens } from './lens.ts';
import { extentText, measuredText } from './measure.ts';
import { inWeight } from './reasons.ts';

/**
 * Of what was found, that which made the verdict; without one of its kind, that which speaks most against the control. Where nothing decides,
 * what decides is asked: what merely bears on it is no answer in its place.
 */
export function telling(
  spoken: readonly Reason[],
  asked: readonly Reason[],
  { found }: ControlAssessment,
): Reason | undefined {
  if (spoken.length === 0) return undefined;
  const isDirect = ({ bears }: Reason): boolean => bears === 'directly';
  if (found === 'not-evidenced' && !spoken.some(isDirect)) {
    const open = asked.find(isDirect);
    if (open !== undefined) return open;
  }
  const rank = ({ outcome }: Reason): number => GRAVEST_FIRST.indexOf(outcome);
  return decidingReasons(spoken, found)[0] ?? [...spoken].sort((a, b) => rank(a) - rank(b))[0];
}

const GRAVEST_FIRST = [
  'refuted',
  'partly',
  'short',
  'stale',
  'attested',
  'met',
  'unknown',
] as const satisfies readonly Outcome[];

/** Why what is told does not carry the answer further: it is somebody's word, or old, or something else is not shown or not measured at all. */
export function unseen(
  { notMeasured }: Control,
  assessment: ControlAssessment,
  told: Reason | undefined,
  lens: Lens,
): string {
  const { verdict } = assessment;
  if (told === undefined || verdict === 'supported' || verdict === 'contradicted') return '';
  const unmeasured = notMeasured === undefined ? '' : PHRASES.unseen(notMeasured);
  return [withheldBy(told, assessment, lens), unmeasured].filter((part) => part !== '').join(' ');
}

function othersThan(told: Reason, reasons: readonly Reason[]): readonly Reason[] {
  return inWeight(reasons).filter(({ fact, bears }) => fact !== told.fact && bears !== 'as-context');
}

/**
 * What is shown beside a question that nothing answers, told as that and never in its place: first what speaks against it, for whoever reads
 * only what is well is told more than the rows show.
 */
export function besideUnknown(told: Reason, { reasons }: Pick<ControlAssessment, 'reasons'>): readonly Reason[] {
  if (told.outcome !== 'unknown') return [];
  const others = othersThan(told, reasons);
  const against = others.find(({ outcome, byItself }) => outcome === 'short' || byItself !== undefined);
  const shown = against ?? others.find(({ outcome }) => outcome === 'met' || outcome === 'partly');
  return shown === undefined ? [] : [shown];
}

function withheldBy(told: Reason, { found, reasons }: ControlAssessment, lens: Lens): string {
  if (told.outcome === 'attested')
    return told.exceptionCount === 0 ? PHRASES.byWordOnly : PHRASES.byWordAgainst(told.exceptionCount);
  // Where the sentence has the day, or that there is none, it has said so.
  if (told.outcome === 'stale')
    return told.text.endsWith(PHRASES.expectedTail(told.expected)) ? PHRASES.notCurrent : '';
  if (told.outcome === 'unknown')
    return besideUnknown(told, { reasons })
      .map((shown) => BESIDE_IT(lens.question(shown.fact), measuredText(shown)))
      .join(' ');
  const open = told.outcome === 'met' ? decidingReasons(othersThan(told, reasons), found) : [];
  const lacking = open.find(({ outcome }) => outcome !== 'met');
  return lacking === undefined
    ? ''
    : LACKING_WORDS[lacking.outcome](lens.question(lacking.fact), measuredText(lacking));
}

/** The n of d that every *partly* has, where what is told is not that share already. */
export function partOf({ verdict, extent }: ControlAssessment, told: Reason | undefined): string {
  if (verdict !== 'partly-supported' || extent === null) return '';
  const isTold = told?.share?.n === extent.n && told.share.of === extent.of;
  return isTold ? '' : extentText(extent);
}
