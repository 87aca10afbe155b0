import { PHRASES } from '../../kernel/messages/assessment.ts';
import type { Contradiction, ControlAssessment } from '../../model/assessment.ts';
import type { PreviousPackage } from '../../model/previous.ts';
import { claimWord, exceeds, sameAnswer } from '../answer.ts';
import { contradiction, rowsOf, said, shown, type Told } from './sides.ts';

/**
 * This year's answers against last year's: an answer that differs, and an answer given then that today's exhibits contradict. That the
 * exhibits of two years differ is progress or decline and no contradiction; `compare` tells it.
 */
export function lastPackageAgainstThis(told: Told): readonly Contradiction[] {
  const { previous } = told.engagement;
  if (previous === undefined || typeof previous === 'string') return [];
  return previous.answers.flatMap((then) => {
    const now = told.controls.find((each) => each.framework === then.framework && each.control === then.control);
    return now === undefined ? [] : (differently(then, now, { previous, told }) ?? []);
  });
}

type Then = PreviousPackage['answers'][number];

function differently(
  then: Then,
  now: ControlAssessment,
  { previous, told }: { readonly previous: PreviousPackage; readonly told: Told },
): Contradiction | undefined {
  const claim = told.engagement.claims.find(({ control }) => control === now.control);
  const ceiling = now.answer?.ceiling;
  if (then.claimed === null || ceiling === undefined) return undefined;
  const was = then.claimed.answer;
  const last = { control: now.control, answer: was, asOf: previous.asOf };
  const about = { kind: 'last-package', control: now.control, practice: null, claimed: was } as const;
  const theirs = said(PHRASES.side.lastPackage(then.claimed.by, then.claimed.on, was, previous.asOf, previous.sha256));
  if (claim !== undefined) {
    const is = claimWord(claim.answer);
    if (sameAnswer(was, is)) return undefined;
    const ours = shown(PHRASES.side.claim(claim.by, claim.on, is, now.control), rowsOf(now));
    const text = PHRASES.answeredOtherwise(last, is, ceiling);
    return contradiction({ ...about, ceiling: is, text, sides: [theirs, ours] }, claim.override);
  }
  // Where the exhibits cannot say, nothing speaks against the old answer.
  if (ceiling === 'cannot-say' || !exceeds(was, ceiling)) return undefined;
  const ours = shown(PHRASES.side.ceiling(ceiling, now.answer?.text ?? ''), rowsOf(now));
  return contradiction({ ...about, ceiling, text: PHRASES.noLongerShown(last, ceiling), sides: [theirs, ours] });
}
