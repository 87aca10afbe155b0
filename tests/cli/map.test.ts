import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArchive } from '../../src/bundle/archive.ts';
import { RMM_CSV } from '../intake/mapping-world.ts';
import { client, ENGAGEMENT, newFolder, proofpack, proofpackAt, smallClient } from './world.ts';

const PREPARED = `${ENGAGEMENT}prepared: { by: Marta Ruiz }\n`;
const RMM = 'patching/rmm.csv';
const SAID = ['--product', 'NordRMM', '--because', 'Read beside the portal', '--on', '2026-10-14'];
const NEUSTART = ['--word', 'outcome:Neustart nötig=attempted'];
const PROFILE = 'mappings/nordrmm-patch-install.yaml';

const rmmClient = () => client({ 'engagement.yaml': PREPARED, [RMM]: RMM_CSV });
const textOf = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');
const map = (folder: string, ...more: readonly string[]) => proofpack('map', join(folder, RMM), ...SAID, ...more);
/** The same file outside of any engagement: nothing else needs to be read. */
function loose(): string {
  const file = join(newFolder(), 'rmm.csv');
  writeFileSync(file, RMM_CSV);
  return file;
}

interface Inspected {
  exhibits: {
    path: string;
    status: string;
    source: string | null;
    kinds: object;
    rejected: number;
    mapping?: object;
    notes: { code: string }[];
  }[];
}

async function inspected(folder: string, path: string) {
  const { json } = await proofpack('inspect', folder, '--json');
  return (json() as Inspected).exhibits.find((each) => each.path === path);
}

