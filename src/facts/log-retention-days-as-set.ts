import type { RecordOf } from '../model/record.ts';
import { defineFact } from './define-fact.ts';
import { known, unknown } from './kit/known.ts';
import { hostKey } from './kit/names.ts';
import { byPlace, type Row, rowOf } from './kit/row.ts';
import { isLater } from './kit/time.ts';

const KINDS = ['audit-log-span'] as const;

export default defineFact({
  question: 'For how many days is the system set to keep its log that is set to keep it shortest?',
  from: KINDS,
  measures: 'days',
  means:
    'The setting alone. The first and last event of an export show how long a log reaches back at least, and never how soon it is deleted.',
  start: (scope) => {
    const longest = new Map<string, Row>();
    let unset = 0;
    return {
      add(log: RecordOf<'audit-log-span'>) {
        if (isLater(log.last, scope)) return;
        if (log.retentionDays === undefined) {
          unset += 1;
          return;
        }
        const text = `${log.system}: ${log.retentionDays} days, as set`;
        const key = hostKey(log.system);
        const row = rowOf(log, text, { observed: log.last, amount: log.retentionDays });
        const held = longest.get(key);
        if (!held || byLength(row, held) < 0) longest.set(key, row);
      },
      result: () => ({ systems: [...longest.values()], unset }),
    };
  },
  answer: ({ systems, unset }, scope) => {
    const [shortest] = [...systems].sort((a, b) => (a.amount ?? 0) - (b.amount ?? 0) || byPlace(a, b));
    if (shortest === undefined)
      return unknown(unset > 0 ? 'not-measured-by-source' : 'no-evidence', { wouldNeed: KINDS });
    return known({ kind: 'days', days: shortest.amount ?? 0 }, { clock: scope, deciding: [shortest], basis: systems });
  },
});

function byLength(a: Row, b: Row): number {
  return (b.amount ?? 0) - (a.amount ?? 0) || byPlace(a, b);
}
