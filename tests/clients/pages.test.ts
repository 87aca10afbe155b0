import { expect, it } from 'vitest';
import { placeExhibits } from '../../src/bundle/index.ts';
import { readFonts, readTemplates } from '../../src/disk/index.ts';
import { layOut, openFonts } from '../../src/pdf/index.ts';
import { compose } from '../../src/report/index.ts';
import { assessClient, CLIENTS, folderOf } from './world.ts';

const templates = await readTemplates();
const fonts = openFonts(await readFonts());

// PRODUCT.md 7: an insurer gets at most 15 pages. By rule, never by leaving out what is bad: docs/decisions/0005.
it.each(CLIENTS)('%s: an insurer reads at most fifteen pages, on either paper', async (client) => {
  const findings = await assessClient(folderOf(client));
  const placements = placeExhibits(findings.exhibits, 'insurer');
  for (const paper of ['letter', 'a4'] as const) {
    const { documents, mark } = compose(findings, { edition: 'insurer', templates, placements, assurance: '', paper });
    const pages = documents.map((document) => [document.fileName, layOut(document, fonts, { mark }).pages.length]);
    const total = pages.reduce((sum, [, count]) => sum + Number(count), 0);
    expect(total, `${paper}: ${pages.map((each) => each.join(' ')).join(', ')}`).toBeLessThanOrEqual(15);
  }
});
