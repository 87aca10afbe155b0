import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import type { Framework } from '../model/control.ts';
import type { Engagement } from '../model/engagement.ts';
import type { Assignment, OperatingModel, Ownership, OwnershipIssue } from '../model/ownership.ts';
import type { Practice } from '../model/practice.ts';
import { controlOwners } from './control-owners.ts';
import { issue } from './issue.ts';
import { lintHats } from './lints.ts';
import { lintOverrides } from './override-lints.ts';
import { issuesOverTime } from './past-issues.ts';
import { type Roster, rosterOf } from './roster.ts';
import { modelSpans } from './spans.ts';
import { type Reign, type Stretch, settled, stretchesOf } from './stretches.ts';

export interface OwnershipRequest {
  readonly engagement: Engagement;
  readonly models: readonly OperatingModel[];
  readonly practices: readonly Practice[];
  readonly frameworks: readonly Framework[];
}

/** Who wears which hat for each practice and control, day by day, and everything that is wrong with it. Never throws over hats. */
export function assignOwners({ engagement, models, practices, frameworks }: OwnershipRequest): Ownership {
  const { asOf, ownership: overrides } = engagement;
  const { spans, notes } = modelSpans(engagement);
  const reigns = spans.map((span): Reign => {
    const ruling = modelOf(span.model, models);
    return { ...span, ruling, roster: rosterOf(engagement, models, ruling) };
  });
  const reign = reigns.find(({ from, to }) => from <= asOf && asOf <= to) ?? reigns.at(-1);
  if (reign === undefined) throw failure(diagnostic('operating-model-missing', undefined));
  const timelines = practices.map((practice) => timelineOf(practice, reigns, engagement));
  const assignments = timelines.flatMap((timeline) => timeline.assignments);
  const worn = new Map(timelines.map(({ practice, now }) => [practice.id, now.worn]));
  const { controls, issues } = controlOwners({ frameworks, practices, overrides, on: asOf, reign, worn });
  return {
    model: reign.model,
    modelTitle: reign.ruling.title,
    spans: reigns.map(({ model, from, to, ruling }) => ({ model, from, to, title: ruling.title })),
    parties: used(assignments, reign.roster),
    assignments,
    controls,
    issues: [
      ...notes.map(({ code, severity, message, hint }) => ({ code, severity, message, hint })),
      ...lintOverrides(overrides, asOf, practices),
      ...timelines.flatMap((timeline) => timeline.issues),
      ...issues,
      ...unnamed(
        timelines.map((timeline) => timeline.current),
        reign.roster,
      ),
    ],
  };
}

interface Timeline {
  readonly practice: Practice;
  readonly now: Stretch;
  readonly current: Assignment;
  /** Current first, then back in time. */
  readonly assignments: readonly Assignment[];
  readonly issues: readonly OwnershipIssue[];
}

function timelineOf(practice: Practice, reigns: readonly Reign[], { asOf, ownership }: Engagement): Timeline {
  const stretches = stretchesOf(practice, reigns, ownership);
  const now = stretches.find(({ from, to }) => from <= asOf && asOf <= to) ?? stretches.at(-1);
  if (now === undefined) throw failure(diagnostic('operating-model-missing', undefined));
  const assigned = ({ from, to, reign, worn }: Stretch): Assignment => ({
    ...settled(practice, worn, reign),
    from,
    until: to,
  });
  const linted = ({ from, to, worn, reign }: Stretch) => ({ from, to, issues: lintHats(practice, worn, reign.roster) });
  const others = stretches.filter((stretch) => stretch !== now).reverse();
  const current = assigned(now);
  return {
    practice,
    now,
    current,
    assignments: [current, ...others.map(assigned)],
    issues: issuesOverTime(stretches.map(linted), linted(now)),
  };
}

/** A party that owns something must have a person's name, or nobody can be called. */
function unnamed(current: readonly Assignment[], { parties }: Roster): readonly OwnershipIssue[] {
  const counts = new Map<string, number>();
  for (const { accountable, responsible } of current) {
    for (const party of new Set([accountable, ...responsible])) counts.set(party, (counts.get(party) ?? 0) + 1);
  }
  return [...counts]
    .filter(([party]) => party !== '' && parties.get(party)?.name === undefined)
    .map(([party, count]) =>
      issue('party-without-person', { party: parties.get(party)?.title ?? party, count }, { party }),
    );
}

function used(assignments: readonly Assignment[], roster: Roster): Ownership['parties'] {
  const named = new Set(
    assignments.flatMap((each) => [
      each.accountable,
      ...each.responsible,
      each.evidence,
      each.approves,
      each.afterHours ?? '',
      ...each.escalation,
      ...each.consulted,
      ...each.informed,
    ]),
  );
  return [...roster.parties.values()].filter((party) => named.has(party.id));
}

export function modelOf(id: string, models: readonly OperatingModel[]): OperatingModel {
  const found = models.find((model) => model.id === id);
  if (found === undefined)
    throw failure(diagnostic('operating-model-unknown', { model: id, known: models.map((model) => model.id) }));
  return found;
}
