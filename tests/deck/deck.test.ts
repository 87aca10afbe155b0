import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { renderDeck } from '../../src/deck/index.ts';
import { partsOf, zipOf } from '../../src/deck/zip.ts';
import type { Deck } from '../../src/model/deck.ts';
import type { Edition } from '../../src/model/engagement.ts';
import { shippedTexts } from '../../src/redaction/index.ts';
import { compose } from '../../src/report/index.ts';
import { CANARIES, PLACEMENTS, TEMPLATES, WORLD } from '../report/world.ts';

function deckOf(edition: Edition): Deck {
  return compose(WORLD, { edition, templates: TEMPLATES, placements: PLACEMENTS, assurance: 'Hashes only.' }).deck();
}

const ONE_PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const rendered = async (deck: Deck) => renderDeck(deck, await import('pptxgenjs'));

describe('the slides', () => {
  it('are eight to twelve, and begin with whom they are about', () => {
    const { slides, footer } = deckOf('auditor');
    expect(slides.length).toBeGreaterThanOrEqual(8);
    expect(slides.length).toBeLessThanOrEqual(12);
    expect(slides[0]).toMatchObject({ kind: 'title', title: WORLD.engagement.client.name });
    expect(footer).toMatch(/as of 2026-10-15 · findings [0-9a-f]{12}$/);
  });

  it('state the finding of each chart in words, and draw the numbers of the documents', () => {
    const { slides } = deckOf('auditor');
    const charts = slides.flatMap((slide) => (slide.kind === 'chart' ? [slide.chart] : []));
    expect(charts.filter(({ alt }) => alt.trim() === '')).toEqual([]);
    const [first] = WORLD.frameworks;
    const counted = charts[0]?.series
      .flatMap(({ values }) => values)
      .reduce<number>((sum, value) => sum + (value ?? 0), 0);
    expect(counted).toBe(first?.controls.length);
  });

  it('name nobody in an edition without names', async () => {
    const bytes = await rendered(deckOf('insurer'));
    const texts = shippedTexts('slides.pptx', bytes).join('\n');
    expect(texts).toContain(WORLD.engagement.client.name);
    for (const canary of CANARIES) expect(texts, canary).not.toContain(canary);
  });

  it('have charts of the program itself, and their numbers in sheets that are searched as well', async () => {
    const deck = deckOf('auditor');
    const bytes = await rendered(deck);
    const names = Object.keys(unzipSync(bytes));
    expect(names[0]).toBe('[Content_Types].xml');
    const charts = deck.slides.filter(({ kind }) => kind === 'chart').length;
    expect(names.filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))).toHaveLength(charts);
    expect(names.filter((name) => name.endsWith('.xlsx'))).toHaveLength(charts);
    expect(shippedTexts('slides.pptx', bytes)).toContain('xl/workbook.xml');
  });

  it('open, whatever signs the names in them have', async () => {
    const deck = deckOf('auditor');
    const organisation = 'Meyer & Söhne <IT> "Nord"';
    const bytes = await rendered({ ...deck, title: organisation, brand: { ...deck.brand, organisation } });
    const parts = partsOf(Buffer.from(bytes)).filter(({ name }) => /\.(?:xml|rels)$/.test(name));
    for (const { name, content } of parts) {
      const parser = new SaxesParser();
      const wrong: string[] = [];
      parser.on('error', ({ message }) => wrong.push(message));
      parser.write(content.toString('utf8')).close();
      expect(wrong, name).toEqual([]);
    }
    const app = parts.find(({ name }) => name === 'docProps/app.xml')?.content.toString('utf8');
    expect(app).toContain('<Company>Meyer &amp; Söhne &lt;IT&gt; "Nord"</Company>');
  });

  it('set a table smaller until it fits above the foot, however long the names', async () => {
    const name = 'Hanseatische Systemhaus- und IT-Dienstleistungsgesellschaft Müller-Lüdenscheidt & Söhne mbH';
    const deck = deckOf('auditor');
    const sizes = async (owner: string) => {
      const slides = deck.slides.map((slide) =>
        slide.kind === 'table'
          ? { ...slide, rows: slide.rows.map((row) => row.map((text, at) => (at === 2 ? owner : text))) }
          : slide,
      );
      const parts = partsOf(Buffer.from(await rendered({ ...deck, slides })));
      const texts = parts.flatMap(({ content }) => /<a:tbl>.*<\/a:tbl>/s.exec(content.toString('utf8'))?.[0] ?? []);
      return texts.map((text) => Math.max(...[...text.matchAll(/ sz="(\d+)"/g)].map(([, size]) => Number(size))));
    };
    const [short, long] = [await sizes('Sam'), await sizes(name)];
    expect(short.length).toBeGreaterThan(0);
    expect(Math.max(...long)).toBeLessThan(Math.max(...short));
    expect(Math.min(...long)).toBeGreaterThanOrEqual(900);
  });

  it('carry the logo on their first slide, or the name of whose they are', async () => {
    const deck = deckOf('auditor');
    const logo = { format: 'png' as const, bytes: new Uint8Array(Buffer.from(ONE_PIXEL, 'base64')) };
    const names = (bytes: Uint8Array) => Object.keys(unzipSync(bytes)).filter((name) => name.startsWith('ppt/media/'));
    const plain = { ...deck, brand: { organisation: 'Northlake IT', colour: '#0B5FA5', watermark: 'DRAFT' } };
    const bytes = await rendered(plain);
    expect(names(bytes)).toEqual([]);
    const slides = partsOf(Buffer.from(bytes)).filter(({ name }) => name === 'ppt/slides/slide1.xml');
    expect(slides[0]?.content.toString('utf8')).toMatch(/Northlake IT.*DRAFT/s);
    expect(names(await rendered({ ...plain, brand: { ...plain.brand, logo } }))).toHaveLength(1);
  });

  it('are the same bytes each time, of the day of the engagement', async () => {
    const deck = deckOf('auditor');
    const [one, other] = [await rendered(deck), await rendered(deck)];
    expect(Buffer.compare(one, other)).toBe(0);
    const all = partsOf(Buffer.from(one)).flatMap(({ name, content }) =>
      name.endsWith('.xlsx') ? partsOf(content) : [{ name, content }],
    );
    const days = all.flatMap(({ content }) => content.toString('utf8').match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? []);
    expect(new Set(days)).toEqual(new Set(['2026-10-15T00:00:00Z']));
  });

  it('is written as others read it', () => {
    const parts = [
      { name: 'b', content: Buffer.from('two'.repeat(400)) },
      { name: 'a', content: Buffer.from('') },
      { name: 'first', content: Buffer.from('ä') },
    ];
    const zip = zipOf(parts, 'first');
    expect(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['first', 'ä'],
      ['a', ''],
      ['b', 'two'.repeat(400)],
    ]);
    expect(partsOf(zip).map(({ name }) => name)).toEqual(['first', 'a', 'b']);
  });
});
