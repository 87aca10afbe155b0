import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { saveCommitments } from '../../src/disk/index.ts';
import { needlesOf } from '../../src/kernel/needles.ts';
import { proveNoSecretWritten, wordsToWithhold } from '../../src/leaks.ts';
import { Engagement } from '../../src/model/engagement.ts';
import { RedactionEntry } from '../../src/model/redaction.ts';
import { pdfContents, pdfTexts, redactedCopy, sightingsIn } from '../../src/redaction/index.ts';
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

describe('what formats can do with a name and its value', () => {
  const kindsIn = (text: string) => sightingsIn(text).map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`);

  it('a list of any length stands under its key to its end', async () => {
    const codes = Array.from({ length: 20_000 }, (_, i) => `AB${i % 10}2-CD34-EF${String(i).padStart(6, '0')}`);
    for (const indent of [0, 1]) {
      const text = JSON.stringify({ recoveryCodes: codes, owners: [[1234567]] }, null, indent);
      expect(JSON.parse(await redacted(text))).toEqual({
        recoveryCodes: codes.map(() => '[redacted:password]'),
        owners: [[1234567]],
      });
      expect(JSON.parse(await redacted(text, { columns: ['recoveryCodes', 'owners'] }))).toEqual({
        recoveryCodes: codes.map(() => '[redacted:column]'),
        owners: [['[redacted:column]']],
      });
    }
  });

  it('a name and its value stay together wherever a document without line breaks is cut', async () => {
    const filler = '{"id":1,"text":"all, well"},'.repeat(18_700);
    for (let shift = 0; shift < 60; shift += 19) {
      const text = `[{"pad":"${'x'.repeat(shift)}"},${filler}{"password":"Winter, 24!Qx","z":1},${filler}{}]`;
      expect(await redacted(text)).not.toContain('24!Qx');
      const xml = `<all a="${'x'.repeat(shift)}">${'<a b="1">all, well</a>'.repeat(23_700)}<password>Winter, 24!Qx</password>${'<a/>'.repeat(9_000)}</all>`;
      expect(await redacted(xml)).not.toContain('24!Qx');
    }
  });

  it('XML holds it in single quotes, in CDATA, or beside the element that names it', () => {
    expect(kindsIn("<device hostName='LFD-WS01' userName = 'kimadler' state='on'/>")).toEqual([
      'device-name LFD-WS01',
      'account-name kimadler',
    ]);
    expect(kindsIn('<displayName>\n<![CDATA[Kim ]]x Adler]]></displayName>')).toEqual(['person-name Kim ]]x Adler']);
    expect(kindsIn("<data name='userName'><![CDATA[kimadler]]></data>")).toEqual(['account-name kimadler']);
    expect(kindsIn('<key>deviceName</key>\n  <string>LFD-WS01</string>')).toEqual(['device-name LFD-WS01']);
    expect(kindsIn("<add key='userName' value='kimadler'/>")).toEqual(['account-name kimadler']);
  });

  it('a photo of any size is one value', async () => {
    const photo = 'Ab1/'.repeat(60_000);
    expect(await redacted(JSON.stringify([{ thumbnailPhoto: photo, id: 7 }]))).toBe(
      '[{"thumbnailPhoto":"[redacted:face-photo]","id":7}]',
    );
  });

  it('what stands in an object or an element that a person named goes with it', async () => {
    const many = Array.from({ length: 9_000 }, (_, i) => ({ [`kim${i}`]: { name: `Kim ${i}`, age: i } }));
    const text = JSON.stringify({ a: 1, people: { many, 'Kim key': true }, b: [{ people: [{ n: 'Kim' }, 'Kim', 7] }] });
    expect(JSON.parse(await redacted(text, { columns: ['People'] }))).toEqual({
      a: 1,
      people: '[redacted:column]',
      b: [{ people: ['[redacted:column]', '[redacted:column]', '[redacted:column]'] }],
    });
    const xml = `<all><people x="Kim a"><p n='Kim b'>Kim c</p><people>Kim d</people><![CDATA[Kim e]]></people><p>Dana</p></all>`;
    expect(await redacted(xml, { columns: ['people'] })).toBe(
      `<all><people x="[redacted:column]"><p n='[redacted:column]'>[redacted:column]</p><people>[redacted:column]</people><![CDATA[[redacted:column]]]></people><p>Dana</p></all>`,
    );
    const log = 'took {"people": {"n": "Kim", …\nand Dana\n';
    expect(await redacted(log, { columns: ['people'] })).toBe('took {"people": "[redacted:column]"\nand Dana\n');
  });
});

describe('the streams of a PDF', () => {
  const pdfOf = (filter: string, stream: Uint8Array) =>
    Buffer.concat([
      Buffer.from(`%PDF-1.4\n5 0 obj\n<< /Filter ${filter} /Length ${stream.length} >>\nstream\n`),
      stream,
      Buffer.from('\nendstream\nendobj\n'),
    ]);

  it.each([
    ['/ASCIIHexDecode', Buffer.from('70 61 73 73776f72643d57696e746572 3234>'), 'password=Winter24'],
    [
      '[/ASCIIHexDecode /FlateDecode]',
      Buffer.from(deflateSync('password=Winter24').toString('hex')),
      'password=Winter24',
    ],
    ['/A85', Buffer.from('E+*g/GAhM44]c?8FCfJJ1]~>'), 'password=Winter24'],
    ['/RunLengthDecode', Buffer.from('\u0003Wint\u00ffe\u0000r\u0080', 'latin1'), 'Winteer'],
    // The example of ISO 32000-1, 7.4.4.2.
    ['/LZWDecode', Buffer.from('800b6050220c0c8501', 'hex'), '-----A---B'],
  ])('%s is unpacked', (filter, stream, text) => {
    const { texts, packed } = pdfContents(pdfOf(filter, stream));
    expect(texts).toContain(text);
    expect(packed).toBe(0);
  });

  it('is counted where it is broken, packed in an unknown way, or written as differences', () => {
    const good = deflateSync('password=Winter24');
    expect(pdfContents(pdfOf('/FlateDecode', good.subarray(4))).packed).toBe(1);
    expect(pdfContents(pdfOf('/JBIG2Decode', good)).packed).toBe(1);
    expect(pdfContents(pdfOf('/FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>', good)).packed).toBe(1);
    expect(pdfContents(pdfOf('/Type /XRef /Filter /FlateDecode /DecodeParms << /Predictor 12 >>', good)).packed).toBe(
      0,
    );
  });
});

describe('a copy that names nobody', () => {
  it('takes people, places and machines out of columns that do not say so plainly, and leaves products, states and measures', async () => {
    const text = [
      'Ticket,Hostname,Assigned To,Server,Operating system,State,Opened,Remark of who,Found on',
      'INC-481,nas01,Kim Adler,nas01,Windows Server 2022,open,2026-10-01,kim,LFD-WS07',
      'T-2,,"Cole, Dana",10 GB,Rocky Linux,closed,2026-10-02,n/a,Jamie Fox',
    ].join('\n');
    expect(await sanitised(text)).toBe(
      [
        'Ticket,Hostname,Assigned To,Server,Operating system,State,Opened,Remark of who,Found on',
        'INC-481,<device-name>,<person-name>,<device-name>,Windows Server 2022,open,2026-10-01,<person-name>,<device-name>',
        'T-2,,<person-name>,10 GB,Rocky Linux,closed,2026-10-02,n/a,<person-name>',
      ].join('\n'),
    );
    const json = [{ requestedBy: 'kim', members: ['dana', 'kim'], node: 'web1', product: 'Apache Tomcat', ok: true }];
    expect(JSON.parse(await sanitised(JSON.stringify(json)))).toEqual([
      {
        requestedBy: '<person-name>',
        members: ['<person-name>', '<person-name>'],
        node: '<device-name>',
        product: 'Apache Tomcat',
        ok: true,
      },
    ]);
  });

  it('takes out what other exhibits name, wherever it stands', async () => {
    const known = { needles: needlesOf(['Kim Adler']), kindOf: () => 'person-name' as const };
    const made = await sanitisedCopy(
      once('Id,Group name,State\n1,Circle of Kim Adler,ok\n'),
      [RedactionEntry.parse({ ...BY, columns: ['x', 'State'] })],
      {
        standIn: (_, kind) => `<${kind}>`,
        known,
      },
    );
    expect(Buffer.from(made?.bytes ?? []).toString()).toBe('Id,Group name,State\n1,Circle of <person-name>,<column>\n');
  });
});
