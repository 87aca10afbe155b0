import { describe, expect, it } from 'vitest';
import type { Fields, JsonReading } from '../../src/intake/contract.ts';
import { jsonBreaksAt } from '../../src/intake/json-syntax.ts';
import fc from '../house/fast-check.ts';
import { asset, exhibit, read, source } from './world.ts';

const reading = (more: Partial<JsonReading>): JsonReading => ({
  shape: 'json',
  items: '',
  required: ['name'],
  item: (item) => asset(item.text('name')),
  ...more,
});
const readAs = (content: string, more: Partial<JsonReading>, path = 'a.json') =>
  read(exhibit(path, content), { json: source([reading(more)]) });

describe('items', () => {
  it.each([
    ['the document itself', '{"name":"A"}', {}, ['A'], ['/']],
    ['a list', '[{"name":"A"},{"name":"B"}]', {}, ['A', 'B'], ['/0', '/1']],
    ['an envelope', '{"value":[{"name":"A"}]}', { items: 'value' }, ['A'], ['/value/0']],
    ['either spelling', '{"findings":[{"name":"A"}]}', { items: ['Findings', 'findings'] }, ['A'], ['/findings/0']],
    [
      'search hits',
      '{"hits":{"hits":[{"_source":{"name":"A"}}]}}',
      { items: 'hits.hits._source' },
      ['A'],
      ['/hits/hits/0/_source'],
    ],
    [
      'lists in lists',
      '{"R":[{"V":[{"name":"A"}]},{"V":[{"name":"B"}]},{}]}',
      { items: 'R.V' },
      ['A', 'B'],
      ['/R/0/V/0', '/R/1/V/0'],
    ],
    ['keys as PowerShell spells them', '[{"Name":"A"}]', {}, ['A'], ['/0']],
    ['a list that came through a pipe', '{"value":[{"name":"A"}],"Count":1}', {}, ['A'], ['/value/0']],
    ['one a line', '{"name":"A"}\n{"name":"B"}\n', {}, ['A', 'B'], [undefined, undefined]],
    ['behind a prefix', 'results =\n{"name":"A"};\n', { prefix: /results =\s*/ }, ['A'], ['/']],
    ['behind another prefix', 'host1 | SUCCESS => {"name":"A"}', { prefix: /^\S+ \| SUCCESS => / }, ['A'], ['/']],
  ])('are %s', async (_, content, more, names, places) => {
    const told = await readAs(content, more);
    expect([told.report.status, told.names, told.records.map(({ from }) => from.at)]).toEqual(['read', names, places]);
  });

  it('that stand one a line are placed by their line, and are nobody’s when what stands around them must be known', async () => {
    const content = '{"name":"A"}\n{"name":"B"}\n';
    expect((await readAs(content, {})).records.map(({ from }) => from.line)).toEqual([1, 2]);
    expect((await readAs(content, { document: { tool: true } })).report.status).toBe('unrecognised');
    expect((await readAs(`[\n${content}`, {})).report.status).toBe('unreadable');
    expect((await readAs(`${content}{"type":"end"}\n{"type":"sum"}\n`, {})).report.status).toBe('unrecognised');
  });

  it('are known by keys of the document and of the items, forbidden ones and values', async () => {
    const content = '{"Meta":{"Tool":"X 1.2"},"items":[{"name":"A","kind":"vm"},{"name":"B"}]}';
    const status = async (more: Partial<JsonReading>) =>
      (await readAs(content, { items: 'items', ...more })).report.status;
    expect(await status({ document: { 'Meta.Tool': /^X / } })).toBe('read');
    expect(await status({ document: { 'Meta.Tool': 'X 1.2' } })).toBe('read');
    expect(await status({ document: { 'Meta.Tool': 'Y' } })).toBe('unrecognised');
    expect(await status({ document: { 'Meta.Other': true } })).toBe('unrecognised');
    expect(await status({ required: ['name', ['sort', 'kind']] })).toBe('read');
    expect(await status({ required: ['name', 'sort'] })).toBe('unrecognised');
    expect(await status({ forbidden: ['kind'] })).toBe('unrecognised');
    expect(await status({ where: { kind: /^vm$/ } })).toBe('read');
    expect(await status({ where: { kind: /^pod$/ } })).toBe('unrecognised');
  });

  it('of an envelope that names its tool are empty, and of which tool is told', async () => {
    const { report } = await readAs('{"tool":"T","items":[]}', { items: 'items', document: { tool: 'T' } });
    expect(report).toMatchObject({ status: 'empty', source: null, candidates: ['json'] });
  });
});

