import { daysBetween } from '../kernel/civil-date.ts';
import { isDated } from '../model/observed.ts';
import type { RecordOf } from '../model/record.ts';
import { defineFact } from './define-fact.ts';
import { known, unknown } from './kit/known.ts';
import { hostKey } from './kit/names.ts';
import { systemOf } from './kit/patches.ts';
import { byPlace, type Row, rowOf } from './kit/row.ts';
import { dayText, earliestDay, isInPeriod, isLater, latestDay } from './kit/time.ts';

const KINDS = ['patch-install'] as const;

export default defineFact({
  question: 'How many days did the slowest critical patch take from its release to its installation?',
  from: KINDS,
  measures: 'days',
  means:
    'Of the critical patches that were installed within the period and whose release is told, the longest way from release to the first installation on a device, by the worse bound of both days. A patch that is still missing is not among them.',
  start: (scope) => {
    const first = new Map<string, Row>();
    let unreleased = 0;
    return {
      add(install: RecordOf<'patch-install'>) {
        if (install.severity !== 'critical' || install.outcome !== 'installed' || !isDated(install.observed)) return;
        if (isLater(install.observed, scope) || !isInPeriod(install.observed, scope)) return;
        if (!install.released || !isDated(install.released)) {
          unreleased += 1;
          return;
        }
        const amount = daysBetween(earliestDay(install.released, scope), latestDay(install.observed, scope));
        const words = `released ${dayText(install.released, scope)}, installed ${dayText(install.observed, scope)}`;
        const key = `${hostKey(systemOf(install))} ${install.patch}`;
        const row = rowOf(install, `${systemOf(install)}: ${install.patch}: ${words}, ${amount} days later`, {
          subject: hostKey(systemOf(install)),
          amount,
        });
        const held = first.get(key);
        if (!held || bySpeed(row, held) < 0) first.set(key, row);
      },
      result: () => ({ installs: [...first.values()], unreleased }),
    };
  },
  answer: ({ installs, unreleased }, scope) => {
    const [slowest] = [...installs].sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0) || byPlace(a, b));
    if (slowest === undefined) {
      return unknown(unreleased > 0 ? 'needs-release-date' : 'no-evidence', { wouldNeed: KINDS });
    }
    const remarks = unreleased === 0 ? [] : [`Of ${unreleased} further installations the release is not told.`];
    return known(
      { kind: 'days', days: Math.max(0, slowest.amount ?? 0) },
      { clock: scope, deciding: [slowest], remarks },
    );
  },
});

function bySpeed(a: Row, b: Row): number {
  return (a.amount ?? 0) - (b.amount ?? 0) || byPlace(a, b);
}
