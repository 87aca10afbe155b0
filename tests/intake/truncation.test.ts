import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../bench/mutations.mjs';
import { extract, type Sources } from '../../src/intake/index.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import type { EvidenceRecord } from '../../src/model/record.ts';
import * as registered from '../../src/sources/index.ts';
import { type FixtureCase, fixtureCases } from '../sources/fixtures.ts';

const SOURCES: Sources = registered;
const CUTS = 4;

describe('a file that is cut off anywhere', () => {
  it('gives no record that the whole file would not give', async () => {
    const wrong: string[] = [];
    for (const fixture of fixtureCases()) {
      // Each fixture is cut where it was cut before, whatever fixtures come to stand before it.
      const random = randomFrom(Number.parseInt(sha256(`${fixture.source}/${fixture.file}`).slice(0, 8), 16));
      const bytes = await bytesOf(fixture);
      const whole = new Set((await records(fixture, bytes)).map(withoutPlace));
      for (let cut = 0; cut < CUTS; cut += 1) {
        const at = Math.floor(random() * bytes.length);
        const extra = (await records(fixture, bytes.subarray(0, at))).filter(
          (record) => !whole.has(withoutPlace(record)),
        );
        if (extra.some((record) => !isKnownLimit(fixture, record, bytes.subarray(0, at))))
          wrong.push(`${fixture.source}/${fixture.file} at ${at}: ${JSON.stringify(extra[0])}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

/**
 * Nobody can see that whole lines are missing at the end: what a file comes to as a whole is then the sum of what is left, and the last entry
 * of a YAML list may have said more. Half a line is always seen. Where only a later row tells days from months, the order is assumed and
 * the time is held to be either.
 */
function isKnownLimit({ file, source }: FixtureCase, record: EvidenceRecord, cut: Buffer): boolean {
  const { from } = record;
  const isYaml = /\.ya?ml$/.test(file);
  const isJsonLines = SOURCES[source]?.reads.some(({ shape }) => shape === 'json-lines') ?? false;
  if (withoutPlace(record).includes('"orderAssumed":true')) return true;
  const end = cut.subarray(-200).toString('latin1');
  // A value of JSON ends where it is closed, a line of YAML also before the blanks of the next one.
  const ended = /[\r\n]\0?$/.test(end) || (/\}$/.test(end) && isJsonLines) || (/[\r\n] *$/.test(end) && isYaml);
  const ofTheWhole = from.row === undefined && from.line === undefined && from.at === undefined;
  // A run that a log tells over many lines stands at the first of them.
  const ofManyLines = SOURCES[source]?.reads.some(
    (reading) => (reading.shape === 'text' || reading.shape === 'json-lines') && reading.end !== undefined,
  );
  return ended && (ofTheWhole || ofManyLines === true || isYaml);
}

async function records({ exhibit, engagement }: FixtureCase, bytes: Buffer): Promise<readonly EvidenceRecord[]> {
  const open = async function* () {
    yield bytes;
  };
  const cut = { id: sha256(bytes), path: exhibit.path, size: bytes.length, open };
  return (await extract(cut, { engagement, sources: SOURCES })).records;
}

async function bytesOf({ exhibit }: FixtureCase): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of exhibit.open()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function withoutPlace({ from: _, ...record }: EvidenceRecord): string {
  // The row that tells day from month may be among those that are missing: the order is then assumed, and said to be.
  return JSON.stringify(record).replaceAll('"orderAssumed":true', '"orderAssumed":false');
}
