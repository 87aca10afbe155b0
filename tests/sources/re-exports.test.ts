import { describe, expect, it } from 'vitest';
import { readEvidence, type Sources } from '../../src/intake/index.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import type { Exhibit } from '../../src/model/exhibit.ts';
import { isDated } from '../../src/model/observed.ts';
import type { EvidenceRecord } from '../../src/model/record.ts';
import { subjectOf } from '../../src/model/record-subject.ts';
import * as registered from '../../src/sources/index.ts';
import { type FixtureCase, fixtureCases } from './fixtures.ts';
import { jsonAgain, LESS, MORE, tableAgain, textAgain } from './rewriting.ts';

const SOURCES: Sources = registered;
const NOBODY = { product: '', title: '', kinds: [], obtain: '', proves: '', cannotProve: '', reads: [] };
const TABLES = /\.(?:csv|tsv)$/;
const cases = fixtureCases().filter(
  ({ expects, file }) => expects === 'read' && (TABLES.test(file) || file.endsWith('.json')),
);

describe('the same rows handed over a second time', () => {
  let recognised = 0;
  it.each(cases.map((fixture) => [`${fixture.source}/${fixture.file}`, fixture] as const))('%s', async (_, fixture) => {
    const first = await bytesOf(fixture.exhibit);
    const once = await records(fixture, [first]);
    const ways = TABLES.test(fixture.file) ? tableAgain(first) : jsonAgain(first);
    for (const [way, again] of ways) {
      for (const files of [
        [first, again],
        [again, first],
      ]) {
        const twice = await records(fixture, files);
        if (twice === undefined || once === undefined) continue;
        // Rows without subject and time are compared as a whole list only, and sums over rows are no rows.
        if (way === LESS && (once.ofRows.length === 0 || !once.isComparable)) continue;
        const which = way === LESS ? 'ofRows' : 'texts';
        expect(twice[which], `${way}, ${files[0] === first ? 'after' : 'before'} the first`).toEqual(once[which]);
        expect(twice.told, way).toBe(true);
        recognised += 1;
      }
    }
  });

  it('is known in at least 300 cases', () => expect(recognised).toBeGreaterThanOrEqual(300));
});

describe('the same export written in another way', () => {
  let same = 0;
  const written = fixtureCases().filter(
    ({ expects, file }) => expects === 'read' && !/\.(?:zip|gz|tgz|tar)$/.test(file),
  );
  it.each(
    written.map((fixture) => [`${fixture.source}/${fixture.file}`, fixture] as const),
  )('%s', async (_, fixture) => {
    const first = await bytesOf(fixture.exhibit);
    const once = await records(fixture, [first]);
    for (const [way, again] of waysOf(fixture, first)) {
      if (way === LESS || way === MORE) continue;
      const alone = await records(fixture, [again]);
      expect(alone?.texts, way).toEqual(once?.texts);
      same += 1;
    }
  });

  it('was tried in more than a thousand ways', () => expect(same).toBeGreaterThan(1000));
});

function waysOf({ file, source }: FixtureCase, bytes: Buffer): [string, Buffer][] {
  const isTable = SOURCES[source]?.reads.some(({ shape }) => shape === 'table');
  if (TABLES.test(file) && isTable) return tableAgain(bytes);
  return file.endsWith('.json') ? jsonAgain(bytes) : textAgain(bytes);
}

/** What is handed over of these files, without its places; nothing when the second one is not taken for the same source any more. */
async function records(fixture: FixtureCase, contents: readonly Buffer[]) {
  const said = Object.values(fixture.engagement.exhibits)[0] ?? {};
  const names = contents.map((_, i) => `${i}-${fixture.file}`);
  const engagement = { ...fixture.engagement, exhibits: Object.fromEntries(names.map((name) => [name, said])) };
  const found: EvidenceRecord[] = [];
  const exhibits = contents.map((content, i) => exhibitOf(names[i] ?? '', content));
  const { reports } = await readEvidence(
    exhibits,
    { engagement, sources: { [fixture.source]: SOURCES[fixture.source] ?? NOBODY } },
    (record) => found.push(record),
  );
  if (reports.some(({ source }) => source !== fixture.source)) return undefined;
  const told = reports.some(({ notes }) =>
    notes.some(({ code }) => code === 'counted-before' || code === 'exhibit-duplicate'),
  );
  // Sums over all rows are another record when there is one row less; of the rows themselves nothing counts twice.
  const ofRows = found.filter(({ from }) => from.row !== undefined || (from.at !== undefined && from.at !== '/'));
  const isComparable = ofRows.some((record) => isDated(record.observed) || subjectOf(record) !== undefined);
  return { isComparable, texts: found.map(textOf).toSorted(), ofRows: ofRows.map(textOf).toSorted(), told };
}

/** Without its place, and without the order of what came together from several rows. */
function textOf({ from, ...own }: EvidenceRecord): string {
  const text = JSON.stringify(own, (_, value) => (Array.isArray(value) ? value.toSorted() : value));
  return text.replaceAll(/"[01]-([^"]+)"/g, '"$1"');
}

async function bytesOf(exhibit: Exhibit): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of exhibit.open()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function exhibitOf(path: string, bytes: Buffer): Exhibit {
  return {
    id: sha256(bytes),
    path,
    size: bytes.length,
    open: async function* () {
      yield bytes;
    },
  };
}
