import { byCodeUnit } from '../../kernel/order.ts';
import type { Place } from '../../kernel/place.ts';
import type { Basis } from '../../model/fact.ts';
import { isDated, type Observed } from '../../model/observed.ts';
import type { Listing, Population, PopulationColumn, PopulationReport } from '../../model/population.ts';
import type { EvidenceRecord } from '../../model/record.ts';
import type { Scope } from '../define-fact.ts';
import { KEY_OF } from './names.ts';
import { type Excluded, type ListRows, personKeys } from './population.ts';
import { byPlace } from './row.ts';
import { ASPECTS, type Aspect, type AspectId, sightingOf } from './sightings.ts';
import { dayText, isWithin } from './time.ts';

/** The lists as they were read, and whose they are. */
export interface Lists {
  readonly people: { readonly population: Population; readonly rows: ListRows };
  readonly devices: { readonly population: Population; readonly rows: ListRows };
}

/** One name in one aspect: where it first stands, when it was last seen, and the row that tells so. */
interface Seen {
  /** Of several spellings the first in the alphabet: no order of rows may choose. */
  name: string;
  readonly more: Set<string>;
  place: Place;
  newest: Observed;
  newestAt: Place;
}

const LISTED = 1000;

/** Holds every name that tools use against the authoritative lists; memory grows with names, not with records. */
export function reconciliation(scope: Scope, isList: (record: EvidenceRecord) => boolean) {
  const seen = new Map<AspectId, Map<string, Seen>>(ASPECTS.map(({ id }) => [id, new Map()]));
  return {
    add(record: EvidenceRecord): void {
      const sighting = sightingOf(record);
      if (!sighting || isList(record)) return;
      const names = seen.get(sighting.aspect);
      const kind = ASPECTS.find(({ id }) => id === sighting.aspect)?.of === 'people' ? 'person' : 'device';
      const key = KEY_OF[kind](sighting.name);
      const held = names?.get(key);
      const more = sighting.more.filter((name) => name !== undefined && name !== '') as string[];
      if (!held)
        names?.set(key, {
          name: sighting.name,
          more: new Set(more),
          place: record.from,
          newest: sighting.when,
          newestAt: record.from,
        });
      else {
        if (sighting.name < held.name) held.name = sighting.name;
        for (const name of more) held.more.add(name);
        if (isBefore(record.from, held.place)) held.place = record.from;
        const [isLast, wasLast] = [isNewer(sighting.when, held.newest), isNewer(held.newest, sighting.when)];
        if (isLast || (!wasLast && isBefore(record.from, held.newestAt))) {
          held.newest = sighting.when;
          held.newestAt = record.from;
        }
      }
    },
    result: ({ people, devices }: Lists): readonly PopulationReport[] => [
      reportOn('people', people, seen, scope),
      reportOn('devices', devices, seen, scope),
    ],
  };
}

function isBefore(a: Place, b: Place): boolean {
  return byPlace({ place: a, text: '' }, { place: b, text: '' }) < 0;
}

function isNewer(a: Observed, b: Observed): boolean {
  if (!isDated(a) || !isDated(b)) return isDated(a) && !isDated(b);
  return a.instant > b.instant || (a.instant === b.instant && a.earliest < b.earliest);
}

function reportOn(
  of: PopulationReport['of'],
  { population, rows }: Lists['people'],
  seen: ReadonlyMap<AspectId, ReadonlyMap<string, Seen>>,
  scope: Scope,
): PopulationReport {
  const { known, basis, members } = population;
  const first = new Set(members.map(({ place, key }) => JSON.stringify([key, place])));
  const further = rows.members
    .filter(({ place, key }) => !first.has(JSON.stringify([key, place])))
    .map(({ name, place, key }): Basis => ({ place, text: `${name}: on the list once more`, subject: key }));
  return {
    of,
    known,
    basis,
    rows: rows.members.length + rows.excluded.length,
    members: members.length,
    duplicates: listing(further),
    excluded: listing(
      rows.excluded.map(({ place, text, subject }) => ({ place, text, ...(subject === undefined ? {} : { subject }) })),
    ),
    columns: ASPECTS.filter((aspect) => aspect.of === of).map((aspect) =>
      columnOf(aspect, population, [...(seen.get(aspect.id)?.entries() ?? [])], scope),
    ),
    leaversEnabled:
      of === 'people' ? leaversEnabled(rows.excluded, { directory: seen.get('directory'), population, scope }) : null,
  };
}

