import { describe, expect, it } from 'vitest';
import { cutJson, type JsonPath } from '../../src/intake/json-pieces.ts';
import fc from '../house/fast-check.ts';
import { asset, exhibit, read, source } from './world.ts';

const MUCH = 1_000_000;

interface Cut {
  readonly left: unknown;
  readonly items: readonly (readonly [string, unknown])[];
}

/** As the engine does it: what is left and each item are parsed strictly. */
function cut(text: string, piece: number, isItems: (path: JsonPath) => boolean): Cut {
  const items: [string, unknown][] = [];
  const cutting = cutJson({
    keeps: (path) => (isItems(path()) ? 0 : Number.POSITIVE_INFINITY),
    onCut: (element, at) => items.push([at, JSON.parse(element)]),
    documentBytes: MUCH,
    elementBytes: MUCH,
  });
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += piece) cutting.write(bytes.subarray(at, at + piece));
  return { left: JSON.parse(cutting.end()), items };
}

const spaced = fc.constantFrom(0, 1, '\t');
const pieces = fc.integer({ min: 1, max: 30 });
const lists = fc.array(fc.jsonValue());
const isTheList = (path: JsonPath) => path.length === 1 && path[0] === 'items';
const isTheWhole = (path: JsonPath) => path.length === 0;

describe('a document in pieces', () => {
  it('gives the items of a list under a key, and the rest, as the whole parsed at once', () => {
    fc.assert(
      fc.property(lists, fc.jsonValue(), fc.jsonValue(), spaced, pieces, (items, before, after, space, piece) => {
        const document = { 'a"b\\': before, items, after };
        const whole: typeof document = JSON.parse(JSON.stringify(document));
        const got = cut(JSON.stringify(document, undefined, space), piece, isTheList);
        expect(got.left).toEqual({ ...whole, items: [] });
        expect(got.items).toEqual(whole.items.map((item, index) => [`/items/${index}`, item]));
      }),
    );
  });

  it('gives the items of a bare list', () => {
    fc.assert(
      fc.property(lists, spaced, pieces, (items, space, piece) => {
        const whole: unknown[] = JSON.parse(JSON.stringify(items));
        const got = cut(JSON.stringify(items, undefined, space), piece, isTheWhole);
        expect([got.left, got.items.map(([, item]) => item)]).toEqual([[], whole]);
      }),
    );
  });

  it('breaks exactly where the whole breaks, whatever was damaged', () => {
    const junk = fc.constantFrom('', ',', '"', '\\', '[', ']', '{', '}', ':', '1', ' ', 'n');
    fc.assert(
      fc.property(
        lists,
        fc.jsonValue(),
        fc.nat(),
        junk,
        fc.nat(2),
        pieces,
        (items, after, where, insert, drop, piece) => {
          const text = JSON.stringify({ items, after });
          const at = where % (text.length + 1);
          const damaged = text.slice(0, at) + insert + text.slice(at + drop);
          expect(holds(() => cut(damaged, piece, isTheList))).toBe(holds(() => JSON.parse(damaged)));
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('keeps the first elements of every list for a look', () => {
    const cutting = cutJson({ keeps: () => 2, documentBytes: MUCH, elementBytes: MUCH });
    cutting.write(Buffer.from('{"a":[1,[1,2,3],3,{"x":[4]}],"b":[],"c":[1,2],"d":"[1,2,3]"}'));
    expect(JSON.parse(cutting.end())).toEqual({ a: [1, [1, 2]], b: [], c: [1, 2], d: '[1,2,3]' });
  });
});

const tool = source([
  {
    shape: 'json',
    items: ['data.items', 'items', ''],
    required: ['name'],
    item: (item, file) => asset(`${file.document.text('site') ?? '?'} ${item.text('name')}`, item.time('seen')),
  },
]);
const item = (index: number) => ({ name: `PC-${index}`, seen: '2026-03-04T10:00:00Z', tags: ['a', { b: index }] });
const items = Array.from({ length: 450 }, (_, index) => item(index));

/** What is held at once is far less than the file. */
const SMALL = { jsonBytes: 12_000, sampleBytes: 4_000 };

async function inPieces(document: unknown, limits: object = SMALL) {
  const { records, names, report } = await read(exhibit('a.json', JSON.stringify(document), 777), { tool }, { limits });
  return { records, names, report };
}

describe('a file that is too large to be held', () => {
  it.each([
    ['a list', items],
    ['an envelope that names its site after its items', { items, site: 'Oak' }],
    [
      'lists in a list',
      { data: [{ items: items.slice(0, 300) }, { items: items.slice(300) }, { items: item(450) }], site: 'Elm' },
    ],
    ['an envelope deeper down', { site: 'Ash', data: { note: 'x', items } }],
  ])('is read as one that is not: %s', async (_, document) => {
    const large = await inPieces(document, { jsonBytes: 30_000, sampleBytes: 4_000 });
    const whole = await inPieces(document, {});
    expect(large.names.length).toBeGreaterThanOrEqual(450);
    expect(large.records).toEqual(whole.records);
    expect(large.report).toEqual(whole.report);
  });

  it.each([
    ['breaks off', (text: string) => text.slice(0, -20), 'breaks off'],
    ['holds a broken item', (text: string) => text.replace('"PC-449"', '"PC-449"x'), '/items/449'],
    ['goes on after its end', (text: string) => `${text}]`, 'outside of its items'],
    [
      'names a key of an item twice',
      (text: string) => text.replace('"name":"PC-448"', '"name":"A","name":"B"'),
      'in its item /items/448',
    ],
    ['names its list twice', (text: string) => text.replace('{"items"', '{"items":[],"items"'), 'outside of its items'],
  ])('hands over nothing when it %s', async (_, damage, said) => {
    const text = damage(JSON.stringify({ items }));
    const limits = { jsonBytes: 30_000, sampleBytes: 4_000 };
    const { names, report } = await read(exhibit('a.json', text, 777), { tool }, { limits });
    expect([names, report.status]).toEqual([[], 'unreadable']);
    expect(report.notes.map(({ message }) => message).join()).toContain(said);
  });

  it('is refused when what is no list is too large, and when one item is', async () => {
    const bulky = { ...item(0), bulk: 'x'.repeat(30_000) };
    expect((await inPieces({ items: [item(1)], bulk: bulky.bulk })).report.status).toBe('refused');
    const one = await inPieces([...items, bulky], { ...SMALL, jsonBytes: 40_000, recordBytes: 20_000 });
    expect([one.names, one.report.status]).toEqual([[], 'refused']);
  });
});

function holds(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
