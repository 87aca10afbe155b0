import { PHRASES } from '../kernel/messages/assessment.ts';
import type { Contradiction, ControlAssessment, PracticeAssessment } from '../model/assessment.ts';
import type { Engagement } from '../model/engagement.ts';
import { claimWord, exceeds } from './answer.ts';

/** Wherever somebody says more than the exhibits show: claims above their ceiling, statements against exports. */
export function contradictions(
  engagement: Engagement,
  controls: readonly ControlAssessment[],
  practices: readonly PracticeAssessment[],
): readonly Contradiction[] {
  return [...claimsAboveCeiling(engagement, controls), ...statementsAgainstExports(engagement, practices)];
}

function claimsAboveCeiling(engagement: Engagement, controls: readonly ControlAssessment[]): readonly Contradiction[] {
  return engagement.claims.flatMap((claim) => {
    const control = controls.find((each) => each.control === claim.control);
    const answer = control?.answer;
    if (control === undefined || !answer) return [];
    const claimed = claimWord(claim.answer);
    const places = [...answer.exceptions, ...control.reasons.flatMap((reason) => reason.places)].slice(0, 50);
    const measured = measuredBelow(claim.answer, control);
    if (measured !== undefined) {
      const text = PHRASES.claimNumber(claim.by, claim.on, claimed, claim.control, measured);
      return [{ control: claim.control, practice: null, claimed, ceiling: measured, text, places }];
    }
    if (!exceeds(claimed, answer.ceiling)) return [];
    const text = `${PHRASES.claim(claim.by, claim.on, claimed, claim.control, answer.ceiling)} ${answer.text}`;
    return [{ control: claim.control, practice: null, claimed, ceiling: answer.ceiling, text, places }];
  });
}

/** A share claimed in per cent above the one that was measured. */
function measuredBelow(answer: string | number | boolean, control: ControlAssessment): string | undefined {
  const percent = typeof answer === 'number' ? answer : /^(\d+(?:\.\d+)?) ?%$/.exec(String(answer))?.[1];
  if (percent === undefined) return undefined;
  const below = control.reasons.find(
    ({ share, bears }) => bears === 'directly' && share !== undefined && Number(percent) * share.of > share.n * 100,
  );
  return below?.measured;
}

function statementsAgainstExports(
  engagement: Engagement,
  practices: readonly PracticeAssessment[],
): readonly Contradiction[] {
  return engagement.attestations.flatMap((statement) => {
    const practice = practices.find((each) => each.practice === statement.practice);
    const against =
      practice?.reasons.filter(
        ({ outcome, bears }) => bears === 'directly' && (outcome === 'refuted' || outcome === 'partly'),
      ) ?? [];
    if (practice === undefined || against.length === 0) return [];
    const measured = against.map((reason) => reason.text).join(' ');
    const text = PHRASES.attested(statement.by, statement.on, statement.statement, measured);
    const places = against.flatMap((reason) => [...reason.exceptions, ...reason.places]).slice(0, 50);
    return [
      {
        control: null,
        practice: statement.practice,
        claimed: statement.statement,
        ceiling: practice.found,
        text,
        places,
      },
    ];
  });
}
