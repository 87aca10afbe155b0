import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { textsOf } from '../../src/intake/index.ts';
import { writtenTar } from '../../src/intake/tar-writing.ts';
import { shippedTexts } from '../../src/redaction/index.ts';
import { newFolder, proofpack, SMALL_ENGAGEMENT, smallClient } from '../cli/world.ts';
import { exhibit } from './world.ts';

const SWITCH = 'hostname,running\nsw01,snmp-server community k3epOut77 RO\nsw02,snmp-server community 0therOne9 RW\n';
const PATIENTS = '[{"patientName": "Ann Keller", "room": 4, "mrn": 88123456}]\n';

function decided(...entries: readonly string[]): string {
  return `${SMALL_ENGAGEMENT}redaction:\n${entries.map((entry) => `  - { ${entry}, because: "ticket 4821", by: Marta Ruiz, on: 2026-10-14 }\n`).join('')}`;
}

async function built(engagement: string, ...argv: readonly string[]) {
  const folder = smallClient({ 'net/switches.csv': SWITCH, 'ehr/rooms.json': PATIENTS, 'engagement.yaml': engagement });
  const path = join(newFolder(), 'out.zip');
  const said = await proofpack('build', folder, '-o', path, ...argv);
  const files = existsSync(path) ? unzipSync(readFileSync(path)) : {};
  const text = (part: string) => {
    const name = Object.keys(files).find((each) => each.includes(part));
    return name === undefined ? undefined : Buffer.from(files[name] ?? []).toString('utf8');
  };
  return { ...said, folder, path, text };
}

describe('a build that would ship a secret', () => {
  it('stops with its kind, place and number, and not with a word of it', async () => {
    const { exit, err, out, path } = await built(SMALL_ENGAGEMENT);
    expect(exit).toBe(2);
    expect(err).toContain('net/switches.csv holds 2 x SNMP community, lines 2, 3 (fingerprint ');
    expect(err).toContain('ehr/rooms.json holds 1 x medical record number');
    expect(err).toContain('action: redact');
    for (const value of ['k3epOut77', '0therOne9', 'Ann Keller', '88123456']) expect(err + out).not.toContain(value);
    expect(existsSync(path)).toBe(false);
  });

  it('is possible when values were taken out with a reason; the original is bound by a salt that stays at home', async () => {
    const { exit, err, folder, path, text } = await built(
      decided(
        'exhibit: net/switches.csv, action: redact',
        'exhibit: ehr/rooms.json, action: redact, columns: [room, patientName], kinds: [medical-record-number]',
      ),
    );
    expect(exit, err).toBe(0);
    expect(text('switches')).toBe(
      SWITCH.replace('k3epOut77', '[redacted:snmp-community]').replace('0therOne9', '[redacted:snmp-community]'),
    );
    expect(JSON.parse(text('rooms') ?? '')).toEqual([
      { patientName: '[redacted:column]', room: '[redacted:column]', mrn: '[redacted:medical-record-number]' },
    ]);
    expect(err).toContain('so short that about');
    const kept = JSON.parse(readFileSync(join(folder, 'proofpack.commitments.json'), 'utf8')).commitments;
    const salted = createHash('sha256').update(Buffer.from(kept[1].salt, 'hex')).update(SWITCH).digest('hex');
    expect(kept[1]).toMatchObject({ path: 'net/switches.csv', commitment: salted });
    expect(text('package.json')).toContain(salted);
    expect(text('package.json')).not.toContain(kept[1].salt);
    expect(statSync(join(folder, 'proofpack.key')).mode & 0o077).toBe(0);
    const verified = await proofpack('verify', path, '--json');
    expect(verified.json()).toMatchObject({ holds: true });
    const again = await proofpack('build', folder, '-o', path);
    expect(again.exit).toBe(0);
    expect(text('OMISSIONS')).not.toContain('proofpack.');
  }, 120_000);

  it('is possible when a named person lets a value go, which the package prints, or keeps the file back', async () => {
    const { exit, err, text } = await built(
      decided(
        'exhibit: net/switches.csv, action: except, kinds: [snmp-community]',
        'exhibit: ehr/rooms.json, action: withhold',
      ),
    );
    expect(exit, err).toBe(0);
    expect(text('switches')).toBe(SWITCH);
    expect(text('rooms')).toBeUndefined();
    expect(text('OMISSIONS')).toContain('Kept back by Marta Ruiz on 2026-10-14, because: ticket 4821');
  }, 120_000);

  it('stops again where the decision does not meet all that is found', async () => {
    const { exit, err } = await built(
      decided(
        'exhibit: net/switches.csv, action: redact, rows: [1]',
        'exhibit: ehr/rooms.json, action: except, kinds: [password]',
      ),
    );
    expect(exit).toBe(2);
    expect(err).toContain('net/switches.csv holds 1 x SNMP community, line 3');
    expect(err).toContain('ehr/rooms.json holds 1 x name of a patient');
  });

  it('tells a decision over a file that is not there, and an exception without its kinds', async () => {
    const { exit, err } = await built(
      decided('exhibit: net/swiches.csv, action: redact', 'exhibit: ehr/rooms.json, action: except'),
    );
    expect(exit).toBe(2);
    expect(err).toContain('net/swiches.csv');
  });
});

