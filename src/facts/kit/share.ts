import type { Basis, Fact, UnknownReason } from '../../model/fact.ts';
import type { Member, Population } from '../../model/population.ts';
import type { RecordKind, RecordOf } from '../../model/record.ts';
import { type AnswerScope, defineFact, type FactDefinition } from '../define-fact.ts';
import type { Among } from './among.ts';
import type { Decision } from './ballot.ts';
import { known, unknown } from './known.ts';
import { denominatorRemark, leftOut, noPopulationRemark, outsideRemark, unknownRolesRemark } from './remarks.ts';
import type { Row } from './row.ts';
import {
  type Across,
  type Ask,
  bySubject,
  datedFirst,
  decideSubject,
  type Entry,
  type Subjects,
  subjectFold,
} from './subjects.ts';

export interface ShareOf<K extends RecordKind> extends Ask<RecordOf<K>> {
  readonly question: string;
  readonly means: string;
  readonly from: readonly K[];
  readonly among: Among;
  /** `ever` for happenings of which one is enough; states are decided by the newest row. */
  readonly rule?: 'newest' | 'ever';
  readonly across?: Across;
  /** What is said of a member of whom no export speaks. */
  readonly silent?: string;
  /** When only an authoritative list can give the share a meaning. */
  readonly needsPopulation?: boolean;
}

export function shareOfDevices<K extends RecordKind>(share: ShareOf<K>): FactDefinition {
  return shareOf(share, 'device', (scope) => scope.devices);
}

export function shareOfPeople<K extends RecordKind>(share: ShareOf<K>): FactDefinition {
  return shareOf(share, 'person', (scope) => scope.people);
}

function shareOf<K extends RecordKind>(
  share: ShareOf<K>,
  kind: 'device' | 'person',
  population: (scope: AnswerScope) => Population,
): FactDefinition {
  return defineFact({
    question: share.question,
    from: share.from,
    measures: 'share',
    means: share.means,
    start: (scope) => subjectFold<K>(share, kind, scope),
    answer: (subjects, scope) => answerShare(share, subjects, { whole: population(scope), scope }),
  });
}

export function answerShare<K extends RecordKind>(
  share: Pick<ShareOf<K>, 'from' | 'among' | 'rule' | 'across' | 'silent' | 'needsPopulation'>,
  subjects: Subjects,
  { whole, scope }: { whole: Population; scope: AnswerScope },
): Fact {
  if (whole.known) return shareOfMembers(share, subjects, { whole, scope });
  if (share.needsPopulation) {
    return unknown('population-unknown', { wouldNeed: share.from, remarks: [`Denominator: ${whole.basis}.`] });
  }
  return shareOfSeen(share, subjects, { whole, scope });
}

/** One subject of the denominator with what was decided on it. */
export interface Counted {
  readonly name: string;
  readonly decision: Decision | undefined;
  readonly member?: Member;
}

function shareOfMembers<K extends RecordKind>(
  share: Pick<ShareOf<K>, 'from' | 'among' | 'rule' | 'across' | 'silent'>,
  subjects: Subjects,
  { whole, scope }: { whole: Population; scope: AnswerScope },
): Fact {
  const members = share.among.picks(whole);
  const roleRemarks = unknownRolesRemark(whole, share.among);
  if (members.length === 0) {
    const empty = `${whole.basis} lists no ${share.among.one}.`;
    return unknown('population-empty', { wouldNeed: share.from, remarks: [empty, ...roleRemarks] });
  }
  const keys = new Set(members.map(({ key }) => key));
  const isAsked = ({ name, more }: Entry) => keys.has(whole.find(name, ...more)?.key ?? '');
  // A dated row of somebody who is not asked about does not silence the undated ones of those who are.
  const { undated, entries } = datedFirst(subjects, subjects.all.filter(isAsked));
  const { found } = matched(entries, whole);
  const { outside } = matched(subjects.all, whole);
  const rules = { rule: share.rule ?? 'newest', across: share.across ?? 'all', zone: scope.zone } as const;
  const counted = members.map((member) => ({
    name: member.name,
    member,
    decision: decideSubject(found.get(member.key) ?? [], rules),
  }));
  return sum(counted, {
    subjects: { ...subjects, undated },
    scope,
    unit: share.among.one,
    wouldNeed: share.from,
    silent: share.silent ?? 'no record',
    populationKnown: true,
    remarks: [
      denominatorRemark(whole, share.among, members.length),
      ...outsideRemark(outside, whole, share.among.one),
      ...roleRemarks,
    ],
  });
}

