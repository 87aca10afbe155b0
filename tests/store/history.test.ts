import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { browserCheck, readArchive } from '../../src/bundle/index.ts';
import { readFonts, readTemplates, readVersion } from '../../src/disk/index.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import { comparedIn, type Ground, openStore, rebuild } from '../../src/store/index.ts';
import { newFolder, proofpack, SMALL_ENGAGEMENT, smallClient } from '../cli/world.ts';
import { ROOT } from '../house/house.ts';

const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10z" fill="#0B5FA5"/></svg>`;

const RICH = `${SMALL_ENGAGEMENT}editions: [auditor, insurer]
brand: { organisation: Northlake IT, logo: brand/logo.svg, colour: "#0B5FA5", fonts: { text: { regular: brand/own.ttf } } }
`;
const PROFILE = `mapping: 1
version: 1
title: Acme patches
product: Acme RMM
by: Marta Ruiz
on: 2026-10-14
because: Read beside the portal
kind: patch-install
strength: R
reads: { shape: table }
header: [Machine, Update, State, When]
columns: { device: Machine, patch: Update, outcome: State, observed: When }
words: { outcome: { Done: installed, Broken: failed } }
`;
/** Everything that a package can follow from beside its exhibits. */
const MORE = {
  'engagement.yaml': RICH,
  'brand/logo.svg': LOGO,
  '.hidden': 'not looked at',
  'mappings/acme.yaml': PROFILE,
  'patches/acme.csv':
    'Machine,Update,State,When\nLFD-1,KB5000001,Done,2026-09-02 10:00\nLFD-2,KB5000001,Broken,2026-09-02 11:00\n',
  'templates/06-attestations.hbs': readFileSync(join(ROOT, 'templates/06-attestations.hbs'), 'utf8').replace(
    'Two statements, signed apart.',
    'Two statements, each by its own signer.',
  ),
};
const FONT = '@expo-google-fonts/source-code-pro/400Regular/SourceCodePro_400Regular.ttf';

let folder: string;
let out: string;
const hashOf = (path: string) => sha256(readFileSync(path));
const names = () => readdirSync(out).filter((name) => name.endsWith('.zip'));

async function ground(): Promise<Ground> {
  const { howToVerify, verifyPage, shipped: shippedTemplates } = await readTemplates();
  const software = `proofpack ${await readVersion()}`;
  return { fonts: await readFonts(), howToVerify, verifyPage: browserCheck(verifyPage), shippedTemplates, software };
}

function ownerKeyOf(client: string): Uint8Array {
  return Buffer.from(readFileSync(join(client, 'proofpack.key'), 'utf8').trim(), 'hex');
}

/** Under the same name, by which its store knows it. */
function copyOf(client: string): string {
  const at = join(newFolder(), basename(client));
  cpSync(client, at, { recursive: true });
  return at;
}

beforeAll(async () => {
  folder = smallClient(MORE);
  cpSync(join(ROOT, 'node_modules', FONT), join(folder, 'brand/own.ttf'));
  out = newFolder();
  const built = await proofpack('build', folder, '--store', '-o', `${out}/`);
  expect(built).toMatchObject({ exit: 0, err: expect.any(String) });
  expect(built.out).toContain('kept in the store');
});

