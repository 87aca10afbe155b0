import { describe, expect, it } from 'vitest';
import { hostKey, personKey, serialKey, thingKey } from '../../src/facts/kit/names.ts';
import {
  deviceKeys,
  devicePopulation,
  peoplePopulation,
  personKeys,
  populationOf,
} from '../../src/facts/kit/population.ts';
import type { Member } from '../../src/model/population.ts';
import { DEVICES, day, owned, PEOPLE, SCOPE, staff } from './records.ts';

describe('names at their edges', () => {
  it.each([
    ['  LFD-WS07 ', 'lfd-ws07'],
    ['a$b', 'a$b'],
    ['v10.0.0.1', 'v10'],
    ['10.0.0.1.example', '10'],
    ['192.168.100.250', '192.168.100.250'],
    ['10.20.30.401', '10.20.30.401'],
    ['ws01.example and more', 'ws01.example and more'],
    ['DOMAIN\\', ''],
  ])('host "%s" is "%s"', (name, key) => expect(hostKey(name)).toBe(key));

  it.each([
    [' SN-1 ', 'sn-1'],
    ['X0000', 'x0000'],
    ['0000X', '0000x'],
    ['12345678901', '12345678901'],
    ['noneX', 'nonex'],
    ['naa', 'naa'],
  ])('serial "%s" is "%s"', (serial, key) => expect(serialKey(serial)).toBe(key));

  it.each([
    '123456789',
    '1234567890',
    'na',
    'n/a',
    'Not Available',
    'not specified',
    'To be filled by O.E.M',
    'System Serial Number',
    'XXXX',
    'x',
    '----',
  ])('serial "%s" names no device', (serial) => expect(serialKey(serial)).toBeUndefined());

  it.each([
    ['x mailto:a@b.example', 'xmailto:a@b.example'],
    ['a  b@c.example', 'ab@c.example'],
    ['  Cole,Dana  ', 'dana cole'],
    ['Cole, Dana, MD', 'cole, dana, md'],
    ['CLIENT\\ dana', 'dana'],
    ['CLIENT\\', ''],
  ])('person "%s" is "%s"', (name, key) => expect(personKey(name)).toBe(key));

  it('remembers one thing and not the next', () => {
    expect([thingKey(' A  B '), thingKey('c'), thingKey(' A  B '), thingKey('')]).toEqual(['a b', 'c', 'a b', '']);
  });
});

