import type { CivilDate } from '../../kernel/civil-date.ts';
import { boundsOfDay, type Instant } from '../../kernel/zone.ts';

/** The years that the date-times of OSCAL can hold, in which all who check its pattern agree. */
const FIRST = Date.UTC(1900, 0, 1);
const LAST = Date.UTC(2999, 11, 31, 23, 59, 59);

/** Days of the client's calendar as OSCAL's date-times, in UTC. */
export interface Moments {
  /** Undefined where OSCAL has no such time: an expiry in the year 9999 is none. */
  readonly start: (day: CivilDate) => string | undefined;
  readonly end: (day: CivilDate) => string | undefined;
  /** The same for what must have a time: the nearest that there is. */
  readonly surelyStart: (day: CivilDate) => string;
  readonly surelyEnd: (day: CivilDate) => string;
}

export function momentsIn(zone: string): Moments {
  const told = (instant: Instant) => (instant < FIRST || instant > LAST + 999 ? undefined : text(instant));
  const surely = (instant: Instant) => text(Math.min(Math.max(instant, FIRST), LAST));
  const bounds = rememberedBounds(zone);
  return {
    start: (day) => told(bounds(day)[0]),
    end: (day) => told(bounds(day)[1]),
    surelyStart: (day) => surely(bounds(day)[0]),
    surelyEnd: (day) => surely(bounds(day)[1]),
  };
}

/** Hundreds of facts and gaps share a few days. */
function rememberedBounds(zone: string): (day: CivilDate) => readonly [Instant, Instant] {
  const known = new Map<CivilDate, readonly [Instant, Instant]>();
  return (day) => {
    const bounds = known.get(day) ?? boundsOfDay(zone, day);
    known.set(day, bounds);
    return bounds;
  };
}

function text(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
