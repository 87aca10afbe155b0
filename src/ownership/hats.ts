import type { CivilDate } from '../kernel/civil-date.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import type { Engagement } from '../model/engagement.ts';
import type { Assignment, Hats, OperatingModel } from '../model/ownership.ts';
import type { Practice } from '../model/practice.ts';
import { hatsOver } from './hats-over.ts';

type Override = Engagement['ownership'][number];

/** Hats as the model and the overrides put them on, before any lint: `accountable` may name none or several. */
export interface WornHats {
  readonly accountable: readonly string[];
  readonly assignment: Omit<Assignment, 'accountable'>;
}

/** A practice's own entry in the model goes before its domain's; an override of the practice goes before one of its domain. */
export function hatsFor(
  practice: Practice,
  model: OperatingModel,
  overrides: readonly Override[],
  day: CivilDate,
): WornHats {
  const base = modelHats(practice, model);
  const layers = overrides
    .filter((entry) => (entry.practice === practice.id || entry.domain === practice.domain) && inForce(entry, day))
    .sort((a, b) => Number(a.practice !== undefined) - Number(b.practice !== undefined));
  return wear(practice.id, base, layers, model);
}

/** An override by control id is laid over whatever the control's primary practice has. */
export function hatsOverridden(worn: WornHats, override: Override, model: OperatingModel): WornHats {
  const { assignment } = worn;
  const base: Hats = {
    accountable: worn.accountable[0] ?? '',
    responsible: [...assignment.responsible],
    evidence: assignment.evidence,
    approves: assignment.approves,
    consulted: [...assignment.consulted],
    informed: [...assignment.informed],
    escalation: [...assignment.escalation],
    split: { ...assignment.split },
    because: assignment.because,
    ...(assignment.afterHours === undefined ? {} : { afterHours: assignment.afterHours }),
  };
  return wear(assignment.practice, base, [override], model);
}

export function inForce(
  entry: { readonly from?: CivilDate | undefined; readonly until?: CivilDate | undefined },
  day: CivilDate,
): boolean {
  return (entry.from === undefined || entry.from <= day) && (entry.until === undefined || day <= entry.until);
}

/** A domain that the model leaves out is no hole when the practice's own entry says everything. */
function modelHats(practice: Practice, model: OperatingModel): Hats {
  const domain = model.domains[practice.domain];
  const own = model.practices[practice.id];
  if (domain !== undefined) return own === undefined ? domain : hatsOver(domain, own);
  const { accountable, responsible, evidence, approves, because, ...rest } = own ?? {};
  if (accountable && responsible && evidence && approves && because)
    return hatsOver({ accountable, responsible, evidence, approves, because }, rest);
  throw failure(
    diagnostic('operating-model-leaves-open', { model: model.id, domain: practice.domain, practice: practice.title }),
  );
}

function wear(practice: string, base: Hats, layers: readonly Override[], model: OperatingModel): WornHats {
  let accountable: readonly string[] = [base.accountable];
  let hats = base;
  for (const layer of layers) {
    const { accountable: named, responsible, evidence, approves, consulted, informed, afterHours } = layer;
    const { escalation, split, because } = layer;
    if (named !== undefined) accountable = typeof named === 'string' ? [named] : named;
    const worn = { responsible, evidence, approves, consulted, informed, afterHours, escalation, split, because };
    hats = hatsOver(hats, worn);
  }
  const source = layers.at(-1)?.source;
  const assignment = {
    practice,
    responsible: distinct(hats.responsible),
    evidence: hats.evidence,
    approves: hats.approves,
    consulted: hats.consulted ?? [],
    informed: hats.informed ?? [],
    ...(hats.afterHours === undefined ? {} : { afterHours: hats.afterHours }),
    escalation: hats.escalation ?? model.escalation,
    split: hats.split ?? {},
    because: hats.because,
    ...(source === undefined ? {} : { source }),
    model: model.id,
    overridden: layers.length > 0,
  };
  return { accountable, assignment };
}

function distinct(parties: readonly string[]): readonly string[] {
  return [...new Set(parties)];
}
