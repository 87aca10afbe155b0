import { fromDayNumber } from '../../kernel/civil-date.ts';
import {
  boundsOfDay,
  EASTERNMOST_OFFSET_MS,
  instantsOf,
  WESTERNMOST_OFFSET_MS,
  zoneExists,
} from '../../kernel/zone.ts';
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

/** A wall clock: with the zone that it carries or the tool documents, else somewhere on earth. */
export function observedByClock(
  clock: { raw: string; day: number; clockMs: number; precision: Precision },
  zones: { told: string | undefined; assumed: string },
): Observed {
  const wall = clock.day * DAY_MS + clock.clockMs;
  const { raw, precision } = clock;
  const { told, assumed } = zones;
  const offset = told === undefined ? undefined : offsetWritten(told);
  if (offset !== undefined) return dated(raw, precision, { ...exactly(wall - offset), zone: offsetText(offset) });
  const offsets = told === undefined ? undefined : offsetsOf(told);
  if (told !== undefined && offsets) return byAbbreviation(clock, { wall, offsets, name: told, assumed });
  if (told !== undefined && zoneExists(told)) return inZone(clock, wall, told);
  const [instant] = instantsOf(assumed, wall);
  const bounds = { earliest: wall - EASTERNMOST_OFFSET_MS, latest: wall - WESTERNMOST_OFFSET_MS };
  return { ...dated(raw, precision, { instant, ...bounds, zone: assumed }), zoneAssumed: true };
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
