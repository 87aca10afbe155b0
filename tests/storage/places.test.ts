import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { folded, placeObjects } from '../../src/storage/places.ts';
import fc from '../house/fast-check.ts';

const at = (...keys: readonly string[]) => keys.map((key) => ({ key, size: 1, version: 'v' }));
const placed = (...keys: readonly string[]) => {
  const { files, left } = placeObjects(at(...keys));
  return [...files.map(({ key }) => key), ...left.map(({ path, reason }) => `${path} (${reason})`)];
};

it('gives a file to every name that is one', () => {
  const plain = ['a/b c.csv', 'a/é+1%20.txt', 'a/.hidden', 'a/12:00.log'];
  expect(placed(...plain)).toEqual([...plain].sort());
});

it('leaves out what leads elsewhere, what no system can write, and of two that look alike the second', () => {
  expect(placed('a/../x', '/etc/passwd', 'a//b', '.', 'a\\b', 'a/\u0007', `a/${'n'.repeat(256)}`, 'a/\uFFFD')).toEqual(
    ['.', '/etc/passwd', 'a/\uFFFD', 'a/../x', 'a//b', `a/${'n'.repeat(256)}`, 'a/\uFFFD', 'a\\b'].map(
      (path) => `${path} (name)`,
    ),
  );
  expect(placed('a/Jobs.csv', 'a/jobs.csv')).toEqual(['a/Jobs.csv', 'a/jobs.csv (twin)']);
  expect(placed('a/\u00E9', 'a/e\u0301')).toEqual(['a/e\u0301', 'a/\u00E9 (twin)']);
  expect(placed('a/b', 'A/b/c', 'a/d/')).toEqual(['A/b/c', 'a/b (folder)', 'a/d/ (name)']);
});

it('takes an empty object that ends with a slash for a folder, and a large one for a file', () => {
  const objects = [
    { key: 'a/', size: 0, version: 'v' },
    { key: 'a/more', size: 5 * 1024 ** 3 + 1, version: 'v' },
  ];
  const { files, left } = placeObjects(objects);
  expect([files.map(({ key }) => key), left]).toEqual([['a/more'], []]);
});

it('places nothing outside, nothing twice, and forgets nothing', () => {
  const steps = fc.oneof(fc.constantFrom('..', '.', '', 'a', 'A', 'é', 'e\u0301', 'b\\', '\u0000'), fc.string());
  const keys = fc.uniqueArray(
    fc.array(steps, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/')),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(keys, (all) => {
      const { files, left } = placeObjects(at(...all));
      expect(files.length + left.length).toBe(all.length);
      expect(new Set(files.map(({ key }) => folded(key))).size).toBe(files.length);
      for (const { key } of files) expect(resolve('/scratch', key)).toBe(join('/scratch', key));
      for (const { key } of files) expect(resolve('/scratch', key).startsWith('/scratch/')).toBe(true);
      for (const { path } of left) expect(path).not.toMatch(/\p{Cc}/u);
    }),
  );
});
