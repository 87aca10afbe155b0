import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packageName, placeExhibits, planPackage } from '../../src/bundle/index.ts';
import { pathFault, safeSegment, twins } from '../../src/bundle/names.ts';
import { diagnostic } from '../../src/kernel/diagnostic.ts';
import { type ExhibitReport, NO_DUPLICATES, NOTHING_SAID } from '../../src/model/exhibit.ts';
import fc from '../house/fast-check.ts';
import { SMALL, smallPackage } from './world.ts';

const report = (path: string, more: Partial<ExhibitReport> = {}): ExhibitReport => ({
  path,
  sha256: 'ab',
  bytes: 3,
  status: 'read',
  source: null,
  candidates: [],
  saw: [],
  kinds: {},
  records: 0,
  rejected: 0,
  encoding: null,
  covers: null,
  produced: {},
  completeness: NOTHING_SAID,
  duplicates: NO_DUPLICATES,
  said: null,
  foreign: null,
  excluded: null,
  notes: [],
  ...more,
});

describe('file names inside a package', () => {
  it.each([
    ['jobs.csv', 'jobs.csv'],
    ['Übersicht März (final).CSV', 'Ubersicht-Marz-final.csv'],
    ['患者リスト.xml.gz', 'file.xml.gz'],
    ['../../etc/passwd', 'etc-passwd'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['a\u202Egnp.exe', 'a-gnp.exe'],
    ['.hidden', 'file.hidden'],
    ['trailing. ', 'trailing'],
    [`${'long'.repeat(60)}.json`, `${'long'.repeat(18)}lon.json`],
  ])('%j becomes %j', (name, safe) => {
    expect(safeSegment(name)).toBe(safe);
  });

  it('are writable everywhere whatever the file was called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const safe = safeSegment(name, 74);
        expect(pathFault(`data/exhibits/E-001_${safe}`)).toBeUndefined();
        expect(pathFault(safe)).toBeUndefined();
      }),
      { numRuns: 3000 },
    );
  });

  it('are told apart where upper and lower case are one', () => {
    expect(twins(['a/B.txt', 'a/b.TXT', 'a/c.txt'])).toEqual(['a/b.TXT']);
  });

  it.each([
    ['a/../b', 'leaves-folder'],
    ['/a', 'leaves-folder'],
    ['a\\b', 'bad-character'],
    ['a\u0000b', 'bad-character'],
    ['data/aux.pdf', 'reserved-name'],
    [`data/${'x'.repeat(81)}`, 'segment-long'],
    [Array(5).fill('x'.repeat(60)).join('/'), 'path-long'],
    ['e\u0301', 'not-composed'],
  ])('%j is refused', (path, reason) => {
    expect(pathFault(path)).toBe(reason);
  });

  it('a package is named for client, frameworks, period and edition', () => {
    const of = { client: 'Smith & Sons / Ünal', period: { from: '2025-10-01', to: '2026-09-30' }, edition: 'insurer' };
    expect(packageName({ ...of, frameworks: ['nist-csf-2.0', 'cyber-insurance'] })).toBe(
      'smith-sons-unal_nist-csf-2.0-cyber-insurance_2025-10-01-to-2026-09-30_insurer',
    );
    expect(packageName({ ...of, frameworks: Array(9).fill('nist-csf-2.0') })).toContain('_9-frameworks_');
  });
});