describe('a build that is kept', () => {
  it('can be made again, bit for bit, when the folder has changed since', async () => {
    const moved = copyOf(folder);
    for (const gone of ['backup', 'brand', 'frameworks', 'mappings', 'patches', 'templates', '.hidden'])
      rmSync(join(moved, gone), { recursive: true });
    writeFileSync(join(moved, 'engagement.yaml'), 'nobody reads this');
    const again = newFolder();
    for (const edition of ['auditor', 'insurer']) {
      const { exit } = await proofpack('rebuild', moved, '2026-10-15', '--edition', edition, '-o', `${again}/`);
      expect(exit).toBe(0);
    }
    expect(readdirSync(again).sort()).toEqual(names().sort());
    for (const name of names()) expect(hashOf(join(again, name))).toBe(hashOf(join(out, name)));
  });

  it('holds nothing of the store in its package', async () => {
    const paths = names().flatMap((name) => readArchive(readFileSync(join(out, name)))?.files ?? []);
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter(({ path }) => /proofpack\/|index\.sqlite|objects/.test(path))).toEqual([]);
    // What it was to follow from is in it indeed.
    expect(paths.map(({ path }) => path)).toContain('data/machine/mappings/acme.yaml');
  });

  it('is told by history', async () => {
    const told = await proofpack('history', folder);
    expect(told.out).toMatch(/2026-10-15 {2}auditor {2}[0-9a-f]{12}/);
    const { builds }: { builds: { edition: string; package: { sha256: string } }[] } = (
      await proofpack('history', folder, '--json')
    ).json();
    expect(builds.map(({ edition, package: made }) => [edition, made.sha256])).toEqual([
      ['auditor', hashOf(join(out, names().find((name) => name.includes('auditor')) ?? ''))],
      ['insurer', hashOf(join(out, names().find((name) => name.includes('insurer')) ?? ''))],
    ]);
  });

  it('is kept once, however often it is built; what nothing changed in is the same build', async () => {
    const again = await proofpack('build', folder, '-o', `${newFolder()}/`, '--edition', 'auditor');
    expect(again.out).toContain('it stood in the store before, and stands');
    const left = await proofpack('build', folder, '-o', `${newFolder()}/`, '--edition', 'auditor', '--no-store');
    expect(left.out).not.toContain('store');
    expect((await proofpack('history', folder, '--json')).out.match(/"edition"/g)).toHaveLength(2);
  });

  it('is not said to be kept when another package of the same inputs stands', async () => {
    const other = copyOf(folder);
    rmSync(join(other, '.proofpack/index'), { recursive: true });
    const known = await openStore({ folder });
    const [first] = await known.builds();
    if (!first) throw new Error('no build');
    const { ordinal: _, latest: __, summary, ...build } = first;
    const store = await openStore({ folder: other });
    const stands = sha256('of a time that was witnessed before');
    await store.record({ ...build, package: { ...build.package, sha256: stands } }, await known.summary(summary));
    const said = await proofpack('build', other, '--edition', 'auditor', '-o', join(newFolder(), 'a.zip'));
    expect(said).toMatchObject({ exit: 0, out: expect.stringContaining(`not kept: another package`) });
    expect(said.out).toContain(stands);
  });

  it('is compared with, and held against, without a ZIP', async () => {
    const next = SMALL_ENGAGEMENT.replace('2026-10-15', '2027-01-15').replace('2026-09-30', '2026-12-31');
    const [later, outside] = [copyOf(folder), newFolder()];
    writeFileSync(join(later, 'engagement.yaml'), `${next}previous: "@last"\n`);
    rmSync(join(later, 'backup/check.txt'));
    expect((await proofpack('build', later, '-o', `${outside}/`)).exit).toBe(0);
    const [zip = ''] = readdirSync(outside).map((name) => join(outside, name));
    const auditor = join(out, names().find((name) => name.includes('auditor')) ?? '');
    const files = await proofpack('compare', auditor, zip, '--json');
    const stored = await proofpack('compare', `${later}@2026-10-15`, `${later}@last`, '--json');
    const changed = ({ json }: typeof files) => {
      const { before, after, ...rest }: { before: { asOf: string }; after: { asOf: string } } = json();
      return { ...rest, days: [before.asOf, after.asOf] };
    };
    expect(changed(stored)).toEqual(changed(files));
    expect(JSON.stringify(changed(stored))).toContain('2027-01-15');
    const engagement = readArchive(readFileSync(zip))?.files.find(
      ({ path }) => path === 'data/machine/engagement.json',
    );
    const { previous } = JSON.parse(Buffer.from(engagement?.content() ?? []).toString('utf8'));
    expect(previous).toMatchObject({ asOf: '2026-10-15', client: 'Lakeside' });
    expect([hashOf(auditor), ...names().map((name) => hashOf(join(out, name)))]).toContain(previous.sha256);
    expect((await proofpack('rebuild', later, 'last', '-o', join(outside, 'again.zip'))).exit).toBe(0);
    expect(hashOf(join(outside, 'again.zip'))).toBe(hashOf(zip));
  });
});

