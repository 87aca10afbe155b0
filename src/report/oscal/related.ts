import { groupBy } from '../../kernel/order.ts';
import type { ControlAssessment, Reason } from '../../model/assessment.ts';
import { factUuid } from './observations.ts';
import type { Scope } from './scope.ts';
import type { PersonObservation } from './words-of-people.ts';

/** Which observations a verdict rests on, and which risks it leaves. */
export interface Related {
  readonly ofControl: (assessed: ControlAssessment) => readonly string[];
  readonly ofPractice: (practice: string) => readonly string[];
  readonly risks: (assessed: ControlAssessment) => readonly string[];
  /** Each practice of the control is supported, does not apply, or is inherited with a proof that is among the exhibits. */
  readonly isProven: (assessed: ControlAssessment) => boolean;
}

export function relatedTo(people: readonly PersonObservation[], scope: Scope): Related {
  const { findings, lens, lasting } = scope;
  const facts = new Map(findings.facts.map(({ id }) => [id, factUuid(id, scope)]));
  const ofReasons = (reasons: readonly Reason[]) =>
    reasons.flatMap(({ bears, fact }) => (bears === 'as-context' ? [] : (facts.get(fact) ?? [])));
  const said = (practices: readonly string[]) =>
    people.filter(({ practice }) => practices.includes(practice)).map(({ observation }) => observation.uuid);
  const risks = groupBy(
    findings.gaps.flatMap(({ practice, controls }) =>
      controls.map((each) => ({ key: keyOf(each), risk: lasting('risk', practice) })),
    ),
    ({ key }) => key,
  );
  return {
    risks: (assessed) => [...new Set((risks.get(keyOf(assessed)) ?? []).map(({ risk }) => risk))],
    ofControl: ({ reasons, practices }) => [...new Set([...ofReasons(reasons), ...said(practices)])],
    ofPractice: (practice) => [...new Set([...ofReasons(lens.assessed(practice)?.reasons ?? []), ...said([practice])])],
    isProven: ({ practices }) => practices.every((practice) => carried(practice, scope)),
  };
}

function carried(practice: string, { lens, findings, engagement }: Scope): boolean {
  const verdict = lens.assessed(practice)?.verdict;
  if (verdict !== 'inherited') return verdict === 'supported' || verdict === 'not-applicable';
  const { asOf, inherited } = engagement;
  const proofs = inherited
    .filter((each) => each.practice === practice && each.on <= asOf && asOf <= (each.expires ?? asOf))
    .map(({ proof }) => proof);
  const shown = findings.exhibits.filter(({ excluded, foreign }) => excluded === null && foreign === null);
  return proofs.length > 0 && proofs.every((proof) => shown.some(({ path }) => path === proof));
}

function keyOf({ framework, control }: { readonly framework: string; readonly control: string }): string {
  return JSON.stringify([framework, control]);
}
