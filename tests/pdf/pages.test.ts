import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { accessibilitySays } from '../../bench/valid-pages/accessible.mjs';
import { dataset, kindOf } from '../../bench/valid-pages/datasets.mjs';
import { pdfcpuSays, preflightHere, preflightSays, qpdfSays, veraPdfSays } from '../../bench/valid-pages/judges.mjs';
import { FOOTER_MARK, missingFrom, readAloud } from '../../bench/valid-pages/read-back.mjs';
import { type Layout, layOut, openFonts } from '../../src/pdf/index.ts';
import { paint } from '../../src/pdf/paint/index.ts';
import { FONT_BYTES } from './fonts.ts';
import { documentOf, heading, outside, paragraph, toolsHere } from './kit.ts';
import { sampleDocument } from './sample.ts';

const fonts = openFonts(FONT_BYTES);
const folder = mkdtempSync(join(tmpdir(), 'pages-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function written(name: string, document = sampleDocument(), change = (layout: Layout): Layout => layout) {
  const layout = change(layOut(document, fonts, { mark: FOOTER_MARK }));
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, await paint(document, layout, fonts));
  return { file, layout };
}

describe.runIf(toolsHere)('documents made by chance, of which the bench looks at a thousand', () => {
  /** Small ones, since the time of a test is everybody's. */
  const seeds = [979, 978, 168, 445, 58, 603, 982, 856, 308, 555, 960, 110, 770, 20, 530, 380, 480, 690, 640, 100];

  it('are of every kind', () => {
    expect(new Set(seeds.map(kindOf)).size).toBe(6);
  });

  it('print every value, inside their pages, in files that are valid and accessible', {
    timeout: 120_000,
  }, async () => {
    for (const seed of seeds) {
      const { document, values } = dataset(seed, { rows: 200 });
      const { file, layout } = await written(String(seed), document);
      expect(layout.pages.flatMap(outside), `seed ${seed}`).toEqual([]);
      expect(missingFrom(file, values, new Set(layout.undrawn)), `seed ${seed}`).toEqual([]);
      if (seed % 3 === 0) expect(qpdfSays(file), `seed ${seed}`).toEqual([]);
      if (seed % 10 === 0) expect(accessibilitySays(file), `seed ${seed}`).toEqual([]);
    }
  });
});

describe.runIf(toolsHere)('a document with everything', () => {
  it('is found valid by every judge that is here', { timeout: 120_000 }, async () => {
    const { file } = await written('everything');
    expect(accessibilitySays(file)).toEqual([]);
    expect(pdfcpuSays([file])).toEqual([]);
    if (preflightHere) expect(preflightSays([file])).toEqual([]);
    expect(veraPdfSays([file])).toEqual([]);
  });

  it('would not be, had it a figure without words, a skipped heading or a loose piece of content', async () => {
    const broken = (name: string, change: (layout: Layout) => Layout) => written(name, sampleDocument(), change);
    const mute = await broken('mute', (layout) => ({
      ...layout,
      structure: layout.structure.map(({ alt, ...node }) => node),
    }));
    expect(accessibilitySays(mute.file)).toContain('accessible: 13-004 figure without alternative');
    const skipped = await broken('skipped', (layout) => ({
      ...layout,
      structure: layout.structure.map((node) => (node.role === 'H2' ? { ...node, role: 'H3' as const } : node)),
    }));
    expect(accessibilitySays(skipped.file)).toContain('accessible: 14-003 H3 after H1');
    const unscoped = await broken('unscoped', (layout) => ({
      ...layout,
      structure: layout.structure.map(({ scope, ...node }) => node),
    }));
    expect(accessibilitySays(unscoped.file)).toContain('accessible: 15-003 TH without scope');
  });

  it('would not be read back, had a page lost a line', async () => {
    const document = documentOf([heading('Backups', 'b'), paragraph('All of them were restored.')]);
    const { file } = await written('lost', document, (layout) => ({
      ...layout,
      pages: layout.pages.map((page) => ({
        ...page,
        marks: page.marks.filter((mark) => mark.mark !== 'text' || !mark.text.startsWith('All')),
      })),
    }));
    expect(missingFrom(file, ['Backups', 'All of them were restored.'], new Set())).toEqual([
      'All of them were restored.',
    ]);
    expect(readAloud(file)).toBe('Backups');
  });
});