describe('where exhibits stand', () => {
  const reports = [
    report('z/last.csv'),
    report('a/first.csv'),
    report('a/inner.zip!/x.csv'),
    report('bomb.zip', {
      status: 'refused',
      notes: [diagnostic('exhibit-refused', { path: 'bomb.zip', reason: 'it unpacks to 900 times its size' })],
    }),
    report('other-client.csv', { excluded: { because: 'belongs to another client' } }),
  ];

  it('they are numbered by path, one number a file, whatever becomes of them', () => {
    expect(
      placeExhibits(reports, 'auditor').map(({ number, original, packaged }) => [number, original, packaged]),
    ).toEqual([
      ['E-001', 'a/first.csv', 'data/exhibits/E-001_first.csv'],
      ['E-002', 'bomb.zip', null],
      ['E-003', 'other-client.csv', null],
      ['E-004', 'z/last.csv', 'data/exhibits/E-004_last.csv'],
    ]);
  });

  it('what is left out says why', () => {
    const [, bomb, other] = placeExhibits(reports, 'auditor');
    expect(bomb?.omitted).toContain('it unpacks to 900 times its size');
    expect(other?.omitted).toContain('belongs to another client');
  });

  it('an insurer gets no originals', () => {
    const placements = placeExhibits(reports, 'insurer');
    expect(placements.every(({ packaged }) => packaged === null)).toBe(true);
    expect(placements.filter(({ withheld }) => withheld).map(({ original }) => original)).toEqual([
      'a/first.csv',
      'z/last.csv',
    ]);
  });
});

describe('the plan', () => {
  it('lists every file before a byte is written', () => {
    expect(planPackage(SMALL).entries.map(({ path, role }) => `${role} ${path}`)).toEqual([
      'tag HOW-TO-VERIFY.txt',
      'tag bag-info.txt',
      'tag bagit.txt',
      'document data/00-READ-ME-FIRST.pdf',
      'workbook data/04-Gap-Register.xlsx',
      'exhibit data/exhibits/E-001_jobs.csv',
      'exhibit data/exhibits/E-002_empty.log',
      'page data/index.html',
      'machine data/machine/catalogue.json',
      'machine data/machine/custody.jsonl',
      'machine data/machine/engagement.json',
      'machine data/machine/findings.json',
      'machine data/machine/package.json',
      'tag manifest-sha256.txt',
      'tag manifest-sha512.txt',
      'tag tagmanifest-sha256.txt',
      'tag tagmanifest-sha512.txt',
      'tag verify.html',
    ]);
  });

  it('says in bag-info what is inside; a line break in a name makes no label', async () => {
    const files = unzipSync(await smallPackage({ client: 'Lakeside\nPayload-Oxum: 1.1' }));
    const info = Buffer.from(files['bag-info.txt'] ?? '').toString();
    expect(info).toContain('Bagging-Date: 2026-10-15\n');
    expect(info.match(/^Payload-Oxum/gm)).toHaveLength(1);
  });

  it('hands over exhibits byte for byte', async () => {
    const files = unzipSync(await smallPackage());
    expect(Buffer.from(files['data/exhibits/E-001_jobs.csv'] ?? '')).toEqual(SMALL.exhibits[0]?.bytes);
  });

  it('stops over a path that cannot be unpacked everywhere', () => {
    expect(() => planPackage({ ...SMALL, files: [{ path: 'data/../up.txt', text: '' }] })).toThrow('leaves-folder');
    expect(() =>
      planPackage({
        ...SMALL,
        files: [
          { path: 'data/INDEX.html', text: '' },
          { path: 'data/index.html', text: '' },
        ],
      }),
    ).toThrow('two files');
  });
});

describe('how to check a package, in plain words', () => {
  const shipped = readFileSync(new URL('../../templates/package/HOW-TO-VERIFY.txt', import.meta.url), 'utf8');

  it.each([
    ['auditor', true],
    ['internal', true],
    ['insurer', false],
    ['customer', false],
  ] as const)('promises verdicts that are derived again only where the originals are: %s', async (edition, promised) => {
    const files = unzipSync(await smallPackage({ edition, howToVerify: shipped }));
    const words = Buffer.from(files['HOW-TO-VERIFY.txt'] ?? '').toString();
    expect(words.includes('derives every verdict again from the originals')).toBe(promised);
    expect(words.includes('originals, byte for byte')).toBe(promised);
    expect(words.includes('cannot derive the verdicts again')).toBe(!promised);
    expect(words).not.toMatch(/^\[/m);
  });
});
