import { describe, expect, it } from 'vitest';
import { withMappings } from '../../src/intake/index.ts';
import * as SOURCES from '../../src/sources/index.ts';
import { mapping, only } from './mapping-world.ts';
import { engagement, exhibit, read } from './world.ts';

const HEAD = 'Machine,Update,State,When\n';
const csv = (...rows: readonly string[]) => exhibit('patches.csv', HEAD + rows.map((row) => `${row}\n`).join(''));

describe('an export that a profile knows', () => {
  it('is read by it, row by row, with its place and the tool’s own word', async () => {
    const { report, records } = await read(
      csv('PC-1,KB5001,Done,2026-09-16', 'PC-2,KB5001,Broken,2026-09-17'),
      only(mapping('acme')),
    );
    expect(report).toMatchObject({
      status: 'read',
      source: 'mapping:acme',
      kinds: { 'patch-install': 2 },
      mapping: { name: 'acme', version: 1, by: 'Marta Ruiz', on: '2026-10-14' },
    });
    expect(records[0]).toMatchObject({
      kind: 'patch-install',
      strength: 'R',
      device: 'PC-1',
      patch: 'KB5001',
      outcome: 'installed',
      verbatim: 'Done',
      observed: { raw: '2026-09-16', precision: 'day' },
      from: { path: 'patches.csv', row: 1 },
    });
  });

  it('is told to rest on an assumption, and whose', async () => {
    const { report } = await read(csv('PC-1,KB5001,Done,2026-09-16'), only(mapping('acme')));
    const told = report.notes.find(({ code }) => code === 'mapping-used');
    expect(told?.message).toContain('mapping acme v1 says, by Marta Ruiz on 2026-10-14');
  });

  it('is known whatever the case and the order of its columns', async () => {
    const other = exhibit('p.csv', 'WHEN;state;update;machine\n2026-09-16;Done;KB5001;PC-1\n');
    const { records } = await read(other, only(mapping('acme')));
    expect(records).toMatchObject([{ device: 'PC-1', outcome: 'installed' }]);
  });

  it('loses a row whose word it does not know, and says so: nothing unknown passes', async () => {
    const { report, records, codes } = await read(
      csv('PC-1,KB5001,Mostly done,2026-09-16', 'PC-2,KB5001,Done,2026-09-16'),
      only(mapping('acme')),
    );
    expect(records).toMatchObject([{ device: 'PC-2' }]);
    expect(report.rejected).toBe(1);
    expect(codes).toEqual(expect.arrayContaining(['word-unknown', 'row-rejected']));
  });

  it('keeps a record whose kind has a word for unknown', async () => {
    const agents = mapping('agents', {
      kind: 'endpoint-protection',
      strength: 'C',
      header: ['Host', 'Mode', 'Seen', 'Healthy'],
      columns: { device: 'Host', mode: 'Mode', lastSeen: 'Seen', healthy: 'Healthy' },
      fixed: { product: 'Acme EDR' },
      words: { mode: { Prevent: 'block', Learning: '?' }, healthy: { Ja: true, Nein: false } },
    });
    const file = exhibit(
      'edr.csv',
      'Host,Mode,Seen,Healthy\nA,Learning,2026-10-01,Ja\nB,Prevent,2026-10-01,Nein\nC,Other,,Vielleicht\n',
    );
    const { records, report } = await read(file, only(agents));
    expect(records).toMatchObject([
      { device: 'A', mode: 'unknown', healthy: true, product: 'Acme EDR', observed: { raw: '2026-10-01' } },
      { device: 'B', mode: 'block', healthy: false },
      { device: 'C', mode: 'unknown', observed: { basis: 'unknown' } },
    ]);
    expect(records[2]).not.toHaveProperty('healthy');
    // What was left unknown on purpose need not be told again.
    const unknown = report.notes.filter(({ code }) => code === 'word-unknown').map(({ message }) => message);
    expect(unknown.join()).toContain('"Other" in Mode');
    expect(unknown.join()).not.toContain('"Learning"');
  });

  it('leaves out the rows that it wants left out, counts them, and tells it once', async () => {
    const acme = mapping('acme', {
      leaveOut: [
        { column: 'Machine', is: 'Total' },
        { column: 'Update', blank: true },
        { column: 'Machine', begins: 'TEST-' },
      ],
    });
    const rows = [
      'PC-1,KB5001,Done,2026-09-16',
      'TEST-1,KB5001,Done,2026-09-16',
      'TEST-2,KB5001,Done,2026-09-16',
      'PC-3,,Done,',
      'total,3,,',
    ];
    const { report, records, codes } = await read(csv(...rows), only(acme));
    expect(records).toHaveLength(1);
    expect(report.rejected).toBe(4);
    expect(codes.filter((code) => code === 'mapping-rows-left-out')).toHaveLength(3);
    expect(codes).not.toContain('row-rejected');
  });

  it('dates a row by its own column only: a blank one is no date, whatever else is known', async () => {
    const said = engagement({}, { 'patches.csv': { observedOn: '2026-10-01', by: 'Priya' } });
    const { records } = await read(csv('PC-1,KB5001,Done,'), only(mapping('acme')), { engagement: said });
    expect(records).toMatchObject([{ observed: { basis: 'unknown' } }]);
  });

  it('reads times in the order, zone and size that it says', async () => {
    const us = mapping('acme', { dateOrder: 'mdy', zone: 'America/New_York' });
    const { records, codes } = await read(csv('PC-1,KB5001,Done,03/04/2026 10:00'), only(us));
    expect(records[0]?.observed).toMatchObject({
      instant: Date.UTC(2026, 2, 4, 15),
      zoneAssumed: false,
      orderAssumed: false,
    });
    expect(codes).not.toContain('zone-assumed');
    const epoch = mapping('acme', { epoch: 'milliseconds' });
    const numbers = await read(csv('PC-1,KB5001,Done,1789000000000'), only(epoch));
    expect(numbers.records[0]?.observed.instant).toBe(1_789_000_000_000);
  });

  it('reads 1.234,5 where the comma stands before the fraction', async () => {
    const jobs = mapping('jobs', {
      kind: 'backup-job',
      header: ['System', 'Status', 'Größe'],
      columns: { system: 'System', outcome: 'Status', bytes: 'Größe' },
      words: { outcome: { OK: 'succeeded' } },
      decimal: 'comma',
    });
    const { records } = await read(exhibit('jobs.csv', 'System;Status;Größe\nS1;OK;1.234,5\n'), only(jobs));
    expect(records).toMatchObject([{ bytes: 1234.5, outcome: 'succeeded', errorsVisible: false }]);
  });

  it('takes a date of completion for completion, and its absence for nothing', async () => {
    const lms = mapping('lms', {
      kind: 'training-completion',
      header: ['Who', 'What', 'Finished'],
      columns: { person: 'Who', course: 'What', completed: 'Finished' },
      words: {},
    });
    const { records } = await read(
      exhibit('lms.csv', 'Who,What,Finished\na@x.example,Basics,2026-03-01\nb@x.example,Basics,\n'),
      only(lms),
    );
    expect(records).toMatchObject([
      { status: 'completed', verbatim: '2026-03-01', observed: { raw: '2026-03-01' } },
      { status: 'unknown', verbatim: '' },
    ]);
  });

  it('makes a statement of what a person says for all rows', async () => {
    const tests = mapping('restores', {
      kind: 'restore-test',
      strength: 'A',
      header: ['Server', 'Result', 'Day'],
      columns: { system: 'Server', outcome: 'Result', observed: 'Day' },
      fixed: { level: 'files-verified' },
      words: { outcome: { OK: 'restored' } },
    });
    const { records } = await read(exhibit('r.csv', 'Server,Result,Day\nS1,OK,2026-09-01\n'), only(tests));
    expect(records).toMatchObject([{ level: 'files-verified', strength: 'A', outcome: 'restored' }]);
  });

  it('takes a restore for a look at it where no column says how far it went', async () => {
    const tests = mapping('restores', {
      kind: 'restore-test',
      header: ['Server', 'Result', 'Day'],
      columns: { system: 'Server', outcome: 'Result', observed: 'Day' },
      words: { outcome: { OK: 'restored' } },
    });
    const { records } = await read(exhibit('r.csv', 'Server,Result,Day\nS1,OK,2026-09-01\n'), only(tests));
    expect(records).toMatchObject([{ level: 'browse', strength: 'R' }]);
  });
});

