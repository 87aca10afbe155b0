import { byCodeUnit } from '../../kernel/order.ts';
import type { RecordOf } from '../../model/record.ts';
import { type AnswerScope, defineFact, type FactDefinition } from '../define-fact.ts';
import type { Decision } from './ballot.ts';
import { known, unknown } from './known.ts';
import { thingKey } from './names.ts';
import { leftOut as leftOutRemarks } from './remarks.ts';
import type { Row } from './row.ts';
import { whyUndecided } from './share.ts';
import {
  bySubject,
  decideSubject,
  type Judgement,
  refutes,
  type Subjects,
  subjectFold,
  supports,
  undecided,
} from './subjects.ts';

export type AccessPolicy = RecordOf<'access-policy'>;

export interface PolicyQuestion {
  readonly question: string;
  readonly means: string;
  readonly scopes: readonly NonNullable<AccessPolicy['scope']>[];
  /** What a policy must do to be about the question at all (demand a second factor, block old protocols). */
  readonly about: (policy: AccessPolicy) => boolean;
  readonly users: readonly AccessPolicy['users'][];
  readonly applications: readonly AccessPolicy['applications'][];
  /** `any`: one policy for everybody is enough. `each`: every place that was read needs its own. */
  readonly needs: 'any' | 'each';
}

/** Holds when an enforced policy asks it of all that are meant; report-only never counts, and neither does one that leaves anybody out. */
export function policyEnforced(ask: PolicyQuestion): FactDefinition {
  return defineFact({
    question: ask.question,
    from: ['access-policy'],
    measures: 'holds',
    means: ask.means,
    start: (scope) =>
      policyFold(
        (policy) => (ask.scopes.includes(policy.scope ?? 'directory') ? judgePolicy(policy, ask) : undefined),
        scope,
      ),
    answer: (policies, scope) => answerPolicies(ask, policies, scope),
  });
}

/** The same for a place outside the directory (a VPN, a remote tool): each needs its own enforced policy. */
export function secondFactorOn(ask: Pick<PolicyQuestion, 'question' | 'means' | 'scopes'>): FactDefinition {
  return policyEnforced({
    ...ask,
    about: demandsSecondFactor,
    users: ['all'],
    applications: ['all', 'some', 'none', 'admin-portals', 'office365'],
    needs: 'each',
  });
}

export function demandsSecondFactor(policy: AccessPolicy): boolean {
  return policy.requires.includes('mfa') || policy.requires.includes('phishing-resistant-mfa');
}

/** Somebody or something that a policy leaves out, as printed. */
export interface Excluded extends Row {
  readonly excluded: string;
}

/** What was read of policies: decided policy by policy, with what each leaves out. */
export interface Policies {
  readonly subjects: Subjects;
  /** Exclusions by the place of the row that prints them. */
  readonly exclusions: ReadonlyMap<string, readonly string[]>;
  /** Policies of the right place that are about something else. */
  readonly unrelated: number;
}

export function policyFold(
  judge: (policy: AccessPolicy) => Judgement | 'unrelated' | undefined,
  scope: Parameters<FactDefinition['start']>[0],
) {
  const exclusions = new Map<string, readonly string[]>();
  let unrelated = 0;
  const fold = subjectFold<'access-policy'>(
    {
      subject: (policy) => ({ name: policy.name, per: policy.scope ?? 'directory' }),
      judge: (policy) => {
        const judgement = judge(policy);
        if (judgement === 'unrelated') unrelated += 1;
        if (judgement === undefined || judgement === 'unrelated') return undefined;
        // Where one row tells two policies, neither covers whom the other leaves out.
        const key = placeKey(policy.from);
        exclusions.set(key, [...new Set([...(exclusions.get(key) ?? []), ...policy.exclusions])].sort(byCodeUnit));
        return judgement;
      },
    },
    'thing',
    scope,
  );
  return {
    add: (policy: AccessPolicy) => fold.add(policy),
    result: (): Policies => ({ subjects: fold.result(), exclusions, unrelated }),
  };
}

export function judgePolicy(
  policy: AccessPolicy,
  ask: Pick<PolicyQuestion, 'about' | 'users' | 'applications' | 'needs'>,
): Judgement | 'unrelated' {
  const name = `Policy "${policy.name}"`;
  if (!ask.about(policy)) {
    // A directory has policies about many things; a gateway that was read and demands nothing answers no.
    return ask.needs === 'any' ? 'unrelated' : refutes(`${name}: demands no second factor`);
  }
  if (policy.state === 'report-only') return refutes(`${name}: report-only, not enforced`);
  if (policy.state === 'off') return refutes(`${name}: switched off`);
  if (policy.state === 'unknown') return undecided(`${name}: state "${policy.verbatim}" not understood`);
  if (!ask.users.includes(policy.users)) return refutes(`${name}: enforced for users "${policy.users}" only`);
  if (!ask.applications.includes(policy.applications)) {
    return refutes(`${name}: enforced for applications "${policy.applications}" only`);
  }
  if (narrowing(policy).length > 0) return refutes(`${name}: enforced only where ${narrowing(policy).join('; ')}`);
  return supports(`${name}: enforced`);
}

