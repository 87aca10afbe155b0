import { daysBetween } from '../kernel/civil-date.ts';
import { isDated } from '../model/observed.ts';
import { type AnswerScope, defineFact } from './define-fact.ts';
import { backedUp, judgeBackup } from './kit/backups.ts';
import { known, unknown } from './kit/known.ts';
import { leftOut } from './kit/remarks.ts';
import { byPlace, type Row } from './kit/row.ts';
import { whyUndecided } from './kit/share.ts';
import { bySubject, decideSubject, subjectFold } from './kit/subjects.ts';
import { ageDays } from './kit/time.ts';

const KINDS = ['backup-job', 'backup-point'] as const;

export default defineFact({
  question: 'How many days ago was the last successful backup of the system that is worst off?',
  from: KINDS,
  measures: 'days',
  means:
    'Of the systems that the exports name. One that has runs but no success counts from the start of the period. A success shows that something was written, never that it can be restored.',
  start: (scope) =>
    subjectFold<(typeof KINDS)[number]>(
      { subject: (record) => ({ name: backedUp(record) }), judge: judgeBackup },
      'device',
      scope,
    ),
  answer: (systems, scope) => {
    const rules = { rule: 'ever', across: 'any', zone: scope.zone } as const;
    const decided = [...bySubject(systems.entries).values()].flatMap((entries) => decideSubject(entries, rules) ?? []);
    const told = decided.filter(({ side }) => side !== 'undecided');
    const dated = told.filter(({ side, row }) => side === 'supports' && isDated(row.observed)).map(({ row }) => row);
    const undated = told.filter(({ side, row }) => side === 'supports' && !isDated(row.observed)).map(({ row }) => row);
    const failed = told.filter(({ side }) => side === 'refutes').map(({ row }) => row);
    // Of a success without a date nothing follows, neither that it is recent nor that it is old.
    const remarks = leftOut({ ...systems, undated: undated.length });
    if (dated.length === 0 && failed.length === 0) {
      const because = undated.length > 0 ? 'undated' : whyUndecided(decided.length, systems);
      return unknown(because, { wouldNeed: KINDS, remarks, basis: [...undated, ...systems.unusable] });
    }
    const never = failed.map((row) => ({ ...row, text: `${row.text}; no success` }));
    const worst = [...dated, ...never].sort(
      (a, b) => daysOf(b, never, scope) - daysOf(a, never, scope) || byPlace(a, b),
    );
    const [first] = worst;
    return known(
      { kind: 'days', days: first ? daysOf(first, never, scope) : 0 },
      { clock: scope, deciding: first ? [first] : [], basis: [...dated, ...never], exceptions: never, remarks },
    );
  },
});

function daysOf(row: Row, never: readonly Row[], scope: AnswerScope): number {
  const age = ageDays(row.observed, scope) ?? 0;
  return never.includes(row) ? Math.max(age, daysBetween(scope.period.from, scope.asOf)) : age;
}
