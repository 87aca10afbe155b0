import { appendFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pack } from '../../src/bundle/index.ts';
import { readExhibits, readRegisters } from '../../src/disk/index.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import { Engagement } from '../../src/model/engagement.ts';
import type { Exhibit } from '../../src/model/exhibit.ts';
import { folderWith } from './world.ts';

const engagement = Engagement.parse({
  client: { name: 'Lakeside' },
  period: { from: '2025-10-01', to: '2026-09-30' },
  asOf: '2026-10-15',
  frameworks: ['demo'],
  operatingModel: 'co-managed',
  brand: { logo: 'brand/logo.png' },
});

async function bytesOf(exhibit: Exhibit): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of exhibit.open()) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('the exhibits of a folder', () => {
  it('are all its files, however nested, by path, hashed as they are', async () => {
    const folder = folderWith({
      'engagement.yaml': '',
      'b.csv': 'b',
      'a/z/deep.log': 'deep',
      'a/B.txt': '',
      'Z.gz': 'z',
    });
    const { exhibits, skipped, notes } = await readExhibits(folder, engagement);
    expect(exhibits.map(({ path, size }) => `${path} ${size}`)).toEqual([
      'Z.gz 1',
      'a/B.txt 0',
      'a/z/deep.log 4',
      'b.csv 1',
    ]);
    expect(exhibits[2]?.id).toBe(sha256('deep'));
    expect([skipped, notes]).toEqual([[], []]);
  });

  it('may be opened again and again, until the file changes', async () => {
    const folder = folderWith({ 'a.log': 'one\n' });
    const [exhibit] = (await readExhibits(folder, engagement)).exhibits;
    if (!exhibit) throw new Error('no exhibit');
    expect([await bytesOf(exhibit), await bytesOf(exhibit)]).toEqual(['one\n', 'one\n']);
    appendFileSync(join(folder, 'a.log'), 'two\n');
    await expect(bytesOf(exhibit)).rejects.toMatchObject({ code: 'exhibit-changed', exit: 6 });
  });

  it('are not what systems and programs leave behind, and that is listed', async () => {
    const folder = folderWith({
      '.DS_Store': 'x',
      'sub/Thumbs.db': 'x',
      '~$report.xlsx': 'x',
      '.git/config': 'x',
      'other-client/engagement.yaml': 'client: {}',
      'other-client/users.csv': 'x',
      'real.csv': 'x',
    });
    symlinkSync('/etc/hostname', join(folder, 'link.txt'));
    const { exhibits, skipped } = await readExhibits(folder, engagement);
    expect(exhibits.map(({ path }) => path)).toEqual(['real.csv']);
    expect(skipped.map(({ path }) => path)).toEqual([
      '.DS_Store',
      '.git/',
      'link.txt',
      'other-client/',
      'sub/Thumbs.db',
      '~$report.xlsx',
    ]);
    expect(skipped.find(({ path }) => path === 'other-client/')?.reason).toContain('an engagement of its own');
  });

  it('are not what the request itself uses', async () => {
    const files = [
      'engagement.yaml',
      'COLLECT.md',
      'brand/logo.png',
      'frameworks/mine/framework.yaml',
      '.proofpack-1-ab/x.zip',
    ];
    const folder = folderWith(Object.fromEntries([...files, 'sub/COLLECT.md'].map((path) => [path, 'x'])));
    const { exhibits, skipped } = await readExhibits(folder, engagement);
    expect(exhibits.map(({ path }) => path)).toEqual(['sub/COLLECT.md']);
    expect(skipped).toEqual([]);
  });

  it('are no earlier packages of ours; the terminal is told, the next package is not changed by them', async () => {
    const bytes = await pack({ name: 'x', edition: 'auditor', entries: [] });
    const folder = folderWith({
      'last-year.zip': bytes,
      'real.zip': 'PK not ours but long enough to be looked at'.repeat(4),
    });
    const { exhibits, skipped, notes } = await readExhibits(folder, engagement);
    expect(exhibits.map(({ path }) => path)).toEqual(['real.zip']);
    expect(notes.map(({ code }) => code)).toEqual(['package-skipped']);
    expect(skipped).toEqual([]);
  });

  it('are no registers that nobody filled in, unless the engagement names them', async () => {
    const { 'staff-register.csv': staff = '', 'vendor-register.csv': vendors = '' } = await readRegisters();
    const folder = folderWith({
      'registers/staff-register.csv': staff,
      'registers/vendor-register.csv': vendors,
      'registers/filled.csv': `${vendors}Acme\n`,
    });
    const { exhibits, skipped, notes } = await readExhibits(folder, engagement);
    expect(exhibits.map(({ path }) => path)).toEqual(['registers/filled.csv']);
    expect(notes.map(({ message }) => message)).toEqual([
      '2 registers are as "proofpack init" wrote them and no exhibits yet: registers/staff-register.csv, registers/vendor-register.csv.',
    ]);
    expect(skipped.map(({ path }) => path)).toEqual(['registers/staff-register.csv', 'registers/vendor-register.csv']);
    const naming = { ...engagement, populations: { people: 'registers/staff-register.csv' } };
    const { exhibits: named } = await readExhibits(folder, naming);
    expect(named.map(({ path }) => path)).toEqual(['registers/filled.csv', 'registers/staff-register.csv']);
  });
});
