import { daysBetween } from '../kernel/civil-date.ts';
import { byCodeUnit } from '../kernel/order.ts';
import type { UnknownReason } from '../model/fact.ts';
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

/** Where nothing is set, only a span of at least this many days shows how long a log is kept. */
const SHOWN_BY_SPAN_DAYS = 90;

export default defineFact({
  question: 'For how many days are logs kept, on the system that keeps them shortest?',
  from: KINDS,
  measures: 'days',
  means:
    'The time for which a system is set to keep its log. Where that is not told, the time from the first to the last event of an export shows at least as many days once it is long enough; a short export says nothing of how long more is kept.',
  start: (scope) => {
    const longest = new Map<string, Row>();
    let later = 0;
    let undated = 0;
    let isCutShort = false;
    return {
      add(log: Span) {
        const days = daysKept(log, scope);
        if (log.truncated === true) isCutShort = true;
        if (isLater(log.last, scope)) later += 1;
        else if (days === undefined) undated += 1;
        else keepLongest(longest, hostKey(log.system), rowFor(log, days, scope));
      },
      result: () => ({ systems: [...longest.values()], later, undated, isCutShort }),
    };
  },
  answer: ({ systems, later, undated, isCutShort }, scope) => {
    const telling = systems.filter(({ eligible }) => eligible !== false);
    const short = systems.filter(({ eligible }) => eligible === false);
    const remarks = [
      ...short.map(({ text }) => `${text}: too short to show how long it is kept.`).sort(byCodeUnit),
      ...leftOut({ later, before: 0, undated }),
    ];
    const [shortest] = [...telling].sort((a, b) => (a.amount ?? 0) - (b.amount ?? 0) || byPlace(a, b));
    if (!shortest) {
      return unknown(whyNotTold(short, { undated, isCutShort }), { wouldNeed: KINDS, remarks, basis: short });
    }
    return known(
      { kind: 'days', days: shortest.amount ?? 0 },
      { clock: scope, deciding: [shortest], basis: telling, remarks },
    );
  },
});

function rowFor(log: Span, days: number, scope: Scope): Row {
  const isShown =
    log.retentionDays !== undefined || days >= (scope.thresholds['log-retention-days'] ?? SHOWN_BY_SPAN_DAYS);
  return rowOf(log, textOf(log, days, scope), { amount: days, observed: log.last, eligible: isShown });
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

function keepLongest(longest: Map<string, Row>, key: string, row: Row): void {
  const held = longest.get(key);
  const difference = rank(row) - rank(held) || (row.amount ?? 0) - (held?.amount ?? 0);
  if (!held || difference > 0 || (difference === 0 && byPlace(row, held) < 0)) longest.set(key, row);
}

/** What shows how long a log is kept goes before a span that is too short to. */
function rank(row: Row | undefined): number {
  return row?.eligible === false ? 0 : 1;
}

/** Why nothing shows how long: too short a span, which an export that was cut short explains, or no days at all. */
function whyNotTold(
  short: readonly Row[],
  { undated, isCutShort }: { undated: number; isCutShort: boolean },
): UnknownReason {
  if (short.length > 0) return isCutShort ? 'incomplete-export' : 'not-measured-by-source';
  return undated > 0 ? 'undated' : 'no-evidence';
}
