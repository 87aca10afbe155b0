import { fromDayNumber } from '../../kernel/civil-date.ts';
import { boundsOfDay, EASTERNMOST_OFFSET_MS, instantsOf, WESTERNMOST_OFFSET_MS } from '../../kernel/zone.ts';
import type { Observed } from '../../model/observed.ts';
import { offsetsOf, offsetText, offsetWritten } from './zone-names.ts';

const DAY_MS = 86_400_000;

type Precision = Exclude<Observed['precision'], 'none'>;

/** An exact instant, from a number of seconds since 1970. */
export function observedAt(raw: string, ms: number, precision: Precision): Observed {
  return dated(raw, precision, { instant: ms, earliest: ms, latest: ms, zone: 'UTC' });
}

/** A day without a clock needs no zone to be a day: its bounds are the day where the client is, or where the tool says. */
export function observedOnDay(raw: string, day: number, zone: string): Observed {
  const [earliest, latest] = boundsOfDay(zone, fromDayNumber(day));
  return dated(raw, 'day', { instant: earliest, earliest, latest, zone });
}

/** A wall clock: with the offset that it carries, in the zone that the tool documents, or somewhere on earth. */
export function observedByClock(
  clock: { raw: string; day: number; clockMs: number; precision: Precision },
  zones: { written: string | undefined; fixed: string | undefined; assumed: string },
): Observed {
  const wall = clock.day * DAY_MS + clock.clockMs;
  const { raw, precision } = clock;
  if (zones.written !== undefined) {
    const offset = offsetWritten(zones.written);
    if (offset !== undefined) return dated(raw, precision, { ...exactly(wall - offset), zone: offsetText(offset) });
    const offsets = offsetsOf(zones.written);
    if (offsets === undefined) return inZone(clock, wall, zones.written);
    return byAbbreviation(clock, { wall, offsets, name: zones.written, assumed: zones.assumed });
  }
  if (zones.fixed !== undefined) return inZone(clock, wall, zones.fixed);
  const [instant] = instantsOf(zones.assumed, wall);
  return {
    ...dated(raw, precision, {
      instant,
      earliest: wall - EASTERNMOST_OFFSET_MS,
      latest: wall - WESTERNMOST_OFFSET_MS,
      zone: zones.assumed,
    }),
    zoneAssumed: true,
  };
}

function inZone(clock: { raw: string; precision: Precision }, wall: number, zone: string): Observed {
  const [earliest, latest] = instantsOf(zone, wall);
  return dated(clock.raw, clock.precision, { instant: earliest, earliest, latest, zone });
}

/** MST is in Denver and in Kuala Lumpur: one meaning is exact, of several the one that the client's zone shares is the best reading. */
function byAbbreviation(
  clock: { raw: string; precision: Precision },
  at: { wall: number; offsets: readonly number[]; name: string; assumed: string },
): Observed {
  const instants = at.offsets.map((offset) => at.wall - offset);
  const [first = at.wall] = instants;
  if (instants.length === 1) {
    return dated(clock.raw, clock.precision, {
      ...exactly(first),
      zone: first === at.wall ? 'UTC' : at.name.toUpperCase(),
    });
  }
  const local = instantsOf(at.assumed, at.wall);
  const instant = instants.find((candidate) => local.includes(candidate)) ?? first;
  const bounds = {
    instant,
    earliest: Math.min(...instants),
    latest: Math.max(...instants),
    zone: at.name.toUpperCase(),
  };
  return { ...dated(clock.raw, clock.precision, bounds), zoneAssumed: true };
}

function exactly(instant: number) {
  return { instant, earliest: instant, latest: instant };
}

function dated(
  raw: string,
  precision: Precision,
  at: { instant: number; earliest: number; latest: number; zone: string },
): Observed {
  return { raw, ...at, precision, zoneAssumed: false, orderAssumed: false, basis: 'in-file' };
}
