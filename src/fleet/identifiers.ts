import type { CivilDate } from '../kernel/civil-date.ts';
import { PUBLIC_MAIL } from '../kernel/mail-domains.ts';
import { sortedBy } from '../kernel/order.ts';
import { CivilDate as Day } from '../model/civil-day.ts';
import { Identifiers } from '../model/engagement.ts';

/** A client of the run and the names by which its exports can be told. */
export interface IdentifiedClient {
  /** Its folder. */
  readonly id: string;
  readonly name: string;
  readonly identifiers: Identifiers;
}

export const IDENTIFIER_KINDS = ['domain', 'tenant', 'host-prefix', 'address'] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** By kind and small letters, whose it is. */
export type IdentifierIndex = readonly (readonly [kind: IdentifierKind, value: string, client: string])[];

/** Suffixes that belong to a service or a registry and to no client. */
const NOBODYS: ReadonlySet<string> = new Set([
  'onmicrosoft.com',
  'sharepoint.com',
  'google.com',
  'gserviceaccount.com',
]);
/**
 * What tells one client of the run from all others. An identifier that two clients claim tells neither apart and is told of; what the portfolio calls
 * shared belongs to nobody.
 */
export function indexOf(clients: readonly IdentifiedClient[], shared: Identifiers): Identified {
  const open = new Set(entriesOf(shared).map(keyOf));
  const weak: Identified['weak'][number][] = [];
  const owners = new Map<string, { readonly entry: Entry; readonly ids: Set<string> }>();
  for (const { id, identifiers } of clients) {
    for (const entry of entriesOf(identifiers)) {
      if (open.has(keyOf(entry))) continue;
      if (!isTelling(entry)) weak.push({ value: entry[1], client: id });
      if (!isTelling(entry)) continue;
      const known = owners.get(keyOf(entry)) ?? { entry, ids: new Set() };
      owners.set(keyOf(entry), known);
      known.ids.add(id);
    }
  }
  const all = sortedBy(owners.values(), ({ entry }) => keyOf(entry));
  return {
    index: all.flatMap(({ entry: [kind, value], ids }) => {
      const [id] = ids;
      return ids.size === 1 && id !== undefined ? [[kind, value, id] as const] : [];
    }),
    claimedTwice: all
      .filter(({ ids }) => ids.size > 1)
      .map(({ entry: [kind, value], ids }) => ({ kind, value, clients: [...ids].sort() })),
    weak,
  };
}

interface Identified {
  readonly index: IdentifierIndex;
  readonly claimedTwice: readonly ClaimedTwice[];
  /** What is a service's, a mailbox's, or too short to be anybody's. */
  readonly weak: readonly { readonly value: string; readonly client: string }[];
}

export interface ClaimedTwice {
  readonly kind: IdentifierKind;
  readonly value: string;
  readonly clients: readonly string[];
}

/** What an engagement file that nobody checked says of its client's identifiers; undefined where that cannot be told. */
export function identifiersSaid(said: unknown): Omit<IdentifiedClient, 'id'> | undefined {
  const client = field(said, 'client');
  const name = field(client, 'name');
  const identifiers = field(client, 'identifiers');
  const read = Identifiers.safeParse(identifiers ?? {});
  return typeof name === 'string' && read.success ? { name, identifiers: read.data } : undefined;
}

/** The day of renewal that such a file says: also of a client that cannot be assessed somebody has to know when it renews. */
export function renewalSaid(said: unknown): CivilDate | undefined {
  return Day.safeParse(field(said, 'renewsOn')).data;
}

type Entry = readonly [kind: IdentifierKind, value: string];

export function entriesOf({ domains, tenants, hostPrefixes, publicAddresses }: Identifiers): readonly Entry[] {
  const entries = (kind: IdentifierKind, values: readonly string[]) =>
    values.map((value) => [kind, value.trim().toLowerCase().replace(/^@/, '')] as const);
  return [
    ...entries('domain', domains),
    // A tenant may be named by its first domain.
    ...tenants.flatMap((tenant) => entries(tenant.includes('.') ? 'domain' : 'tenant', [tenant])),
    ...entries('host-prefix', hostPrefixes),
    ...entries('address', publicAddresses),
  ];
}

/** Too few signs begin half of the words of a log. */
function isTelling([kind, value]: Entry): boolean {
  switch (kind) {
    case 'domain':
      return value.includes('.') && !NOBODYS.has(value) && !PUBLIC_MAIL.has(value);
    case 'host-prefix':
      return (value.match(/[a-z0-9]/g) ?? []).length >= (/[a-z]{2}/.test(value) ? 2 : 4) && /[a-z]/.test(value);
    case 'tenant':
    case 'address':
      return value.length > 3;
  }
}

function keyOf([kind, value]: Entry): string {
  return `${kind} ${value}`;
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Reflect.get(value, key) : undefined;
}
