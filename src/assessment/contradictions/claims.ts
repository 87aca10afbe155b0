import { PHRASES } from '../../kernel/messages/assessment.ts';
import type { Contradiction, ControlAssessment } from '../../model/assessment.ts';
import { claimWord, exceeds } from '../answer.ts';
import type { FactsById } from '../practice.ts';
import { type Claim, contradiction, entryOf, rowsOf, said, shown, type Told } from './sides.ts';

/** Answers that somebody intends to give and that say more than the exhibits allow. */
export function claimsAboveCeiling(told: Told): readonly Contradiction[] {
  return told.engagement.claims.flatMap((claim) =>
    told.controls
      .filter(({ control }) => control === claim.control)
      .flatMap((control) => claimAgainst(claim, control, told) ?? []),
  );
}

function claimAgainst(claim: Claim, control: ControlAssessment, told: Told): Contradiction | undefined {
  const { answer } = control;
  const entry = entryOf(told, control);
  // Where only people know, nothing that was handed over can say less.
  if (!answer || (entry?.onlyPeopleKnow !== undefined && control.reasons.length === 0)) return undefined;
  const claimed = claimWord(claim.answer);
  const about = { kind: 'claim', control: claim.control, practice: null, claimed } as const;
  const ours = said(PHRASES.side.claim(claim.by, claim.on, claimed, claim.control));
  const measured = measuredOtherwise(claim.answer, control, told.facts);
  if (measured !== undefined) {
    const text = PHRASES.claimNumber(claim.by, claim.on, claimed, claim.control, measured);
    const theirs = shown(PHRASES.side.measured(measured), rowsOf(control));
    return contradiction({ ...about, ceiling: measured, text, sides: [ours, theirs] }, claim.override);
  }
  if (!exceeds(claimed, answer.ceiling)) return undefined;
  const text = `${PHRASES.claim(claim.by, claim.on, claimed, claim.control, answer.ceiling)} ${answer.text}`;
  const theirs = shown(PHRASES.side.ceiling(answer.ceiling, answer.text), rowsOf(control));
  return contradiction({ ...about, ceiling: answer.ceiling, text, sides: [ours, theirs] }, claim.override);
}

/** A share claimed in per cent above the one that was measured, or a number of things that is not the one that was counted. */
function measuredOtherwise(answer: Claim['answer'], control: ControlAssessment, facts: FactsById): string | undefined {
  const direct = control.reasons.filter(({ bears }) => bears === 'directly');
  const percent = typeof answer === 'number' ? answer : /^(\d+(?:\.\d+)?) ?%$/.exec(String(answer))?.[1];
  const below = direct.find(
    ({ share }) => percent !== undefined && share !== undefined && Number(percent) * share.of > share.n * 100,
  );
  if (below !== undefined) return below.measured;
  const number = typeof answer === 'number' ? answer : /^\d+$/.exec(String(answer))?.[0];
  return direct.find(({ fact: id }) => {
    const fact = facts.get(id)?.fact;
    const counts = fact?.status === 'known' && fact.measure.kind === 'count' ? fact.measure.count : undefined;
    return number !== undefined && counts !== undefined && counts !== Number(number);
  })?.measured;
}
