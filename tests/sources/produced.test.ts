import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recognise, type Sources } from '../../src/intake/index.ts';
import type { ExhibitReport, ProducedBy } from '../../src/model/exhibit.ts';
import * as registered from '../../src/sources/index.ts';
import { fixtureCases } from './fixtures.ts';

const SOURCES: Sources = registered;
const ACCEPT = process.env['ACCEPT'] === '1';
const GOLDEN = new URL('produced.expected.json', import.meta.url);
const golden = (): Record<string, unknown> => JSON.parse(readFileSync(GOLDEN, 'utf8'));
const CASES = fixtureCases().filter(({ expects }) => expects === 'read');

async function reportOf(source: string, file: string): Promise<ExhibitReport | undefined> {
  const fixture = CASES.find((one) => one.source === source && one.file === file);
  if (!fixture) throw new RangeError(`no fixture ${source}/${file}`);
  const definition = SOURCES[source];
  const sources = definition ? { [source]: definition } : {};
  return (await recognise(fixture.exhibit, { engagement: fixture.engagement, sources }))[0];
}

const SAYING = [
  'cyclonedx',
  'grype',
  'lynis-report',
  'nessus-xml',
  'nmap-grepable',
  'nmap-normal',
  'nmap-xml',
  'openvas-xml',
  'oscal-assessment-results',
  'oscal-poam',
  'pingcastle',
  'prowler-ocsf',
  'qualys-detections-xml',
  'qualys-xml',
  'rapid7-xml',
  'scoutsuite',
  'scubagear-results-json',
  'xccdf-results',
  'zero-trust-assessment',
];

describe('what exports say of their own making', () => {
  it.each(SAYING)('%s: as they write it, with the instant that it means', async (source) => {
    const told: ProducedBy[] = [];
    for (const { file } of CASES.filter((one) => one.source === source)) {
      const report = await reportOf(source, file);
      if (report) told.push(report.produced);
    }
    const said = told.filter((produced) => Object.keys(produced).length > 0);
    expect(said.length).toBeGreaterThan(0);
    for (const { runAt, ranAt } of said) if (ranAt !== undefined) expect(runAt).toBeDefined();
    if (ACCEPT) writeFileSync(GOLDEN, `${JSON.stringify({ ...golden(), [source]: told }, null, 1)}\n`);
    expect(told).toEqual(golden()[source]);
  });
});
