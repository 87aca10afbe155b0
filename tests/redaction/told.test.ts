import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { keyFor } from '../../src/client/index.ts';
import { installed } from '../../src/client/installed.ts';
import { ownerKey, readOwnerKey } from '../../src/disk/index.ts';
import { proveNothingLeaves, settleExhibits, toldOfUnkept } from '../../src/leaks.ts';
import { Engagement } from '../../src/model/engagement.ts';
import type { ExhibitPlacement } from '../../src/model/package.ts';
import { RedactionEntry } from '../../src/model/redaction.ts';
import type { Sightings } from '../../src/model/sighting.ts';
import { handleExhibits, searchTexts } from '../../src/redaction/index.ts';
import { newFolder } from '../cli/world.ts';
import { exhibit, KEY, search } from './world.ts';

const decided = (action: RedactionEntry['action'], ...kinds: readonly string[]) =>
  RedactionEntry.parse({
    exhibit: 'sw.csv',
    action,
    ...(kinds.length === 0 ? {} : { kinds }),
    because: 'ticket 4821',
    by: 'Marta Ruiz',
    on: '2026-10-14',
  });
const SWITCH = 'hostname,running\nsw01,snmp-server community k3epOut77 RO\n';

function engagementWith(...redaction: readonly RedactionEntry[]): Engagement {
  return Engagement.parse({
    client: { name: 'Lakeside' },
    period: { from: '2025-10-01', to: '2026-09-30' },
    asOf: '2026-10-15',
    frameworks: ['small'],
    operatingModel: 'co-managed',
    redaction,
  });
}

function placed(path: string, text: string): ExhibitPlacement {
  const { id } = exhibit(path, Buffer.from(text));
  return { number: 'E-001', original: path, packaged: 'data/exhibits/E-001', sha256: id, omitted: null };
}

async function handled(sightings: Sightings, path: string, text: string, ...entries: readonly RedactionEntry[]) {
  const { open } = exhibit(path, Buffer.from(text));
  const placements = [placed(path, text)];
  return handleExhibits({ sightings, entries, placements, key: KEY, exhibit: async () => ({ open, text: open }) });
}

describe('whoever builds is told', () => {
  it('that a file leaves which nobody can search', async () => {
    const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);
    const sightings = await search([{ path: 'rack.png', bytes: picture }]);
    const { notes, problems } = await handled(sightings, 'rack.png', picture.toString('latin1'));
    expect(problems).toEqual([]);
    expect(notes).toEqual([expect.objectContaining({ code: 'exhibit-unsearched', severity: 'warning' })]);
  });

  it('that a decision meets nothing, be it a redaction or an exception', async () => {
    const clean = 'hostname,running\nsw01,no community\n';
    const sightings = await search([{ path: 'sw.csv', bytes: Buffer.from(clean) }]);
    for (const entry of [decided('redact', 'snmp-community'), decided('except', 'password')]) {
      const { notes, copies } = await handled(sightings, 'sw.csv', clean, entry);
      expect(notes).toEqual([expect.objectContaining({ code: 'redaction-without-effect' })]);
      expect(notes[0]?.message).toContain(`"${entry.action}"`);
      expect(copies.size).toBe(0);
    }
  });

  it('that a copy needs the key of its owner', async () => {
    const exhibits = [exhibit('sw.csv', Buffer.from(SWITCH))];
    const sightings = await search([{ path: 'sw.csv', bytes: Buffer.from(SWITCH) }]);
    const engagement = engagementWith(decided('redact'));
    const request = { engagement, exhibits, placements: [placed('sw.csv', SWITCH)], sightings, sanitises: false };
    await expect(settleExhibits({ ...request, key: undefined })).rejects.toMatchObject({ code: 'owner-key-missing' });
    expect((await settleExhibits({ ...request, key: KEY })).copies.size).toBe(1);
  });

  it('which file would show what it must not, and never the value', async () => {
    const sightings = await search([{ path: 'sw.csv', bytes: Buffer.from(SWITCH) }]);
    const plan = (text: string) => ({
      name: 'lakeside',
      edition: 'insurer' as const,
      entries: [
        {
          path: 'data/machine/notes.json',
          role: 'machine' as const,
          sha256: '',
          bytes: text.length,
          content: Buffer.from(text),
        },
      ],
    });
    const words = new Map([['k3epOut77', '[redacted:snmp-community]']]);
    const request = {
      edition: 'insurer',
      engagement: engagementWith(),
      words,
      sightings,
      exhibitsLeave: false,
    } as const;
    expect(proveNothingLeaves({ ...request, plan: plan('<p>nothing') })).toEqual({ files: 1, values: 1 });
    const leak = () => proveNothingLeaves({ ...request, plan: plan('<p>community k3epOut77') });
    expect(leak).toThrow(expect.objectContaining({ code: 'value-would-leave' }));
    expect(leak).toThrow(/data\/machine\/notes\.json: 1 x SNMP community/);
    expect(leak).not.toThrow('k3epOut77');
  });

  it('that a copy of the key of pseudonyms lies among the exhibits', async () => {
    const copy = Buffer.from(`${KEY.toString('hex')}\n`);
    const { found } = await search([{ path: 'proofpack.key.bak', bytes: copy }]);
    expect(found).toEqual([expect.objectContaining({ kind: 'private-key', class: 'secret', count: 1, lines: [1] })]);
  });

  it('when more names stand there than are kept; a secret behind them is kept all the same', async () => {
    const addresses = Array.from({ length: 20 }, (_, n) => `198.51.100.${n}`).join('\n');
    const bytes = Buffer.from(`${addresses}\nsnmp-server community k3epOut77 RO\n`);
    const searched = (keeps?: number) => {
      async function* texts() {
        yield { path: 'fw.log', sha256: '', open: exhibit('fw.log', bytes).open };
      }
      return searchTexts(texts(), { key: KEY, ...(keeps === undefined ? {} : { keeps }) });
    };
    const all = await searched();
    expect([all.valuesWhole, all.values.size]).toEqual([true, 21]);
    const some = await searched(8);
    expect([some.valuesWhole, some.values.size, some.values.get('k3epOut77')]).toEqual([false, 9, 'snmp-community']);
    expect(toldOfUnkept(all, 'insurer')).toEqual([]);
    expect(toldOfUnkept(some, 'insurer')).toEqual([
      expect.objectContaining({ code: 'values-beyond-kept', message: expect.stringContaining('insurer') }),
    ]);
  });
});

