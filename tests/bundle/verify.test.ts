import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { custodyText, verifyPackage } from '../../src/bundle/index.ts';
import { bearsSeal } from '../../src/kernel/seal.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import { smallPackage } from './world.ts';

let whole: Uint8Array;
beforeAll(async () => {
  whole = await smallPackage();
});

const codes = async (bytes: Uint8Array) => (await verifyPackage(bytes)).findings.map(({ code }) => code);

describe('a package that nobody touched', () => {
  it('is intact', async () => {
    expect(await verifyPackage(whole)).toMatchObject({
      holds: true,
      files: 18,
      findings: [{ code: 'intact' }, { code: 'unsigned' }],
    });
  });

  it('has the same bytes each time', async () => {
    expect(sha256(await smallPackage())).toBe(sha256(whole));
  });

  it('bears a seal that other files do not', () => {
    expect(bearsSeal(whole)).toBe(true);
    expect(bearsSeal(strToU8('just some log'))).toBe(false);
  });
});

describe('a package that somebody touched', () => {
  // One bit of every third byte, each of the eight in turn; bench/trust.mjs does it to a whole package.
  it('is refused for a single flipped bit, and the file is named unless the bit belongs to the archive itself', async () => {
    const inside = Object.keys(unzipSync(whole));
    const tail = whole.length - 22 - 86;
    const unnamed: number[] = [];
    for (let at = 0; at < whole.length; at += 3) {
      const bent = Uint8Array.from(whole);
      bent[at] = (bent[at] ?? 0) ^ (1 << (at % 8));
      const { holds, findings } = await verifyPackage(bent);
      expect(holds, `byte ${at}`).toBe(false);
      if (at < tail && !findings.some(({ path }) => path !== null && inside.includes(path))) unnamed.push(at);
    }
    expect(unnamed).toEqual([]);
  });

  it('is refused wherever it is cut off', async () => {
    for (let length = 0; length < whole.length; length += 61) {
      expect((await verifyPackage(whole.subarray(0, length))).holds, `${length} bytes`).toBe(false);
    }
  });

  it('is refused when something hangs on its end or stands before its beginning', async () => {
    expect(await codes(Buffer.concat([whole, Buffer.from('x')]))).toContain('not-a-package');
    expect((await verifyPackage(Buffer.concat([Buffer.from('MZ'), whole]))).holds).toBe(false);
  });

  it('is told apart from its contents when another program packed it again', async () => {
    const again = zipSync(unzipSync(whole));
    const { holds, findings } = await verifyPackage(again);
    expect(holds).toBe(false);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code: 'archive-inconsistent', path: null });
  });
});

describe('a package that somebody packed anew', () => {
  const edited = async (edit: (files: Record<string, Uint8Array>) => void) => {
    const files = unzipSync(whole);
    edit(files);
    return (await verifyPackage(zipSync(files))).findings.map(({ code, path }) => `${code} ${path}`);
  };

  it.each([
    [
      'an exhibit changed',
      'altered data/exhibits/E-001_jobs.csv',
      'data/exhibits/E-001_jobs.csv',
      'job,outcome\nnightly,failed\n',
    ],
    ['a file added', 'uninvited data/exhibits/E-009_more.csv', 'data/exhibits/E-009_more.csv', 'x'],
    ['a tag file added', 'uninvited fetch.txt', 'fetch.txt', 'x'],
    ['a tag file changed', 'altered HOW-TO-VERIFY.txt', 'HOW-TO-VERIFY.txt', 'trust me'],
    ['the declaration changed', 'manifest-malformed bagit.txt', 'bagit.txt', 'BagIt-Version: 0.97\n'],
  ])('%s', async (_, finding, path, text) => {
    expect(await edited((files) => (files[path] = strToU8(text)))).toContain(finding);
  });

  it.each([
    'data/exhibits/E-001_jobs.csv',
    'tagmanifest-sha256.txt',
    'manifest-sha256.txt',
    'bag-info.txt',
  ])('%s taken away', async (path) => {
    expect(
      await edited((files) => {
        delete files[path];
      }),
    ).toContain(`missing ${path}`);
  });

  it('an exhibit changed and the manifest with it: the manifest of tags knows', async () => {
    const found = await edited((files) => {
      const path = 'data/exhibits/E-001_jobs.csv';
      const before = sha256(files[path] ?? '');
      files[path] = strToU8('job,outcome\n');
      const manifest = Buffer.from(files['manifest-sha256.txt'] ?? '').toString();
      files['manifest-sha256.txt'] = strToU8(manifest.replace(before, sha256('job,outcome\n')));
    });
    expect(found).toContain('altered manifest-sha256.txt');
    expect(found).toContain('manifest-malformed bag-info.txt');
  });

  it('names that leave the folder, or are one file on Windows', async () => {
    const found = await edited((files) => {
      files['data/../../evil.txt'] = strToU8('x');
      files['data/INDEX.html'] = strToU8('x');
    });
    expect(found).toContain('archive-inconsistent data/../../evil.txt');
    expect(found).toContain('archive-inconsistent data/INDEX.html');
  });
});

