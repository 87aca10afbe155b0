import { createHash } from 'node:crypto';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../src/model/document.ts';
import { openFonts, renderPdf } from '../../src/pdf/index.ts';
import { spell } from '../../src/pdf/spell.ts';
import fc from '../house/fast-check.ts';
import { FONT_BYTES } from './fonts.ts';
import { cell, documentOf, heading, pdfToText, runElsewhere, runTool, say, squeezed, toolsHere } from './kit.ts';
import { NASTY } from './nasty.ts';
import { sampleDocument } from './sample.ts';

const fonts = openFonts(FONT_BYTES);
const render = async (document: Document): Promise<Uint8Array> =>
  (await renderPdf(document, { fonts: FONT_BYTES, mark: '9f86d081884c' })).bytes;

/** As it must be printed, in the order in which it is read. */
const printed = (text: string): string =>
  squeezed(
    spell(text, 'regular', fonts, new Set())
      .map((part) => part.text)
      .join(''),
  );

const tableOf = (rows: readonly (readonly string[])[]): Block => ({
  type: 'table',
  columns: (rows[0] ?? []).map((_, index) => ({ title: `Column ${index + 1}` })),
  rows: rows.map((row) => row.map(cell)),
  empty: 'none',
});

describe.runIf(toolsHere)('what is printed can be read back', () => {
  it('every value of a hundred random tables', { timeout: 300_000 }, async () => {
    const word = fc.oneof(
      { weight: 6, arbitrary: fc.string({ minLength: 1, maxLength: 12 }) },
      { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }) },
      { weight: 1, arbitrary: fc.string({ minLength: 150, maxLength: 400 }) },
    );
    const value = fc.array(word, { minLength: 1, maxLength: 20 }).map((words) => words.join(' '));
    const rows = fc
      .integer({ min: 1, max: 5 })
      .chain((count) =>
        fc.array(fc.array(value, { minLength: count, maxLength: count }), { minLength: 1, maxLength: 8 }),
      );
    await fc.assert(
      // One cell after the other as a paragraph as well, since columns interleave their lines.
      fc.asyncProperty(rows, fc.constantFrom('letter' as const, 'a4' as const), async (table, paper) => {
        const values = table.flat();
        const blocks: readonly Block[] = [
          ...values.flatMap((text): readonly Block[] => [{ type: 'list', ordered: false, items: [say(text)] }]),
          { type: 'break', to: 'page' },
          tableOf(table),
        ];
        const bytes = await render(documentOf(blocks, { paper, running: { left: '', right: '', footer: '' } }));
        const read = squeezed(
          pdfToText(bytes)
            .replace(/^\s*(9f86d081884c\s+)?Page \d+ of \d+\s*$/gm, '')
            .replace(/9f86d081884c/g, ''),
        );
        for (const text of values) expect(read).toContain(printed(text));
      }),
      { numRuns: 100 },
    );
  });

  it('every line of a cell of 200 lines', async () => {
    const lines = Array.from({ length: 200 }, (_, index) => `row ${index} of the log`);
    const read = pdfToText(await render(documentOf([tableOf([['x', lines.join('\n')]])])));
    for (const line of lines) expect(read).toContain(line);
  });

  it('sixty nasty strings, as value, title and bookmark', async () => {
    expect(NASTY).toHaveLength(60);
    const blocks = NASTY.flatMap((text, index): readonly Block[] => [
      heading(text, `h${index}`, 2),
      {
        type: 'paragraph',
        content: [{ text }, { text: ' in code ' }, { text, code: true }, { text: ' in bold ' }, { text, bold: true }],
      },
    ]);
    const title = NASTY.join(' ');
    const bytes = await render(
      documentOf(blocks, {
        title,
        subject: title,
        author: title,
        running: { left: title, right: title, footer: title },
      }),
    );
    const read = squeezed(pdfToText(bytes));
    for (const text of NASTY) expect(read).toContain(printed(text));
    expect(runTool('qpdf', ['--check', 'PDF'], bytes)).toMatchObject({ code: 0 });
    expect(metadataOf(bytes)).toContain('Smith &amp; Sons');
  });

  it('values that look alike stay what they are', async () => {
    const bytes = await render(
      documentOf([
        { type: 'paragraph', content: say('micro µ mu μ, sum ∑ sigma Σ, no\u00A0break, hyphen-minus - hyphen \u2010') },
      ]),
    );
    expect(pdfToText(bytes)).toContain('micro µ mu μ, sum ∑ sigma Σ, no break, hyphen-minus - hyphen \u2010');
  });
});

