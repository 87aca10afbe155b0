import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import type { Engagement } from '../model/engagement.ts';
import type { Assignment, OperatingModel } from '../model/ownership.ts';
import type { Practice } from '../model/practice.ts';
import { hatsFor, type WornHats } from './hats.ts';
import { type Roster, sideOf } from './roster.ts';
import type { ModelSpan } from './spans.ts';

/** A model over its days, with the parties as they stand under it. */
export interface Reign extends ModelSpan {
  readonly ruling: OperatingModel;
  readonly roster: Roster;
}

/** Days on which the hats of one practice did not change. */
export interface Stretch {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly reign: Reign;
  readonly worn: WornHats;
}

/** In order of time. An override that begins or ends inside a reign cuts it. */
export function stretchesOf(
  practice: Practice,
  reigns: readonly Reign[],
  overrides: Engagement['ownership'],
): readonly Stretch[] {
  return reigns.flatMap((reign) =>
    cutByOverrides(practice, reign, overrides).map(({ from, to }) => ({
      from,
      to,
      reign,
      worn: hatsFor(practice, reign.ruling, overrides, to),
    })),
  );
}

function cutByOverrides(
  practice: Practice,
  reign: Reign,
  overrides: Engagement['ownership'],
): readonly { readonly from: CivilDate; readonly to: CivilDate }[] {
  const starts = overrides
    .filter((entry) => entry.practice === practice.id || entry.domain === practice.domain)
    .flatMap((entry) => [entry.from, entry.until === undefined ? undefined : addDays(entry.until, 1)])
    .filter((day) => day !== undefined)
    .filter((day) => day > reign.from && day <= reign.to)
    .sort();
  const begins = [...new Set([reign.from, ...starts])];
  return begins.map((from, i) => {
    const next = begins[i + 1];
    return { from, to: next === undefined ? reign.to : addDays(next, -1) };
  });
}

/** One accountable party whatever was said: a client's for a legal duty, else the first that was named, else the model's own. */
export function settled(practice: Practice, { accountable, assignment }: WornHats, reign: Reign): Assignment {
  const { ruling, roster } = reign;
  const own = ruling.practices[practice.id]?.accountable ?? ruling.domains[practice.domain]?.accountable ?? '';
  // A model of the user's may itself put a legal duty with a provider; the last client of the escalation then answers.
  const candidates = [...accountable, own, ...assignment.escalation.toReversed()].filter((party) => party !== '');
  const client = candidates.find((party) => sideOf(party, roster) === 'client');
  const chosen = practice.duty === 'legal' ? (client ?? own) : candidates[0];
  return { ...assignment, accountable: chosen ?? '' };
}
