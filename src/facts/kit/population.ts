import { byCodeUnit } from '../../kernel/order.ts';
import type { Basis } from '../../model/fact.ts';
import { isDated } from '../../model/observed.ts';
import type { Member, Population } from '../../model/population.ts';
import type { RecordOf } from '../../model/record.ts';
import type { DeviceRole } from '../../model/records/index.ts';
import type { Scope } from '../define-fact.ts';
import { hostKey, personKey, serialKey } from './names.ts';
import { byPlace } from './row.ts';
import { bestDay, dayText } from './time.ts';

/** A population while it is being read: the exhibit that the engagement names as the authority. */
export interface PopulationFold<R> {
  add(record: R): void;
  result(): Population;
  /** How the list's rows became members: every row is a member, a further row of one, or nobody to count. */
  rows(): ListRows;
}

export interface ListRows {
  readonly members: readonly Member[];
  readonly excluded: readonly Excluded[];
}

export interface Excluded extends Basis {
  /** The names by which the tools may know them. */
  readonly names: readonly string[];
  readonly left: boolean;
}

type Keys = (name: string) => readonly string[];

export function devicePopulation(path: string | undefined): PopulationFold<RecordOf<'asset'>> {
  const members: Member[] = [];
  const excluded: Excluded[] = [];
  let read = 0;
  return {
    add(asset) {
      if (!isFrom(asset.from.path, path)) return;
      read += 1;
      if (asset.type !== 'device') return;
      if (asset.status !== 'in-use' && asset.status !== 'unknown') {
        const names = [asset.name, asset.serial ?? ''].filter((name) => name !== '');
        const text = `${asset.name}: ${asset.status}`;
        excluded.push({ place: asset.from, text, subject: hostKey(asset.name), names, left: false });
        return;
      }
      const aliases = [asset.assetTag, asset.serial, ...(asset.aliases ?? [])].filter((name) => name !== undefined);
      const role = asset.role ?? roleByOs(asset.os);
      members.push({
        key: hostKey(asset.name),
        name: asset.name,
        aliases,
        place: asset.from,
        ...(role === undefined ? {} : { role }),
        ...(asset.critical === undefined ? {} : { critical: asset.critical }),
        ...(asset.os === undefined ? {} : { os: asset.os }),
      });
    },
    result: () => populationOf(members, { basis: basisOf(path, read, 'devices'), known: read > 0, keys: deviceKeys }),
    rows: () => ({ members, excluded }),
  };
}

export function peoplePopulation(path: string | undefined, scope: Scope): PopulationFold<RecordOf<'user-account'>> {
  const members: Member[] = [];
  const excluded: Excluded[] = [];
  let read = 0;
  return {
    add(account) {
      if (!isFrom(account.from.path, path)) return;
      read += 1;
      const address = account.email ?? account.user;
      const aliases = [account.user, account.email, account.displayName].filter((name) => name !== undefined);
      const why = nobody(account, scope);
      if (why !== undefined) {
        const text = `${account.displayName ?? address}: ${why}`;
        const left = hasLeft(account, scope);
        excluded.push({ place: account.from, text, subject: personKey(address), names: aliases, left });
        return;
      }
      members.push({
        key: personKey(address),
        name: account.displayName ?? address,
        aliases,
        place: account.from,
        ...(account.department === undefined ? {} : { department: account.department }),
      });
    },
    result: () =>
      populationOf(members, {
        basis: basisOf(path, read, 'people'),
        known: read > 0,
        keys: personKeys(scope.clientDomains),
        gone: excluded.map(({ names }) => names),
      }),
    rows: () => ({ members, excluded }),
  };
}

/** Why a row of the list of people is nobody to count. */
function nobody(account: RecordOf<'user-account'>, scope: Scope): string | undefined {
  if (hasLeft(account, scope)) return `left on ${dayText(account.left, scope)}`;
  if (account.enabled === false) return 'disabled';
  return isPerson(account.userType) ? undefined : `a ${account.userType} account`;
}

/** Left on or before the as-of date; a cell without a date is no leaving. */
export function hasLeft(account: { left?: RecordOf<'user-account'>['left'] }, scope: Scope): boolean {
  return account.left !== undefined && isDated(account.left) && bestDay(account.left, scope) <= scope.asOf;
}

interface Listed {
  readonly basis: string;
  readonly known: boolean;
  readonly keys: Keys;
  /** Names of those whom the list tells to be none of them any more: what is theirs is nobody else's of the same name. */
  readonly gone?: readonly (readonly string[])[];
}

