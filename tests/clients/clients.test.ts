import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VERDICTS } from '../../src/model/assessment.ts';
import { assessEngagement } from '../../src/pipeline.ts';
import { findingsJson } from '../../src/report/json.ts';
import {
  assessClient,
  CLIENTS,
  copyOf,
  digest,
  edit,
  folderOf,
  goldenOf,
  headlines,
  MODELS,
  openClient,
  without,
} from './world.ts';

/** Writing the goldens asks nothing else. */
const ACCEPTING = process.env['ACCEPT'] === '1';

describe.each(CLIENTS)('%s', (client) => {
  it('is judged as it was reviewed', async () => {
    const made = `${JSON.stringify(digest(await assessClient(folderOf(client))), null, 1)}\n`;
    if (ACCEPTING) writeFileSync(goldenOf(client), made);
    expect(made).toBe(readFileSync(goldenOf(client), 'utf8'));
  });

  it.skipIf(ACCEPTING)(
    'holds what a real folder holds: enough exhibits, and among them ambiguous, unreadable and stale ones',
    async () => {
      const { exhibits, practiceAssessments, contradictions } = await assessClient(folderOf(client));
      expect(exhibits.length).toBeGreaterThanOrEqual(20);
      const statuses = exhibits.map(({ status }) => status);
      expect(statuses).toContain('ambiguous');
      expect(statuses).toContain('unreadable');
      expect(practiceAssessments.map(({ verdict }) => verdict)).toContain('stale');
      expect(contradictions.length).toBeGreaterThan(0);
    },
  );

  it.skipIf(ACCEPTING).each(MODELS)('gives each control a verdict and its owners under %s', async (operatingModel) => {
    const request = await openClient(folderOf(client));
    const engagement = { ...request.engagement, operatingModel, ownership: [] };
    const json = findingsJson(await assessEngagement({ ...request, engagement, exhibits: [] })) as Contract;
    for (const { id, controls, headline } of json.frameworks) {
      expect(controls, id).toHaveLength(headline.controls);
      for (const control of controls) {
        expect(VERDICTS, control.id).toContain(control.verdict);
        expect(control.accountable, control.id).toMatch(/^[a-z-]+$/);
        expect(control.responsible.length, control.id).toBeGreaterThan(0);
        expect(control.evidence, control.id).toMatch(/^[a-z-]+$/);
      }
    }
  });

  it.skipIf(ACCEPTING)('never looks better without one of its exhibits', async () => {
    const request = await openClient(folderOf(client));
    const whole = headlines(await assessEngagement(request));
    for (const { path } of request.exhibits.filter(({ path: each }) =>
      /mfa|entra|conditional|google|duo|crowdstrike|sentinel|scuba|nessus|vendor/i.test(each),
    )) {
      const less = headlines(await assessEngagement({ ...request, exhibits: without(request.exhibits, path) }));
      for (const [framework, { supported, assessed }] of Object.entries(less)) {
        expect(supported, `${framework} supported without ${path}`).toBeLessThanOrEqual(
          whole[framework]?.supported ?? 0,
        );
        expect(assessed, `${framework} assessed without ${path}`).toBeLessThanOrEqual(whole[framework]?.assessed ?? 0);
      }
    }
  });
});

describe('a folder that holds the export of another client', () => {
  it.skipIf(ACCEPTING)('is alarmed until that file is excluded by name', async () => {
    const copy = copyOf('professional-services');
    const path = 'identity/other/entra-users.json';
    const before = (await assessClient(copy)).exhibits.find((exhibit) => exhibit.path === path);
    expect(before).toMatchObject({ excluded: { because: expect.stringContaining('another client') }, records: 0 });
    edit(copy, 'engagement.yaml', (text) => text.replace(/^ {2}identity\/other\/entra-users\.json:.*\n/m, ''));
    const { exhibits, notes } = await assessClient(copy);
    expect(exhibits.find((exhibit) => exhibit.path === path)?.foreign).toContain('harbormarine.example');
    expect([...notes, ...exhibits.flatMap((exhibit) => exhibit.notes)].map(({ code }) => code)).toContain(
      'wrong-client',
    );
  });
});

describe('a second export that supports', () => {
  it.skipIf(ACCEPTING)('makes nothing fall', async () => {
    const copy = copyOf('dental');
    const before = await assessClient(copy);
    const { cpSync } = await import('node:fs');
    cpSync(`${copy}/identity/entra-user-registration-details.json`, `${copy}/identity/entra-again.json`);
    edit(copy, 'identity/entra-again.json', (text) => text.replaceAll('2026-10-12T', '2026-10-13T'));
    const after = await assessClient(copy);
    expect(headlines(after)).toEqual(headlines(before));
    const verdicts = (findings: typeof after) =>
      findings.practiceAssessments.map(({ practice, verdict }) => `${practice} ${verdict}`);
    expect(verdicts(after)).toEqual(verdicts(before));
  });
});

describe('the dental group, whose model changed on 1 April', () => {
  it.skipIf(ACCEPTING)("owes January's restore test to the provider and June's to its own IT", async () => {
    const { cadence } = await assessClient(folderOf('dental'));
    const line = cadence.find(({ practice }) => practice === 'restore-testing');
    const ownerOn = (month: string) => line?.occurrences.find(({ on }) => on.startsWith(month))?.owner;
    expect([ownerOn('2026-01'), ownerOn('2026-06')]).toEqual(['msp', 'internal-it']);
  });
});

interface Contract {
  readonly frameworks: readonly {
    readonly id: string;
    readonly headline: { readonly controls: number };
    readonly controls: readonly {
      readonly id: string;
      readonly verdict: string;
      readonly accountable: string;
      readonly responsible: readonly string[];
      readonly evidence: string;
    }[];
  }[];
}
