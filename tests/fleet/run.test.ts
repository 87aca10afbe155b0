import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assessFolder, materialsOf, SILENT } from '../../src/client/index.ts';
import { earlierBuilds, type FleetRequest, shardFrom } from '../../src/fleet/index.ts';
import { ProofpackError } from '../../src/kernel/failure.ts';
import { buildPackage } from '../../src/pipeline.ts';
import { engagementOf, PORTFOLIO, portfolioOf, runHere, write } from './world.ts';

const refusal = (folder: string, more: Partial<FleetRequest> = {}) =>
  runHere(folder, more).then(
    () => '',
    (error: unknown) =>
      error instanceof ProofpackError ? `${error.exit} ${error.code}: ${error.message}` : String(error),
  );

describe('a fleet', () => {
  it('builds each client as it would be built alone, and one that is wrong stops no other', async () => {
    const folder = portfolioOf({
      lakeside: { 'notes.txt': 'kim@lakeside.example\n' },
      harbor: {},
      wrong: { 'engagement.yaml': 'client: { nmae: W }\n' },
    });
    const { states, outcomes, out } = await runHere(folder);
    expect(states).toEqual(['harbor built', 'lakeside built', 'wrong failed']);
    expect(outcomes[2]?.problems[0]).toMatchObject({ message: 'unknown key "nmae"; did you mean "name"?' });
    const [built] = outcomes[1]?.packages ?? [];
    const assessed = await assessFolder(join(folder, 'lakeside'), SILENT);
    const alone = await buildPackage({ ...assessed, edition: 'auditor', materials: await materialsOf(assessed) });
    expect(readFileSync(join(out, 'lakeside', built?.file ?? ''))).toEqual(Buffer.from(alone.value.bytes));
  });

  it('leaves alone what did not change, whatever its times say, and builds the rest', async () => {
    const folder = portfolioOf({ lakeside: { 'a.txt': 'one\n' }, harbor: {} });
    const changed = { changed: true };
    const first = await runHere(folder, changed);
    expect(first.states).toEqual(['harbor built', 'lakeside built']);
    write(folder, 'lakeside/a.txt', 'one\n');
    const again = await runHere(folder, changed);
    expect(again.states).toEqual(['harbor unchanged', 'lakeside unchanged']);
    expect(again.outcomes[1]?.summary).toEqual(first.outcomes[1]?.summary);
    write(folder, 'lakeside/a.txt', 'two\n');
    expect((await runHere(folder, changed)).states).toEqual(['harbor unchanged', 'lakeside built']);
    write(folder, 'portfolio.yaml', PORTFOLIO.replace('Northlake IT', 'Northlake'));
    expect((await runHere(folder, changed)).states).toEqual(['harbor built', 'lakeside built']);
  });

  it('builds again what was lost or cut off', async () => {
    const folder = portfolioOf({ lakeside: {}, harbor: {} });
    const { out } = await runHere(folder);
    const packageOf = (id: string) => join(out, id, readdirSync(join(out, id))[0] ?? '');
    const whole = readFileSync(packageOf('harbor'));
    rmSync(packageOf('lakeside'));
    writeFileSync(packageOf('harbor'), whole.subarray(0, -1));
    expect((await runHere(folder, { changed: true })).states).toEqual(['harbor failed', 'lakeside built']);
    rmSync(packageOf('harbor'));
    expect((await runHere(folder, { changed: true })).states).toEqual(['harbor built', 'lakeside unchanged']);
    expect(readFileSync(packageOf('harbor'))).toEqual(whole);
  });

  it('stops a client in whose exhibits another one stands, with both names, file and line', async () => {
    const folder = portfolioOf({
      lakeside: { 'mail.csv': 'who\nkim@lakeside.example\npat@harbor.example\n' },
      harbor: {},
    });
    const { states, outcomes, out } = await runHere(folder);
    expect(states).toEqual(['harbor built', 'lakeside stopped']);
    expect(outcomes[1]?.problems).toMatchObject([
      {
        code: 'other-client-stops',
        message:
          'mail.csv line 3 carries harbor.example, which belongs to The harbor and not to The lakeside; nothing was built.',
        place: { path: 'mail.csv', line: 3 },
      },
    ]);
    expect(readdirSync(out).sort()).toEqual(['.proofpack-fleet', 'harbor']);
    write(
      folder,
      'portfolio.yaml',
      `${PORTFOLIO}related:\n  - { client: lakeside, mentions: harbor, because: Its book-keeper. }\n`,
    );
    expect((await runHere(folder, { only: ['lake*'] })).states).toEqual(['lakeside built']);
  });

  it('compares an unchanged client with whoever came in since', async () => {
    const folder = portfolioOf({ lakeside: { 'mail.csv': 'pat@harbor.example\nsam@bay.example\n' }, wharf: {} });
    expect((await runHere(folder)).states).toEqual(['lakeside built', 'wharf built']);
    write(folder, 'pier/engagement.yaml', engagementOf('pier'));
    expect((await runHere(folder, { changed: true, only: ['lakeside', 'wharf'] })).states).toEqual([
      'lakeside unchanged',
      'wharf unchanged',
    ]);
    write(folder, 'harbor/engagement.yaml', engagementOf('harbor'));
    const { states } = await runHere(folder, { changed: true, only: ['lakeside', 'wharf'] });
    expect(states).toEqual(['lakeside stopped', 'wharf unchanged']);
  });

  it('keeps builds where the portfolio says so, and asks the store of a client for its last one', async () => {
    const folder = portfolioOf(
      { lakeside: { 'engagement.yaml': `${engagementOf('lakeside')}previous: '@last'\n` } },
      `${PORTFOLIO}store: true\n`,
    );
    const changed = { changed: true };
    expect((await runHere(folder, changed)).states).toEqual(['lakeside built']);
    expect((await runHere(folder, changed)).states).toEqual(['lakeside unchanged']);
    write(folder, 'portfolio.yaml', `${PORTFOLIO.replace('2026-10-15', '2026-11-15')}store: true\n`);
    const { outcomes, out } = await runHere(folder, changed);
    expect(outcomes.map(({ state }) => state)).toEqual(['built']);
    const asked = { folderOf: (id: string) => join(folder, id), out };
    const before = await earlierBuilds(outcomes, asked);
    expect(before.get('lakeside')).toMatchObject({ asOf: '2026-10-15', headlines: [{ framework: 'small' }] });
    // What was noted is believed as long as the index is at the same number, for the same day.
    const note = join(out, '.proofpack-fleet/earlier/lakeside.json');
    const noted = JSON.parse(readFileSync(note, 'utf8'));
    writeFileSync(note, JSON.stringify({ ...noted, build: null }));
    expect((await earlierBuilds(outcomes, asked)).size).toBe(0);
    writeFileSync(note, JSON.stringify({ ...noted, generation: noted.generation - 1, build: null }));
    expect(await earlierBuilds(outcomes, asked)).toEqual(before);
    expect((await runHere(folder, changed)).states).toEqual(['lakeside unchanged']);
  });

  it('says where it cannot tell clients apart', async () => {
    const folder = portfolioOf({
      lakeside: { 'engagement.yaml': engagementOf('harbor') },
      harbor: {},
      silent: { 'engagement.yaml': 'client: { name: Silent, identifiers: { hostPrefixes: [A-, A1] } }\n' },
    });
    const { notes } = await runHere(folder, { only: ['silent'] });
    expect(notes.map(({ message }) => message)).toEqual([
      'harbor.example is claimed by harbor and lakeside: it tells none of them from the others.',
      'har- is claimed by harbor and lakeside: it tells none of them from the others.',
      'a- is no sign of silent: it is a service’s or a mailbox’s name, or too short to be anybody’s.',
      'a1 is no sign of silent: it is a service’s or a mailbox’s name, or too short to be anybody’s.',
      'The engagement of silent does not tell by which names its exports are known: no other client was compared with them.',
    ]);
  });

  it('tries a client again whose process crashed, and goes on without one that will not do', async () => {
    const folder = portfolioOf({ accident: {}, crash: {}, full: {}, late: {} });
    const ended = [
      { ended: 'crashed', how: 'SIGSEGV' },
      { ended: 'crashed', how: 'SIGSEGV' },
      { ended: 'out-of-memory' },
      { ended: 'over-time' },
    ] as const;
    let [starts, tries] = [0, 0];
    const { outcomes } = await runHere(folder, {
      only: ['crash', 'full', 'late'],
      start: () => {
        starts += 1;
        return { work: async () => ended[tries++] ?? { ended: 'over-time' }, stop: () => undefined };
      },
    });
    expect(starts).toBe(4);
    expect(outcomes.map(({ exit, problems }) => `${exit} ${problems[0]?.code}`)).toEqual([
      '70 client-crashed',
      '6 client-out-of-memory',
      '6 client-over-time',
    ]);
    expect(outcomes[0]?.problems[0]?.message).toContain('SIGSEGV');
  });

  it('falls into shards that together are the whole, each client once and always in the same', async () => {
    const folder = portfolioOf({ a: {}, b: {}, c: {}, d: {}, e: {} });
    const start: FleetRequest['start'] = () => ({ work: async () => ({ ended: 'over-time' }), stop: () => undefined });
    const in3 = async (i: number) =>
      (await runHere(folder, { start, shard: { i, n: 3 } })).outcomes.map(({ id }) => id);
    const shards = [await in3(1), await in3(2), await in3(3)];
    expect(shards.flat().sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(await in3(2)).toEqual(shards[1]);
    expect(shardFrom('2/5')).toEqual({ i: 2, n: 5 });
    for (const wrong of ['0/3', '4/3', '1', 'a/b', '1/3/4', '-1/3']) expect(() => shardFrom(wrong)).toThrow('i/n');
  });

  it('refuses what it cannot do, with the cure', async () => {
    const folder = portfolioOf({ lakeside: {} });
    expect(await refusal(folder, { only: ['lakesde'] })).toBe(
      '2 client-unknown: there is no client "lakesde"; did you mean "lakeside"?',
    );
    expect(await refusal(join(folder, 'lakeside'))).toContain('2 portfolio-empty');
    expect(await refusal(join(folder, 'nowhere'))).toContain('2 folder-missing');
    write(
      folder,
      'portfolio.yaml',
      `${PORTFOLIO}related:\n  - { client: lakeside, mentions: harbour, because: Its book-keeper. }\n`,
    );
    expect(await refusal(folder)).toContain('there is no client "harbour"');
  });
});
