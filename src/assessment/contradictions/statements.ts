import { PHRASES } from '../../kernel/messages/assessment.ts';
import type { Contradiction, PracticeAssessment, Reason } from '../../model/assessment.ts';
import { isContrary } from '../../model/deciding.ts';
import { contradiction, said, shown, type Told } from './sides.ts';

/** What a person stated of a practice, against exports that show the contrary or a part; that it is not done, against exports that show it. */
export function statementsAgainstExports({ engagement, assessed }: Told): readonly Contradiction[] {
  return engagement.attestations.flatMap((statement) => {
    const practice = assessed.find((each) => each.practice === statement.practice);
    const against = practice === undefined ? [] : otherwise(practice, statement.holds);
    if (practice === undefined || against.length === 0) return [];
    const measured = against.map((reason) => reason.text).join(' ');
    const rows = against.flatMap((reason) => [...reason.exceptions, ...reason.places]);
    return [
      contradiction({
        kind: 'statement',
        control: null,
        practice: statement.practice,
        claimed: statement.statement,
        ceiling: practice.found,
        text: PHRASES.attested(statement.by, statement.on, statement.statement, measured),
        sides: [said(PHRASES.side.statement(statement.by, statement.on, statement.statement)), shown(measured, rows)],
      }),
    ];
  });
}

function otherwise({ found, reasons }: PracticeAssessment, holds: boolean): readonly Reason[] {
  if (holds) return reasons.filter(isContrary);
  return found === 'supported' ? reasons.filter(({ outcome, bears }) => outcome === 'met' && bears === 'directly') : [];
}
