import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { newFolder, proofpack, SMALL_ENGAGEMENT, smallClient } from '../cli/world.ts';

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
  it('is found, and cannot be redacted there', async () => {
    const { zipSync } = await import('fflate');
    const folder = smallClient({ 'engagement.yaml': decided('exhibit: net.zip, action: redact') });
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(folder, 'net.zip'), zipSync({ 'sw.csv': Buffer.from(SWITCH) }));
    const { exit, err } = await proofpack('build', folder, '-o', join(newFolder(), 'out.zip'));
    expect(exit).toBe(2);
    expect(err).toContain('net.zip cannot be redacted: what is found lies inside an archive');
    expect(err).toContain('action: withhold');
  });
});
