import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilitySays } from '../../bench/valid-pages/accessible.mjs';
import { pdfcpuSays, preflightHere, preflightSays, qpdfSays, veraPdfSays } from '../../bench/valid-pages/judges.mjs';
import {
  assuranceOf,
  type PackageParts,
  type PdfKey,
  pack,
  planPackage,
  readCertificates,
  readPdfKey,
  roomFor,
  signPdf,
  verifyPackage,
} from '../../src/bundle/index.ts';
import { readPdfSignature } from '../../src/bundle/trust/pdf-signature.ts';
import { renderPdf } from '../../src/pdf/index.ts';
import { ROOT } from '../house/house.ts';
import { FONT_BYTES } from '../pdf/fonts.ts';
import { documentOf, paragraph } from '../pdf/kit.ts';
import { sampleDocument } from '../pdf/sample.ts';
import { SMALL } from './world.ts';

const folder = mkdtempSync(join(tmpdir(), 'proofpack-pdf-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const text = (...names: readonly string[]) => names.map((name) => readFileSync(at(name), 'utf8')).join('');
const openssl = (...argv: readonly string[]) => {
  const run = spawnSync('openssl', argv, { cwd: folder, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`openssl ${argv.join(' ')}\n${run.stderr}`);
};
const NOON = Date.UTC(2026, 9, 15, 12);

/** A root, and one whom it issued a certificate for signing; two others who issued their own. */
function makeCertificates(): void {
  const self = (name: string, ...more: readonly string[]) =>
    openssl('req', '-x509', '-nodes', '-keyout', `${name}.key`, '-out', `${name}.pem`, '-subj', `/CN=${name}`, ...more);
  self('root', '-newkey', 'rsa:2048', '-days', '3650');
  self('mallory', '-newkey', 'rsa:2048', '-days', '3650');
  self('curve', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-days', '3650');
  self('short', '-newkey', 'rsa:1024', '-days', '3650');
  openssl(
    'req',
    '-new',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'marta.key',
    '-out',
    'marta.csr',
    '-subj',
    '/O=Northlake IT/CN=Marta Ruiz',
  );
  openssl(
    'x509',
    '-req',
    '-in',
    'marta.csr',
    '-CA',
    'root.pem',
    '-CAkey',
    'root.key',
    '-CAcreateserial',
    '-days',
    '3000',
    '-out',
    'marta.pem',
  );
  openssl('pkcs8', '-topk8', '-in', 'marta.key', '-out', 'locked.key', '-passout', 'pass:five words by chance');
}

function keyOf(...names: readonly string[]): PdfKey {
  const key = readPdfKey(text(...names), { notBefore: NOON });
  if (typeof key === 'string') throw new Error(key);
  return key;
}

let marta: PdfKey;
let mallory: PdfKey;
let first: Uint8Array;
let second: Uint8Array;
beforeAll(async () => {
  makeCertificates();
  marta = keyOf('marta.key', 'marta.pem', 'root.pem');
  mallory = keyOf('mallory.key', 'mallory.pem');
  first = await signed(marta, 'One.');
  second = await signed(marta, 'Two.');
}, 60_000);

async function signed(key: PdfKey, words: string): Promise<Uint8Array> {
  return signPdf(await unsigned(key, words), key);
}

async function unsigned(key: PdfKey, words: string): Promise<Uint8Array> {
  const signatureRoom = { at: key.at, bytes: roomFor(key) };
  const { bytes } = await renderPdf(documentOf([paragraph(words)]), { fonts: FONT_BYTES, mark: 'm', signatureRoom });
  return bytes;
}

async function told(documents: readonly Uint8Array[], pdfSigner?: string) {
  const parts: PackageParts = {
    ...SMALL,
    howToVerify: '[pdf]\nby {{pdfSubject}}\n[all]\nend\n',
    assurance: assuranceOf(undefined, marta),
    documents: documents.map((bytes, index) => ({ fileName: `0${index}-Document`, bytes })),
  };
  const pdfSigners = pdfSigner === undefined ? undefined : readCertificates(text(pdfSigner));
  const bytes = await pack(planPackage(parts));
  const { holds, findings } = await verifyPackage(bytes, undefined, { pdfSigners });
  const codes = findings.filter(({ code }) => code.startsWith('pdf-')).map(({ code, path }) => [code, path]);
  return { holds, codes, words: Buffer.from(unzipSync(bytes)['HOW-TO-VERIFY.txt'] ?? []).toString() };
}

describe('a signed PDF', () => {
  it('is valid for pdfsig, as a whole, and for every judge of pages', { timeout: 120_000 }, async () => {
    const signatureRoom = { at: marta.at, bytes: roomFor(marta) };
    const { bytes } = await renderPdf(sampleDocument(), { fonts: FONT_BYTES, mark: 'm', signatureRoom });
    const file = at('everything.pdf');
    writeFileSync(file, signPdf(bytes, marta));
    const { stdout } = spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8' });
    expect(stdout).toContain('Signature is Valid.');
    expect(stdout).toContain('Total document signed');
    expect(stdout).toContain('CN=Marta Ruiz');
    expect(stdout).toContain('ETSI.CAdES.detached');
    expect(qpdfSays(file)).toEqual([]);
    expect(accessibilitySays(file)).toEqual([]);
    expect(pdfcpuSays([file])).toEqual([]);
    if (preflightHere) expect(preflightSays([file])).toEqual([]);
    expect(veraPdfSays([file])).toEqual([]);
  });

  it('is the same each time', async () => {
    expect(Buffer.from(await signed(marta, 'One.')).equals(first)).toBe(true);
  });

  it('is none any more, whichever byte is another', () => {
    expect(readPdfSignature(first)).toMatchObject({ at: marta.at });
    const kept: number[] = [];
    // Of the last of the issuers nobody in the file says that it is what it was; the reader has it from elsewhere.
    const root = marta.issuers[0]?.raw.toString('hex') ?? '';
    const from = Buffer.from(first).indexOf(root);
    expect(from).toBeGreaterThan(0);
    for (let place = 0; place < first.length; place += 61) {
      if (place >= from && place < from + root.length) continue;
      const bent = Uint8Array.from(first);
      bent[place] = (bent[place] ?? 0) ^ 1;
      if (typeof readPdfSignature(bent) !== 'string') kept.push(place);
    }
    expect(kept).toEqual([]);
    const flipped = at('flipped.pdf');
    const bent = Uint8Array.from(first);
    bent[40] = (bent[40] ?? 0) ^ 1;
    writeFileSync(flipped, bent);
    expect(spawnSync('pdfsig', ['-nocert', flipped], { encoding: 'utf8' }).stdout).not.toContain('Signature is Valid');
  });

  it('is none when something was added to it, or when its room was moved', () => {
    const grown = Buffer.concat([first, Buffer.from('\n1 0 obj\n<<>>\nendobj\n')]);
    expect(readPdfSignature(grown)).toBe('invalid');
    const twice = Buffer.concat([first, Buffer.from('/ByteRange [0 1 2 3]')]);
    expect(readPdfSignature(twice)).toBe('invalid');
    expect(readPdfSignature(Buffer.from('%PDF-1.7'))).toBe('none');
  });
});

describe('the PDFs of a package', () => {
  it('are signed by somebody unknown, until the reader names the certificate or its issuer', async () => {
    const both = [first, second];
    expect(await told(both)).toMatchObject({
      holds: true,
      codes: [['pdf-signer-unknown', null]],
      words: 'by O=Northlake IT, CN=Marta Ruiz\nend\n',
    });
    expect(await told(both, 'root.pem')).toMatchObject({ holds: true, codes: [['pdf-signed', null]] });
    expect(await told(both, 'marta.pem')).toMatchObject({ holds: true, codes: [['pdf-signed', null]] });
    expect(await told(both, 'mallory.pem')).toMatchObject({ holds: false, codes: [['pdf-signer-refused', null]] });
  });

  it('are refused when one is changed, unsigned or signed by another, however well the package is packed anew', async () => {
    const bent = Uint8Array.from(second);
    bent[40] = (bent[40] ?? 0) ^ 1;
    for (const other of [bent, await unsigned(marta, 'Two.'), await signed(mallory, 'Two.')])
      expect(await told([first, other])).toMatchObject({
        holds: false,
        codes: [['pdf-signature-invalid', 'data/01-Document.pdf']],
      });
  });

  it('are told on page one, which does not say that nothing is signed', () => {
    expect(assuranceOf(undefined, marta)).toMatchObject({
      level: 'E1',
      says: expect.stringContaining('each PDF is signed'),
    });
    expect(assuranceOf(undefined).says).toContain('nothing is signed');
  });

  it('say nothing where none is signed, unless the reader wants it', async () => {
    const plain = [Buffer.from('%PDF-1.7 one')];
    expect(await told(plain)).toMatchObject({ holds: true, codes: [] });
    expect(await told(plain, 'root.pem')).toMatchObject({ holds: false, codes: [['pdf-signer-refused', null]] });
  });
});

interface Checked {
  readonly by: string | undefined;
  readonly files: number;
  readonly others: readonly string[];
}

describe('the page that checks a package in a browser', () => {
  const page = (name: string) => import(join(ROOT, `templates/package/verify/${name}.mjs`));
  const packed = (...documents: readonly Uint8Array[]) =>
    pack(
      planPackage({
        ...SMALL,
        documents: documents.map((bytes, index) => ({ fileName: `0${index}-Document`, bytes })),
      }),
    );
  const print = () => marta.certificate.fingerprint256;

  it('tells by which certificate the PDFs are signed, and that a plain one is not', async () => {
    const { judge } = await page('page');
    const whole = async (...documents: readonly Uint8Array[]) =>
      judge([{ path: 'a.zip', bytes: await packed(...documents) }]);
    expect(await whole(first, second)).toMatchObject({ whole: true, findings: [], pdfs: { by: print(), files: 2 } });
    const plain = await whole(Buffer.from('%PDF-1.7 one'));
    expect(plain).toMatchObject({ whole: true });
    expect(plain.pdfs).toBeUndefined();
  });

  it('refuses the PDFs that the tool refuses', async () => {
    const { judge } = await page('page');
    const hole = Buffer.from(second).indexOf('<', Buffer.from(second).indexOf('/ByteRange')) + 1;
    const bent = (at: number, signs: string) => {
      const bytes = Buffer.from(second);
      bytes.write(signs, at);
      return bytes;
    };
    const others = [
      bent(40, '!'),
      bent(hole + 4, 'ffff'),
      bent(hole + 4, 'zz'),
      bent(Buffer.from(second).indexOf('/ByteRange [0 ') + 14, '0'),
      Buffer.concat([second, Buffer.from('\n1 0 obj\n<<>>\nendobj\n')]),
      Buffer.concat([second, Buffer.from('/ByteRange [0 1 2 3]')]),
      await unsigned(marta, 'Two.'),
      await signed(mallory, 'Two.'),
      Buffer.from('%PDF-1.7 /ByteRange [0 1 2 3] /Contents <'),
    ];
    const expected = [{ code: 'pdf-signature-invalid', path: 'data/01-Document.pdf' }];
    for (const [index, other] of others.entries()) {
      const bytes = await packed(first, other);
      expect(await judge([{ path: 'a.zip', bytes }]), `${index}`).toMatchObject({ whole: false, findings: expected });
      const { findings } = await verifyPackage(bytes);
      expect(
        findings.filter(({ code }) => code.startsWith('pdf-')),
        `${index}`,
      ).toMatchObject(expected);
    }
  });

  it('believes none in which a byte is another, but for those that sign nothing', async () => {
    const { checkPdfs } = await page('pdf');
    const check = (bytes: Uint8Array): Promise<Checked> => checkPdfs(new Map([['data/00.pdf', bytes]]));
    expect(await check(first)).toEqual({ by: print(), files: 1, others: [] });
    const start = Buffer.from(first).indexOf('<', Buffer.from(first).indexOf('/ByteRange'));
    const end = Buffer.from(first).indexOf('>', start);
    for (let place = 0; place < first.length; place += 211) {
      if (place > start && place < end) continue;
      const bent = Uint8Array.from(first);
      bent[place] = (bent[place] ?? 0) ^ 1;
      expect((await check(bent))?.by, `byte ${place}`).toBeUndefined();
    }
    // The last 256 bytes of the value in the room are the signature itself.
    const hex = Buffer.from(first).toString('latin1', start + 1, end);
    const length = hex.replace(/(?:00)+$/, '').length;
    for (let digit = length - 500; digit < length; digit += 53) {
      const bent = Buffer.from(first);
      bent.write(hex[digit] === '0' ? '1' : '0', start + 1 + digit);
      expect((await check(bent)).by, `digit ${digit}`).toBeUndefined();
    }
  });
});

describe('what signs PDFs', () => {
  it.each([
    ['no-key', ['marta.pem']],
    ['no-certificate', ['marta.key']],
    ['passphrase', ['locked.key', 'marta.pem']],
    ['other-kind', ['curve.key', 'curve.pem']],
    ['other-kind', ['short.key', 'short.pem']],
    ['not-together', ['marta.key', 'root.pem']],
  ])('%s: %j', (fault, names) => {
    expect(readPdfKey(text(...names), { notBefore: NOON })).toBe(fault);
  });

  it('opens with its passphrase only, and states no day before or after its certificate', () => {
    const locked = text('locked.key', 'marta.pem');
    expect(readPdfKey(locked, { notBefore: NOON, passphrase: 'five words by design' })).toBe('wrong-passphrase');
    expect(readPdfKey(locked, { notBefore: NOON, passphrase: 'five words by chance' })).toMatchObject({ at: marta.at });
    expect(readPdfKey(text('marta.key', 'marta.pem'), { notBefore: Date.UTC(2099, 0, 1) })).toBe('outside-validity');
    const later = marta.at + 86_400_000;
    expect(readPdfKey(text('marta.key', 'marta.pem'), { notBefore: later })).toMatchObject({ at: later });
  });
});
