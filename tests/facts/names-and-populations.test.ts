import { describe, expect, it } from 'vitest';
import { startMeasuring } from '../../src/facts/kit/measuring.ts';
import { hostKey, personKey, serialKey } from '../../src/facts/kit/names.ts';
import { deviceKeys, personKeys, populationOf } from '../../src/facts/kit/population.ts';
import { vendorKey } from '../../src/facts/kit/vendors.ts';
import { DEVICES, day, measure, owned, PEOPLE, SCOPE, staff } from './records.ts';

describe('names', () => {
  it.each([
    ['LFD-WS07$', 'lfd-ws07'],
    ['lfd-ws07.lakeside.example', 'lfd-ws07'],
    ['LAKESIDE\\LFD-WS07', 'lfd-ws07'],
    ['lfd-ws07.lakeside.example.', 'lfd-ws07'],
    ['10.0.0.1', '10.0.0.1'],
    ['2001:db8::1', '2001:db8::1'],
    ['Dana’s MacBook v1.2', 'dana’s macbook v1.2'],
  ])('host %s is %s', (name, key) => expect(hostKey(name)).toBe(key));

  it.each([
    ['Dana Cole <Dana@X.example>', 'dana@x.example'],
    ['dana_gmail.com#EXT#@tenant.onmicrosoft.com', 'dana@gmail.com'],
    ['CLIENT\\dana', 'dana'],
    ['Cole, Dana', 'dana cole'],
    ['  Dana   Cole ', 'dana cole'],
    ['mailto:a@b.example', 'a@b.example'],
  ])('person %s is %s', (name, key) => expect(personKey(name)).toBe(key));

  it.each(['To be filled by O.E.M.', '0000000', 'Default string', 'N/A', ''])('serial "%s" names no device', (serial) =>
    expect(serialKey(serial)).toBeUndefined());
  it('vendors lose commas and legal forms', () => expect(vendorKey('Acme, Inc.')).toBe(vendorKey('ACME')));
});

describe('a population', () => {
  const member = (key: string, name: string, aliases: readonly string[] = []) => ({
    key,
    name,
    aliases,
    place: { path: PEOPLE },
  });

  it('finds by any name, and nobody by a name that means two', () => {
    const members = [
      member('a@c.example', 'John Smith', ['a@c.example']),
      member('b@c.example', 'John Smith', ['b@c.example']),
    ];
    const people = populationOf(members, { known: true, basis: PEOPLE, keys: personKeys(['c.example']) });
    expect(people.find('B@C.example')?.key).toBe('b@c.example');
    expect(people.find('X\\a')?.key).toBe('a@c.example');
    expect(people.find('John Smith')).toBeUndefined();
    expect(people.find('a@other.example')).toBeUndefined();
  });

  it('finds a device by serial number and alias', () => {
    const devices = populationOf([member('ws01', 'WS01', ['SN9', '10.0.0.7'])], {
      known: true,
      basis: DEVICES,
      keys: deviceKeys,
    });
    expect(devices.find('renamed', undefined, 'sn9')?.key).toBe('ws01');
    expect(devices.find('10.0.0.7')?.key).toBe('ws01');
  });

  const populations = (records: readonly Parameters<ReturnType<typeof startMeasuring>['see']>[0][]) => {
    const measuring = startMeasuring({}, { ...SCOPE, populations: { people: PEOPLE, devices: DEVICES } });
    for (const record of records) measuring.see(record);
    const { people, devices } = measuring.finish();
    return {
      people: people.members.map(({ key }) => key),
      devices: devices.members.map(({ key, role }) => `${key} ${role}`),
    };
  };

  it('leaves out those who left, are disabled or serve; keeps one for each name', () => {
    const records = [
      staff('dana'),
      staff('dana'),
      staff('gone', { left: day('2026-10-15') }),
      staff('going', { left: day('2026-10-16') }),
      staff('off', { enabled: false }),
      staff('svc', { userType: 'service' }),
    ];
    expect(populations(records).people).toEqual(['dana@client.example', 'going@client.example']);
  });

  it('takes devices in use, with a role by their system where none is told', () => {
    const bare = { ...owned('SRV9', { os: 'Windows Server 2022' }), role: undefined } as unknown as ReturnType<
      typeof owned
    >;
    const records = [owned('B'), bare, owned('X', { status: 'spare' }), owned('S', { type: 'software' })];
    expect(populations(records).devices).toEqual(['b workstation', 'srv9 server']);
  });

  it('is not known when the named exhibit gave nothing', () => {
    expect(measure('devices-outside-inventory', [], { ...SCOPE, populations: { devices: DEVICES } })).toMatchObject({
      because: 'population-unknown',
    });
  });
});
