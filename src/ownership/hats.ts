import type { CivilDate } from '../kernel/civil-date.ts';
import type { Engagement } from '../model/engagement.ts';
import type { Assignment, Hats, OperatingModel } from '../model/ownership.ts';
import type { Practice } from '../model/practice.ts';

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

function modelHats(practice: Practice, model: OperatingModel): Hats {
  const domain = model.domains[practice.domain];
  const own = model.practices[practice.id];
  if (domain === undefined) throw new Error(`model ${model.id} owns no domain ${practice.domain}`);
  if (own === undefined) return domain;
  // A split belongs to the parties that it names: an entry that changes who is responsible does not inherit the domain's.
  const split = own.split ?? (own.responsible === undefined ? domain.split : undefined);
  const { split: _, ...rest } = { ...domain, ...defined(own) };
  return split === undefined ? rest : { ...rest, split };
}

function wear(practice: string, base: Hats, layers: readonly Override[], model: OperatingModel): WornHats {
  let accountable: readonly string[] = [base.accountable];
  let hats = base;
  for (const layer of layers) {
    const { practice: _p, domain: _d, control: _c, from: _f, until: _u, accountable: named, ...rest } = layer;
    if (named !== undefined) accountable = typeof named === 'string' ? [named] : named;
    const split = layer.split ?? (layer.responsible === undefined ? hats.split : undefined);
    const { split: _s, ...kept } = hats;
    hats = { ...kept, ...defined(rest), ...(split === undefined ? {} : { split }) };
  }
  const assignment = {
    practice,
    responsible: hats.responsible,
    evidence: hats.evidence,
    approves: hats.approves,
    consulted: hats.consulted ?? [],
    informed: hats.informed ?? [],
    ...(hats.afterHours === undefined ? {} : { afterHours: hats.afterHours }),
    escalation: hats.escalation ?? model.escalation,
    split: hats.split ?? {},
    because: hats.because,
    model: model.id,
    overridden: layers.length > 0,
  };
  return { accountable, assignment };
}

/** Keys without a value must not hide what lies beneath. */
function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