function shareOfSeen<K extends RecordKind>(
  share: Pick<ShareOf<K>, 'from' | 'among' | 'rule' | 'across' | 'silent'>,
  subjects: Subjects,
  { whole, scope }: { whole: Population; scope: AnswerScope },
): Fact {
  const rules = { rule: share.rule ?? 'newest', across: share.across ?? 'all', zone: scope.zone } as const;
  const counted: Counted[] = [];
  for (const entries of bySubject(subjects.entries).values()) {
    const decision = decideSubject(entries, rules);
    if (!decision || decision.row.eligible === false || !share.among.alone(roleOf(entries))) continue;
    counted.push({ name: entries[0]?.name ?? '', decision });
  }
  return sum(counted, {
    subjects,
    scope,
    unit: share.among.one,
    wouldNeed: share.from,
    silent: share.silent ?? 'no record',
    populationKnown: false,
    remarks: [noPopulationRemark(whole, share.among.one, counted.length)],
  });
}

export interface Summing {
  readonly subjects: Pick<Subjects, 'later' | 'before' | 'undated' | 'unusable'>;
  readonly scope: AnswerScope;
  readonly unit: string;
  readonly wouldNeed: readonly RecordKind[];
  readonly silent: string;
  readonly populationKnown: boolean;
  readonly remarks: readonly string[];
  /** Why there is no share when nothing at all is in the denominator. */
  readonly whenEmpty?: UnknownReason | undefined;
  /** Why nothing could be decided although there are rows. */
  readonly whenUndecided?: UnknownReason | undefined;
  /** Exceptions that are nobody's of the denominator: a group that a policy leaves out. */
  readonly alsoExcepted?: readonly Basis[];
}

/** n of d: those that the evidence supports, of all that should be; everybody else is an exception by name. */
export function sum(counted: readonly Counted[], summing: Summing): Fact {
  const remarks = [...summing.remarks, ...leftOut(summing.subjects)];
  const rows = counted.flatMap(({ decision }) => (decision ? [decision] : []));
  const supporting = rows.filter(({ side }) => side === 'supports').map(({ row }) => row);
  const refuting = rows.filter(({ side }) => side === 'refutes').map(({ row }) => row);
  if (supporting.length + refuting.length === 0) {
    const basis = [...rows.map(({ row }) => row), ...summing.subjects.unusable];
    const because = whyUndecided(rows.length, summing.subjects);
    const special = { 'no-evidence': summing.whenEmpty, 'not-measured-by-source': summing.whenUndecided } as const;
    return unknown((because in special ? special[because as keyof typeof special] : undefined) ?? because, {
      wouldNeed: summing.wouldNeed,
      remarks,
      basis,
    });
  }
  const measure = { kind: 'share', n: supporting.length, of: counted.length, unit: summing.unit } as const;
  return known(measure, {
    clock: summing.scope,
    deciding: [...supporting, ...refuting],
    basis: supporting.length > 0 ? supporting : refuting,
    exceptions: [...counted.flatMap((one) => exceptionOf(one, summing.silent) ?? []), ...(summing.alsoExcepted ?? [])],
    remarks,
    populationKnown: summing.populationKnown,
  });
}

export function whyUndecided(undecided: number, left: Pick<Subjects, 'before' | 'undated'>): UnknownReason {
  if (undecided > 0) return 'not-measured-by-source';
  if (left.undated > 0) return 'undated';
  return left.before > 0 ? 'only-outside-period' : 'no-evidence';
}

function exceptionOf({ name, decision, member }: Counted, silent: string): Basis | Row | undefined {
  if (decision) return decision.side === 'supports' ? undefined : decision.row;
  return member && { place: member.place, text: `${name}: ${silent}`, subject: member.key };
}

/** Entries under the member that they mean, and how many subjects mean none. */
export function matched(entries: readonly Entry[], whole: Population) {
  const found = new Map<string, Entry[]>();
  const outside = new Set<string>();
  for (const entry of entries) {
    const member = whole.find(entry.name, ...entry.more);
    if (!member) outside.add(entry.key);
    else if (found.has(member.key)) found.get(member.key)?.push(entry);
    else found.set(member.key, [entry]);
  }
  return { found: found as ReadonlyMap<string, readonly Entry[]>, outside: outside.size };
}

function roleOf(entries: readonly Entry[]) {
  return entries
    .map((entry) => entry.role)
    .filter((role) => role !== undefined)
    .sort()[0];
}
