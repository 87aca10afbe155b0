import { describe, expect, it } from 'vitest';
import { brokenLine, custodyHead } from '../../src/bundle/custody.ts';
import { custodyText, pack, planPackage, verifyPackage } from '../../src/bundle/index.ts';
import fc from '../house/fast-check.ts';
import { CUSTODY, SMALL, smallPackage } from './world.ts';

const many = Array.from({ length: 8 }, () => CUSTODY).flat();
const log = custodyText(many);
const head = custodyHead(log);
const lines = log.trimEnd().split('\n');
const joined = (each: readonly string[]) => each.map((line) => `${line}\n`).join('');

describe('the log of custody', () => {
  it('is whole as it was written, each line holding the hash of the one before', () => {
    expect(brokenLine(log, head)).toBeUndefined();
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ n: 1, event: 'received', previous: '0'.repeat(64) });
    expect(head).toMatch(/^32 [0-9a-f]{64}$/);
  });

  it('betrays every line that is taken out, moved, doubled or edited: 1,000 of each at random', () => {
    const at = fc.nat(lines.length - 1);
    const edits: Readonly<Record<string, (a: number, b: number) => string>> = {
      'taken out': (a) => joined(lines.filter((_, index) => index !== a)),
      'cut off': (a) => joined(lines.slice(0, a)),
      moved: (a, b) => joined(lines.toSpliced(a, 1).toSpliced(a === b ? (b + 1) % lines.length : b, 0, lines[a] ?? '')),
      doubled: (a) => joined(lines.toSpliced(a, 0, lines[a] ?? '')),
      edited: (a, b) => joined(lines.with(a, (lines[a] ?? '').replace(/"by":"[^"]*"/, `"by":"Mallory ${b}"`))),
      'one sign off': (a, b) => `${log.slice(0, a * 40 + b)}${log.slice(a * 40 + b + 1)}`,
    };
    for (const [name, edit] of Object.entries(edits)) {
      fc.assert(
        fc.property(at, at, (a, b) => {
          const text = edit(a, b);
          expect(text === log || brokenLine(text, head) !== undefined, name).toBe(true);
        }),
        { numRuns: 1000 },
      );
    }
  });

  it('is told by its first broken line', () => {
    const bent = joined(lines.with(4, (lines[4] ?? '').replace('2026-10-15', '2026-10-16')));
    // The line itself still reads as one of ours; the one after it no longer follows.
    expect(brokenLine(bent, head)).toBe(6);
  });
});

describe('a package whose log', () => {
  const told = async (custody: string) =>
    (await verifyPackage(await smallPackage({ custody }))).findings.map(({ code, message }) => `${code}: ${message}`);

  it('tells of all that is inside is intact', async () => {
    expect(await told(custodyText(CUSTODY))).toHaveLength(2);
  });

  it.each([
    ['does not tell of every exhibit', CUSTODY.slice(1)],
    ['tells of other findings', CUSTODY.map((entry) => (entry.event === 'built' ? { ...entry, sha256: 'ab' } : entry))],
    ['tells of other findings', CUSTODY.filter(({ event }) => event !== 'built')],
  ])('%s is refused', async (words, custody) => {
    expect(await told(custodyText(custody))).toEqual([
      expect.stringContaining(`custody-broken: data/machine/custody.jsonl: it ${words}`),
    ]);
  });

  it('was cut off and the manifests made anew', async () => {
    const text = custodyText(CUSTODY);
    const plan = planPackage(SMALL);
    const shorter = planPackage({ ...SMALL, custody: text.slice(0, text.indexOf('\n') + 1) });
    // All of the shorter package, but bag-info.txt still names the end of the longer log.
    const entries = shorter.entries.map((entry) =>
      entry.path === 'bag-info.txt' ? (plan.entries.find(({ path }) => path === entry.path) ?? entry) : entry,
    );
    const { findings } = await verifyPackage(await pack({ ...shorter, entries }));
    expect(findings.map(({ message }) => message)).toContain(
      'data/machine/custody.jsonl: it does not end where bag-info.txt says.',
    );
  });
});