describe('a build that is signed, and whose PDFs are', () => {
  it('is made again without either key, as long as the signatures are kept', async () => {
    const [key, pem, zip, again] = ['key', 'both.pem', 'signed.zip', 'again.zip'].map((name) =>
      join(newFolder(), name),
    );
    if (!key || !pem || !zip || !again) throw new Error('no names');
    const subject = ['-subj', '/CN=Marta Ruiz', '-days', '3650', '-keyout', pem, '-out', `${pem}.crt`];
    spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject]);
    writeFileSync(pem, `${readFileSync(pem, 'utf8')}${readFileSync(`${pem}.crt`, 'utf8')}`);
    const signed = copyOf(folder);
    await proofpack('keys', 'new', key, '--name', 'marta@northlake.example');
    const how = ['--edition', 'insurer', '--sign', key, '--sign-pdf', pem] as const;
    expect(await proofpack('build', signed, ...how, '-o', zip)).toMatchObject({ exit: 0 });
    rmSync(key);
    rmSync(pem);
    expect(await proofpack('rebuild', signed, hashOf(zip).slice(0, 8), '-o', again)).toMatchObject({ exit: 0 });
    expect(hashOf(again)).toBe(hashOf(zip));
    expect((await proofpack('verify', again, '--no-replay')).out).toContain('The signature holds');
    const store = await openStore({ folder: signed });
    const build = (await store.builds()).at(-1);
    if (!build) throw new Error('no build');
    const forgotten = rebuild({
      store,
      build: { ...build, proofs: [] },
      ground: await ground(),
      ownerKey: ownerKeyOf(signed),
    });
    await expect(forgotten).rejects.toMatchObject({ code: 'rebuild-pdf-signed', exit: 2 });
  });
});

describe('a store that is checked', () => {
  const object = (client: string, hash: string) => join(client, '.proofpack/objects', hash.slice(0, 2), hash);

  it('is whole; what no build names is told, and goes only when it is asked for and a day old', async () => {
    const checked = copyOf(folder);
    const [old, young] = ['of a build that was killed', 'of one that is running'].map((text) => {
      const hash = sha256(text);
      mkdirSync(join(checked, '.proofpack/objects', hash.slice(0, 2)), { recursive: true });
      writeFileSync(object(checked, hash), text);
      return hash;
    });
    if (!old || !young) throw new Error('no hashes');
    utimesSync(object(checked, old), 0, 0);
    const told = await proofpack('store', 'check', checked);
    expect(told).toMatchObject({ exit: 0, out: expect.stringContaining(`unnamed  ${young}`) });
    expect(existsSync(object(checked, old))).toBe(true);
    const pruned = await proofpack('store', 'check', checked, '--prune', '--json');
    expect(pruned.json()).toMatchObject({ orphans: [old, young].sort(), pruned: [old], damaged: [], missing: [] });
    expect([existsSync(object(checked, old)), existsSync(object(checked, young))]).toEqual([false, true]);
  });

  it('takes nothing away while another index is asked than the one that names its files', async () => {
    const checked = copyOf(folder);
    writeFileSync(join(checked, '.proofpack/index-at.txt'), 'postgres://postgres@127.0.0.1:9/evidence\n');
    expect((await proofpack('store', 'check', checked, '--prune')).err).toContain('postgres://127.0.0.1:9/evidence');
    process.env['PROOFPACK_STORE'] = 'postgres://postgres@127.0.0.1:9/another';
    const other = await proofpack('store', 'check', checked, '--prune').finally(
      () => delete process.env['PROOFPACK_STORE'],
    );
    expect(other).toMatchObject({ exit: 2, err: expect.stringContaining('recorded in another index') });
    const hash = hashOf(join(folder, 'backup/check.txt'));
    expect(existsSync(object(checked, hash))).toBe(true);
  });

  it('says what is damaged or missing, and of which builds', async () => {
    const checked = copyOf(folder);
    const hash = hashOf(join(folder, 'backup/check.txt'));
    rmSync(object(checked, hash));
    const missing = await proofpack('store', 'check', checked);
    expect(missing).toMatchObject({ exit: 3, out: expect.stringContaining(`missing  ${hash}`) });
    expect(missing.out).toContain('2026-10-15 auditor, 2026-10-15 insurer');
    writeFileSync(object(checked, hash), 'no errors were found, honestly');
    expect(await proofpack('store', 'check', checked)).toMatchObject({
      exit: 3,
      out: expect.stringContaining(`damaged  ${hash}`),
    });
  });
});

