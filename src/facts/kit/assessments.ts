import type { RecordOf } from '../../model/record.ts';
import { defineFact, type FactDefinition, type Scope } from '../define-fact.ts';
import { known, unknown } from './known.ts';
import { leftOut } from './remarks.ts';
import { whyUndecided } from './share.ts';
import { decideSubject, type Judgement, subjectFold } from './subjects.ts';
import { dayText } from './time.ts';

export type RiskAssessment = RecordOf<'risk-assessment'>;

/** What is true of the newest risk assessment: an older one that was better does not help. */
export function newestAssessment(ask: {
  question: string;
  means: string;
  judge: (assessment: RiskAssessment, scope: Scope) => Judgement;
}): FactDefinition {
  return defineFact({
    question: ask.question,
    from: ['risk-assessment'],
    measures: 'holds',
    means: ask.means,
    start: (scope) =>
      subjectFold<'risk-assessment'>(
        // One subject, so that the newest row decides; doubt about the newest is settled by nothing older.
        {
          subject: () => ({ name: 'risk assessment' }),
          judge: (assessment) => ({ ...ask.judge(assessment, scope), when: assessment.performed }),
        },
        'thing',
        scope,
      ),
    answer: (assessments, scope) => {
      const rules = { rule: 'newest', across: 'all', zone: scope.zone } as const;
      const decision = decideSubject(assessments.entries, rules);
      const remarks = leftOut(assessments);
      if (!decision || decision.side === 'undecided') {
        const because = whyUndecided(decision ? 1 : 0, assessments);
        const basis = decision ? [decision.row] : assessments.unusable;
        return unknown(because, { wouldNeed: ['risk-assessment'], remarks, basis });
      }
      const holds = decision.side === 'supports';
      return known(
        { kind: 'holds', holds },
        { clock: scope, deciding: [decision.row], exceptions: holds ? [] : [decision.row], remarks },
      );
    },
  });
}

export function assessmentText(assessment: RiskAssessment, scope: Scope): string {
  return `${assessment.title}, performed ${dayText(assessment.performed, scope)}`;
}
