import { counted, plural } from '../../kernel/text.ts';
import type { Fact } from '../../model/fact.ts';
import type { RecordKind, RecordOf } from '../../model/record.ts';
import { type AnswerScope, defineFact, type FactDefinition } from '../define-fact.ts';
import type { Decision } from './ballot.ts';
import { known, unknown } from './known.ts';
import type { SubjectKind } from './names.ts';
import { leftOut } from './remarks.ts';
import type { Row } from './row.ts';
import { whyUndecided } from './share.ts';
import {
  type Ask,
  bySubject,
  decideSubject,
  type Judgement,
  refutes,
  type Subjects,
  subjectFold,
  supports,
} from './subjects.ts';

/** In a count of what should not be, a row that counts refutes; the words say what is meant. */
export const counts = (text: string, more: Partial<Judgement> = {}) => refutes(text, more);
export const isClear = (text: string, more: Partial<Judgement> = {}) => supports(text, more);

export interface CountOf<K extends RecordKind> extends Ask<RecordOf<K>> {
  readonly question: string;
  readonly means: string;
  readonly from: readonly K[];
  readonly of: SubjectKind;
  readonly unit: string;
  /** `bad`: what is counted is named as exceptions. `plain`: a number that is neither good nor bad. */
  readonly tone: 'bad' | 'plain';
  /** A zero is only told when every subject lets itself be judged; without it, when most of them do. */
  readonly zeroNeedsAll?: boolean;
  /** What the rows carry as an amount is no part of the number: subjects are counted. */
  readonly ignoresAmounts?: true;
  readonly remarks?: (scope: AnswerScope) => readonly string[];
  /** What the count is worth in the light of the populations. */
  readonly worth?: (fact: Fact, subjects: Subjects, scope: AnswerScope) => Fact;
  /** What cannot be answered whatever was counted. */
  readonly unless?: (subjects: Subjects, scope: AnswerScope) => Fact | undefined;
}

export function countOf<K extends RecordKind>(count: CountOf<K>): FactDefinition {
  return defineFact({
    question: count.question,
    from: count.from,
    measures: 'count',
    means: count.means,
    start: (scope) => subjectFold<K>(count, count.of, scope),
    answer: (subjects, scope) => {
      const fact = count.unless?.(subjects, scope) ?? answerCount(count, subjects, scope);
      return count.worth?.(fact, subjects, scope) ?? fact;
    },
  });
}

export function answerCount<K extends RecordKind>(
  count: Pick<CountOf<K>, 'from' | 'unit' | 'tone' | 'zeroNeedsAll' | 'ignoresAmounts' | 'remarks'>,
  subjects: Subjects,
  scope: AnswerScope,
): Fact {
  const rules = { rule: 'newest', across: 'all', zone: scope.zone } as const;
  const decisions = [...bySubject(subjects.entries).values()].flatMap((entries) => decideSubject(entries, rules) ?? []);
  const counting = rowsOf(decisions, 'refutes');
  const clear = rowsOf(decisions, 'supports');
  const silent = rowsOf(decisions, 'undecided');
  const remarks = [...(count.remarks?.(scope) ?? []), ...silentRemark(silent.length, count.unit), ...leftOut(subjects)];
  const isDoubtful = count.zeroNeedsAll === true ? silent.length > 0 : silent.length > clear.length;
  const cannotSay = counting.length === 0 && (clear.length === 0 || isDoubtful);
  if (cannotSay) {
    const because = whyUndecided(silent.length, subjects);
    return unknown(because, { wouldNeed: count.from, remarks, basis: [...silent, ...subjects.unusable] });
  }
  const amountOf = count.ignoresAmounts ? () => 1 : (row: Row) => row.amount ?? 1;
  const total = counting.reduce((sum, row) => sum + amountOf(row), 0);
  const deciding = count.tone === 'plain' && counting.length > 0 ? counting : [...counting, ...clear];
  return known(
    { kind: 'count', count: total, unit: count.unit },
    {
      clock: scope,
      deciding,
      // What is clear gives a count its dates and stands for a zero; a row that shows nothing of what was counted is none of its places.
      basis: counting.length > 0 ? counting : deciding,
      exceptions: count.tone === 'bad' ? counting : [],
      remarks,
    },
  );
}

function rowsOf(decisions: readonly Decision[], side: Decision['side']) {
  return decisions.filter((decision) => decision.side === side).map(({ row }) => row);
}

function silentRemark(count: number, unit: string): readonly string[] {
  return count === 0 ? [] : [`Not told for ${counted(count, 'row')} that could hold ${plural(unit)}.`];
}
