import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { saveCommitments } from '../../src/disk/index.ts';
import { proveNoSecretWritten, wordsToWithhold } from '../../src/leaks.ts';
import { Engagement } from '../../src/model/engagement.ts';
import { RedactionEntry } from '../../src/model/redaction.ts';
import { pdfTexts, redactedCopy, sightingsIn } from '../../src/redaction/index.ts';
import { sanitisedCopy } from '../../src/redaction/sanitise.ts';
import { newFolder } from '../cli/world.ts';

async function* once(text: string) {
  yield Buffer.from(text);
}

const BY = { exhibit: 'x', action: 'redact', because: 'asked for', by: 'Dana Cole', on: '2026-10-14' };

async function redacted(text: string, asked: Pick<RedactionEntry, 'columns'> = {}): Promise<string> {
  const made = await redactedCopy(once(text), [RedactionEntry.parse({ ...BY, ...asked })]);
  return Buffer.from(made.bytes).toString();
}

async function sanitised(text: string): Promise<string> {
  const made = await sanitisedCopy(once(text), [], { standIn: (_, kind) => `<${kind}>` });
  return Buffer.from(made?.bytes ?? []).toString();
}

describe('a copy with values taken out', () => {
  it('takes a column out of each row of a long table, also where cells hold line breaks behind braces', async () => {
    const plain = Array.from({ length: 1_500 }, (_, i) => `host-${i},"${'x'.repeat(60)}",Winter-${i}!Qx9`);
    const wide = Array.from({ length: 4_500 }, (_, i) => `host-${i},"{""a"": 1\n}\nand so on",Summer-${i}!Qx9`);
    const text = ['host,detail,password', ...plain, ...wide].join('\n');
    expect(await redacted(text, { columns: ['password'] })).not.toMatch(/(?:Winter|Summer)-\d+!/);
    expect(await redacted(text)).not.toMatch(/(?:Winter|Summer)-\d+!/);
  });

  it('takes out the whole address in which a password stands, whichever of both was found first', async () => {
    const text = 'hostname,link\nbackup,https://admin:hunter22X@vpn.lakeside.example/x?y\n';
    expect(await sanitised(text)).toBe('hostname,link\n<device-name>,<web-address>\n');
    // Asked for secrets, it leaves the address and takes the secret.
    expect(await redacted(text)).toBe(
      'hostname,link\nbackup,https://admin:[redacted:address-with-password]@vpn.lakeside.example/x?y\n',
    );
  });

  it('takes out each text of a list that stands under a key', async () => {
    const text = JSON.stringify(
      { recoveryCodes: ['AB12-CD34-EF56', 'ZX98-QW76-ER54'], members: ['Kim Adler', 'Dana Cole'], roles: ['reader'] },
      null,
      1,
    );
    expect(sightingsIn(text).map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`)).toEqual([
      'password AB12-CD34-EF56',
      'password ZX98-QW76-ER54',
    ]);
    expect(JSON.parse(await redacted(text, { columns: ['members'] }))).toEqual({
      recoveryCodes: ['AB12-CD34-EF56', 'ZX98-QW76-ER54'],
      members: ['[redacted:column]', '[redacted:column]'],
      roles: ['reader'],
    });
  });

  it('knows a list by what one of its texts would be called, and what people wrote in one', async () => {
    const text = JSON.stringify([{ displayNames: ['Kim "K" Adler', 'Dana Cole'], notes: ['asks for Kim', 'left'] }]);
    expect(await sanitised(text)).toBe(
      '[{"displayNames":["<person-name>","<person-name>"],"notes":["<free-text>","<free-text>"]}]',
    );
  });
});

describe('what may be shown of what stays in an exhibit', () => {
  const engagement = Engagement.parse({
    client: { name: 'Lakeside Family Dental' },
    period: { from: '2025-10-01', to: '2026-09-30' },
    asOf: '2026-10-15',
    frameworks: ['nist-csf-2.0'],
    operatingModel: 'co-managed',
    redaction: [
      { ...BY, exhibit: 'net/old.csv', action: 'except', kinds: ['password'] },
      { ...BY, exhibit: 'hr/staff.csv', action: 'redact' },
    ],
  });
  const shown = (...paths: readonly string[]) => [
    ...wordsToWithhold({
      engagement,
      findings: { facts: [] },
      named: true,
      sightings: {
        values: new Map([['k3epOut77', 'password']]),
        found: paths.map((path) => ({
          path,
          kind: 'password',
          class: 'secret',
          count: 1,
          lines: [2],
          fingerprints: [],
        })),
      },
      key: undefined,
      ownWords: [],
    }).keys(),
  ];

  it('is a kind that a named person excepted wherever it stands', () => {
    expect(shown('net/old.csv', 'net/old.csv!/inner.csv')).toEqual([]);
  });

  it('is nothing of a kind that was taken out of another exhibit', () => {
    expect(shown('net/old.csv', 'hr/staff.csv')).toEqual(['k3epOut77']);
  });
});

describe('what somebody writes into an answer', () => {
  const writing = (text: string) => () =>
    proveNoSecretWritten({
      file: 'form.xlsx',
      texts: ['Yes', text],
      words: new Map([
        ['k3epOut77', '[redacted:password]'],
        ['Kim Canary', 'person-k7q2mf'],
      ]),
      sightings: {
        values: new Map([
          ['k3epOut77', 'password'],
          ['Kim Canary', 'person-name'],
        ]),
      },
    });

  it('may name a person, and no password that stands in an exhibit', () => {
    expect(writing('Kim Canary looks after it')).not.toThrow();
    expect(writing('sign in with K3epOut77')).toThrow('form.xlsx: 1 x password');
  });
});

describe('the salts of copies', () => {
  const made = (edition: string, copy: string) => ({
    edition,
    number: 'E-001',
    path: 'hr/staff.csv',
    original: 'aa',
    copy,
    salt: '07',
    commitment: 'cc',
  });
  const kept = (folder: string) =>
    JSON.parse(readFileSync(join(folder, 'proofpack.commitments.json'), 'utf8')).commitments.map(
      (each: { readonly edition: string; readonly copy: string }) => `${each.edition} ${each.copy}`,
    );

  it('stay when a later build makes other copies, and are there once', async () => {
    const folder = newFolder();
    await saveCommitments(folder, [made('auditor', '2025'), made('internal', '2025')]);
    await saveCommitments(folder, [made('auditor', '2026')]);
    await saveCommitments(folder, [made('auditor', '2026')]);
    expect(kept(folder)).toEqual(['auditor 2025', 'internal 2025', 'auditor 2026']);
  });

  it('are not written over where they cannot be read', async () => {
    const folder = newFolder();
    const path = join(folder, 'proofpack.commitments.json');
    writeFileSync(path, '{"schema": "proofpack.commit');
    await expect(saveCommitments(folder, [made('auditor', '2026')])).rejects.toMatchObject({
      code: 'commitments-broken',
    });
    expect(readFileSync(path, 'utf8')).toBe('{"schema": "proofpack.commit');
  });
});

describe('the objects of a PDF', () => {
  it('are read where the length of a stream stands in another object, whatever its number', () => {
    const stream = deflateSync(Buffer.from('password=Winter24!Qz'));
    for (const number of [7, 12, 345]) {
      const pdf = Buffer.concat([
        Buffer.from(`%PDF-1.4\n5 0 obj\n<< /Filter /FlateDecode /Length ${number} 0 R >>\nstream\n`),
        stream,
        Buffer.from(`\nendstream\nendobj\n${number} 0 obj\n${stream.length}\nendobj\n`),
      ]);
      expect(pdfTexts(pdf).join('\n')).toContain('Winter24!Qz');
    }
  });
});
