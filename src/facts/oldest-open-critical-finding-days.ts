import { defineFact } from './define-fact.ts';
import { decide } from './kit/ballot.ts';
import { criticalFindings, stillOpen } from './kit/findings.ts';
import { known, unknown } from './kit/known.ts';
import { leftOut } from './kit/remarks.ts';
import { whyUndecided } from './kit/share.ts';

const KINDS = ['vulnerability-finding'] as const;

export default defineFact({
  question: 'For how many days has the oldest open critical vulnerability been known?',
  from: KINDS,
  measures: 'days',
  means: 'From the day on which a scanner first saw it, by the worse bound. 0 when scans were read and none is open.',
  start: criticalFindings,
  answer: (findings, scope) => {
    const subjects = stillOpen(findings, scope);
    const decisions = subjects.entries.flatMap(({ ballot }) => decide(ballot, 'newest', scope.zone) ?? []);
    const pick = (side: string) => decisions.filter((decision) => decision.side === side).map(({ row }) => row);
    const open = pick('refutes');
    const silent = pick('undecided');
    const remarks = leftOut(subjects);
    const ages = open.flatMap((row) => row.amount ?? []);
    if (open.length > 0 && ages.length === 0) {
      return unknown('undated', {
        wouldNeed: KINDS,
        remarks: [...remarks, 'No export tells when a finding was first seen.'],
        basis: open,
      });
    }
    if (open.length === 0 && (silent.length > 0 || decisions.length === 0)) {
      return unknown(whyUndecided(silent.length, subjects), {
        wouldNeed: KINDS,
        remarks,
        basis: [...silent, ...subjects.unusable],
      });
    }
    const undated = open.length - ages.length;
    return known(
      { kind: 'days', days: open.length === 0 ? 0 : Math.max(...ages) },
      {
        clock: scope,
        deciding: open.length > 0 ? open : decisions.map(({ row }) => row),
        exceptions: open,
        remarks: [
          ...(open.length === 0 ? ['No critical finding is open.'] : []),
          ...(undated > 0 ? [`Of ${undated} open findings it is not told when they were first seen.`] : []),
          ...remarks,
        ],
      },
    );
  },
});
