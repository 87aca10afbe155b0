import { daysBetween } from '../kernel/civil-date.ts';
import { isDated } from '../model/observed.ts';
import type { RecordOf } from '../model/record.ts';
import { defineFact, type Scope } from './define-fact.ts';
import { known, unknown } from './kit/known.ts';
import { hostKey } from './kit/names.ts';
import { leftOut } from './kit/remarks.ts';
import { byPlace, type Row, rowOf } from './kit/row.ts';
import { dayText, earliestDay, isLater, latestDay } from './kit/time.ts';

type Span = RecordOf<'audit-log-span'>;
const KINDS = ['audit-log-span'] as const;

export default defineFact({
  question: 'For how many days are logs kept, on the system that keeps them shortest?',
  from: KINDS,
  measures: 'days',
  means:
    'The time for which a system is set to keep its log, else the time from its first to its last event; an export cut short shows less than is kept.',
  start: (scope) => {
    const longest = new Map<string, Kept>();
    let later = 0;
    return {
      add(log: Span) {
        const days = daysKept(log, scope);
        if (isLater(log.last, scope)) later += 1;
        else if (days !== undefined) keepLongest(longest, hostKey(log.system), keptBy(log, days, scope));
      },
      result: () => ({ systems: [...longest.values()], later }),
    };
  },
  answer: ({ systems, later }, scope) => {
    const remarks = leftOut({ later, before: 0, undated: 0 });
    const basis = systems.map(({ row }) => row);
    const [shortest] = [...systems].sort((a, b) => a.days - b.days || byPlace(a.row, b.row));
    if (!shortest) {
      return unknown(scope.sawKind('audit-log-span') ? 'undated' : 'no-evidence', { wouldNeed: KINDS, remarks });
    }
    // Kept for at least as long as the export shows, but nobody can say for how long.
    if (shortest.isCutShort) return unknown('incomplete-export', { wouldNeed: KINDS, remarks, basis });
    const measure = { kind: 'days', days: shortest.days } as const;
    return known(measure, { clock: scope, deciding: [shortest.row], basis, remarks });
  },
});

interface Kept {
  readonly days: number;
  readonly isCutShort: boolean;
  readonly row: Row;
}

function keptBy(log: Span, days: number, scope: Scope): Kept {
  const isCutShort = log.retentionDays === undefined && log.truncated === true;
  return { days, isCutShort, row: rowOf(log, textOf(log, days, scope), { observed: log.last }) };
}

function daysKept(log: Span, scope: Scope): number | undefined {
  if (log.retentionDays !== undefined) return log.retentionDays;
  if (!isDated(log.first) || !isDated(log.last)) return undefined;
  // The shorter reading: begun as late and ended as early as the times allow.
  return Math.max(0, daysBetween(latestDay(log.first, scope), earliestDay(log.last, scope)));
}

function textOf(log: Span, days: number, scope: Scope): string {
  const how =
    log.retentionDays === undefined
      ? `events from ${dayText(log.first, scope)} to ${dayText(log.last, scope)}`
      : 'as set';
  return `${log.system}: ${days} days, ${how}${log.truncated === true ? ', cut short by the export' : ''}`;
}

function keepLongest(longest: Map<string, Kept>, key: string, kept: Kept): void {
  const held = longest.get(key);
  const difference = kept.days - (held?.days ?? 0);
  if (!held || difference > 0 || (difference === 0 && byPlace(kept.row, held.row) < 0)) longest.set(key, kept);
}
