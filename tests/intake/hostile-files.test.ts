import { describe, expect, it } from 'vitest';
import { malformedJson, xmlAttacks } from '../../bench/hostile-files.mjs';
import { asset, exhibit, read, source } from './world.ts';

// The large ones, and archives, are for bench/hostile.mjs.
const SMALL = 200_000;
const small = (files: ReturnType<typeof malformedJson>) => files.filter(({ bytes }) => bytes.length < SMALL);

const json = source([
  { shape: 'json', items: 'value', required: ['displayName'], item: (item) => asset(item.text('displayName')) },
]);
const xml = source([
  { shape: 'xml', root: 'nmaprun', elements: ['a'], element: (element) => asset(element.text('@name')) },
]);

function parses(bytes: Buffer): boolean {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return true;
  } catch {
    return false;
  }
}

describe('a file that nobody means well with', () => {
  it('in JSON never throws, never touches a prototype, and never counts as read when it is malformed', async () => {
    const good = exhibit('good.json', '{"value":[{"displayName":"Kim"}]}');
    expect((await read(good, { json })).names).toEqual(['Kim']);
    const wronglyRead: string[] = [];
    for (const { path, bytes } of small(malformedJson())) {
      const { report } = await read(exhibit(path, bytes), { json });
      if (report.status === 'read' && report.rejected === 0 && !parses(bytes))
        wronglyRead.push(`${path} ${bytes.subarray(0, 100)}`);
    }
    expect(wronglyRead).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('in XML never throws, and shows nothing of this machine', async () => {
    for (const { path, bytes } of small(xmlAttacks())) {
      const { names, report } = await read(exhibit(path, bytes), { xml });
      expect(JSON.stringify([names, report])).not.toContain('root:');
    }
  });
});