describe.runIf(toolsHere)('the file', () => {
  it('is well formed, tagged, titled, without active content', async () => {
    const bytes = await render(sampleDocument());
    expect(runTool('qpdf', ['--check', 'PDF'], bytes)).toMatchObject({ code: 0 });
    const info = runTool('pdfinfo', ['PDF'], bytes).out;
    expect(info).toMatch(/Title:\s+Control Report: Smith & Sons Dental\n/);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/JavaScript:\s+no/);
    expect(info).toMatch(/Form:\s+none/);
    expect(info).toMatch(/PDF version:\s+1\.7/);
    const objects = runTool('qpdf', ['--qdf', '--object-streams=disable', 'PDF', '-'], bytes).out;
    for (const key of [
      '/JavaScript',
      '/JS',
      '/OpenAction',
      '/AA',
      '/Launch',
      '/SubmitForm',
      '/EmbeddedFiles',
      '/Encrypt',
    ])
      expect(objects).not.toMatch(new RegExp(`${key}\\b`));
    expect([...objects.matchAll(/\/URI \((.*?)\)/g)].map(([, uri]) => uri).sort()).toEqual([
      'https://www.nist.gov/cyberframework',
      'mailto:evidence@northlake.example',
    ]);
    for (const key of ['/Lang (en-US)', '/DisplayDocTitle true', '/Marked true', '/Tabs /S', '/GTS_PDFA1'])
      expect(objects).toContain(key);
    expect(objects.match(/\/Subtype \/Link/g)?.length).toBe(objects.match(/\/Contents [(<]/g)?.length);
  });

  it('shows its structure to a screen reader', { timeout: 300_000 }, async () => {
    const { blocks } = sampleDocument();
    const few = blocks.slice(
      0,
      blocks.findIndex((block) => block.type === 'table' && block.size === 'small'),
    );
    const bytes = await render(sampleDocument({ blocks: few }));
    const tree = runTool('pdfinfo', ['-struct-text', 'PDF'], bytes).out;
    const roles = new Set(tree.match(/^ *([A-Z][A-Za-z0-9]*)(?=[ :\n])/gm)?.map((line) => line.trim()));
    for (const role of [
      'Document',
      'H1',
      'H2',
      'H3',
      'P',
      'L',
      'LI',
      'Lbl',
      'LBody',
      'Table',
      'TR',
      'TH',
      'TD',
      'Figure',
      'Link',
      'TOC',
      'TOCI',
      'Reference',
      'Caption',
    ])
      expect(roles).toContain(role);
    expect(tree).toMatch(/TH:?[\s\S]{0,40}\/Scope \/Column/);
    expect(tree).toMatch(/\/Scope \/Row/);
    expect(tree).not.toMatch(/Page \d+ of/);
    expect(tree.indexOf('Where we stand')).toBeLessThan(tree.indexOf('Who owns what'));
    expect(runTool('pdfinfo', ['-struct', 'PDF'], bytes).out).not.toMatch(/error/i);
  });

  it('has bookmarks and destinations that lead to the right pages', async () => {
    const bytes = await render(sampleDocument());
    const dests = runTool('pdfinfo', ['-dests', 'PDF'], bytes).out;
    expect(dests).toMatch(/^ *3 .*"d00000\d"/m);
    expect(runTool('qpdf', ['--json=2', '--json-key=outlines', 'PDF'], bytes).out).toContain(
      '"title": "Where we stand"',
    );
  });

  it('says in its metadata what it conforms to, as well-formed XML', async () => {
    const bytes = await render(sampleDocument({ title: 'Smith & Sons <b>', author: ']]> "x"' }));
    const xml = metadataOf(bytes);
    const texts: string[] = [];
    const parser = new SaxesParser();
    parser.on('text', (text) => texts.push(text));
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(xml).close();
    expect(texts).toContain('Smith & Sons <b>');
    expect(texts).toContain(']]> "x"');
    expect(xml).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A</);
    expect(xml).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(xml).toContain('<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>');
    expect(xml).toContain('<xmp:CreateDate>2026-10-15T12:00:00Z</xmp:CreateDate>');
  });

  it('is the same twice, and differs when the content does', async () => {
    const [one, two, other] = await Promise.all([
      render(sampleDocument()),
      render(sampleDocument()),
      render(sampleDocument({ title: 'Another' })),
    ]);
    expect(Buffer.compare(one, two)).toBe(0);
    expect(Buffer.compare(one, other)).not.toBe(0);
  });

  it('is the same in every time zone and locale', { timeout: 300_000 }, async () => {
    const expected = createHash('sha256')
      .update(await render(sampleDocument()))
      .digest('hex');
    const script = `
      import { createHash } from 'node:crypto';
      import { renderPdf } from './src/pdf/index.js';
      import { FONT_BYTES } from './tests/pdf/fonts.js';
      import { sampleDocument } from './tests/pdf/sample.js';
      const { bytes } = await renderPdf(sampleDocument(), { fonts: FONT_BYTES, mark: '9f86d081884c' });
      process.stdout.write(createHash('sha256').update(bytes).digest('hex'));`;
    const places = [
      { TZ: 'Asia/Kolkata', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
      { TZ: 'America/Los_Angeles', LC_ALL: 'C', LANG: 'C' },
      { TZ: 'Pacific/Kiritimati', LC_ALL: 'sv_SE.UTF-8', LANG: 'sv_SE.UTF-8' },
    ];
    expect(runElsewhere(script, places)).toEqual(places.map(() => expected));
  });

  it('takes a logo, and goes without one that cannot be read', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const cover: Block = { type: 'cover', title: 'T', subtitle: '', client: 'C', lines: [], notice: '' };
    const broken = Buffer.from(png);
    broken.fill(0x55, 41, 50);
    for (const logo of [png, broken, png.subarray(0, 50), Buffer.from('no picture'), Buffer.alloc(0)]) {
      const brand = {
        organisation: 'Org',
        colour: '#123456',
        logo: { bytes: new Uint8Array(logo), format: 'png' as const },
      };
      const bytes = await render(documentOf([cover], { brand }));
      expect(Buffer.from(bytes).includes('/Subtype /Image')).toBe(logo === png);
      expect(pdfToText(bytes).includes('Org')).toBe(logo !== png);
      expect(runTool('qpdf', ['--check', 'PDF'], bytes)).toMatchObject({ code: 0 });
    }
  });

  it('holds ten thousand tagged rows, made in seconds', { timeout: 300_000 }, async () => {
    const rows = Array.from({ length: 10_000 }, (_, row) =>
      Array.from({ length: 8 }, (_, column) => `value ${row * 8 + column}`),
    );
    const before = process.cpuUsage();
    const bytes = await render(documentOf([tableOf(rows)], { orientation: 'landscape' }));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(20);
    expect(bytes.length).toBeLessThan(5e6);
    expect(runTool('qpdf', ['--check', 'PDF'], bytes)).toMatchObject({ code: 0 });
    const read = pdfToText(bytes, ['-f', '400']);
    for (const value of [79_000, 79_998, 79_999]) expect(read).toContain(`value ${value}`);
  });
});

function metadataOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('utf8');
  const start = text.indexOf('<x:xmpmeta');
  const end = text.indexOf('</x:xmpmeta>');
  expect(start).toBeGreaterThan(0);
  return text.slice(start, end + '</x:xmpmeta>'.length);
}
