import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { isKept } from '../../src/client/keep-builds.ts';
import { indexOf } from '../../src/store/open.ts';
import { newFolder } from './world.ts';

afterEach(() => {
  delete process.env['PROOFPACK_STORE'];
});

/** A client's folder below a portfolio that says this. */
function clientBelow(portfolio: string, remembered?: string): string {
  const above = newFolder();
  const folder = join(above, 'lakeside');
  mkdirSync(join(folder, '.proofpack'), { recursive: true });
  writeFileSync(join(above, 'portfolio.yaml'), portfolio);
  if (remembered !== undefined) writeFileSync(join(folder, '.proofpack/index-at.txt'), `${remembered}\n`);
  return folder;
}

describe('where the index of a client lies', () => {
  it('is what the environment says, else the portfolio, else what the folder remembers, else the folder', async () => {
    const named = clientBelow('store: postgres://db.example/portfolio\n', 'postgres://db.example/remembered');
    const kept = clientBelow('store: true\n', 'postgres://db.example/remembered');
    const plain = clientBelow('store: true\n');
    expect(await indexOf(named)).toBe('postgres://db.example/portfolio');
    expect(await indexOf(kept)).toBe('postgres://db.example/remembered');
    expect(await indexOf(plain)).toBeUndefined();
    process.env['PROOFPACK_STORE'] = 'postgres://db.example/environment';
    expect(await indexOf(named)).toBe('postgres://db.example/environment');
    process.env['PROOFPACK_STORE'] = '';
    expect(await indexOf(plain)).toBeUndefined();
  });

  it('is refused in a portfolio when it is no address', async () => {
    await expect(indexOf(clientBelow('store: sqlite.db\n'))).rejects.toThrow(/portfolio\.yaml:1:8/);
  });
});

describe('a build is kept unasked', () => {
  it('where a store is or somebody names one, unless the portfolio keeps nothing', async () => {
    expect(await isKept(newFolder())).toBe(false);
    expect(await isKept(clientBelow('name: Northlake IT\n'))).toBe(true);
    expect(await isKept(clientBelow('store: false\n'))).toBe(false);
    expect(await isKept(clientBelow('store: postgres://db.example/portfolio\n'))).toBe(true);
    process.env['PROOFPACK_STORE'] = 'postgres://db.example/environment';
    expect(await isKept(newFolder())).toBe(true);
  });
});