function columnOf(
  { id, title, currentFor }: Aspect,
  population: Population,
  names: readonly (readonly [string, Seen])[],
  scope: Scope,
): PopulationColumn {
  const met = new Map<string, Seen[]>();
  const unmatched: Basis[] = [];
  for (const [key, seen] of [...names].sort(([a], [b]) => byCodeUnit(a, b))) {
    const member = population.find(seen.name, ...[...seen.more].sort(byCodeUnit));
    // The name that the list itself uses goes first; the others are further ones.
    if (member) {
      const held = met.get(member.key) ?? [];
      met.set(member.key, key === member.key ? [seen, ...held] : [...held, seen]);
    } else unmatched.push({ place: seen.place, text: seen.name, subject: key });
  }
  const lastSeen = (key: string): Seen | undefined =>
    met.get(key)?.reduce((best, each) => (isNewer(each.newest, best.newest) ? each : best));
  const matched = population.members.filter(({ key }) => met.has(key));
  const stale = matched.flatMap(({ key, name }): readonly Basis[] => {
    const last = lastSeen(key);
    if (last === undefined || isWithin(last.newest, currentFor, scope)) return [];
    const when = isDated(last.newest) ? `last seen on ${dayText(last.newest, scope)}` : 'seen on no day that is told';
    return [{ place: last.newestAt, text: `${name}: ${when}`, subject: key }];
  });
  const repeated = matched.flatMap(({ key, name }) =>
    (met.get(key) ?? [])
      .slice(1)
      .map((seen): Basis => ({ place: seen.place, text: `${name}: also as ${seen.name}`, subject: key })),
  );
  const missing = population.members
    .filter(({ key }) => !met.has(key))
    .map(({ key, name, place }): Basis => ({ place, text: name, subject: key }));
  return {
    id,
    title,
    named: names.length,
    matched: matched.length,
    missing: listing(missing),
    unmatched: listing(unmatched),
    repeated: listing(repeated),
    stale: listing(stale),
    currentFor,
  };
}

/** Whoever left and is still in a directory with an account that is enabled; the account of a namesake who is there is not his. */
function leaversEnabled(
  excluded: readonly Excluded[],
  of: {
    readonly directory: ReadonlyMap<string, Seen> | undefined;
    readonly population: Population;
    readonly scope: Scope;
  },
): Listing | null {
  const leavers = excluded.filter(({ left }) => left);
  if (leavers.length === 0) return null;
  const keysOf = personKeys(of.scope.clientDomains);
  const accounts = [...(of.directory?.values() ?? [])]
    .filter((seen) => of.population.find(seen.name, ...seen.more) === undefined)
    .map((seen) => ({ seen, keys: new Set([seen.name, ...seen.more].flatMap(keysOf)) }));
  return listing(
    leavers.flatMap(({ names, text, subject }) => {
      const keys = names.flatMap(keysOf);
      const account = accounts.find((each) => keys.some((key) => each.keys.has(key)));
      return account === undefined
        ? []
        : [
            {
              place: account.seen.place,
              text: `${text}, account enabled`,
              ...(subject === undefined ? {} : { subject }),
            },
          ];
    }),
  );
}

function listing(rows: readonly Basis[]): Listing {
  const sorted = [...rows].sort((a, b) => byCodeUnit(a.text, b.text) || byPlace(a, b));
  return { count: sorted.length, listed: sorted.slice(0, LISTED) };
}
