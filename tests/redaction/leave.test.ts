import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/kernel/sha256.ts';
import { shippedTexts } from '../../src/redaction/index.ts';
import { newFolder, proofpack, SMALL_ENGAGEMENT, smallClient } from '../cli/world.ts';

const CANARIES = [
  'Kim Canary',
  'Ada Zwölf-Canary',
  'LSD\\ada.canary',
  'kim.canary@lakeside.example',
  'LSD-CANARY07',
  '198.51.100.77',
  'k3epOut77',
  // In the owner's words alone.
  'zoe.nowhere@lakeside.example',
  '203.0.113.9',
  '202-555-0107',
  'Wint3r!Own',
  'LSD-OLD01',
  'vpn9.lakeside.example',
];
const STAFF =
  'Display name,E-mail,Computer name,IP address,Password\nKim Canary,kim.canary@lakeside.example,LSD-CANARY07,198.51.100.77,k3epOut77\n';

/** A client whose own words name those whom its exhibits name. */
function client(): string {
  return smallClient({
    'hr/staff.csv': STAFF,
    // As Python and PowerShell write it.
    'hr/more.json': '[{"displayName": "Ada Zw\\u00f6lf-Canary", "userName": "LSD\\\\ada.canary"}]\n',
    'engagement.yaml': `${SMALL_ENGAGEMENT.replace('domains: [lakeside.example]', 'domains: [lakeside.example], hostPrefixes: [LSD-]')}attestations:
  - { practice: restore-testing, statement: Kim Canary restored LSD-CANARY07 (198.51.100.77) with k3epOut77 for Ada Zwölf-Canary and LSD\\ada.canary; ask zoe.nowhere@lakeside.example at 203.0.113.9 or 202-555-0107 with password=Wint3r!Own through vpn9.lakeside.example on LSD-OLD01, by: Kim Canary, on: 2026-09-01, expires: 2027-09-01 }
`,
  });
}

describe('an edition without names', () => {
  it('shows nothing of what its exhibits hold, in no file; who has to be told apart has a pseudonym', async () => {
    const out = newFolder();
    const folder = client();
    const said = await proofpack('build', folder, '-o', `${out}/`, '--edition', 'insurer,customer', '--pptx');
    expect(said.exit, said.err).toBe(0);
    expect(readdirSync(out)).toHaveLength(4);
    for (const name of readdirSync(out)) {
      const files = Object.entries(unzipSync(readFileSync(join(out, name))));
      const texts = files.flatMap(([path, content]) => [path, ...shippedTexts(path, content)]).join('\n');
      for (const canary of CANARIES) expect(texts, `${name}: ${canary}`).not.toContain(canary);
      if (name.endsWith('.pptx')) continue;
      expect(texts).toMatch(/device-[a-z2-9]{6} \(address-[a-z2-9]{6}\) with \[redacted:password\]/);
    }
  }, 120_000);

  it('gives the customer a sanitised copy where the engagement asks for one, and the insurer none', async () => {
    const out = newFolder();
    const staff = `${STAFF.trimEnd().replace('Password', 'Password,Notes,State')},asks for Kim at the desk,active\n`;
    const ask = `redaction: [{ exhibit: hr/staff.csv, action: sanitise, because: "asked for", by: Dana Cole, on: 2026-10-14 }]\n`;
    const folder = smallClient({ 'hr/staff.csv': staff, 'engagement.yaml': SMALL_ENGAGEMENT + ask });
    const said = await proofpack('build', folder, '-o', `${out}/`, '--edition', 'insurer,customer');
    expect(said.exit, said.err).toBe(0);
    const copies = readdirSync(out).flatMap((name) =>
      Object.entries(unzipSync(readFileSync(join(out, name)))).filter(([path]) => path.includes('exhibits/')),
    );
    expect(copies.map(([path]) => path)).toEqual(['data/exhibits/E-004.csv']);
    expect(
      Buffer.from(copies[0]?.[1] ?? [])
        .toString('utf8')
        .split('\n')[1],
    ).toMatch(
      /^person-\w{6},account-\w{6},device-\w{6},address-\w{6},\[redacted:password\],\[redacted:free-text\],active$/,
    );
    const customer = readdirSync(out).find((name) => name.includes('customer')) ?? '';
    expect((await proofpack('verify', join(out, customer), '--json')).json()).toMatchObject({ holds: true });
  }, 120_000);

  it('is shown before it leaves, by kind and number', async () => {
    const { exit, json, out } = await proofpack('preview', client(), '--edition', 'insurer,auditor', '--json');
    expect(exit).toBe(0);
    for (const canary of CANARIES) expect(out).not.toContain(canary);
    const { editions } = json() as {
      editions: readonly { edition: string; stops: readonly { code: string }[]; found: readonly object[] }[];
    };
    expect(editions.map(({ edition, stops }) => [edition, stops.map(({ code }) => code)])).toEqual([
      ['auditor', ['secret-found']],
      ['insurer', []],
    ]);
    expect(editions[1]?.found).toContainEqual({
      kind: 'device-name',
      class: 'personal',
      count: 1,
      exhibits: 1,
      leaves: false,
    });
    expect((await proofpack('preview', client(), '--edition', 'auditor')).out).toContain('would not be built');
  }, 120_000);
});

describe('a package that is encrypted on its way', () => {
  it('opens for the recipient of age, and with the password of the ZIP', async () => {
    const [out, folder] = [newFolder(), smallClient()];
    const identity = await generateIdentity();
    const recipient = await identityToRecipient(identity);
    const aged = await proofpack('build', folder, '-o', join(out, 'a.zip'), '--encrypt', `age:${recipient}`, '--json');
    expect(aged.exit, aged.err).toBe(0);
    const { packages } = aged.json() as { packages: readonly { holds: { sha256: string } }[] };
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    expect(sha256(await decrypter.decrypt(readFileSync(join(out, 'a.zip.age'))))).toBe(packages[0]?.holds.sha256);
    writeFileSync(join(out, 'password'), 'five words by chance 7\n');
    const zipped = await proofpack(
      'build',
      folder,
      '-o',
      join(out, 'a.zip'),
      '--encrypt',
      'zip-aes256',
      '--password-file',
      join(out, 'password'),
    );
    expect(zipped.exit, zipped.err).toBe(0);
    const read = async (password: string) => {
      const [entry] = await new ZipReader(
        new Uint8ArrayReader(readFileSync(join(out, 'a_encrypted.zip'))),
      ).getEntries();
      return entry && 'getData' in entry
        ? entry.getData(new Uint8ArrayWriter(), { password, useWebWorkers: false })
        : undefined;
    };
    expect(sha256((await read('five words by chance 7')) ?? '')).toBe(packages[0]?.holds.sha256);
    await expect(read('five words by chance 8')).rejects.toThrow();
    expect(readdirSync(out).sort()).toEqual(['a.zip.age', 'a_encrypted.zip', 'password']);
  }, 120_000);

  it.each([
    [['--encrypt', 'zipcrypto'], 'this is no form of ours'],
    [['--encrypt', 'age:age1qqqqqqqqqqqqqqqqqq'], 'is no recipient of age'],
    [['--encrypt', 'zip-aes256'], 'nobody sits at the terminal'],
    // The password is the first line of that file: an opening brace.
    [['--encrypt', 'zip-aes256', '--password-file', 'package.json'], 'fewer than 12 characters'],
  ])('%j is refused before anything is built', async (flags, reason) => {
    const { exit, err } = await proofpack('build', smallClient(), ...flags);
    expect(exit).toBe(2);
    expect(err).toContain(reason);
  });
});
