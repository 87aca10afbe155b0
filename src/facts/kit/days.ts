import { daysBetween } from '../../kernel/civil-date.ts';
import { isDated } from '../../model/observed.ts';
import type { RecordKind, RecordOf } from '../../model/record.ts';
import { defineFact, type FactDefinition, type Fold, type Scope } from '../define-fact.ts';
import { isStrong, known, unknown } from './known.ts';
import { leftOut } from './remarks.ts';
import { byPlace, type Keeper, keeper, type Row, rowOf } from './row.ts';
import type { Judgement } from './subjects.ts';
import { earliestDay, isLater } from './time.ts';

export interface DaysSince<K extends RecordKind> {
  readonly question: string;
  readonly means: string;
  readonly from: readonly K[];
  /** `supports`: it was done, `when` it says; `refutes`: it looks like it, but is not, and the text says why. */
  readonly judge: (record: RecordOf<K>, scope: Scope) => Judgement | undefined;
}

interface Newest {
  readonly strong: Row | undefined;
  readonly weak: Row | undefined;
  readonly undated: Keeper;
  readonly disqualified: Keeper;
  readonly later: number;
}

/** The age of the newest one, by the worse bound of its date; something that has no date is not recent. */
export function daysSince<K extends RecordKind>(days: DaysSince<K>): FactDefinition {
  return defineFact({
    question: days.question,
    from: days.from,
    measures: 'days',
    moreOnlyHelps: true,
    means: days.means,
    start: (scope) => newestOf(days, scope),
    answer: (newest, scope) => {
      const { strong, weak } = newest;
      const row = strong ?? weak;
      const disqualified = newest.disqualified.rows();
      const remarks = [...leftOut({ later: newest.later, before: 0, undated: newest.undated.count() })];
      if (!row || !isDated(row.observed)) {
        const because =
          newest.undated.count() > 0 ? 'undated' : disqualified.length > 0 ? 'none-counts' : 'no-evidence';
        const basis = [...newest.undated.rows(), ...disqualified];
        return unknown(because, { wouldNeed: days.from, remarks, basis });
      }
      // Otherwise a mere statement could turn what a machine shows into something that is only said.
      if (strong && weak && isNewer(weak, strong)) remarks.push(`A newer statement (${weak.text}) was not used.`);
      return known(
        { kind: 'days', days: daysBetween(earliestDay(row.observed, scope), scope.asOf) },
        {
          clock: scope,
          deciding: [row],
          exceptions: disqualified,
          exceptionCount: newest.disqualified.count(),
          remarks,
        },
      );
    },
  });
}

function newestOf<K extends RecordKind>(days: DaysSince<K>, scope: Scope): Fold<RecordOf<K>, Newest> {
  let strong: Row | undefined;
  let weak: Row | undefined;
  let later = 0;
  const undated = keeper();
  const disqualified = keeper();
  return {
    add(record) {
      const judgement = days.judge(record, scope);
      if (!judgement) return;
      const row = rowOf(record, judgement.text, judgement.when === undefined ? {} : { observed: judgement.when });
      if (isLater(row.observed, scope)) later += 1;
      else if (judgement.side !== 'supports') disqualified.add(row);
      else if (!isDated(row.observed)) undated.add(row);
      else if (isStrong(row.strength)) strong = isNewer(row, strong) ? row : strong;
      else weak = isNewer(row, weak) ? row : weak;
    },
    result: () => ({ strong, weak, undated, disqualified, later }),
  };
}

function isNewer(row: Row, held: Row | undefined): boolean {
  if (!held || !isDated(held.observed)) return true;
  if (!isDated(row.observed)) return false;
  const difference = row.observed.earliest - held.observed.earliest;
  return difference === 0 ? byPlace(row, held) < 0 : difference > 0;
}
