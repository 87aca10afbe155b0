import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engagementOf, portfolioOf, runHere, write } from './world.ts';

const judge = { task: 'judge', changed: true } as const;

describe('clients that are only looked at', () => {
  it('are not looked at again while nothing changes, and nothing is built', async () => {
    const folder = portfolioOf({ lakeside: { 'a.txt': 'one\n' }, harbor: {} });
    const first = await runHere(folder, judge);
    expect(first.states).toEqual(['harbor judged', 'lakeside judged']);
    const again = await runHere(folder, judge);
    expect(again.states).toEqual(['harbor unchanged', 'lakeside unchanged']);
    expect(again.outcomes.map(({ summary }) => summary)).toEqual(first.outcomes.map(({ summary }) => summary));
    write(folder, 'lakeside/a.txt', 'two\n');
    expect((await runHere(folder, judge)).states).toEqual(['harbor unchanged', 'lakeside judged']);
    expect(readdirSync(join(folder, 'packages'))).toEqual(['.proofpack-fleet']);
    expect((await runHere(folder, { changed: true, only: ['harbor'] })).states).toEqual(['harbor built']);
  });

  it('are known from what was built of them, wherever the packages went since', async () => {
    const folder = portfolioOf({ lakeside: {} });
    const { out } = await runHere(folder);
    rmSync(join(out, 'lakeside'), { recursive: true });
    expect((await runHere(folder, judge)).states).toEqual(['lakeside unchanged']);
    expect(existsSync(join(out, 'lakeside'))).toBe(false);
  });

  it('are compared with whoever came in since, once', async () => {
    const folder = portfolioOf({ lakeside: { 'mail.csv': 'pat@harbor.example\n' }, wharf: {} });
    await runHere(folder, judge);
    write(folder, 'pier/engagement.yaml', engagementOf('pier'));
    const of = { ...judge, only: ['lakeside', 'wharf'] };
    expect((await runHere(folder, of)).states).toEqual(['lakeside unchanged', 'wharf unchanged']);
    let looked = 0;
    const start = () => {
      looked += 1;
      return { work: async () => ({ ended: 'over-time' }) as const, stop: () => undefined };
    };
    expect((await runHere(folder, { ...of, start })).states).toEqual(['lakeside unchanged', 'wharf unchanged']);
    expect(looked).toBe(0);
    write(folder, 'harbor/engagement.yaml', engagementOf('harbor'));
    expect((await runHere(folder, of)).states).toEqual(['lakeside stopped', 'wharf unchanged']);
  });

  it('are told also where nothing can be written', async () => {
    const folder = portfolioOf({ lakeside: {} });
    write(folder, 'taken', 'a file, and no folder for packages\n');
    const { outcomes } = await runHere(folder, { ...judge, out: join(folder, 'taken') });
    expect(outcomes).toMatchObject([{ state: 'judged', summary: { name: 'The lakeside' } }]);
  });
});
