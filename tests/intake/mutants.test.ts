import { describe, expect, it } from 'vitest';
import { mutate, randomFrom } from '../../bench/mutations.mjs';
import { readEvidence, type Sources } from '../../src/intake/index.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import * as registered from '../../src/sources/index.ts';
import { engagementWith, fixtureCases } from '../sources/fixtures.ts';

const SOURCES: Sources = registered;
const MUTANTS = 300;
const SECONDS = 5;

/** A share of what bench/mutants.mjs does by the ten thousand. */
describe('damaged copies of the fixtures', () => {
  it('are read without a crash and without a hang, and what is read of them is counted right', async () => {
    const random = randomFrom(7);
    const fixtures = fixtureCases();
    const pick = () =>
      fixtures[Math.floor(random() * fixtures.length)]?.exhibit ?? { open: () => [] as never, path: '' };
    const slow: string[] = [];
    for (let i = 0; i < MUTANTS; i += 1) {
      const { path, open } = pick();
      const { kind, bytes } = mutate(await all(open()), await all(pick().open()), random);
      const opened = async function* () {
        yield bytes;
      };
      const exhibit = { id: sha256(bytes), path, size: bytes.length, open: opened };
      const started = performance.now();
      let handedOver = 0;
      const { reports } = await readEvidence([exhibit], { engagement: engagementWith(), sources: SOURCES }, () => {
        handedOver += 1;
      });
      if (performance.now() - started > SECONDS * 1000) slow.push(`#${i} ${kind} of ${path}`);
      expect(reports[0]?.records, `#${i} ${kind} of ${path}`).toBe(handedOver);
    }
    expect(slow).toEqual([]);
  });
});

async function all(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}