describe('an invented patch report of an RMM, with German dates, semicolons, a preamble and a row of totals', () => {
  it('becomes patch installs in one dialogue', async () => {
    const folder = rmmClient();
    const typed = ['3', 'NordRMM', '', '', '', 'Read beside the portal', 'yes'];
    const { exit, out, err } = await proofpackAt(typed, 'map', join(folder, RMM), '--on', '2026-10-14');
    expect(err).toContain('"Neustart nötig" in outcome (1 row) means');
    expect(out).toContain('Rows are patches installed or tried (patch-install)');
    expect(out).toContain('Left out are rows whose Gerät is "Summe"');
    expect(out).toContain('As records: 4 read, 1 left out');
    expect(out).toMatch(/row 1 .* device: NS-PC01 .* outcome: installed {2}verbatim: Erfolgreich/);
    expect(exit).toBe(0);
    expect(textOf(folder, PROFILE)).toContain('"Neustart nötig": attempted');
    expect(await inspected(folder, RMM)).toMatchObject({
      status: 'read',
      source: 'mapping:nordrmm-patch-install',
      kinds: { 'patch-install': 4 },
      rejected: 1,
      mapping: { name: 'nordrmm-patch-install', version: 1, by: 'Marta Ruiz', because: 'Read beside the portal' },
    });
  });

  it('asks again after an answer that is none, and saves nothing when the answers end', async () => {
    const folder = newFolder();
    const { exit, err } = await proofpackAt(['eleven', 'failed', 'NordRMM'], 'map', loose(), '--to', folder);
    expect(err).toContain('One of the choices is wanted.');
    expect(err).toContain('The answers ended before this was asked');
    expect(exit).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('becomes the same by flags, without a terminal', async () => {
    const folder = rmmClient();
    const { exit, json } = await map(folder, ...NEUSTART, '--accept', '--json');
    expect(exit).toBe(0);
    expect(json()).toMatchObject({
      schema: 'proofpack.mapping/1',
      name: 'nordrmm-patch-install',
      profile: {
        kind: 'patch-install',
        columns: { device: 'Gerät', patch: 'KB-Artikel', observed: 'Installiert am' },
        leaveOut: [{ column: 'Gerät', is: 'Summe' }],
      },
      preview: { report: { records: 4, rejected: 1 } },
    });
    expect(await inspected(folder, RMM)).toMatchObject({ status: 'read', kinds: { 'patch-install': 4 } });
    // Until the portal changes its header: then the file stops, with the columns named.
    writeFileSync(join(folder, RMM), RMM_CSV.replace('Status;', 'Ergebnis;'));
    const changed = await inspected(folder, RMM);
    expect(changed).toMatchObject({ status: 'unrecognised', source: null, kinds: {} });
    expect(JSON.stringify(changed?.notes)).toContain('gone: Status; new: Ergebnis');
  });

  it('is refused in one error that names each flag, when there is nobody to ask', async () => {
    const folder = newFolder();
    const { exit, out, err } = await proofpack('map', loose(), '--by', 'Priya', '--to', folder, '--accept');
    expect(exit).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('3 points are undecided');
    expect(err).toContain('--word "outcome:Neustart nötig=<ours>" (1 row): installed, failed, attempted, removed, ?');
    expect(err).toContain('--product');
    expect(err).toContain('--because');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is only shown without --accept', async () => {
    const folder = newFolder();
    const { exit, err } = await proofpack('map', loose(), ...SAID, ...NEUSTART, '--to', folder);
    expect(exit).toBe(0);
    expect(err).toContain('Nothing was saved');
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    [['--kind', 'patch-instal'], 'did you mean patch-install?'],
    [['--column', 'device=Gerat'], 'did you mean Gerät?'],
    [['--column', 'device'], 'field=header is wanted'],
    [['--column', 'devise=Gerät'], 'did you mean "device"?'],
    [['--word', 'outcome=installed'], 'field:theirs=ours is wanted'],
    [['--word', 'outcome:Neustart nötig=rebooting'], 'one of installed, failed, attempted, removed is wanted'],
    [['--zone', 'Berlin'], 'an IANA time zone is wanted'],
    [['--name', 'Nord RMM'], 'lower-case words joined by hyphens'],
    [['--on', '14.10.2026'], 'wants a day written YYYY-MM-DD'],
  ])('refuses %j with what is wanted', async (flags, told) => {
    const { exit, err } = await proofpack('map', loose(), ...SAID, ...NEUSTART, ...flags);
    expect(err).toContain(told);
    expect(exit).toBe(2);
  });

  it('keeps a profile that is there, and makes the next version when it is told to', async () => {
    const folder = newFolder();
    const path = join(folder, 'nordrmm-patch-install.yaml');
    const save = (...more: readonly string[]) =>
      proofpack('map', loose(), ...SAID, '--by', 'Marta Ruiz', '--to', folder, '--accept', ...more);
    await save(...NEUSTART);
    const before = readFileSync(path, 'utf8');
    const again = await save(...NEUSTART);
    expect(again).toMatchObject({ exit: 2 });
    expect(again.err).toContain('is there already, as version 1');
    expect(readFileSync(path, 'utf8')).toBe(before);
    await save('--word', 'outcome:Neustart nötig=failed', '--replace');
    expect(readFileSync(path, 'utf8')).toContain('version: 2');
  });
});

describe('a folder of profiles that clients share', () => {
  it('is named by each engagement, and its profiles are no exhibits', async () => {
    const msp = newFolder();
    const shared = join(msp, 'shared');
    mkdirSync(join(msp, 'one/patching'), { recursive: true });
    writeFileSync(join(msp, 'one/engagement.yaml'), `${PREPARED}mappings: [../shared, own]\n`);
    writeFileSync(join(msp, 'one', RMM), RMM_CSV);
    mkdirSync(join(msp, 'one/own'));
    writeFileSync(join(msp, 'rmm.csv'), RMM_CSV);
    const loose = await proofpack('map', join(msp, 'rmm.csv'), ...SAID, ...NEUSTART, '--by', 'Priya', '--accept');
    expect(loose.err).toContain('where shall the profile be saved?');
    expect(loose.exit).toBe(2);
    const saved = await proofpack(
      'map',
      join(msp, 'rmm.csv'),
      ...SAID,
      ...NEUSTART,
      '--by',
      'Priya',
      '--to',
      shared,
      '--accept',
    );
    expect(saved.exit).toBe(0);
    const { json } = await proofpack('inspect', join(msp, 'one'), '--json');
    expect((json() as Inspected).exhibits).toMatchObject([{ path: RMM, source: 'mapping:nordrmm-patch-install' }]);
    const { out } = await proofpack('explain', 'nordrmm-patch-install', '--folder', join(msp, 'one'));
    expect(out).toMatch(/version +1, by Priya on 2026-10-14/);
    expect((await proofpack('list', 'mappings', '--folder', join(msp, 'one'))).out).toContain('NordRMM: patch install');
    // The same name in two folders would leave open which of them read.
    writeFileSync(
      join(msp, 'one/own/nordrmm-patch-install.yaml'),
      readFileSync(join(shared, 'nordrmm-patch-install.yaml')),
    );
    const twice = await proofpack('inspect', join(msp, 'one'));
    expect(twice).toMatchObject({ exit: 2 });
    expect(twice.err).toContain('Two profiles are called nordrmm-patch-install');
  });

  it.each([
    ['a folder that is not there', 'mappings: [../nowhere]\n', undefined, 'there is no folder ../nowhere'],
    [
      'a profile that is none',
      '',
      'mapping: 1\nversoin: 1\n',
      'mappings/x.yaml:2:1  unknown key "versoin"; did you mean "version"?',
    ],
  ])('is refused with %s', async (_, more, text, told) => {
    const folder = client({
      'engagement.yaml': PREPARED + more,
      ...(text === undefined ? {} : { 'mappings/x.yaml': text }),
    });
    const { exit, err } = await proofpack('inspect', folder);
    expect(err).toContain(told);
    expect(exit).toBe(2);
  });

  it('is refused with a file whose name nobody could say', async () => {
    const { exit, err } = await proofpack('inspect', client({ 'mappings/My Profile.yaml': 'mapping: 1\n' }));
    expect(err).toContain('"My Profile" is no name for a mapping');
    expect(exit).toBe(2);
  });
});

describe('a package that rests on a profile', () => {
  it('says so, carries it, and gives the same verdicts again', async () => {
    const folder = smallClient({ [RMM]: RMM_CSV });
    await proofpack('map', join(folder, RMM), ...SAID, ...NEUSTART, '--by', 'Marta Ruiz', '--accept');
    const [auditor, insurer] = [join(folder, '../a.zip'), join(folder, '../a_insurer.zip')].map((path) =>
      path.replace('/../', `-`),
    );
    if (auditor === undefined || insurer === undefined) throw new Error('no names');
    expect(
      await proofpack('build', folder, '-o', auditor, '--edition', 'auditor', '--edition', 'insurer'),
    ).toMatchObject({ exit: 0 });
    const files = filesIn(auditor);
    expect(files.get('data/machine/mappings/nordrmm-patch-install.yaml')).toBe(textOf(folder, PROFILE));
    expect(files.get('data/index.html')).toContain('mapping nordrmm-patch-install v1 by Marta Ruiz');
    const verified = await proofpack('verify', auditor, '--json');
    expect(verified.json()).toMatchObject({
      holds: true,
      findings: [{ code: 'intact' }, { code: 'unsigned' }, { code: 'reproduced' }, { code: 'rules-differ' }],
    });
    // Who receives no originals receives no profile, which can quote them, and no name; that there is one is told all the same.
    const told = filesIn(insurer);
    expect([...told.keys()].filter((path) => path.includes('mappings/'))).toEqual([]);
    expect(told.get('data/index.html')).toContain('mapping nordrmm-patch-install v1 by a named person');
    expect([...told.values()].join('')).not.toContain('Marta');
  });
});

function filesIn(path: string): ReadonlyMap<string, string> {
  const files = readArchive(readFileSync(path))?.files ?? [];
  return new Map(files.map((file) => [file.path, Buffer.from(file.content() ?? []).toString('utf8')]));
}

describe('other files that nobody has written a source for', () => {
  const propose = async (name: string, text: string, ...flags: readonly string[]) => {
    const file = join(newFolder(), name);
    writeFileSync(file, text);
    return proofpack('map', file, '--json', ...flags);
  };

  it('a portal’s list of agents: what it does not say is asked for, and a mode that is learning blocks nothing', async () => {
    const edr = `Endpoint Name,Serial Number,OS,Agent Version,Policy Mode,Health Status,Tamper Protection,Last Seen,Active Threats
ACME-LT-01,5CG1,Windows 11,7.2.1,Prevent,Healthy,On,10/14/2026 09:15 AM,0
ACME-SRV-01,VM-1,Windows Server 2022,7.1.0,Learning,Out of date,Off,09/01/2026 01:00 AM,0
`;
    const open = await propose('edr.csv', edr);
    expect(open.err).toContain('--column product=<header> or --fixed product=<value>');
    const { json } = await propose('edr.csv', edr, '--fixed', 'product=Acme EDR', '--word', 'mode:Learning=?');
    expect(json()).toMatchObject({
      profile: { kind: 'endpoint-protection', strength: 'C', dateOrder: 'mdy', fixed: { product: 'Acme EDR' } },
      preview: {
        records: [
          { mode: 'block', healthy: true, tamperProtected: true },
          { mode: 'unknown', healthy: false, tamperProtected: false },
        ],
      },
    });
  });

  it('a learning platform’s list of courses', async () => {
    const lms = `Learner Name;Email;Course Title;Assigned Date;Due Date;Completion Date;Status;Score
Ana;ana@acme.example;Security Awareness;01/03/2026;01/04/2026;15/03/2026;Completed;90
Cy;cy@acme.example;Security Awareness;01/03/2026;01/04/2026;;Waived;
`;
    const { json } = await propose('lms.csv', lms, '--word', 'status:Waived=unknown');
    expect(json()).toMatchObject({
      profile: {
        kind: 'training-completion',
        dateOrder: 'dmy',
        columns: { person: 'Email', course: 'Course Title', completed: 'Completion Date' },
      },
      preview: { records: [{ person: 'ana@acme.example', status: 'completed', score: 90 }, { status: 'unknown' }] },
    });
  });

  it('a backup portal’s list of jobs, with a row of totals', async () => {
    const jobs = `"Device Name","Backup Type","Start Time","End Time","Status","Size (GB)"
"SRV-DC1","Incremental","2026-10-14 01:00:00","2026-10-14 01:12:09","Success","1.2"
"SRV-SQL","Full","2026-10-14 02:00:00","2026-10-14 03:30:00","Success with Warnings","120.5"
"Total","","","","2 jobs",""
`;
    const { json } = await propose('backup.csv', jobs);
    expect(json()).toMatchObject({
      profile: {
        kind: 'backup-job',
        columns: { system: 'Device Name', observed: 'End Time' },
        leaveOut: [{ column: 'Device Name', is: 'Total' }],
      },
      preview: {
        records: [
          { outcome: 'succeeded', mode: 'incremental' },
          { outcome: 'warning', mode: 'full' },
        ],
      },
    });
  });

  it('a service’s JSON of devices, wherever the list stands in it', async () => {
    const devices = JSON.stringify({
      tenant: 'acme',
      data: {
        devices: [
          {
            id: 1,
            deviceName: 'A',
            serialNumber: '5CG1',
            operatingSystem: 'Windows',
            complianceState: 'compliant',
            isEncrypted: true,
            lastCheckIn: '2026-10-13T20:11:00Z',
          },
          {
            id: 2,
            deviceName: 'B',
            serialNumber: 'F9X',
            operatingSystem: 'iOS',
            complianceState: 'inGracePeriod',
            isEncrypted: true,
            lastCheckIn: '2026-10-12T20:11:00Z',
            note: 'loaner',
          },
        ],
      },
    });
    const { json } = await propose('devices.json', devices);
    expect(json()).toMatchObject({
      profile: {
        kind: 'device-compliance',
        reads: { shape: 'json', items: 'data.devices' },
        header: expect.not.arrayContaining(['note']),
      },
      preview: {
        records: [
          { device: 'A', compliant: true },
          { device: 'B', compliant: false },
        ],
      },
    });
  });

  it('asks for the order of dates that the file does not tell', async () => {
    const { exit, err } = await propose(
      't.csv',
      'Employee,Course,Completed on\na@x.example,Basics,03/04/2026\nb@x.example,Basics,05/06/2026\n',
      '--kind',
      'training-completion',
    );
    expect(err).toContain('--date-order: "03/04/2026" can be read in two ways');
    expect(exit).toBe(2);
  });

  it.each([
    ['prose.txt', 'Dear Sam,\nplease find the report attached.\nRegards\n'],
    ['empty.csv', ''],
    ['broken.json', '{ "a": [1, 2'],
  ])('refuses %s, which holds no rows', async (name, text) => {
    const { exit, err } = await propose(name, text);
    expect(err).toContain('holds no rows that could be mapped');
    expect(exit).toBe(2);
  });

  it('warns of a file that a source reads already', async () => {
    const hotfixes =
      'Source,Description,HotFixID,InstalledBy,InstalledOn\nPC-1,Security Update,KB5001,SYSTEM,2026-09-16\n';
    const { json } = await propose(
      'h.csv',
      hotfixes,
      '--kind',
      'patch-state',
      '--fixed',
      'state=installed',
      '--column',
      'device=Source',
      '--column',
      'patch=HotFixID',
    );
    expect(json()).toMatchObject({ notes: [{ code: 'map-known-already' }], profile: { strength: 'A' } });
  });
});