describe('a file that is nobody’s', () => {
  it('is the one that two profiles fit', async () => {
    const { report, records } = await read(csv('PC-1,KB5001,Done,2026-09-16'), only(mapping('acme'), mapping('other')));
    expect(report).toMatchObject({ status: 'ambiguous', candidates: ['mapping:acme', 'mapping:other'] });
    expect(records).toEqual([]);
  });

  it('is the one that a profile and a source fit, until a person says whose', async () => {
    const hotfixes =
      'Source,Description,HotFixID,InstalledBy,InstalledOn\nPC-1,Security Update,KB5001,NT AUTHORITY\\SYSTEM,2026-09-16\n';
    const own = mapping('hotfixes', {
      kind: 'patch-state',
      header: ['Source', 'Description', 'HotFixID', 'InstalledBy', 'InstalledOn'],
      columns: { device: 'Source', patch: 'HotFixID', state: 'Description', observed: 'InstalledOn' },
      words: { state: { 'Security Update': 'installed' } },
    });
    const sources = withMappings(SOURCES, [own]);
    const open = await read(exhibit('h.csv', hotfixes), sources);
    expect(open.report).toMatchObject({ status: 'ambiguous', candidates: ['get-hotfix', 'mapping:hotfixes'] });
    const said = engagement({}, { 'h.csv': { source: 'mapping:hotfixes' } });
    const settled = await read(exhibit('h.csv', hotfixes), sources, { engagement: said });
    expect(settled.report).toMatchObject({ status: 'read', source: 'mapping:hotfixes' });
  });
});

