import type { CivilDate } from '../kernel/civil-date.ts';
import { PHRASES } from '../kernel/messages/assessment.ts';
import type { PracticeAssessment, Reason, Verdict } from '../model/assessment.ts';
import type { Engagement } from '../model/engagement.ts';
import type { Fact, NamedFact } from '../model/fact.ts';
import { freshDaysOf } from '../model/freshness.ts';
import type { Expectation, Practice } from '../model/practice.ts';
import { approverOf } from './disposition.ts';
import { itemOf } from './item.ts';
import { judge } from './judge.ts';
import { linesOf } from './lines.ts';
import { rollUp } from './roll-up.ts';

export type FactsById = ReadonlyMap<string, NamedFact>;

/** A fact that nobody measures is as unknown as one without evidence. */
const UNMEASURED: Fact = {
  status: 'unknown',
  because: 'not-measured-by-source',
  wouldNeed: [],
  remarks: [],
  basis: [],
};

export function assessPractice(practice: Practice, facts: FactsById, engagement: Engagement): PracticeAssessment {
  const reasons = reasonsFor(practice.expects, facts, engagement, practice);
  const found = rollUp(reasons.map(itemOf), 'expectations');
  const judged = decided(practice.id, found.verdict, engagement);
  return {
    practice: practice.id,
    verdict: judged.verdict,
    found: found.verdict,
    extent: found.extent,
    ...linesOf(reasons, found.verdict),
    reasons,
    remark: judged.remark,
  };
}

export function reasonsFor(
  expectations: readonly Expectation[],
  facts: FactsById,
  engagement: Engagement,
  practice?: Practice,
): readonly Reason[] {
  return expectations.map((expectation) => {
    const named = facts.get(expectation.fact);
    return judge(expectation, named?.fact ?? UNMEASURED, named?.question ?? expectation.fact, {
      asOf: engagement.asOf,
      periodFrom: engagement.period.from,
      thresholds: engagement.thresholds,
      freshDays: expectation.freshDays ?? freshDaysOf(practice),
      practice: practice?.id ?? null,
    });
  });
}

/** What people decided about the practice, laid over what was found; never to hide it. */
function decided(
  practice: string,
  found: Verdict,
  engagement: Engagement,
): { readonly verdict: Verdict; readonly remark: string | null } {
  const { asOf } = engagement;
  const excluded = engagement.applicability.find((entry) => entry.practice === practice);
  if (excluded)
    return {
      verdict: 'not-applicable',
      remark: PHRASES.remark.applies(excluded.because, approverOf(excluded.approvedBy, engagement)),
    };
  if (found === 'supported') return { verdict: found, remark: null };
  const accepted = engagement.riskAcceptances.find(
    (entry) => entry.practice === practice && inForce(entry.on, entry.until, asOf),
  );
  if (accepted)
    return {
      verdict: 'accepted-risk',
      remark: PHRASES.remark.accepted(accepted.by, accepted.on, accepted.until, accepted.because),
    };
  const inherited = engagement.inherited.find(
    (entry) => entry.practice === practice && inForce(entry.on, entry.expires, asOf),
  );
  if (inherited && found !== 'contradicted' && found !== 'partly-supported') {
    return {
      verdict: 'inherited',
      remark: PHRASES.remark.inherited(inherited.provider, inherited.proof, inherited.on),
    };
  }
  const statement = engagement.attestations.find(
    (entry) => entry.practice === practice && inForce(entry.on, entry.expires, asOf),
  );
  if (!statement) return { verdict: found, remark: null };
  const remark = PHRASES.remark.attestation(statement.by, statement.on, statement.expires, statement.statement);
  return { verdict: found === 'not-evidenced' && statement.holds ? 'attested-only' : found, remark };
}

export function inForce(on: CivilDate, until: CivilDate | undefined, asOf: CivilDate): boolean {
  return on <= asOf && (until === undefined || asOf <= until);
}
