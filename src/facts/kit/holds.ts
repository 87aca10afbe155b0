import type { Fact } from '../../model/fact.ts';
import type { RecordKind, RecordOf } from '../../model/record.ts';
import { type AnswerScope, defineFact, type FactDefinition } from '../define-fact.ts';
import { type Ballot, cast, type Decision, decide } from './ballot.ts';
import { isStrong, known, unknown } from './known.ts';
import type { SubjectKind } from './names.ts';
import { leftOut } from './remarks.ts';
import { whyUndecided } from './share.ts';
import { type Ask, bySubject, decideSubject, type Subjects, subjectFold } from './subjects.ts';

export interface HoldsIf<K extends RecordKind> extends Ask<RecordOf<K>> {
  readonly question: string;
  readonly means: string;
  readonly from: readonly K[];
  readonly of: SubjectKind;
  /** `all`: one that does not is enough to say no. `any`: one that does is enough; the others are exceptions, unless a machine denies all and only a person says that one does. */
  readonly needs: 'all' | 'any';
  readonly rule?: 'newest' | 'ever';
}

export function holdsIf<K extends RecordKind>(ask: HoldsIf<K>): FactDefinition {
  return defineFact({
    question: ask.question,
    from: ask.from,
    measures: 'holds',
    means: ask.means,
    start: (scope) => subjectFold<K>(ask, ask.of, scope),
    answer: (subjects, scope) => answerHolds(ask, subjects, scope),
  });
}

export function answerHolds<K extends RecordKind>(
  ask: Pick<HoldsIf<K>, 'from' | 'needs' | 'rule'>,
  subjects: Subjects,
  scope: AnswerScope,
): Fact {
  const rules = { rule: ask.rule ?? 'newest', across: ask.needs, zone: scope.zone } as const;
  const decisions = [...bySubject(subjects.entries).values()].flatMap((entries) => decideSubject(entries, rules) ?? []);
  const [yes, no, undecided] = (['supports', 'refutes', 'undecided'] as const).map((side) =>
    decisions.filter((decision) => decision.side === side),
  ) as [Decision[], Decision[], Decision[]];
  // What comes near the question and is about something else withholds no answer; where there is none, it is shown with the reason why.
  const near = undecided.filter(({ row }) => row.eligible === false);
  const silent = undecided.filter(({ row }) => row.eligible !== false);
  const remarks = leftOut(subjects);
  const cannotSay =
    ask.needs === 'all' ? no.length === 0 && (silent.length > 0 || yes.length === 0) : yes.length + no.length === 0;
  if (cannotSay || (ask.needs === 'any' && yes.length === 0 && silent.length > 0)) {
    const basis = [...rowsOf(silent), ...rowsOf(yes), ...rowsOf(near), ...subjects.unusable];
    const why = whyUndecided(silent.length, subjects);
    const because = why === 'no-evidence' && near.length > 0 ? 'none-counts' : why;
    return unknown(because, { wouldNeed: ask.from, remarks, basis });
  }
  const denied =
    yes.every(({ row }) => !isStrong(row.strength)) &&
    no.some(({ row }) => row.ofAll === true && isStrong(row.strength));
  const holds = ask.needs === 'all' ? no.length === 0 : yes.length > 0 && !denied;
  const onlySaid = denied ? yes.map(({ row }) => `Said by a person or a plan, and not shown: ${row.text}.`) : [];
  const deciding = holds ? (ask.needs === 'any' ? bestOf(yes, scope.zone) : yes) : no;
  return known(
    { kind: 'holds', holds },
    {
      clock: scope,
      deciding: rowsOf(deciding),
      basis: rowsOf(holds ? yes : no),
      exceptions: rowsOf(holds ? [...no.filter(({ row }) => row.eligible !== false), ...silent] : no),
      remarks: [...onlySaid, ...remarks],
    },
  );
}

/** Where one is enough, the one that shows it best decides: a second, weaker one takes nothing away. */
function bestOf(decisions: readonly Decision[], zone: string): readonly Decision[] {
  const ballot: Ballot = {};
  for (const decision of decisions) cast(ballot, decision, zone);
  const best = decide(ballot, 'ever', zone);
  return best ? [best] : [];
}

function rowsOf(decisions: readonly Decision[]) {
  return decisions.map(({ row }) => row);
}
