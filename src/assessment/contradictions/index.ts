import type { Contradiction } from '../../model/assessment.ts';
import { claimsAboveCeiling } from './claims.ts';
import { lastPackageAgainstThis } from './last-package.ts';
import { policiesAgainstMeasures } from './policies.ts';
import { sameQuestionTwoAnswers } from './same-question.ts';
import type { Told } from './sides.ts';
import { statementsAgainstExports } from './statements.ts';

/** Wherever two things are told that cannot both be so; each with both sides and their rows. */
export function contradictions(told: Told): readonly Contradiction[] {
  return [
    ...claimsAboveCeiling(told),
    ...sameQuestionTwoAnswers(told),
    ...lastPackageAgainstThis(told),
    ...policiesAgainstMeasures(told),
    ...statementsAgainstExports(told),
  ];
}
