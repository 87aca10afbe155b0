import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import type { Engagement } from '../model/engagement.ts';
import type { Assignment } from '../model/ownership.ts';
import type { Authority, Practice } from '../model/practice.ts';
import type { HandoverItem, HandoverRule, HatMove, TransitionRules } from '../model/transition.ts';
import { filled } from './filled.ts';

/** One practice on the last day under the old owners and on the first under the new. */
export interface Handover {
  readonly practice: Practice;
  readonly before: Assignment;
  readonly after: Assignment;
  readonly moves: readonly HatMove[];
}

export interface HandoverScene {
  readonly on: CivilDate;
  readonly rules: TransitionRules;
  readonly engagement: Engagement;
  /** Fit to print: the party and its person. */
  readonly called: (party: string) => string;
  /** What a party may do without asking on the last day under the old model. */
  readonly mayDo: (party: string) => readonly Authority[];
  /** What a party needs for all that it does under the new model. */
  readonly stillNeeds: (party: string) => ReadonlySet<Authority>;
}

/** An item with the parties between whom it is settled, by which the plan groups. */
export interface Item extends HandoverItem {
  readonly step: string;
}

export function handoverItems(handover: Handover, scene: HandoverScene): readonly Item[] {
  return scene.rules.rules.flatMap((rule) => {
    const move = moveMeant(rule, handover);
    if (move === undefined) return [];
    const authority = authorityMeant(rule, handover, move, scene);
    if (rule.when.authority !== undefined && authority.length === 0) return [];
    return [itemOf(rule, { handover, move, authority }, scene)];
  });
}

function moveMeant({ when }: HandoverRule, { practice, after, moves }: Handover): HatMove | undefined {
  if (when.duty !== undefined && !when.duty.includes(practice.duty)) return undefined;
  if (when.afterHours && !practice.afterHours) return undefined;
  const drawn = after.responsible.every((party) => after.split[party] !== undefined);
  if (when.shared && (after.responsible.length < 2 || drawn !== (when.shared === 'drawn'))) return undefined;
  return when.hat
    .map((hat) => moves.find((move) => move.hat === hat))
    .find((move) => move && (!when.joins || move.joins.length > 0) && (!when.leaves || move.leaves.length > 0));
}

function authorityMeant(
  { when }: HandoverRule,
  { practice, after }: Handover,
  move: HatMove,
  { mayDo, stillNeeds }: HandoverScene,
): readonly Authority[] {
  const sorts = {
    needed: () => practice.needs,
    granted: () => practice.needs.filter((need) => !after.responsible.some((party) => mayDo(party).includes(need))),
    removed: () =>
      practice.needs.filter((need) =>
        move.leaves.some((party) => mayDo(party).includes(need) && !stillNeeds(party).has(need)),
      ),
  };
  return sorts[when.authority ?? 'needed']();
}

interface Meant {
  readonly handover: Handover;
  readonly move: HatMove;
  readonly authority: readonly Authority[];
}

function itemOf(rule: HandoverRule, { handover, move, authority }: Meant, scene: HandoverScene): Item {
  const { practice, before, after } = handover;
  const someone = [move.leaves, move.from, [before.accountable]].find((parties) => parties.length > 0) ?? [];
  const parties = {
    outgoing: someone,
    incoming: move.joins.length > 0 ? move.joins : move.to,
    accountable: [after.accountable],
  };
  const offset = typeof rule.byDay === 'number' ? rule.byDay : rule.byDay[practice.severity];
  const said = (ids: readonly string[]) => ids.map(scene.called).join(' and ');
  const words: Readonly<Record<string, string>> = {
    practice: practice.title,
    outgoing: said(parties.outgoing),
    incoming: said(parties.incoming),
    accountable: said(parties.accountable),
    together: said([...after.responsible].sort()),
    split: after.responsible.map((party) => `${scene.called(party)} ${after.split[party] ?? ''}`).join('; '),
    authority: authority.join(', '),
    proof: practice.evidence.best,
    path: after.escalation.map(scene.called).join(' > '),
    on: scene.on,
    eve: addDays(scene.on, -1),
  };
  const done = doneSaid(rule.id, practice, scene.engagement);
  return {
    rule: rule.id,
    title: rule.title,
    practice: practice.id,
    severity: practice.severity,
    by: parties[rule.by],
    due: addDays(scene.on, offset),
    phase: phaseOf(offset, scene.rules),
    text: filled(rule.says, words),
    because: rule.because,
    step: filled(rule.step, words),
    ...(done === undefined ? {} : { done }),
  };
}

function phaseOf(offset: number, { phases }: TransitionRules): string {
  return (phases.find(({ untilDay }) => offset <= untilDay) ?? phases.at(-1))?.id ?? '';
}

/** What the engagement says of this very practice goes before what it says of its domain or of all. */
function doneSaid(rule: string, practice: Practice, { handover = [], asOf }: Engagement): HandoverItem['done'] {
  const entries = handover.filter((entry) => entry.prerequisite === rule && entry.on <= asOf);
  const found =
    entries.find((entry) => entry.practice === practice.id) ??
    entries.find((entry) => entry.practice === undefined && entry.domain === practice.domain) ??
    entries.find((entry) => entry.practice === undefined && entry.domain === undefined);
  if (found === undefined) return undefined;
  const { on, by, source } = found;
  return { on, by, ...(source === undefined ? {} : { source }) };
}