/** Members are one by key; a name that means two of them, or one of them and somebody who is gone, finds neither. */
export function populationOf(listed: readonly Member[], { basis, known, keys, gone = [] }: Listed): Population {
  const members = distinct(listed);
  const index = new Map<string, Member | typeof GONE | null>();
  for (const member of members) index.set(member.key, member);
  for (const member of members) {
    for (const key of [member.name, ...member.aliases].flatMap(keys)) {
      const held = index.get(key);
      if (held === undefined) index.set(key, member);
      else if (held !== member && !isOf(held, key)) index.set(key, null);
    }
  }
  for (const names of gone) {
    const theirs = names.flatMap(keys);
    // Who came back stands on the list twice, under one address.
    if (theirs.some((key) => isOf(index.get(key), key))) continue;
    for (const key of theirs) index.set(key, index.get(key) === undefined || index.get(key) === GONE ? GONE : null);
  }
  return {
    known,
    basis,
    members,
    find(name, ...more) {
      for (const key of [name, ...more].flatMap((word) => (word === undefined ? [] : keys(word)))) {
        const member = index.get(key);
        if (member === GONE) return undefined;
        if (member) return member;
      }
      return undefined;
    },
  };
}

const GONE = 'gone';

function isOf(held: Member | typeof GONE | null | undefined, key: string): boolean {
  return held !== GONE && held?.key === key;
}

export function deviceKeys(name: string): readonly string[] {
  const serial = serialKey(name);
  return [hostKey(name), ...(serial === undefined ? [] : [serial])].filter((key) => key !== '');
}

/** An address, the part before a domain of the client's, or a name as it is spoken. */
export function personKeys(clientDomains: readonly string[]): Keys {
  const domains = new Set(clientDomains.map((domain) => domain.toLowerCase()));
  return (name) => {
    const key = personKey(name);
    if (key === '') return [];
    const [local = '', domain] = key.split('@');
    return domain !== undefined && domains.has(domain) ? [key, local] : [key];
  };
}

/** Whether an asset stands on the inventory that the engagement names; where it names none, every list of devices is one. */
export function isInventory(asset: RecordOf<'asset'>, { populations }: Scope): boolean {
  return populations.devices === undefined || isFrom(asset.from.path, populations.devices);
}

function isFrom(path: string, named: string | undefined): boolean {
  return named !== undefined && (path === named || path.startsWith(`${named}!/`));
}

function isPerson(userType: string | undefined): boolean {
  return userType === undefined || userType === 'member';
}

function basisOf(path: string | undefined, read: number, what: string): string {
  if (path === undefined) return `no list of ${what} is named in the engagement`;
  return read > 0 ? path : `${path}, from which no ${what} could be read`;
}

function distinct(listed: readonly Member[]): readonly Member[] {
  const groups = new Map<string, Member[]>();
  for (const member of listed) groups.set(member.key, [...(groups.get(member.key) ?? []), member]);
  const members = [...groups.values()].map((group) =>
    joined([...group].sort((a, b) => byPlace(asBasis(a), asBasis(b)))),
  );
  return members.sort((a, b) => byCodeUnit(a.key, b.key));
}

function joined(group: readonly Member[]): Member {
  const [first] = group;
  if (first === undefined) throw new RangeError('a member is made of at least one row');
  const role = group.find((member) => member.role)?.role;
  const os = group.find((member) => member.os)?.os;
  const department = group.find((member) => member.department)?.department;
  const critical = group.some((member) => member.critical) ? true : first.critical;
  return {
    ...first,
    aliases: [...new Set(group.flatMap((member) => [member.name, ...member.aliases]))].sort(byCodeUnit),
    ...(role === undefined ? {} : { role }),
    ...(os === undefined ? {} : { os }),
    ...(department === undefined ? {} : { department }),
    ...(critical === undefined ? {} : { critical }),
  };
}

function asBasis(member: Member) {
  return { place: member.place, text: member.name };
}

// Inventories often tell the system and not the role; only words that leave no doubt are used.
function roleByOs(os: string | undefined): DeviceRole | undefined {
  if (os === undefined) return undefined;
  if (/\bserver\b|\besxi\b|\bproxmox\b/i.test(os)) return 'server';
  if (/\b(ios|ipados|android)\b/i.test(os)) return 'mobile';
  if (/\bwindows (xp|vista|7|8|8\.1|10|11)\b|\bmac ?os\b|\bos x\b/i.test(os)) return 'workstation';
  return undefined;
}