it('reads YAML as the same values', async () => {
  const { report, names, records } = await readAs(
    '# register\n- name: A\n  due: 2026-03-01\n- name: B\n',
    {},
    'r.yaml',
  );
  expect([report.status, names, records[1]?.from]).toEqual(['read', ['A', 'B'], { path: 'r.yaml', at: '/1' }]);
  expect((await readAs('- name: A\n  - bad\n x', {}, 'r.yml')).report.status).toBe('unreadable');
  const laughs = `a: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefgh'].map((n, i) => `${n}: &${n} [${Array(9).fill(`*${'abcdefg'[i]}`).join(', ')}]`).join('\n')}`;
  expect((await readAs(laughs, {}, 'r.yml')).report.status).toBe('unreadable');
});

it('gives fields by dotted paths', async () => {
  const content = {
    name: 'A',
    'odd.key': { x: 1 },
    device: { host: ' H ', tags: ['a', 'b', '-'], empty: '', none: null, on: 'Yes', off: false },
    list: [{ n: 1 }, { n: 2 }, null],
    stamp: { value: '/Date(1614612345678)/', DateTime: 'Monday' },
    big: 1600721892.929,
  };
  let told: unknown;
  const ask = (item: Fields) => ({
    texts: [
      item.text('device.host'),
      item.text('odd.key.x'),
      item.text('device.tags'),
      item.text('device.none'),
      item.text('device'),
    ],
    lists: [item.texts('device.tags'), item.texts('list.n'), item.texts('device.host')],
    has: ['device', 'device.tags', 'device.empty', 'device.none', 'device.nothing', 'list'].map((name) =>
      item.has(name),
    ),
    flags: [item.flag('device.on'), item.flag('device.off')],
    times: [item.time('stamp').instant, item.time('big', { epoch: 'seconds' }).instant],
    children: item.children('list').map((child) => [child.integer('n'), child.place.at]),
    child: [item.child('device')?.place.at, item.child('list'), item.child('odd.key')?.names()],
    names: item.names().slice(0, 2),
    scalars: item.children('device.tags').map((child) => child.text('$')),
  });
  await readAs(JSON.stringify([content]), {
    item: (item) => {
      told = ask(item);
      return undefined;
    },
  });
  expect(told).toEqual({
    texts: ['H', '1', 'a, b, -', undefined, undefined],
    lists: [['a', 'b'], ['1', '2'], ['H']],
    has: [true, true, false, false, false, true],
    flags: [true, false],
    times: [1614612345678, 1600721892929],
    children: [
      [1, '/0/list/0'],
      [2, '/0/list/1'],
      [undefined, '/0/list/2'],
    ],
    child: ['/0/device', undefined, ['x']],
    names: ['name', 'odd.key'],
    scalars: ['a', 'b', undefined],
  });
});

it('keeps keys that are dangerous elsewhere as plain keys', async () => {
  let told: unknown;
  await readAs('[{"name":"A","__proto__":{"x":1},"constructor":"c"}]', {
    item: (item) => {
      told = [item.text('__proto__.x'), item.text('constructor'), item.text('toString')];
      return undefined;
    },
  });
  expect(told).toEqual(['1', 'c', undefined]);
});

describe('where JSON breaks', () => {
  it.each([
    ['{"a":1,}', 1, 8],
    ['{"a":1', 1, 7],
    ['[1,2', 1, 5],
    ['{\n "a": tru\n}', 2, 7],
    ['{"a":1} x', 1, 9],
    ['{"a" 1}', 1, 6],
    ['["a\nb"]', 1, 2],
    ['[01]', 1, 3],
    ['', 1, 1],
  ])('%j: line %i, column %i', (text, line, column) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(jsonBreaksAt(text)).toEqual({ line, column });
  });

  it('is said of every document that is cut, and nothing of it is used', async () => {
    const whole = JSON.stringify(
      { value: Array.from({ length: 20 }, (_, i) => ({ name: `N"${i}`, n: -i / 7, b: [true, null] })) },
      null,
      1,
    );
    for (let length = 12; length < whole.length; length += 11) {
      const { report, records } = await readAs(whole.slice(0, length), { items: 'value' });
      expect([length, report.status, records.length]).toEqual([length, 'unreadable', 0]);
    }
  });

  it('agrees with the engine on what is JSON at all', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(200), fc.string({ maxLength: 2 }), (json, at, junk) => {
        const text = json.slice(0, at) + junk + json.slice(at);
        let breaks = false;
        try {
          JSON.parse(text);
        } catch {
          breaks = true;
        }
        if (breaks) expect(jsonBreaksAt(text).column).toBeGreaterThan(0);
      }),
    );
  });
});
