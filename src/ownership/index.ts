import { addDays } from '../kernel/civil-date.ts';
import { ProofpackError } from '../kernel/failure.ts';
import type { Framework } from '../model/control.ts';
import type { Engagement } from '../model/engagement.ts';
import type { Assignment, ControlOwner, OperatingModel, Ownership, OwnershipIssue } from '../model/ownership.ts';
import type { Practice } from '../model/practice.ts';
import { hatsFor, hatsOverridden, inForce, type WornHats } from './hats.ts';
import { issue, lintHats, type Roster } from './lints.ts';
import { rosterOf } from './roster.ts';
import { type ModelSpan, modelSpans } from './spans.ts';

export interface OwnershipRequest {
  readonly engagement: Engagement;
  readonly models: readonly OperatingModel[];
  readonly practices: readonly Practice[];
  readonly frameworks: readonly Framework[];
}

/** Who wears which hat for each practice and control, day by day, and everything that is wrong with it. Never throws over hats. */
export function assignOwners({ engagement, models, practices, frameworks }: OwnershipRequest): Ownership {
  const { spans, notes } = modelSpans(engagement);
  const current = spans.at(-1);
  if (current === undefined)
    throw new ProofpackError(
      'operating-model-missing',
      'No operating model is in force.',
      'Name one under operatingModel.',
    );
  const model = modelOf(current, models);
  const roster = rosterOf(engagement, models, model);
  const worn = new Map(
    practices.map((practice) => [practice.id, hatsFor(practice, model, engagement.ownership, engagement.asOf)]),
  );
  const issues: OwnershipIssue[] = notes.map(({ code, message, hint }) => ({ code, message, hint }));
  for (const practice of practices) {
    const hats = worn.get(practice.id);
    if (hats) issues.push(...lintHats(practice, hats, roster));
  }
  const assignments = practices.flatMap((practice) => assignmentsOf(practice, spans, engagement, models, roster));
  issues.push(...unnamed(assignments, engagement, roster));
  return {
    model: model.id,
    modelTitle: model.title,
    spans: spans.map((span) => ({ ...span, title: modelOf(span, models).title })),
    parties: used(assignments, roster),
    assignments,
    controls: controlOwners({ engagement, model, practices, frameworks, worn, roster }),
    issues,
  };
}

/** Current first, then back in time. Overrides that begin or end inside a span cut it. */
function assignmentsOf(
  practice: Practice,
  spans: readonly ModelSpan[],
  engagement: Engagement,
  models: readonly OperatingModel[],
  roster: Roster,
): readonly Assignment[] {
  const cuts = spans.flatMap((span) => cutByOverrides(practice, span, engagement));
  return cuts
    .map((cut) => {
      const hats = hatsFor(practice, modelOf(cut, models), engagement.ownership, cut.to);
      return { ...settled(practice, hats, modelOf(cut, models), roster), from: cut.from, until: cut.to };
    })
    .reverse();
}

function cutByOverrides(practice: Practice, span: ModelSpan, engagement: Engagement): readonly ModelSpan[] {
  const starts = engagement.ownership
    .filter((entry) => entry.practice === practice.id || entry.domain === practice.domain)
    .flatMap((entry) => [entry.from, entry.until === undefined ? undefined : addDays(entry.until, 1)])
    .filter((day) => day !== undefined)
    .filter((day) => day > span.from && day <= span.to)
    .sort();
  const begins = [...new Set([span.from, ...starts])];
  return begins.map((from, i) => ({
    model: span.model,
    from,
    to: i + 1 < begins.length ? addDays(begins[i + 1] ?? span.to, -1) : span.to,
  }));
}

/** One accountable party whatever was said: the client's for a legal duty, else the first that was named, else the model's own. */
function settled(
  practice: Practice,
  { accountable, assignment }: WornHats,
  model: OperatingModel,
  roster: Roster,
): Assignment {
  const own = model.practices[practice.id]?.accountable ?? model.domains[practice.domain]?.accountable ?? '';
  const allowed = accountable.filter(
    (party) => practice.duty !== 'legal' || roster.parties.get(party)?.side === 'client',
  );
  return { ...assignment, accountable: allowed[0] ?? own };
}

interface ControlRequest {
  readonly engagement: Engagement;
  readonly model: OperatingModel;
  readonly practices: readonly Practice[];
  readonly frameworks: readonly Framework[];
  readonly worn: ReadonlyMap<string, WornHats>;
  readonly roster: Roster;
}

function controlOwners({
  engagement,
  model,
  practices,
  frameworks,
  worn,
  roster,
}: ControlRequest): readonly ControlOwner[] {
  const byId = new Map(practices.map((practice) => [practice.id, practice]));
  const fallback = practices.find((practice) => practice.duty === 'governance') ?? practices[0];
  return frameworks.flatMap((framework) =>
    framework.controls.flatMap((control) => {
      const primary = control.practices.find((edge) => edge.bears === 'directly') ?? control.practices[0];
      const practice = byId.get(primary?.practice ?? '') ?? fallback;
      const hats = practice === undefined ? undefined : worn.get(practice.id);
      if (practice === undefined || hats === undefined) return [];
      const override = engagement.ownership.find(
        (entry) => entry.control === control.id && inForce(entry, engagement.asOf),
      );
      const final = override === undefined ? hats : hatsOverridden(hats, override, model);
      return [{ framework: framework.id, control: control.id, assignment: settled(practice, final, model, roster) }];
    }),
  );
}

/** A party that owns something must have a person's name, or nobody can be called. */
function unnamed(
  assignments: readonly Assignment[],
  engagement: Engagement,
  roster: Roster,
): readonly OwnershipIssue[] {
  const counts = new Map<string, number>();
  for (const assignment of assignments.filter(({ until }) => until === undefined || until >= engagement.asOf)) {
    for (const party of new Set([assignment.accountable, ...assignment.responsible]))
      counts.set(party, (counts.get(party) ?? 0) + 1);
  }
  return [...counts]
    .filter(([party]) => roster.parties.get(party)?.name === undefined)
    .map(([party, count]) =>
      issue('party-without-person', { party: roster.parties.get(party)?.title ?? party, count }, undefined, party),
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

function modelOf(span: { readonly model: string }, models: readonly OperatingModel[]): OperatingModel {
  const found = models.find((model) => model.id === span.model);
  if (found) return found;
  throw new ProofpackError(
    'operating-model-unknown',
    `There is no operating model "${span.model}".`,
    `Known: ${models.map(({ id }) => id).join(', ')}.`,
  );
}
