import type { CivilDate } from '../kernel/civil-date.ts';
import { groupBy } from '../kernel/order.ts';
import type { AdviceAnswers, AdviceMeasure } from '../model/advice.ts';
import type { OperatingModel } from '../model/ownership.ts';
import type { Practice } from '../model/practice.ts';
import { hatsFor } from './hats.ts';

export type Measures = Readonly<Partial<Record<AdviceMeasure, number>>>;

/** Who would do what under one model, worked out once. */
export interface ModelTraits {
  readonly model: OperatingModel;
  readonly providerPercent: number;
  readonly providerNightsPercent: number;
  /** Practices in which a provider has a part of the work. */
  readonly withProvider: ReadonlySet<string>;
  /** Domains of whose practices more are done by providers alone than not. */
  readonly givenAway: ReadonlySet<string>;
}

export function traitsOf(model: OperatingModel, practices: readonly Practice[], on: CivilDate): ModelTraits {
  const providers = new Set(model.parties.filter(({ side }) => side === 'provider').map(({ id }) => id));
  const done = practices.map((practice) => {
    const { responsible, afterHours } = hatsFor(practice, model, [], on).assignment;
    const parts = responsible.filter((party) => providers.has(party)).length;
    const night = afterHours !== undefined && providers.has(afterHours);
    return { practice, shared: parts > 0, alone: parts > 0 && parts === responsible.length, night };
  });
  const operating = done.filter(({ practice }) => practice.duty === 'operation');
  const nightly = done.filter(({ practice }) => practice.afterHours);
  const givenAway = [...groupBy(done, ({ practice }) => practice.domain)].filter(
    ([, inside]) => inside.filter(({ alone }) => alone).length * 2 > inside.length,
  );
  return {
    model,
    providerPercent: percent(operating.filter(({ shared }) => shared).length, operating.length) ?? 0,
    providerNightsPercent: percent(nightly.filter(({ night }) => night).length, nightly.length) ?? 0,
    withProvider: new Set(done.filter(({ shared }) => shared).map(({ practice }) => practice.id)),
    givenAway: new Set(givenAway.map(([domain]) => domain)),
  };
}

/** What is not answered is not there, and no rule can rest on it. */
export function measuresOf(answers: AdviceAnswers, traits: ModelTraits): Measures {
  const { capacityHours, neededHours, nightCover, unowned, keep } = answers;
  const gap = capacityHours === undefined || neededHours === undefined ? undefined : neededHours - capacityHours;
  const taken = unowned?.filter((practice) => traits.withProvider.has(practice)).length;
  const measures: Partial<Record<AdviceMeasure, number | undefined>> = {
    'capacity-hours': capacityHours,
    'needed-hours': neededHours,
    'gap-hours': gap === undefined ? undefined : Math.max(0, gap),
    'gap-percent': gap === undefined ? undefined : percent(Math.max(0, gap), neededHours ?? 0),
    'night-cover': nightCover === undefined ? undefined : Number(nightCover),
    'unowned-practices': unowned?.length,
    'kept-domains': keep?.length,
    'after-hours-tickets': answers.afterHoursTickets,
    'overdue-patches': answers.overduePatches,
    'tests-not-done': answers.testsNotDone,
    'provider-percent': traits.providerPercent,
    'provider-nights-percent': traits.providerNightsPercent,
    'unowned-to-provider-percent': percent(taken ?? 0, unowned?.length ?? 0),
    'kept-lost': keep?.filter((domain) => traits.givenAway.has(domain)).length,
  };
  return Object.fromEntries(Object.entries(measures).filter(([, value]) => value !== undefined));
}

/** A share of nothing is unknown. */
function percent(part: number, of: number): number | undefined {
  return of === 0 ? undefined : Math.floor((part / of) * 100);
}
