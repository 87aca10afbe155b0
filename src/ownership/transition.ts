import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import type { Engagement } from '../model/engagement.ts';
import type { OperatingModel, Ownership, OwnershipIssue, Party } from '../model/ownership.ts';
import { ownerOf } from '../model/ownership.ts';
import type { Authority, Practice } from '../model/practice.ts';
import type { PracticeHandover, Transition, TransitionRules } from '../model/transition.ts';
import { assignOwners, modelOf } from './assign.ts';
import { evidenceDebt, type Shown } from './evidence-debt.ts';
import { type Handover, type HandoverScene, handoverItems, type Item } from './handover-items.ts';
import { stepsOf } from './handover-steps.ts';
import { hatMoves } from './hat-moves.ts';
import { issue } from './issue.ts';
import { mayDo, rosterOf } from './roster.ts';
import { modelSpans } from './spans.ts';

export interface TransitionRequest {
  /** The model that ends; the one in force on the day before when it is not said. */
  readonly from?: string | undefined;
  readonly to: string;
  /** The first day under the new model. */
  readonly on: CivilDate;
  readonly practices: readonly Practice[];
  readonly engagement: Engagement;
  readonly models: readonly OperatingModel[];
  readonly rules: TransitionRules;
  /** What the exhibits show; without it nothing is said of evidence that is owed. */
  readonly findings?: Shown;
}

/** Who hands what to whom, what must be there before, what nobody would own on the first day, and the plan for the weeks after. */
export function planTransition(request: TransitionRequest): Transition {
  const { on, practices, engagement, models, rules } = request;
  const eve = addDays(on, -1);
  const from = modelOf(request.from ?? modelOn(eve, engagement), models);
  const to = modelOf(request.to, models);
  const before = ownersOn(eve, from, request);
  const after = ownersOn(on, to, request);
  const handovers = practices.flatMap((practice) => handoverOf(practice, before, after));
  const roster = rosterOf(engagement, models, from);
  const parties = [...after.parties, ...before.parties.filter(({ id }) => !after.parties.some((p) => p.id === id))];
  const scene: HandoverScene = {
    on,
    rules,
    engagement,
    called: (party) => called(party, parties),
    mayDo: (party) => mayDo(party, roster),
    stillNeeds: (party) => neededBy(party, after, practices),
  };
  const planned = handovers.map((handover) => ({ handover, items: handoverItems(handover, scene) }));
  const moving = new Set(handovers.map(({ practice }) => practice.id));
  return {
    from: { model: from.id, title: from.title },
    to: { model: to.id, title: to.title },
    on,
    parties,
    handovers: planned.map(({ handover, items }) => told(handover, items)),
    staying: practices.filter(({ id }) => !moving.has(id)).map(({ id }) => id),
    unowned: after.issues.filter(({ severity }) => severity === 'error'),
    unclear: [...after.issues.filter(({ severity }) => severity !== 'error'), ...idleEntries(planned, request)],
    debt:
      request.findings === undefined
        ? []
        : evidenceDebt(handovers, { findings: request.findings, on, rules, called: scene.called }),
    assessed: request.findings !== undefined,
    plan: rules.phases.map(({ id, title, untilDay }) => ({
      id,
      title,
      until: addDays(on, untilDay),
      steps: stepsOf(
        planned.flatMap(({ items }) => items).filter(({ phase }) => phase === id),
        rules,
      ),
    })),
  };
}

function modelOn(day: CivilDate, engagement: Engagement): string {
  const { spans } = modelSpans(engagement);
  const found = spans.find(({ from, to }) => from <= day && day <= to) ?? spans.at(-1);
  return found?.model ?? '';
}

/** The owners of one single day, as if only the given model had ever been in force. */
function ownersOn(
  day: CivilDate,
  model: OperatingModel,
  { engagement, models, practices }: TransitionRequest,
): Ownership {
  const period = { from: day, to: day };
  return assignOwners({
    engagement: { ...engagement, operatingModel: model.id, period, asOf: day },
    models,
    practices,
    frameworks: [],
  });
}

function handoverOf(practice: Practice, before: Ownership, after: Ownership): readonly Handover[] {
  const old = ownerOf(before, practice.id);
  const young = ownerOf(after, practice.id);
  if (old === undefined || young === undefined) return [];
  const moves = hatMoves(practice, old, young);
  return moves.length === 0 ? [] : [{ practice, before: old, after: young, moves }];
}

function called(id: string, parties: readonly Party[]): string {
  const party = parties.find((each) => each.id === id);
  if (party === undefined) return id;
  return party.name === undefined ? party.title : `${party.title} (${party.name})`;
}

function neededBy(party: string, after: Ownership, practices: readonly Practice[]): ReadonlySet<Authority> {
  const acting = practices.filter((practice) => {
    const owner = ownerOf(after, practice.id);
    return owner?.responsible.includes(party) || (practice.afterHours && owner?.afterHours === party);
  });
  return new Set(acting.flatMap(({ needs }) => needs));
}

function told({ practice, after, moves }: Handover, items: readonly Item[]): PracticeHandover {
  const { id, title, domain, severity } = practice;
  const plain = items.map(({ step: _, ...item }) => item);
  return { practice: id, title, domain, severity, moves, items: plain, because: after.because };
}

/** What is said to be done and is no part of this handover: a misspelt prerequisite, a practice that stays. */
function idleEntries(
  planned: readonly { readonly handover: Handover; readonly items: readonly Item[] }[],
  { engagement }: TransitionRequest,
): readonly OwnershipIssue[] {
  const idle = (engagement.handover ?? []).filter(
    (entry) =>
      !planned.some(
        ({ handover: { practice }, items }) =>
          items.some(({ rule }) => rule === entry.prerequisite) &&
          (entry.practice ?? practice.id) === practice.id &&
          (entry.domain ?? practice.domain) === practice.domain,
      ),
  );
  return idle.map(({ prerequisite, practice, domain }) =>
    issue('handover-names-nothing', { prerequisite, subject: practice ?? domain }),
  );
}
