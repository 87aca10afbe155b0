import { plural } from '../../kernel/text.ts';
import type { Fact, UnknownReason } from '../../model/fact.ts';
import type { RecordKind, RecordOf } from '../../model/record.ts';
import { type AnswerScope, defineFact, type FactDefinition } from '../define-fact.ts';
import { sum } from './share.ts';
import { type Ask, bySubject, decideSubject, type Subjects, subjectFold } from './subjects.ts';

/** A share of what the exports list by themselves: checks of a benchmark, risks of a register, runs of a job. */
export interface ShareOfThings<K extends RecordKind> extends Ask<RecordOf<K>> {
  readonly question: string;
  readonly means: string;
  readonly from: readonly K[];
  readonly unit: string;
  readonly rule?: 'newest' | 'ever';
  /** Why the list is not the whole, in words; nothing when it is. Without it the exports' own list is the whole by its nature. */
  readonly incomplete?: (subjects: Subjects, scope: AnswerScope) => string | undefined;
  /** When the exports were read and list nothing of this sort: a share of nothing, not a lack of evidence. */
  readonly emptyWhenRead?: boolean;
  readonly whenUndecided?: UnknownReason;
}

export function shareOfThings<K extends RecordKind>(share: ShareOfThings<K>): FactDefinition {
  return defineFact({
    question: share.question,
    from: share.from,
    measures: 'share',
    means: share.means,
    start: (scope) => subjectFold<K>(share, 'thing', scope),
    answer: (subjects, scope) => answerThings(share, subjects, scope),
  });
}

export function answerThings<K extends RecordKind>(
  share: Pick<ShareOfThings<K>, 'from' | 'unit' | 'rule' | 'incomplete' | 'emptyWhenRead' | 'whenUndecided'>,
  subjects: Subjects,
  scope: AnswerScope,
): Fact {
  const groups = [...bySubject(subjects.entries).values()];
  const rules = { rule: share.rule ?? 'newest', across: 'all', zone: scope.zone } as const;
  const counted = groups.flatMap((entries) => {
    const decision = decideSubject(entries, rules);
    return decision ? [{ name: entries[0]?.name ?? '', decision }] : [];
  });
  const incomplete = share.incomplete?.(subjects, scope);
  return sum(counted, {
    subjects,
    scope,
    unit: share.unit,
    wouldNeed: share.from,
    silent: 'no record',
    populationKnown: incomplete === undefined,
    whenEmpty: share.emptyWhenRead && share.from.some(scope.sawKind) ? 'population-empty' : undefined,
    whenUndecided: share.whenUndecided,
    remarks: [
      `Denominator: ${counted.length} ${counted.length === 1 ? share.unit : plural(share.unit)} listed by the exports.`,
      ...(incomplete === undefined ? [] : [incomplete]),
    ],
  });
}