describe('what cannot be made again', () => {
  it('says which builds there are, or that a word fits several', async () => {
    const unknown = await proofpack('rebuild', folder, '2020-01-01');
    expect(unknown).toMatchObject({ exit: 2, err: expect.stringContaining('2026-10-15 auditor') });
    const several = await proofpack('rebuild', folder, '2026-10-15');
    expect(several).toMatchObject({ exit: 2, err: expect.stringContaining('fits 2 builds') });
    const none = await proofpack('rebuild', smallClient(), 'last');
    expect(none).toMatchObject({ exit: 2, err: expect.stringContaining('none at all') });
    expect((await proofpack('history', smallClient())).out).toContain('Nothing was kept');
  });

  it('wants the key of its owner, and the version that made it', async () => {
    const other = copyOf(folder);
    writeFileSync(join(other, 'proofpack.key'), `${'ab'.repeat(32)}\n`);
    const insurer = ['2026-10-15', '--edition', 'insurer', '-o', join(newFolder(), 'a.zip')] as const;
    expect(await proofpack('rebuild', other, ...insurer)).toMatchObject({
      exit: 2,
      err: expect.stringContaining('another one than'),
    });
    rmSync(join(other, 'proofpack.key'));
    expect((await proofpack('rebuild', other, ...insurer)).err).toContain('is not in this folder any more');
  });

  it('is refused to another version, and is not called the same when it is not', async () => {
    const ours = await ground();
    const store = await openStore({ folder });
    const [build] = await store.builds();
    if (!build) throw new Error('no build');
    const asked = { store, build, ownerKey: undefined };
    await expect(rebuild({ ...asked, ground: { ...ours, software: 'proofpack 9.9.9' } })).rejects.toMatchObject({
      code: 'rebuild-other-version',
      message: expect.stringContaining('proofpack 9.9.9'),
    });
    const changed = { ...ours, howToVerify: `${ours.howToVerify}\nOne line more.\n` };
    await expect(rebuild({ ...asked, ownerKey: ownerKeyOf(folder), ground: changed })).rejects.toMatchObject({
      code: 'rebuild-differs',
      exit: 3,
      message: expect.stringContaining(build.package.sha256),
    });
  });

  it('is told when a later version wrote what it was made of, or what it found', async () => {
    const later = copyOf(folder);
    const store = await openStore({ folder: later });
    const [build] = await store.builds();
    if (!build) throw new Error('no build');
    const unknown = await store.put(Buffer.from(JSON.stringify({ schema: 'proofpack.recipe/9', inputs: [] })));
    const told = { code: 'store-form-unknown', exit: 2, message: expect.stringContaining(build.package.name) };
    const asked = { store, ground: await ground(), ownerKey: ownerKeyOf(later) };
    await expect(rebuild({ ...asked, build: { ...build, key: unknown } })).rejects.toMatchObject(told);
    await expect(comparedIn(store, { ...build, findings: unknown })).rejects.toMatchObject(told);
  });

  it('is told when an exhibit in the store was damaged, and nothing is written', async () => {
    const damaged = copyOf(folder);
    const hash = hashOf(join(folder, 'backup/check.txt'));
    const path = join(damaged, '.proofpack/objects', hash.slice(0, 2), hash);
    rmSync(path);
    writeFileSync(path, 'no errors were found, honestly');
    const target = newFolder();
    const said = await proofpack('rebuild', damaged, 'last', '-o', `${target}/`);
    expect(said).toMatchObject({ exit: 6, err: expect.stringContaining(hash) });
    expect(readdirSync(target)).toEqual([]);
  });
});
