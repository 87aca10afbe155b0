import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { remade } from '../../bench/forgeries.mjs';
import { pack, verifyPackage } from '../../src/bundle/index.ts';
import { byCodeUnit } from '../../src/kernel/order.ts';
import { type ZipEntry, type ZipFaults, zipOf } from '../intake/packers.ts';
import { signedPackage } from './signed-world.ts';

const LINK = (0o120777 << 16) >>> 0;
const EVIL = Buffer.from('#!/bin/sh\n');
const END = 22;

let whole: Buffer;
let files: readonly ZipEntry[];
beforeAll(async () => {
  whole = Buffer.from(await signedPackage());
  files = Object.entries(unzipSync(whole)).map(([name, data]) => ({ name, data: Buffer.from(data) }));
});

/** Beside the files of a good package, or in place of the first of them. */
const more = (entry: Partial<ZipEntry>, faults?: ZipFaults) => () =>
  zipOf([...files, { name: 'data/evil.sh', data: EVIL, ...entry }], faults);
const first = (change: Partial<ZipEntry>, faults?: ZipFaults) => () =>
  zipOf(
    files.map((file, index) => (index === 0 ? { ...file, ...change } : file)),
    faults,
  );

const HOSTILE: Readonly<Record<string, () => Buffer>> = {
  'leaves its folder': more({ name: 'data/../../evil.sh' }),
  'begins at the root': more({ name: '/etc/evil.sh' }),
  'names a drive': more({ name: 'C:/evil.sh' }),
  'has backslashes': more({ name: 'data\\..\\evil.sh' }),
  'has a NUL in a name': more({ name: 'data/evil.sh\u0000.pdf' }),
  'turns the direction of a name': more({ name: 'data/evil\u202Efdp.sh' }),
  'has a name that Windows keeps': more({ name: 'data/aux.txt' }),
  'has a name like a prototype': more({ name: 'data/__proto__' }),
  'has a name of 300 bytes': more({ name: `data/${'e'.repeat(300)}` }),
  'has an empty name': more({ name: '' }),
  'holds a link': more({ name: 'data/link', data: '/etc/passwd', attributes: LINK }),
  'holds a file twice': more({ name: 'bagit.txt' }),
  'holds a file twice by upper case': more({ name: 'BAGIT.TXT' }),
  'lies about a checksum': first({ central: [[16, 1, 4]] }),
  'lies about a size': first({ central: [[24, 1, 4]] }),
  'claims four gigabytes': first({ central: [[24, 0xfffffff0, 4]] }),
  'shows two names for one file': () => {
    const bent = first({})();
    bent.write('X', 30);
    return bent;
  },
  overlaps: more({ central: [[42, 0, 4]] }),
  'hides a file behind a second end': () => Buffer.concat([whole, zipOf([{ name: 'data/evil.sh', data: EVIL }])]),
  'begins with a program': () => Buffer.concat([Buffer.from('MZ\u0090'), whole]),
  'points its list behind its end': () => {
    const bent = Buffer.from(whole);
    bent.writeUInt32LE(0xfffffff0, bent.length - 86 - END + 16);
    return bent;
  },
  'is encrypted': first({ flags: 1 }),
};

const PROOFS = ['tagmanifest-sha256.txt.sig', 'statement.dsse.json'];
const without = (from: Record<string, Uint8Array>, paths: readonly string[]) =>
  Object.fromEntries(Object.entries(from).filter(([path]) => !paths.includes(path)));

describe('a hostile ZIP', () => {
  it.each(Object.keys(HOSTILE))('that %s is refused', async (name) => {
    const { holds, findings } = await verifyPackage(HOSTILE[name]?.() ?? whole);
    expect(holds).toBe(false);
    expect(findings.filter(({ code }) => code === 'intact')).toEqual([]);
  });

  it.each([
    'data/../../evil.sh',
    'data/C:evil.sh',
    'data/..\\evil.sh',
    'data/evil.sh\u0000.pdf',
    'data/evil\u202Efdp.sh',
    'data/aux.txt',
    'data/e\u0301vil.sh',
    `data/${'e'.repeat(300)}`,
    'data/INDEX.html',
  ])('in our own form, unsigned, with a seal and manifests that list it, is refused for the name %j', async (name) => {
    const listed = remade({ ...without(unzipSync(whole), PROOFS), [name]: EVIL }, { level: 'E1' });
    const entries = Object.entries(listed)
      .map(([path, content]) => ({ path, role: 'tag' as const, sha256: '', bytes: content.length, content }))
      .sort((a, b) => byCodeUnit(a.path, b.path));
    const { findings } = await verifyPackage(await pack({ name: 'x', edition: 'auditor', entries }));
    const codes = findings.map(({ code }) => code);
    expect(codes).toContain('archive-inconsistent');
    expect(codes).not.toContain('intact');
  });

  it('that unpacks without end is refused before anything is unpacked, in our own form too', async () => {
    const zeros = Buffer.alloc(70 * 1024 ** 2);
    const bomb = zipOf([...files, { name: 'data/bomb', data: zeros }]);
    const { findings } = await verifyPackage(bomb);
    expect(findings).toEqual([
      expect.objectContaining({ code: 'not-a-package', message: expect.stringContaining('200 times its size') }),
    ]);
    const entry = { path: 'data/bomb', role: 'exhibit' as const, sha256: '', bytes: zeros.length, content: zeros };
    await expect(pack({ name: 'x', edition: 'auditor', entries: [entry] })).rejects.toMatchObject({
      code: 'package-too-dense',
    });
  });
});