describe('the key of the owner', () => {
  it('is made once and whole, by however many runs at once, for its owner only', async () => {
    const folder = newFolder();
    const sizes = new Set<number>();
    const making = { done: false };
    const looking = (async () => {
      while (!making.done) {
        sizes.add(statSync(join(folder, 'proofpack.key'), { throwIfNoEntry: false })?.size ?? 65);
        await setImmediate();
      }
    })();
    const keys = await Promise.all(Array.from({ length: 20 }, () => ownerKey(folder)));
    making.done = true;
    await looking;
    expect([...sizes]).toEqual([65]);
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
    expect(readdirSync(folder)).toEqual(['proofpack.key']);
    expect(statSync(join(folder, 'proofpack.key')).mode & 0o777).toBe(0o600);
    expect(await readOwnerKey(folder)).toEqual(keys[0]);
  });

  it('is refused when it is cut or another file has its name, and is left as it is', async () => {
    const folder = newFolder();
    const path = join(folder, 'proofpack.key');
    writeFileSync(path, 'ab'.repeat(20));
    await expect(ownerKey(folder)).rejects.toMatchObject({ code: 'owner-key-broken', exit: 2 });
    expect(readFileSync(path, 'utf8')).toBe('ab'.repeat(20));
  });

  it('costs the pseudonyms where it cannot be read or kept, and nothing else', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'proofpack.key'));
    const { key, notes } = await keyFor({ folder, engagement: engagementWith() }, ['insurer']);
    expect(key).toBeUndefined();
    expect(notes).toEqual([expect.objectContaining({ code: 'owner-key-unread' })]);
    const absent = { folder: join(folder, 'absent'), engagement: engagementWith() };
    expect((await keyFor(absent, ['insurer'])).notes).toEqual([expect.objectContaining({ code: 'owner-key-unkept' })]);
    const copies = engagementWith(decided('redact'));
    await expect(keyFor({ folder, engagement: copies }, ['insurer'])).rejects.toMatchObject({ exit: 6 });
  });
});

describe('encryption', () => {
  it('says which package is wanted where it is not installed', async () => {
    const absent = 'no-package-of-this-name';
    const asked = installed('age-encryption', () => import(/* @vite-ignore */ absent));
    await expect(asked).rejects.toMatchObject({
      code: 'package-not-installed',
      message: expect.stringContaining('age-encryption'),
      hint: expect.stringContaining('npm install'),
    });
  });
});