describe('verdicts', () => {
  const findings = (n: number) => ({
    schema: 'proofpack.findings/1',
    facts: [{ id: 'a', n, left: undefined }],
    exhibits: [{ path: 'other.csv', n }],
    notes: [{ code: 'empty', place: { path: 'other.csv!/inner' }, n }],
  });
  const replayed =
    (n: number, ourRules = true) =>
    async () => ({ findings: findings(n), ourRules });

  it('are derived again from the exhibits inside, under their original paths', async () => {
    const seen: string[] = [];
    const { holds, findings: found } = await verifyPackage(whole, async ({ exhibits, engagement }) => {
      for (const { path, id, size, open } of exhibits) {
        const chunks: Uint8Array[] = [];
        for await (const chunk of open()) chunks.push(chunk);
        seen.push(`${path} ${size} ${sha256(Buffer.concat(chunks)) === id}`);
      }
      expect(engagement.editions).toEqual(['auditor']);
      return { findings: findings(1), ourRules: true };
    });
    expect(seen).toEqual(['backup/jobs.csv 920 true', 'other.csv 9 false']);
    expect(holds).toBe(true);
    expect(found.map(({ code }) => code)).toEqual(['intact', 'unsigned', 'reproduced']);
    expect(found[2]?.message).toContain('from the 1 exhibits inside');
  });

  it('that do not follow from the exhibits are told with both values', async () => {
    const { holds, findings: found } = await verifyPackage(whole, replayed(2));
    expect(holds).toBe(false);
    expect(found).toHaveLength(3);
    expect(found[2]).toMatchObject({ code: 'differs', path: 'data/machine/findings.json' });
    expect(found[2]?.message).toBe('/facts/a/n: the package says 1; the exhibits inside say 2.');
  });

  it('that came by other rules than ours hold, and it is told', async () => {
    const { holds, findings: found } = await verifyPackage(whole, replayed(1, false));
    expect(holds).toBe(true);
    expect(found.map(({ code }) => code)).toEqual(['intact', 'unsigned', 'reproduced', 'rules-differ']);
  });

  it('are not derived when the edition withholds the originals, or when the request cannot be read', async () => {
    const made = (exhibits: unknown) => ({
      path: 'data/machine/package.json',
      text: JSON.stringify({ schema: 'proofpack.package/1', software: 'x', edition: 'insurer', exhibits }),
    });
    const withheld = made([{ number: 'E-001', original: null, packaged: null, sha256: '0', bytes: 1 }]);
    const custody = custodyText([
      { event: 'received', what: 'E-001', sha256: '0', by: null, on: null, because: null },
      { event: 'built', what: 'insurer', sha256: sha256(''), by: null, on: null, because: null },
    ]);
    for (const files of [[withheld], [made([])], [made('many')]]) {
      const { holds, findings: found } = await verifyPackage(
        await smallPackage({ files, exhibits: [], custody }),
        replayed(9),
      );
      expect(holds).toBe(true);
      expect(found.map(({ code }) => code)).toEqual(['intact', 'unsigned', 'not-reproducible']);
    }
  });
});