describe('a list of devices', () => {
  const listed = (...assets: ReturnType<typeof owned>[]) => {
    const fold = devicePopulation(DEVICES);
    for (const asset of assets) fold.add(asset);
    return fold;
  };

  it('knows a role by the system where the list tells none, and only where no doubt is left', () => {
    const systems = {
      'Windows Server 2022': 'server',
      'VMware ESXi 8': 'server',
      'Proxmox VE': 'server',
      'iOS 18': 'mobile',
      iPadOS: 'mobile',
      Android: 'mobile',
      'Windows 11 Pro': 'workstation',
      'macOS 15': 'workstation',
      'Mac OS X': 'workstation',
      'OS X 10.11': 'workstation',
      Debian: undefined,
      Observer: undefined,
    };
    const assets = Object.keys(systems).map((os, at) =>
      owned(`D${String(at).padStart(2, '0')}`, { os, role: undefined }),
    );
    const { members } = listed(...assets, owned('D99', { os: undefined, role: undefined })).result();
    expect(members.map(({ role }) => role)).toEqual([...Object.values(systems), undefined]);
    expect(members.map(({ os }) => os)).toEqual([...Object.keys(systems), undefined]);
    expect(members.map((member) => 'critical' in member)).toEqual(members.map(() => false));
    expect(members.map((member) => 'role' in member)).toEqual(members.map(({ role }) => role !== undefined));
    expect(members.map((member) => 'os' in member)).toEqual(members.map(({ os }) => os !== undefined));
  });

  it('is in the order of its keys, whatever the order of its rows', () => {
    const { members } = listed(owned('B', {}), owned('C', {}), owned('A', {})).result();
    expect(members.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  });

  it('makes one member of all rows of a name: the first row leads, what any row tells is kept', () => {
    const later = owned('WS01', { os: 'Windows 11', role: 'workstation', serial: 'SN2', critical: true });
    const first = {
      ...owned('WS01.client.example', { os: undefined, role: undefined, serial: 'SN1', critical: false }),
      from: { path: DEVICES, row: 0 },
    };
    const [member, more] = listed(later, first).result().members;
    expect(more).toBeUndefined();
    expect(member).toMatchObject({
      key: 'ws01',
      name: 'WS01.client.example',
      role: 'workstation',
      os: 'Windows 11',
      critical: true,
    });
    expect(member?.aliases).toEqual(['SN1', 'SN2', 'WS01', 'WS01.client.example']);
    expect(member?.place.row).toBe(0);
  });

  it('tells under which names those who are not counted may be met', () => {
    const { excluded } = listed(
      owned('OLD', { status: 'retired', serial: 'SN7' }),
      owned('SPARE', { status: 'spare', serial: undefined }),
    ).rows();
    expect(excluded.map(({ names, text, left, subject }) => ({ names, text, left, subject }))).toEqual([
      { names: ['OLD', 'SN7'], text: 'OLD: retired', left: false, subject: 'old' },
      { names: ['SPARE'], text: 'SPARE: spare', left: false, subject: 'spare' },
    ]);
  });

  it('says which list it is, or why there is none', () => {
    expect(listed(owned('A', {})).result()).toMatchObject({ known: true, basis: DEVICES });
    expect(listed().result()).toMatchObject({ known: false, basis: `${DEVICES}, from which no devices could be read` });
    expect(devicePopulation(undefined).result()).toMatchObject({
      known: false,
      basis: 'no list of devices is named in the engagement',
    });
    const elsewhere = { ...owned('A', {}), from: { path: `${DEVICES}x`, row: 1 } };
    expect(listed(elsewhere).result().known).toBe(false);
    const inside = { ...owned('A', {}), from: { path: `${DEVICES}!/list.csv`, row: 1 } };
    expect(listed(inside).result().known).toBe(true);
  });

  it('knows a device by name and serial number, and by nothing that names none', () => {
    expect(deviceKeys('WS01')).toEqual(['ws01', 'ws01']);
    expect(deviceKeys('N/A')).toEqual(['n/a']);
    expect(deviceKeys('')).toEqual([]);
  });
});

describe('a list of people', () => {
  it('keeps the department, where one is told', () => {
    const fold = peoplePopulation(PEOPLE, SCOPE);
    fold.add(staff('dana', { department: 'Finance' }));
    fold.add(staff('sam', { department: undefined }));
    fold.add(staff('member', { userType: 'member' }));
    fold.add(staff('svc', { userType: 'service' }));
    fold.add(staff('gone', { left: day('2026-10-15') }));
    const { members } = fold.result();
    expect(members.map(({ key, department }) => `${key} ${department}`)).toEqual([
      'dana@client.example Finance',
      'member@client.example undefined',
      'sam@client.example undefined',
    ]);
    expect(members.map((member) => 'department' in member)).toEqual([true, false, false]);
    expect(fold.rows().excluded.map(({ text, left }) => `${text} (${left})`)).toEqual([
      expect.stringMatching(/a service account \(false\)$/),
      expect.stringMatching(/left on 2026-10-15 \(true\)$/),
    ]);
  });

  it('means nobody by an empty name, and a part of an address only in the domains of the client', () => {
    const keys = personKeys(['Client.example']);
    expect([keys(' '), keys('dana'), keys('dana@client.example'), keys('dana@other.example')]).toEqual([
      [],
      ['dana'],
      ['dana@client.example', 'dana'],
      ['dana@other.example'],
    ]);
  });

  it('finds nobody by a name that is the key of another and a second name of somebody', () => {
    const member = (key: string, aliases: readonly string[]): Member => ({
      key,
      name: key,
      aliases,
      place: { path: PEOPLE },
    });
    const people = populationOf([member('a', ['shared', 'b']), member('b', ['shared'])], {
      known: true,
      basis: PEOPLE,
      keys: (name) => [name],
    });
    expect([people.find('shared')?.key, people.find('b')?.key, people.find('a')?.key]).toEqual([undefined, 'b', 'a']);
  });
});
