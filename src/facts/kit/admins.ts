import type { Fact, UnknownReason } from '../../model/fact.ts';
import type { Member, Population } from '../../model/population.ts';
import type { RecordKind } from '../../model/record.ts';
import { type AnswerScope, defineFact, type FactDefinition, type Fold, type Scope } from '../define-fact.ts';
import { type Account, isDirectory, isEnabled, type Registration } from './accounts.ts';
import { personKeys, populationOf } from './population.ts';
import { matched, sum } from './share.ts';
import { bySubject, decideSubject, type Judgement, refutes, type Subjects, subjectFold, supports } from './subjects.ts';

export interface Admins {
  /** Accounts of which it is told whether they are privileged: those that are (and can sign in) refute, by the words of a count. */
  readonly accounts: Subjects;
  readonly factors: Subjects;
  /** Whether a directory's own listing told who is privileged. */
  readonly listed: boolean;
}

/** Who is privileged, and what second factor each has; two questions, since two exports may answer them. */
export function adminFold(
  factorOf: (record: Registration | Account) => Judgement | undefined,
  scope: Scope,
): Fold<Registration | Account, Admins> {
  const accounts = subjectFold<'mfa-registration' | 'user-account'>(
    { subject: nameOf, judge: isPrivileged },
    'person',
    scope,
  );
  const factors = subjectFold<'mfa-registration' | 'user-account'>(
    { subject: nameOf, judge: factorOf },
    'person',
    scope,
  );
  let listed = false;
  return {
    add(record) {
      if (record.kind === 'user-account' && !isDirectory(record)) return;
      if (record.kind === 'user-account' && record.admin !== undefined) listed = true;
      accounts.add(record);
      factors.add(record);
    },
    result: () => ({ accounts: accounts.result(), factors: factors.result(), listed }),
  };
}

export function shareOfAdmins<K extends 'mfa-registration' | 'user-account'>(ask: {
  question: string;
  means: string;
  from: readonly K[];
  factorOf: (record: Registration | Account) => Judgement | undefined;
}): FactDefinition {
  return defineFact<'mfa-registration' | 'user-account', Admins>({
    question: ask.question,
    from: ask.from,
    measures: 'share',
    means: ask.means,
    start: (scope) => adminFold(ask.factorOf, scope),
    answer: (admins, scope) => answerAdmins(admins, ask.from, scope),
  });
}

function answerAdmins(admins: Admins, from: readonly RecordKind[], scope: AnswerScope): Fact {
  const rules = { rule: 'newest', across: 'all', zone: scope.zone } as const;
  const members = [...bySubject(admins.accounts.entries)].flatMap(([key, entries]): Member[] => {
    const decision = decideSubject(entries, rules);
    if (decision?.side !== 'refutes') return [];
    const aliases = entries.flatMap((entry) => [entry.name, ...entry.more]);
    return [{ key, name: entries[0]?.name ?? key, aliases, place: decision.row.place }];
  });
  const keys = personKeys(scope.clientDomains);
  const population = populationOf(members, { known: true, basis: 'the directories', keys });
  const { found } = matched(admins.factors.entries, population);
  const counted = population.members.map((member) => ({
    name: member.name,
    member,
    decision: decideSubject(found.get(member.key) ?? [], rules),
  }));
  const complete = admins.listed || namesEverybody(admins.accounts, scope.people);
  return sum(counted, {
    subjects: admins.factors,
    scope,
    unit: 'privileged account',
    wouldNeed: from,
    silent: 'no record of a second factor',
    populationKnown: complete,
    remarks: complete
      ? [`Denominator: the ${counted.length} enabled privileged accounts that the directories list.`]
      : ['No directory listing shows that these are all privileged accounts.'],
    whenEmpty: whyNoFactor(admins, counted.length),
  });
}

/** Nobody is privileged, or it is not told of anybody that is whether he has one. */
function whyNoFactor({ accounts }: Admins, privileged: number): UnknownReason | undefined {
  if (accounts.entries.length === 0) return undefined;
  return privileged === 0 ? 'population-empty' : 'not-measured-by-source';
}

/** An export that has a row for everybody on the list of people is the whole directory and no selection of it. */
function namesEverybody(accounts: Subjects, people: Population): boolean {
  if (!people.known || people.members.length === 0) return false;
  const { found } = matched(accounts.entries, people);
  return people.members.every((member) => found.has(member.key));
}

function nameOf(record: Registration | Account) {
  return record.kind === 'user-account'
    ? { name: record.user, more: [record.email], per: record.directory }
    : { name: record.user, per: record.directory };
}

function isPrivileged(record: Registration | Account): Judgement | undefined {
  if (record.admin === undefined) return undefined;
  if (!record.admin) return supports(`${record.user}: not privileged`);
  return isEnabled(record) ? refutes(`${record.user}: privileged`) : supports(`${record.user}: disabled`);
}
