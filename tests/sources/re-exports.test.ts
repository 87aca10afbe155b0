import { describe, expect, it } from 'vitest';
import { cellTexts, type Delimiter, splitDelimited } from '../../src/intake/delimited.ts';
import { readEvidence, type Sources } from '../../src/intake/index.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import type { Exhibit } from '../../src/model/exhibit.ts';
import { isDated } from '../../src/model/observed.ts';
import type { EvidenceRecord } from '../../src/model/record.ts';
import { subjectOf } from '../../src/model/record-subject.ts';
import * as registered from '../../src/sources/index.ts';
import { type FixtureCase, fixtureCases } from './fixtures.ts';

const SOURCES: Sources = registered;
const NOBODY = { product: '', title: '', kinds: [], obtain: '', proves: '', cannotProve: '', reads: [] };
const TABLES = /\.(?:csv|tsv)$/;
const cases = fixtureCases().filter(
  ({ expects, file }) => expects === 'read' && (TABLES.test(file) || file.endsWith('.json')),
);

/** A table as its rows, and what stands before its header. */
interface Table {
  readonly before: readonly (readonly string[])[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: Delimiter;
}

/** Sources that understand a row by those before it: in another order their records are others, and so is what counts twice. */
const IN_ORDER_ONLY = new Set(['nessus-csv', 'openvas-csv']);
const REORDERED = new Set(['from the last row to the first', 'sorted by its last column']);
const LESS = 'without its last row';

/** Each way in which the same report comes a second time. */
const AGAIN: Readonly<Record<string, (table: Table) => Buffer>> = {
  'from the last row to the first': (table) => written({ ...table, rows: table.rows.toReversed() }),
  'sorted by its last column': (table) =>
    written({ ...table, rows: table.rows.toSorted((a, b) => ((a.at(-1) ?? '') < (b.at(-1) ?? '') ? -1 : 1)) }),
  'with Windows line ends': (table) => written(table, { end: '\r\n' }),
  'with bare carriage returns': (table) => written(table, { end: '\r' }),
  'with a byte order mark': (table) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), written(table)]),
  'in UTF-16': (table) => Buffer.from(`\ufeff${written(table).toString()}`, 'utf16le'),
  'every cell quoted': (table) => written(table, { quoted: true }),
  'with one column more': (table) =>
    written({ ...table, header: [...table.header, 'Exported by'], rows: table.rows.map((row) => [...row, 'nobody']) }),
  [LESS]: (table) => written({ ...table, rows: table.rows.slice(0, -1) }),
};

describe('the same rows handed over a second time', () => {
  let recognised = 0;
  it.each(cases.map((fixture) => [`${fixture.source}/${fixture.file}`, fixture] as const))('%s', async (_, fixture) => {
    const first = await bytesOf(fixture.exhibit);
    const once = await records(fixture, [first]);
    const ways = TABLES.test(fixture.file) ? tableAgain(first) : jsonAgain(first);
    for (const [way, again] of ways) {
      if (REORDERED.has(way) && IN_ORDER_ONLY.has(fixture.source)) continue;
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

function tableAgain(bytes: Buffer): [string, Buffer][] {
  const table = tableOf(bytes);
  return table === undefined ? [] : Object.entries(AGAIN).map(([way, make]) => [way, make(table)]);
}

/** A document that is a list, or holds exactly one, in another order and another layout. */
function jsonAgain(bytes: Buffer): [string, Buffer][] {
  let document: unknown;
  try {
    document = JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''));
  } catch {
    return [];
  }
  const reversed = JSON.stringify(document, (_, value) => value, 1);
  const list = Array.isArray(document) ? JSON.stringify(document.toReversed()) : undefined;
  return [
    ['laid out anew', Buffer.from(reversed)],
    ['in UTF-16', Buffer.from(`\ufeff${reversed}`, 'utf16le')],
    ...(list === undefined ? [] : [['from the last item to the first', Buffer.from(list)] as [string, Buffer]]),
  ];
}

function tableOf(bytes: Buffer): Table | undefined {
  const text = bytes[0] === 0xff ? bytes.toString('utf16le') : bytes.toString('utf8');
  const plain = text.replace(/^\ufeff/, '');
  if (plain.startsWith('#TYPE') || plain.includes('\ufffd')) return undefined;
  const delimiter =
    ([',', ';', '\t'] as const).toSorted((a, b) => plain.split(b).length - plain.split(a).length)[0] ?? ',';
  const all: string[][] = [];
  const splitter = splitDelimited(delimiter, (record) => void all.push(cellTexts(record)), { recordBytes: 1 << 24 });
  splitter.write(Buffer.from(plain));
  splitter.end();
  const filled = all.filter((row) => row.some((cell) => cell !== ''));
  const at = filled.findIndex((row) => row.length === filled.at(-1)?.length);
  const header = filled[at];
  return header && { before: filled.slice(0, at), header, rows: filled.slice(at + 1), delimiter };
}

function written({ before, header, rows, delimiter }: Table, { end = '\n', quoted = false } = {}): Buffer {
  const cell = (text: string) => (quoted || /["\r\n,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const line = (row: readonly string[]) => row.map(cell).join(delimiter);
  return Buffer.from([...before, header, ...rows].map((row) => `${line(row)}${end}`).join(''));
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