/** Conditions that let some sign-ins pass; that a block of old protocols names those protocols narrows nothing. */
function narrowing(policy: AccessPolicy): readonly string[] {
  if (!policy.blocksLegacyAuthentication) return policy.conditions;
  return policy.conditions.filter((condition) => !/client ?app|legacy|active ?sync|other clients/i.test(condition));
}

function answerPolicies(ask: PolicyQuestion, policies: Policies, scope: AnswerScope) {
  const { subjects } = policies;
  const rules = { rule: 'newest', across: 'all', zone: scope.zone } as const;
  const places = ask.needs === 'any' ? [subjects.entries] : [...perPlace(subjects).values()];
  const judged = places.map((entries) =>
    [...bySubject(entries).values()].flatMap((group) => decideSubject(group, rules) ?? []),
  );
  const rows = judged.flat();
  const remarks = leftOutRemarks(subjects);
  const short = judged.filter((decisions) => rowsOf(decisions, 'supports').length === 0);
  const refuted = short.filter((decisions) => decisions.length > 0 && rowsOf(decisions, 'undecided').length === 0);
  if (rows.length === 0 || (short.length > 0 && refuted.length === 0)) {
    const unreadable = rowsOf(rows, 'undecided');
    const other = `None of the ${policies.unrelated} policies that were read is about this.`;
    return unknown(whyUndecided(unreadable.length, subjects), {
      wouldNeed: ['access-policy'],
      remarks: policies.unrelated > 0 && rows.length === 0 ? [other, ...remarks] : remarks,
      basis: [...unreadable, ...subjects.unusable],
    });
  }
  if (refuted.length > 0) {
    const deciding = rowsOf(refuted.flat(), 'refutes');
    return known({ kind: 'holds', holds: false }, { clock: scope, deciding, exceptions: deciding, remarks });
  }
  const leftOut = judged.flatMap((decisions) => leftOutBy(rowsOf(decisions, 'supports'), policies));
  const deciding = rowsOf(rows, 'supports');
  if (leftOut.length === 0) return known({ kind: 'holds', holds: true }, { clock: scope, deciding, remarks });
  const named = leftOut.filter((row) => isNamed(row, scope));
  if (named.length > 0) {
    return known({ kind: 'holds', holds: false }, { clock: scope, deciding: named, exceptions: leftOut, remarks });
  }
  // Nobody knows who is in the group: it may be empty, and it may be everybody.
  const unresolved = 'Policies leave out groups, roles or accounts whose members no export names.';
  return unknown('incomplete-export', {
    wouldNeed: ['access-policy'],
    remarks: [unresolved, ...remarks],
    basis: leftOut,
  });
}

const NO_PERSON = /^(application|location|platform) /i;

/** Whether it is known who or what is left out: an address, somebody on the list of people, an application, a place. */
function isNamed({ excluded }: Excluded, { people }: AnswerScope): boolean {
  if (NO_PERSON.test(excluded) || /[^\s@]+@[^\s@]+/.test(excluded)) return true;
  return people.find(excluded, excluded.replace(/^user /i, '')) !== undefined;
}

function rowsOf(decisions: readonly Decision[], side: Decision['side']): readonly Row[] {
  return decisions.filter((decision) => decision.side === side).map(({ row }) => row);
}

function perPlace(subjects: Subjects) {
  const places = new Map<string, Subjects['entries'][number][]>();
  for (const entry of subjects.entries) {
    // Each application is a place of its own; a gateway is one place however many policies it has.
    const place = entry.per === 'application' ? `application ${entry.key}` : entry.per;
    places.set(place, [...(places.get(place) ?? []), entry]);
  }
  return places;
}

/** Who is left out by every one of the policies: one that has no exclusion covers those whom another leaves out. */
export function leftOutBy(enforced: readonly Row[], policies: Pick<Policies, 'exclusions'>): readonly Excluded[] {
  const lists = enforced.map((row) => policies.exclusions.get(placeKey(row.place)) ?? []);
  const keys = lists.map((list) => new Set(list.map(thingKey)));
  return enforced.flatMap((row, index) =>
    (lists[index] ?? [])
      .filter((excluded) => keys.every((set) => set.has(thingKey(excluded))))
      .map((excluded) => ({ ...row, text: `${row.text}, except ${excluded}`, excluded })),
  );
}

function placeKey(place: Row['place']): string {
  return JSON.stringify([place.path, place.row, place.line, place.column, place.at]);
}
