import { addDays, addMonths, type CivilDate } from '../../kernel/civil-date.ts';
import type { Period } from '../../kernel/period.ts';
import { contains } from '../../kernel/period.ts';
import { type Dated, isDated } from '../../model/observed.ts';
import type { RecordKind, RecordOf } from '../../model/record.ts';
import { defineFact, type FactDefinition, type Fold, type Scope } from '../define-fact.ts';
import { isStrong, known, unknown } from './known.ts';
import { leftOut } from './remarks.ts';
import { byPlace, type Keeper, keeper, type Row, rowOf } from './row.ts';
import type { Judgement } from './subjects.ts';
import { bestDay, isInPeriod, isLater } from './time.ts';

export type Interval = 'week' | 'month' | 'quarter';

export interface OccurrencesOf<K extends RecordKind> {
  readonly question: string;
  readonly means: string;
  readonly from: readonly K[];
  readonly every: Interval;
  readonly judge: (record: RecordOf<K>, scope: Scope) => Judgement | undefined;
}

interface Found {
  /** One row a day: the same thing twice on a day happened once. */
  readonly days: ReadonlyMap<CivilDate, Row>;
  readonly disqualified: Keeper;
  readonly outside: Keeper;
  readonly undated: Keeper;
  /** The newest one between the end of the period and the as-of date: no part of the count, but the evidence is as fresh as it is. */
  readonly since: { readonly strong: Row | undefined; readonly weak: Row | undefined };
  readonly irrelevant: Keeper;
}

/** In how many of the period's whole weeks, months or quarters it was done, and on which days. */
export function occurrencesOf<K extends RecordKind>(ask: OccurrencesOf<K>): FactDefinition {
  return defineFact({
    question: ask.question,
    from: ask.from,
    measures: 'occurrences',
    moreOnlyHelps: true,
    means: ask.means,
    start: (scope) => dayFold(ask, scope),
    answer: (found, scope) => {
      const remarks = leftOut({ later: 0, before: 0, undated: found.undated.count() });
      const dates = [...found.days.keys()].sort();
      // What merely looks like it cannot take the place of what was done on another day or on none.
      if (dates.length === 0 && (found.disqualified.count() === 0 || found.outside.count() > 0)) {
        const kept = [found.undated, found.outside, found.irrelevant, found.disqualified];
        const basis = kept.flatMap((each) => each.rows());
        return unknown(whyNone(found), { wouldNeed: ask.from, remarks, basis });
      }
      const intervals = intervalsOf(scope.period, ask.every);
      const hit = intervals.filter((interval) => dates.some((date) => contains(interval, date)));
      const rows = dates.flatMap((date) => found.days.get(date) ?? []);
      const measure = { kind: 'occurrences', found: hit.length, expected: intervals.length, dates } as const;
      return known(measure, {
        clock: scope,
        deciding: rows.length > 0 ? withSince(decidingRows(rows, intervals, scope), found) : found.disqualified.rows(),
        basis: rows.length > 0 ? rows : found.disqualified.rows(),
        exceptions: found.disqualified.rows(),
        exceptionCount: found.disqualified.count(),
        remarks,
      });
    },
  });
}

/** Whole intervals from the period's first day on; a period shorter than one is one. */
export function intervalsOf(period: Period, every: Interval): readonly Period[] {
  const starts: CivilDate[] = [];
  const start = (index: number) =>
    every === 'week' ? addDays(period.from, index * 7) : addMonths(period.from, index * (every === 'month' ? 1 : 3));
  for (let index = 0; addDays(start(index + 1), -1) <= period.to; index += 1) starts.push(start(index));
  if (starts.length === 0) return [period];
  return starts.map((from, index) => ({ from, to: addDays(start(index + 1), -1) }));
}

function dayFold<K extends RecordKind>(ask: OccurrencesOf<K>, scope: Scope): Fold<RecordOf<K>, Found> {
  const days = new Map<CivilDate, Row>();
  const disqualified = keeper();
  const outside = keeper();
  const undated = keeper();
  const since: { strong: Row | undefined; weak: Row | undefined } = { strong: undefined, weak: undefined };
  const irrelevant = keeper();
  return {
    add(record) {
      const judgement = ask.judge(record, scope);
      if (!judgement) return;
      const row = rowOf(record, judgement.text, judgement.when === undefined ? {} : { observed: judgement.when });
      // A date would not make an occurrence of what is none.
      if (!isDated(row.observed)) (judgement.side === 'supports' ? undated : irrelevant).add(row);
      else if (!isInPeriod(row.observed, scope) || isLater(row.observed, scope)) {
        (judgement.side === 'supports' ? outside : irrelevant).add(row);
        const slot = isStrong(row.strength) ? 'strong' : 'weak';
        if (judgement.side === 'supports' && isSince(row.observed, scope)) since[slot] = newerOf(row, since[slot]);
      } else if (judgement.side !== 'supports') disqualified.add(row);
      else keepOneADay(days, bestDay(row.observed, scope), row);
    },
    result: () => ({ days, disqualified, outside, undated, irrelevant, since }),
  };
}

function isSince(observed: Dated, scope: Scope): boolean {
  const day = bestDay(observed, scope);
  return day > scope.period.to && day <= scope.asOf;
}

function newerOf(row: Row, held: Row | undefined): Row {
  if (!held || !isDated(held.observed) || !isDated(row.observed)) return row;
  const difference = row.observed.instant - held.observed.instant;
  return difference > 0 || (difference === 0 && byPlace(row, held) < 0) ? row : held;
}

/** A later statement does not weaken what machines show of the period. */
function withSince(rows: readonly Row[], { since }: Found): readonly Row[] {
  const later = since.strong ?? (rows.every((row) => !isStrong(row.strength)) ? since.weak : undefined);
  return later ? [...rows, later] : rows;
}

function keepOneADay(days: Map<CivilDate, Row>, day: CivilDate, row: Row): void {
  const held = days.get(day);
  if (!held || betterOf(row, held) === row) days.set(day, row);
}

function betterOf(a: Row, b: Row): Row {
  if (isStrong(a.strength) !== isStrong(b.strength)) return isStrong(a.strength) ? a : b;
  return byPlace(a, b) < 0 ? a : b;
}

/** A statement beside a machine's record of the same interval does not weaken it: only the best days of each interval decide. */
function decidingRows(rows: readonly Row[], intervals: readonly Period[], scope: Scope): readonly Row[] {
  const intervalOf = (row: Row) =>
    intervals.findIndex((interval) => isDated(row.observed) && contains(interval, bestDay(row.observed, scope)));
  const strong = new Set(rows.filter((row) => isStrong(row.strength)).map(intervalOf));
  return rows.filter((row) => isStrong(row.strength) || !strong.has(intervalOf(row)));
}

function whyNone(found: Found) {
  if (found.undated.count() > 0) return 'undated';
  if (found.outside.count() > 0) return 'only-outside-period';
  return found.irrelevant.count() > 0 ? 'none-counts' : 'no-evidence';
}