describe('what is in an archive', () => {
  const inner = zipSync({ 'deep/sw2.csv': Buffer.from(SWITCH), 'deep/clean.txt': Buffer.from('nothing') });
  const tar = (files: Readonly<Record<string, string>>) =>
    writtenTar(
      Object.entries(files).map(([name, text]) => ({ name, modified: 1_790_000_000, content: Buffer.from(text) })),
    );
  const archives = {
    'net.zip': zipSync(
      { 'sw.csv': Buffer.from(SWITCH), 'Grüße/inner.zip': inner, 'empty.txt': Buffer.from('') },
      { mtime: new Date(2026, 9, 1), comment: 'k3epOut77' },
    ),
    'log.csv.gz': gzipSync(SWITCH),
    'all.tgz': gzipSync(tar({ 'a.csv': SWITCH, [`${'long/'.repeat(30)}b.csv`]: SWITCH, 'c.csv': 'x,y\n1,2\n' })),
  };
  async function leaving(redaction: string, files: Readonly<Record<string, Uint8Array>> = archives) {
    const folder = smallClient({ 'engagement.yaml': redaction });
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    const path = join(newFolder(), 'out.zip');
    const said = await proofpack('build', folder, '-o', path);
    const made = existsSync(path) ? unzipSync(readFileSync(path)) : {};
    const named = (part: string) => Object.entries(made).find(([name]) => name.includes(part))?.[1] ?? new Uint8Array();
    return { ...said, path, named };
  }
  const texts = async (bytes: Uint8Array) => {
    const found = new Map<string, string>();
    for await (const { path, text } of textsOf(exhibit('x', bytes))) {
      const pieces: Uint8Array[] = [];
      for await (const piece of text?.() ?? []) pieces.push(piece);
      found.set(path, Buffer.concat(pieces).toString('utf8'));
    }
    return Object.fromEntries(found);
  };
  const CLEAN = SWITCH.replace('k3epOut77', '[redacted:snmp-community]').replace(
    '0therOne9',
    '[redacted:snmp-community]',
  );

  it('is taken out of every text in it, and the package tells of which; everything else stays', async () => {
    const all = Object.keys(archives).map((name) => `exhibit: ${name}, action: redact`);
    const { exit, err, path, named } = await leaving(decided(...all));
    expect(exit, err).toBe(0);
    expect(await texts(named('net.zip'))).toEqual({
      'x!/sw.csv': CLEAN,
      'x!/Grüße/inner.zip!/deep/sw2.csv': CLEAN,
      'x!/Grüße/inner.zip!/deep/clean.txt': 'nothing',
      'x!/empty.txt': '',
    });
    expect(gunzipSync(named('log.csv.gz')).toString()).toBe(CLEAN);
    expect(await texts(named('all.tgz'))).toEqual({
      'x!/a.csv': CLEAN,
      [`x!/${'long/'.repeat(30)}b.csv`]: CLEAN,
      'x!/c.csv': 'x,y\n1,2\n',
    });
    expect(Buffer.from(named('net.zip')).includes('k3epOut77')).toBe(false);
    expect(Buffer.from(named('custody.jsonl')).toString()).toContain('net.zip');
    expect(shippedTexts('05.xlsx', named('05-Evidence-Index.xlsx')).join('\n')).toContain(
      'taken out of sw.csv, Grüße/inner.zip!/deep/sw2.csv by Marta Ruiz',
    );
    expect((await proofpack('verify', path, '--json')).json()).toMatchObject({ holds: true });
  }, 120_000);

  it('is taken out of one file of it where that is named, and stops the build where it is left in others', async () => {
    const { exit, err } = await leaving(
      decided(
        'exhibit: net.zip!/sw.csv, action: redact, rows: [1]',
        'exhibit: net.zip!/sw.csv, action: redact',
        'exhibit: net.zip!/none.csv, action: redact',
      ),
      { 'net.zip': archives['net.zip'] },
    );
    expect(exit).toBe(2);
    expect(err).toContain('net.zip!/Grüße/inner.zip!/deep/sw2.csv holds 2 x SNMP community');
    expect(err).not.toContain('net.zip!/sw.csv holds');
  });

  it('cannot be taken out of a workbook in it, nor where the archive is locked', async () => {
    const book = zipSync({ 'xl/workbook.xml': Buffer.from(SWITCH), '[Content_Types].xml': Buffer.from('<x/>') });
    const locked = Buffer.from(zipSync({ 'sw.csv': Buffer.from(SWITCH) }, { level: 0 }));
    for (const at of [6, locked.indexOf('PK\u0001\u0002') + 8]) locked.writeUInt16LE(locked.readUInt16LE(at) | 1, at);
    const files = {
      'book.zip': zipSync({ 'sw.csv': Buffer.from(SWITCH), 'book.xlsx': book }),
      'locked.zip': locked,
    };
    const { exit, err } = await leaving(
      decided(...Object.keys(files).map((name) => `exhibit: ${name}, action: redact`)),
      files,
    );
    expect(exit).toBe(2);
    expect(err).toContain(
      'book.zip cannot be redacted: what is found lies inside an office document, a PDF or a picture',
    );
    expect(err).toContain('locked.zip cannot be redacted: the archive is locked');
    expect(err).toContain('action: withhold');
  });
});
