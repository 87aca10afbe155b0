import type { Findings } from '../../model/findings.ts';
import type { Assignment } from '../../model/ownership.ts';

/** The findings as far as one party wears a hat, or is asked or told. */
export function ofParty(findings: Findings, party: string): Findings {
  const { ownership } = findings;
  const assignments = ownership.assignments.filter((each) => concerns(party, each));
  const controls = ownership.controls.filter(({ assignment }) => concerns(party, assignment));
  const practices = new Set(assignments.map(({ practice }) => practice));
  const kept = new Set(controls.map(({ framework, control }) => `${framework} ${control}`));
  return {
    ...findings,
    practices: findings.practices.filter(({ id }) => practices.has(id)),
    frameworks: findings.frameworks.map((each) => ({
      ...each,
      controls: each.controls.filter(({ framework, control }) => kept.has(`${framework} ${control}`)),
    })),
    ownership: {
      ...ownership,
      assignments,
      controls,
      issues: ownership.issues.filter((each) =>
        each.practice === undefined ? each.party === undefined || each.party === party : practices.has(each.practice),
      ),
    },
  };
}

function concerns(party: string, each: Assignment): boolean {
  const { accountable, responsible, evidence, approves, afterHours, consulted, informed, escalation } = each;
  const hats = [accountable, ...responsible, evidence, approves, afterHours, ...consulted, ...informed];
  return hats.includes(party) || escalation.at(-1) === party;
}
