import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Basis, Fact, KnownFact, Measure, UnknownReason } from '../../model/fact.ts';
import { isDated } from '../../model/observed.ts';
import type { RecordKind, Strength } from '../../model/record.ts';
import { type Row, shown } from './row.ts';
import { bestDay, type Clock, earliestDay } from './time.ts';

export interface Grounds {
  readonly clock: Clock;
  /** The rows that decide the measure: they give it its strength and its dates. */
  readonly deciding: readonly Row[];
  /** The rows to show when they are not the deciding ones. */
  readonly basis?: readonly Basis[];
  readonly exceptions?: readonly Basis[];
  /** When more rows were seen than were kept. */
  readonly exceptionCount?: number;
  readonly remarks?: readonly string[];
  readonly populationKnown?: boolean;
}

const FROM_STRONG_TO_WEAK: readonly Strength[] = ['R', 'C', 'S', 'A'];

/** A machine's result or a configuration, not an intent or a statement. */
export function isStrong(strength: Strength): boolean {
  return strength === 'R' || strength === 'C';
}

export function known(measure: Measure, grounds: Grounds): Fact {
  const basis = shown(grounds.basis ?? grounds.deciding);
  const exceptions = shown(grounds.exceptions ?? []);
  return {
    status: 'known',
    measure,
    strength: weakest(grounds.deciding),
    ...datesOf(grounds.deciding, grounds.clock),
    basis: basis.rows,
    basisCount: basis.count,
    ...(basis.unlisted.length === 0 ? {} : { unlisted: basis.unlisted }),
    exceptions: exceptions.rows,
    exceptionCount: Math.max(exceptions.count, grounds.exceptionCount ?? 0),
    remarks: grounds.remarks ?? [],
    populationKnown: grounds.populationKnown ?? true,
  };
}

export function unknown(
  because: UnknownReason,
  more: { wouldNeed: readonly RecordKind[]; remarks?: readonly string[]; basis?: readonly Basis[] },
): Fact {
  return {
    status: 'unknown',
    because,
    wouldNeed: more.wouldNeed,
    remarks: more.remarks ?? [],
    basis: shown(more.basis ?? []).rows,
  };
}

export function weaker(a: Strength, b: Strength): Strength {
  return FROM_STRONG_TO_WEAK.indexOf(a) > FROM_STRONG_TO_WEAK.indexOf(b) ? a : b;
}

function weakest(rows: readonly Row[]): Strength {
  let rank = 0;
  for (const row of rows) rank = Math.max(rank, FROM_STRONG_TO_WEAK.indexOf(row.strength));
  return FROM_STRONG_TO_WEAK[rank] ?? 'A';
}

type Dates = Pick<KnownFact, 'newest' | 'newestRead' | 'oldest' | 'days' | 'dateAssumed'>;

function datesOf(rows: readonly Row[], clock: Clock): Dates {
  const seen = new Set<CivilDate>();
  let newest: CivilDate | null = null;
  let newestRead: CivilDate | null = null;
  let dateAssumed = false;
  for (const { observed } of rows) {
    if (!isDated(observed)) continue;
    const [judged, read] = [earliestDay(observed, clock), bestDay(observed, clock)];
    seen.add(judged);
    if (newest === null || judged > newest || (judged === newest && read > (newestRead ?? judged)))
      [newest, newestRead] = [judged, read];
    if (observed.zoneAssumed || observed.orderAssumed || observed.basis === 'stated') dateAssumed = true;
  }
  const days = [...seen].sort();
  const read = newestRead === null || newestRead === newest ? {} : { newestRead };
  return { newest, ...read, oldest: days[0] ?? null, days, dateAssumed };
}