describe('a header that changed', () => {
  it.each([
    ['a column is gone', 'Machine,Update,State\n', 'gone: When'],
    ['a column is new', 'Machine,Update,State,When,Approved\n', 'new: Approved'],
    ['a column is called otherwise', 'Machine,Update,Result,When\n', 'gone: State; new: Result'],
  ])('stops the file when %s, and names the column', async (_, header, told) => {
    const row = `${header
      .trim()
      .split(',')
      .map((name) => (name === 'When' ? '2026-09-16' : 'Done'))
      .join(',')}\n`;
    const { report, records } = await read(exhibit('patches.csv', header + row), only(mapping('acme')));
    expect(records).toEqual([]);
    expect(report).toMatchObject({ status: 'unrecognised', source: null, candidates: ['mapping:acme'] });
    const note = report.notes.find(({ code }) => code === 'mapping-header-changed');
    expect(note).toMatchObject({ severity: 'error' });
    expect(note?.message).toContain(told);
  });

  it('is no matter of a file with other columns', async () => {
    const { codes } = await read(exhibit('x.csv', 'Machine,Colour,Weight,Owner\nA,red,3,Bo\n'), only(mapping('acme')));
    expect(codes).toEqual(['exhibit-unrecognised']);
  });

  it('is told of a file that the engagement names, however much of it changed', async () => {
    const said = engagement({}, { 'x.csv': { source: 'mapping:acme' } });
    const file = exhibit('x.csv', 'Machine,Colour,Weight,Owner\nA,red,3,Bo\n');
    const { report } = await read(file, only(mapping('acme')), { engagement: said });
    expect(report.notes.map(({ code }) => code)).toEqual(['mapping-header-changed']);
    const more = exhibit('x.csv', 'Machine,Update,State,When,Approved\nPC-1,KB1,Done,2026-09-16,x\n');
    const wider = await read(more, only(mapping('acme')), { engagement: said });
    expect(wider.report).toMatchObject({ status: 'unrecognised', records: 0 });
  });
});

describe('JSON that a profile knows', () => {
  const devices = mapping('devices', {
    kind: 'device-compliance',
    strength: 'C',
    reads: { shape: 'json', items: 'data.devices' },
    header: ['name', 'state', 'seen'],
    columns: { device: 'name', compliant: 'state', lastSync: 'seen', owner: 'user.email' },
    words: { compliant: { ok: true, bad: false } },
  });
  const json = (...items: readonly object[]) => exhibit('d.json', JSON.stringify({ data: { devices: items } }));

  it('may gain keys, since services add them at will', async () => {
    const item = { name: 'A', state: 'ok', seen: '2026-10-01T00:00:00Z', user: { email: 'a@x.example' }, brandNew: 1 };
    const { records } = await read(json(item), only(devices));
    expect(records).toMatchObject([
      { device: 'A', compliant: true, owner: 'a@x.example', from: { at: '/data/devices/0' } },
    ]);
  });

  it('stops when a key is gone that every item had', async () => {
    const { report } = await read(json({ name: 'A', status: 'ok', seen: '2026-10-01T00:00:00Z' }), only(devices));
    expect(report.notes[0]?.message).toContain('gone: state');
  });

  it('is read line by line as well', async () => {
    const lines = mapping('lines', { ...devices.profile, reads: { shape: 'json-lines' } });
    const text =
      '{"name":"A","state":"bad","seen":"2026-10-01T00:00:00Z"}\n{"name":"B","state":"ok","seen":"2026-10-02T00:00:00Z"}\n';
    const { records } = await read(exhibit('d.jsonl', text), only(lines));
    expect(records).toMatchObject([{ compliant: false, from: { line: 1 } }, { compliant: true }]);
  });
});
