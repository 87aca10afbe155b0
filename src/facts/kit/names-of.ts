import { byCodeUnit } from '../../kernel/order.ts';
import type { RecordKind, RecordOf } from '../../model/record.ts';
import { defineFact, type FactDefinition } from '../define-fact.ts';
import { known, unknown } from './known.ts';
import { leftOut } from './remarks.ts';
import { whyUndecided } from './share.ts';
import { type Ask, subjectFold } from './subjects.ts';

export interface NamesOf<K extends RecordKind> extends Ask<RecordOf<K>> {
  readonly question: string;
  readonly means: string;
  readonly from: readonly K[];
}

/** Distinct names, as they are printed, in the order of the alphabet. */
export function namesOf<K extends RecordKind>(names: NamesOf<K>): FactDefinition {
  return defineFact({
    question: names.question,
    from: names.from,
    measures: 'names',
    means: names.means,
    start: (scope) => subjectFold<K>(names, 'thing', scope),
    answer: (subjects, scope) => {
      const remarks = leftOut(subjects);
      const named = subjects.entries.flatMap(({ name, ballot }) =>
        (ballot.supports ?? ballot.weaklySupports) ? [{ name, ballot }] : [],
      );
      if (named.length === 0) {
        const read = names.from.some(scope.sawKind) && subjects.unusable.length === 0;
        const because = read ? 'not-measured-by-source' : whyUndecided(0, subjects);
        return unknown(because, { wouldNeed: names.from, remarks, basis: subjects.unusable });
      }
      return known(
        { kind: 'names', names: named.map(({ name }) => name).sort(byCodeUnit) },
        {
          clock: scope,
          deciding: named.flatMap(({ ballot }) => ballot.supports ?? ballot.weaklySupports ?? []),
          remarks,
        },
      );
    },
  });
}
