import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { browserCheck, fingerprint, verifyPackage } from '../../src/bundle/index.ts';
import { readTemplates } from '../../src/disk/index.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import { ROOT } from '../house/house.ts';
import { type Files, MALLORY, MARTA, signedPackage, tampered } from './signed-world.ts';
import { smallPackage } from './world.ts';

interface Given {
  readonly path: string;
  readonly bytes: Uint8Array;
}

interface Judgement {
  readonly whole: boolean;
  readonly files: number;
  readonly findings: readonly { readonly code: string; readonly path: string | null }[];
  readonly signature?: { readonly state: string; readonly fingerprint?: string };
  readonly hash?: string;
  readonly matches?: boolean;
}

/** The page's own modules, run here on Node's WebCrypto. */
let judge: (given: readonly Given[], told?: string) => Promise<Judgement>;
let signed: Uint8Array;
beforeAll(async () => {
  ({ judge } = await import(join(ROOT, 'templates/package/verify/page.mjs')));
  signed = await signedPackage();
});

const zip = (bytes: Uint8Array, told?: string) => judge([{ path: 'a.zip', bytes }], told);
const folder = (bytes: Uint8Array) =>
  judge(Object.entries(unzipSync(bytes)).map(([path, content]) => ({ path: `some folder/${path}`, bytes: content })));

describe('the page that checks a package in a browser', () => {
  it('finds a package whole, from its ZIP and from its folder', async () => {
    expect(await zip(signed)).toMatchObject({
      whole: true,
      findings: [],
      files: 20,
      hash: sha256(signed),
      signature: { state: 'signed', fingerprint: fingerprint(MARTA.publicKey) },
    });
    expect(await folder(signed)).toMatchObject({ whole: true, signature: { state: 'signed' } });
    expect(await zip(await smallPackage())).toMatchObject({ whole: true, signature: { state: 'unsigned' } });
  });

  it('compares with what the sender told, be it the hash or the fingerprint', async () => {
    expect(await zip(signed, ` ${sha256(signed).toUpperCase()} `)).toMatchObject({ whole: true, matches: true });
    expect(await zip(signed, fingerprint(MARTA.publicKey))).toMatchObject({ whole: true, matches: true });
    expect(await zip(signed, fingerprint(MALLORY.publicKey))).toMatchObject({
      whole: false,
      findings: [{ code: 'other-package', path: null }],
    });
  });

  it('refuses every flipped bit that the tool refuses', async () => {
    for (let at = 0; at < signed.length; at += 37) {
      const bent = Uint8Array.from(signed);
      bent[at] = (bent[at] ?? 0) ^ (1 << (at % 8));
      expect((await zip(bent)).whole, `byte ${at}`).toBe(false);
    }
  });

  it('is no package: a cut one, a text, nothing', async () => {
    for (const bytes of [signed.subarray(0, 900), Buffer.from('just some text'), new Uint8Array()]) {
      expect(await zip(bytes)).toMatchObject({ whole: false, findings: [{ code: 'not-a-package', path: null }] });
    }
    expect(await judge([])).toMatchObject({ whole: false });
  });

  const SIG = 'tagmanifest-sha256.txt.sig';
  const EXHIBIT = 'data/exhibits/E-001_jobs.csv';

  it.each([
    ['an exhibit changed', EXHIBIT, 'x'],
    ['an exhibit gone', EXHIBIT, null],
    ['an exhibit more', 'data/exhibits/E-009.csv', 'x'],
    ['a tag file more', 'fetch.txt', 'x'],
    ['a tag file changed', 'HOW-TO-VERIFY.txt', 'trust me'],
    ['a manifest gone', 'manifest-sha512.txt', null],
    ['a manifest of tags gone', 'tagmanifest-sha256.txt', null],
    ['a manifest with a foreign line', 'manifest-sha256.txt', 'x  y\n'],
    ['another declaration', 'bagit.txt', 'BagIt-Version: 0.97\n'],
    ['no signature', SIG, null],
    ['a broken signature', SIG, '-----BEGIN SSH SIGNATURE-----\n'],
    ['a broken statement', 'statement.dsse.json', '{}'],
  ])('says of %s what the tool says', async (_, path, content) => {
    const bytes = tampered(signed, (files: Files) => {
      if (content === null) delete files[path];
      else files[path] = Buffer.from(content);
    });
    const told = (found: readonly { code: string; path: string | null }[]) =>
      [...new Set(found.map((each) => `${each.code} ${each.path}`))].filter((each) => !/^archive/.test(each)).sort();
    const { findings } = await verifyPackage(bytes);
    expect(told((await folder(bytes)).findings)).toEqual(told(findings));
  });

  it('holds its script under its own hash and asks for nothing from outside', async () => {
    const page = browserCheck((await readTemplates()).verifyPage);
    expect(page).not.toMatch(/\{\{|^import |https?:|src=|url\(|<link|fetch\(|XMLHttpRequest|innerHTML/m);
    const script = /<script type="module">([\s\S]*)<\/script>/.exec(page)?.[1] ?? '';
    expect(page).toContain(`script-src 'sha256-${Buffer.from(sha256(script), 'hex').toString('base64')}'`);
    expect(page).toContain("default-src 'none'");
    expect(page.length).toBeLessThan(24_000);
    expect(readFileSync(join(ROOT, 'templates/package/verify/page.mjs'), 'utf8')).toContain(
      'export async function judge',
    );
  });
});
