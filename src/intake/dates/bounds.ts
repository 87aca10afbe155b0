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
  { told, assumed }: { told: string | undefined; assumed: string },
): Observed {
  const wall = clock.day * DAY_MS + clock.clockMs;
  const { raw, precision } = clock;
  const zone = told === undefined ? NO_ZONE : zoneTold(told);
  if (zone.as === 'offset') {
    const instant = wall - zone.offset;
    return dated(raw, precision, { instant, earliest: instant, latest: instant, zone: zone.name });
  }
  if (zone.as === 'abbreviation') return byAbbreviation(clock, { wall, ...zone, assumed });
  if (zone.as === 'place') return inZone(clock, wall, zone.name);
  const [instant] = instantsOf(assumed, wall);
  const bounds = { earliest: wall - EASTERNMOST_OFFSET_MS, latest: wall - WESTERNMOST_OFFSET_MS };
  return { ...dated(raw, precision, { instant, ...bounds, zone: assumed }), zoneAssumed: true };
}

type ToldZone =
  | { readonly as: 'offset'; readonly offset: number; readonly name: string }
  | { readonly as: 'abbreviation'; readonly offsets: readonly number[]; readonly name: string }
  | { readonly as: 'place'; readonly name: string }
  | { readonly as: 'none' };

const NO_ZONE: ToldZone = { as: 'none' };
const ZONES_REMEMBERED = 200;
const zones = new Map<string, ToldZone>();

/** A file writes its times in the same one or two zones, millions of times. */
function zoneTold(told: string): ToldZone {
  const known = zones.get(told);
  if (known) return known;
  if (zones.size >= ZONES_REMEMBERED) zones.clear();
  const found = understood(told);
  zones.set(told, found);
  return found;
}

function understood(told: string): ToldZone {
  const offset = offsetWritten(told);
  if (offset !== undefined) return { as: 'offset', offset, name: offsetText(offset) };
  const offsets = offsetsOf(told);
  const [only, ...others] = offsets ?? [];
  // GMT, Z and their like are written as what they are.
  if (only === 0 && others.length === 0) return { as: 'offset', offset: 0, name: 'UTC' };
  if (offsets) return { as: 'abbreviation', offsets, name: told.toUpperCase() };
  return zoneExists(told) ? { as: 'place', name: told } : NO_ZONE;
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
    return dated(clock.raw, clock.precision, { instant: first, earliest: first, latest: first, zone: at.name });
  }
  const local = instantsOf(at.assumed, at.wall);
  const instant = instants.find((candidate) => local.includes(candidate)) ?? first;
  const bounds = {
    instant,
    earliest: Math.min(...instants),
    latest: Math.max(...instants),
    zone: at.name,
  };
  return { ...dated(clock.raw, clock.precision, bounds), zoneAssumed: true };
}

function dated(
  raw: string,
  precision: Precision,
  at: { instant: number; earliest: number; latest: number; zone: string },
): Observed {
  const { instant, earliest, latest, zone } = at;
  return { raw, instant, earliest, latest, zone, precision, zoneAssumed: false, orderAssumed: false, basis: 'in-file' };
}
