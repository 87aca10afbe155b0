import type { RecordOf } from '../model/record.ts';
import { type AnswerScope, defineFact, type Scope } from './define-fact.ts';
import { demandsSecondFactor, judgePolicy, leftOutBy, type Policies, policyFold } from './kit/access-policies.ts';
import { type Account, hasFactor, isEnabled, type Registration } from './kit/accounts.ts';
import { unknown } from './kit/known.ts';
import { sum } from './kit/share.ts';
import {
  bySubject,
  datedFirstOf,
  decideSubject,
  type Judgement,
  refutes,
  subjectFold,
  supports,
  undecided,
} from './kit/subjects.ts';

// Directories of consoles that rent out machines and storage; an office suite's directory is none of them.
const CLOUD_DIRECTORY = /\b(aws|amazon|gcp|google[- ]cloud|azure[- ]portal|oci|cloud[- ]console)\b/i;
const KINDS = ['mfa-registration', 'user-account', 'access-policy'] as const;

export default defineFact({
  question: 'What share of the users of cloud consoles has a second factor?',
  from: KINDS,
  measures: 'share',
  means:
    'Users who can sign in to a cloud console and have a second factor there, or an enforced policy that demands it of all of them.',
  start: (scope) => startConsoles(scope),
  answer: ({ listed, ...read }, scope) => {
    const [users = read.users, subjects = read.policies.subjects] = datedFirstOf(read.users, read.policies.subjects);
    const policies = { ...read.policies, subjects };
    const rules = { rule: 'newest', across: 'all', zone: scope.zone } as const;
    const enforced = enforcedPolicy(policies, scope);
    const counted = [...bySubject(users.entries).values()].flatMap((entries) => {
      const decision = decideSubject(entries, rules);
      if (!decision || decision.row.eligible === false) return [];
      const covered = enforced !== undefined && decision.side === 'undecided';
      return [
        {
          name: entries[0]?.name ?? '',
          decision: covered ? { ...decision, side: 'supports' as const, row: enforced } : decision,
        },
      ];
    });
    if (counted.length === 0 && enforced) {
      return unknown('population-unknown', {
        wouldNeed: KINDS,
        basis: [enforced],
        remarks: ['No export names the users of the console.'],
      });
    }
    return sum(counted, {
      subjects: users,
      scope,
      unit: 'console user',
      wouldNeed: KINDS,
      silent: 'no record',
      populationKnown: listed,
      remarks: listed ? [] : ['No listing of accounts shows that these are all users of the console.'],
    });
  },
});

function startConsoles(scope: Scope) {
  const users = subjectFold<'mfa-registration' | 'user-account'>(
    {
      subject: (record) =>
        CLOUD_DIRECTORY.test(record.directory ?? '') ? { name: record.user, per: record.directory } : undefined,
      judge,
    },
    'person',
    scope,
  );
  const policies = policyFold(
    (policy) =>
      policy.scope === 'cloud-console'
        ? judgePolicy(policy, {
            about: demandsSecondFactor,
            users: ['all'],
            applications: ['all', 'some', 'none', 'admin-portals', 'office365'],
            needs: 'each',
          })
        : undefined,
    scope,
  );
  let listed = false;
  return {
    add(record: RecordOf<(typeof KINDS)[number]>) {
      if (record.kind === 'access-policy') return policies.add(record);
      if (record.kind === 'user-account' && CLOUD_DIRECTORY.test(record.directory)) listed = true;
      users.add(record);
    },
    result: () => ({ users: users.result(), policies: policies.result(), listed }),
  };
}

function judge(record: Registration | Account): Judgement {
  const more = { eligible: isEnabled(record) && record.userType !== 'service' };
  const factor = record.kind === 'user-account' ? record.mfa : hasFactor(record);
  if (factor === undefined) return undecided(`${record.user}: the export does not tell`, more);
  return factor ? supports(`${record.user}: second factor`, more) : refutes(`${record.user}: no second factor`, more);
}

function enforcedPolicy({ subjects, exclusions }: Policies, scope: AnswerScope) {
  const rules = { rule: 'newest', across: 'all', zone: scope.zone } as const;
  const decisions = [...bySubject(subjects.entries).values()].flatMap((group) => decideSubject(group, rules) ?? []);
  const enforced = decisions.filter(({ side }) => side === 'supports').map(({ row }) => row);
  return leftOutBy(enforced, { exclusions }).length === 0 ? enforced[0] : undefined;
}
