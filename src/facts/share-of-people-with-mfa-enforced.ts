import type { RecordOf } from '../model/record.ts';
import { type AnswerScope, defineFact } from './define-fact.ts';
import {
  type AccessPolicy,
  demandsSecondFactor,
  type Excluded,
  judgePolicy,
  leftOutBy,
  type Policies,
  policyFold,
} from './kit/access-policies.ts';
import { isEnabled, isHuman, type Registration, registrationOf } from './kit/accounts.ts';
import { EVERYBODY } from './kit/among.ts';
import type { Decision } from './kit/ballot.ts';
import { unknown } from './kit/known.ts';
import { personKey } from './kit/names.ts';
import { denominatorRemark, noPopulationRemark } from './kit/remarks.ts';
import type { Row } from './kit/row.ts';
import { type Counted, matched, sum } from './kit/share.ts';
import {
  bySubject,
  datedFirstOf,
  decideSubject,
  type Judgement,
  refutes,
  type Subjects,
  subjectFold,
  supports,
  undecided,
} from './kit/subjects.ts';

const FOR_EVERY_SIGN_IN = { about: demandsSecondFactor, users: ['all'], applications: ['all'], needs: 'any' } as const;
const KINDS = ['mfa-registration', 'access-policy'] as const;

export default defineFact({
  question: 'For what share of people does sign-in demand a second factor?',
  from: KINDS,
  measures: 'share',
  means:
    'Enforced for a person by the tool itself, or by an enforced policy for all users and applications that does not leave that person out. Registration alone, report-only policies and policies for some never count.',
  start: (scope) => {
    const people = subjectFold<'mfa-registration'>({ subject: registrationOf, judge: enforcedForOne }, 'person', scope);
    const policies = policyFold(
      (policy) => ((policy.scope ?? 'directory') === 'directory' ? judgePolicy(policy, FOR_EVERY_SIGN_IN) : undefined),
      scope,
    );
    return {
      add: (record: RecordOf<'mfa-registration' | 'access-policy'>) =>
        record.kind === 'access-policy' ? policies.add(record satisfies AccessPolicy) : people.add(record),
      result: () => ({ people: people.result(), policies: policies.result() }),
    };
  },
  answer: (read, scope) => {
    const [people = read.people, rules = read.policies.subjects] = datedFirstOf(
      asked(read.people, scope),
      read.policies.subjects,
    );
    const { decisions, leftOut } = decidedPolicies({ ...read.policies, subjects: rules }, scope);
    const named = everybody(people, scope);
    if (named.length === 0 && decisions.length > 0 && !scope.people.known) {
      return unknown('population-unknown', { wouldNeed: KINDS, basis: decisions.map(({ row }) => row) });
    }
    const enforced = new Set(decisions.filter(({ side }) => side === 'supports').map(({ row }) => row));
    const counted = named.map((person) => byPolicy(person, { decisions, leftOut }));
    // Only where people count by a policy can whom it leaves out be among them.
    const byPolicies = counted.some(({ decision }) => decision?.side === 'supports' && enforced.has(decision.row));
    const unnamed = byPolicies ? leftOut.filter((row) => !counted.some((person) => isMeant(row, person))) : [];
    return sum(counted, {
      subjects: { ...people, undated: people.undated + rules.undated },
      scope,
      unit: EVERYBODY.one,
      wouldNeed: KINDS,
      silent: 'nothing shows that sign-in demands a second factor',
      populationKnown: scope.people.known && unnamed.length === 0,
      whenEmpty: scope.people.known && counted.length === 0 ? 'population-empty' : undefined,
      alsoExcepted: unnamed,
      remarks: [
        scope.people.known
          ? denominatorRemark(scope.people, EVERYBODY, counted.length)
          : noPopulationRemark(scope.people, EVERYBODY.one, counted.length),
        ...(unnamed.length > 0
          ? [
              'Policies leave out groups or accounts whose members no export names: some of these people may be among them.',
            ]
          : []),
      ],
    });
  },
});

function enforcedForOne(record: Registration): Judgement {
  const more = { eligible: isHuman(record.userType) && isEnabled(record) };
  if (record.bypass === true) return refutes(`${record.user}: bypass allowed`, more);
  if (record.enforced === true) return supports(`${record.user}: second factor enforced`, more);
  if (record.enforced === false) return refutes(`${record.user}: second factor not enforced`, more);
  return undecided(`${record.user}: whether sign-in demands a second factor is not told`, more);
}

/** Rows about strangers silence nobody's. */
function asked(people: Subjects, { people: list }: AnswerScope): Subjects {
  if (!list.known) return people;
  return { ...people, all: people.all.filter(({ name, more }) => list.find(name, ...more) !== undefined) };
}

function decidedPolicies(policies: Policies, scope: AnswerScope) {
  const rules = { rule: 'newest', across: 'all', zone: scope.zone } as const;
  const decisions = [...bySubject(policies.subjects.entries).values()].flatMap(
    (group) => decideSubject(group, rules) ?? [],
  );
  const enforced = decisions.filter(({ side }) => side === 'supports').map(({ row }) => row);
  return { decisions, leftOut: leftOutBy(enforced, policies) };
}

function everybody(people: Subjects, scope: AnswerScope): readonly Counted[] {
  const rules = { rule: 'newest', across: 'all', zone: scope.zone } as const;
  if (scope.people.known) {
    const { found } = matched(people.entries, scope.people);
    return scope.people.members.map((member) => ({
      name: member.name,
      member,
      decision: decideSubject(found.get(member.key) ?? [], rules),
    }));
  }
  return [...bySubject(people.entries).values()].flatMap((entries) => {
    const decision = decideSubject(entries, rules);
    return decision && decision.row.eligible !== false ? [{ name: entries[0]?.name ?? '', decision }] : [];
  });
}

/** Where the tool does not say it of a person, the policies do; a bypass or an explicit "not enforced" stands. */
function byPolicy(
  person: Counted,
  { decisions, leftOut }: { decisions: readonly Decision[]; leftOut: readonly Excluded[] },
): Counted {
  if (person.decision && person.decision.side !== 'undecided') return person;
  const said = (side: string) => decisions.find((decision) => decision.side === side)?.row;
  const without = leftOut.find((row) => isMeant(row, person));
  if (without) return { ...person, decision: { side: 'refutes', row: of(person, without) } };
  const enforced = said('supports');
  if (enforced) return { ...person, decision: { side: 'supports', row: enforced } };
  const refuted = said('refutes');
  return refuted ? { ...person, decision: { side: 'refutes', row: of(person, refuted) } } : person;

  function of({ name, member }: Counted, row: Row): Row {
    return { ...row, text: `${name}: ${row.text}`, subject: member?.key ?? personKey(name) };
  }
}

function isMeant({ excluded }: Excluded, { name, member }: Counted): boolean {
  const words = [excluded, ...(excluded.match(/[^\s<>:,;]+@[^\s<>:,;]+/g) ?? [])].map(personKey);
  const names = [name, member?.key ?? name, ...(member?.aliases ?? [])].map(personKey);
  return words.some((word) => names.includes(word));
}
