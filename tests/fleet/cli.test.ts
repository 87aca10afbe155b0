import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { proofpack } from '../cli/world.ts';
import { PORTFOLIO, portfolioOf, runHere } from './world.ts';

describe('proofpack fleet', () => {
  it('refuses what it cannot do before it begins', async () => {
    const folder = portfolioOf({ lakeside: {} });
    for (const [option, word] of [
      ['--jobs', '0'],
      ['--jobs', 'many'],
      ['--shard', '3/2'],
      ['--only', 'lakesde'],
    ] as const) {
      const { exit, out, err } = await proofpack('fleet', 'build', folder, option, word);
      expect([exit, out]).toEqual([2, '']);
      expect(err).toContain(word);
    }
    expect((await proofpack('fleet', 'status', folder, '--on', 'Monday')).exit).toBe(2);
  });

  it('says how all of them stand from what was built, and writes the report', async () => {
    const folder = portfolioOf({ lakeside: {}, harbor: {} });
    await runHere(folder);
    const report = join(folder, 'monday');
    const { exit, out } = await proofpack('fleet', 'status', folder, '--on', '2026-11-01', '--report', report);
    expect(exit).toBe(0);
    expect(out).toContain('2026-11-01: 2 clients, all of them assessed.');
    expect(out).toContain('2 clients without a day of renewal');
    expect(readdirSync(report)).toEqual([
      'owners',
      'portfolio.html',
      'portfolio.pdf',
      'portfolio.xlsx',
      'renewals.ics',
    ]);
    expect((await proofpack('fleet', 'status', folder, '--report', report)).exit).toBe(2);
    const told = await proofpack('fleet', 'status', folder, '--json');
    expect(told.json()).toMatchObject({
      schema: 'proofpack.portfolio/1',
      clients: [{ id: 'harbor' }, { id: 'lakeside' }],
    });
  });

  it('says of a client that cannot be assessed when it renews, why not, and what to do', async () => {
    const wrong = { 'engagement.yaml': 'client: { nmae: W }\nrenewsOn: 2026-11-03\n' };
    const folder = portfolioOf({ lakeside: {}, wrong });
    await runHere(folder);
    const { exit, out } = await proofpack('fleet', 'status', folder, '--on', '2026-11-01');
    expect(exit).toBe(0);
    expect(out).toContain('1. 1 client could not be assessed\n   wrong (renews in 2 days).');
    expect(out).toMatch(/not assessed {2}wrong {2}\S.*\n {14}\S/);
    expect(out).toMatch(/wrong +2026-11-03 +2 days +– +– +– +not assessed/);
  });

  it('begins a client with what is its own, and leaves the rest to the portfolio', async () => {
    const said = PORTFOLIO.replace('[small]', '[cyber-insurance]').concat('  editions: [insurer, internal]\n');
    const folder = portfolioOf({}, said);
    const begin = (id: string, ...more: readonly string[]) =>
      proofpack('init', join(folder, id), '--client', 'Lakeside', '--time-zone', 'America/Chicago', ...more);
    expect((await begin('lakeside', '--domain', 'lakeside.example')).exit).toBe(0);
    const text = readFileSync(join(folder, 'lakeside/engagement.yaml'), 'utf8');
    for (const line of [
      '# period: { from: 2025-10-01, to: 2026-09-30 }',
      '# asOf: 2026-10-15',
      '# frameworks: [cyber-insurance]',
      '# operatingModel: co-managed',
      '# editions: [insurer, internal]',
      '  timeZone: America/Chicago',
    ])
      expect(text).toContain(`\n${line}`);
    expect(readFileSync(join(folder, 'lakeside/COLLECT.md'), 'utf8')).toContain('2025-10-01');
    await begin('harbor', '--framework', 'nist-csf-2.0');
    const { out } = await proofpack('fleet', 'status', folder, '--settings');
    expect(out).toContain('portfolio.yaml   frameworks: ["cyber-insurance"]');
    expect(out).toContain('engagement.yaml  frameworks: ["nist-csf-2.0"]');
    expect(out.match(/portfolio\.yaml {3}asOf: "2026-10-15"/g)).toHaveLength(2);
    expect((await proofpack('inspect', join(folder, 'lakeside'))).exit).toBe(0);
  });

  it('says whose word goes for a client', async () => {
    const folder = portfolioOf({ lakeside: { 'engagement.yaml': 'client: { name: L, timeZone: Europe/Paris }\n' } });
    const { out } = await proofpack('fleet', 'status', folder, '--settings', '--only', 'lakeside');
    expect(out).toContain('engagement.yaml  client.timeZone: "Europe/Paris"');
    expect(out).toContain('portfolio.yaml   parties.msp.name: "Northlake IT"');
  });
});
