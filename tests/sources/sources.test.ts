import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extract, type Sources } from '../../src/intake/index.ts';
import type { EvidenceRecord } from '../../src/model/record.ts';
import * as registered from '../../src/sources/index.ts';
import { answeredByModule } from './answered-by.ts';
import { type FixtureCase, fixtureCases, goldenText } from './fixtures.ts';
import { sourcesPage } from './page.ts';

const SOURCES: Sources = registered;
const CASES = fixtureCases();
const ACCEPT = process.env['ACCEPT'] === '1';

/** What the samples were read as, for what is told of all of them. */
const READ: { source: string; records: readonly EvidenceRecord[] }[] = [];

describe.skipIf(CASES.length === 0)('every export in fixtures/sources', () => {
  it('is there', () => expect(CASES.length).toBeGreaterThan(0));

  it.each(CASES.map((fixture) => [`${fixture.source}/${fixture.file}`, fixture] as const))('%s', async (_, fixture) => {
    const { reports, records } = await extract(fixture.exhibit, { engagement: fixture.engagement, sources: SOURCES });
    const [report] = reports;
    const told = JSON.stringify({ saw: report?.saw, candidates: report?.candidates, notes: report?.notes }, null, 1);
    if (fixture.expects === 'foreign') expect(report?.foreign, told).not.toBeNull();
    else expect(report?.status, told).toBe(fixture.expects);
    if (fixture.expects === 'ambiguous') expect(report?.candidates).toContain(fixture.source);
    if (fixture.expects === 'read') expect(report?.source, told).toBe(fixture.source);
    if (fixture.expects === 'read') READ.push({ source: fixture.source, records });
    const text = goldenText(records);
    if (ACCEPT) writeFileSync(fixture.golden, text);
    else expect(text).toBe(existsSync(fixture.golden) ? readFileSync(fixture.golden, 'utf8') : 'no golden yet');
  });
});

describe('every source', () => {
  it.each(Object.entries(SOURCES))('%s is told how to obtain, has a fixture, and its kinds occur', (id, source) => {
    const own = CASES.filter((fixture) => fixture.source === id && fixture.expects === 'read');
    expect(source.obtain.length, 'obtain').toBeGreaterThan(10);
    expect(own.length, `fixtures/sources/${id}`).toBeGreaterThan(0);
    const found = new Set(own.flatMap(kindsIn));
    expect(
      [...found].filter((kind) => !source.kinds.some((declared) => declared === kind)),
      'undeclared',
    ).toEqual([]);
    expect(
      source.kinds.filter((kind) => !found.has(kind)),
      'kinds that no fixture shows',
    ).toEqual([]);
  });

  it('has a folder of fixtures only when it exists', () => {
    expect([...new Set(CASES.map(({ source }) => source))].filter((id) => !Object.hasOwn(SOURCES, id))).toEqual([]);
  });
});

it('docs/sources.md tells what the sources declare', () => {
  const page = new URL('../../docs/sources.md', import.meta.url);
  const text = sourcesPage(registered);
  if (ACCEPT) writeFileSync(page, text);
  else expect(existsSync(page) ? readFileSync(page, 'utf8') : 'no page yet').toBe(text);
});

it('src/answered-by.ts tells which facts the samples answer', () => {
  const module = new URL('../../src/answered-by.ts', import.meta.url);
  const text = answeredByModule(READ);
  if (ACCEPT) writeFileSync(module, text);
  else expect(existsSync(module) ? readFileSync(module, 'utf8') : 'no module yet').toBe(text);
});

it('has one golden a case: no two files of a folder share a name', () => {
  const goldens = CASES.map(({ golden }) => golden.pathname);
  expect(goldens.filter((golden, index) => goldens.indexOf(golden) !== index)).toEqual([]);
});

function kindsIn({ golden }: FixtureCase): string[] {
  if (!existsSync(golden)) return [];
  const records: unknown = JSON.parse(readFileSync(golden, 'utf8'));
  if (!Array.isArray(records)) return [];
  return records.flatMap((record: { kind?: string }) => record.kind ?? []);
}
