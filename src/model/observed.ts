import type { Instant } from '../kernel/zone.ts';

/**
 * When something was so, as the export tells it. `instant` is the best reading, `earliest` and `latest` its bounds: equal for an exact
 * instant, a day apart for a date, wider when the zone is not in the file. Whoever judges a deadline takes the bound that is worse.
 * All three are undefined together when the export does not say (`basis: 'unknown'`): never taken for fresh.
 */
export interface Observed {
  readonly raw: string | null;
  readonly instant?: Instant;
  readonly earliest?: Instant;
  readonly latest?: Instant;
  readonly precision: 'none' | 'day' | 'minute' | 'second' | 'fraction';
  readonly zone: string | null;
  readonly zoneAssumed: boolean;
  readonly orderAssumed: boolean;
  /** `stated`: a person says so in the engagement file (exhibits: { observedOn }). */
  readonly basis: 'in-file' | 'stated' | 'unknown';
}

export const UNDATED: Observed = {
  raw: null,
  precision: 'none',
  zone: null,
  zoneAssumed: false,
  orderAssumed: false,
  basis: 'unknown',
};

/** A time that exists; sentinels such as 1970-01-01 or "never" have been sorted out before. */
export interface Dated extends Observed {
  readonly instant: Instant;
  readonly earliest: Instant;
  readonly latest: Instant;
}

export function isDated(observed: Observed): observed is Dated {
  return observed.instant !== undefined && observed.earliest !== undefined && observed.latest !== undefined;
}
