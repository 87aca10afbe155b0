import { expect, it } from 'vitest';
import { Engagement } from '../../src/model/engagement.ts';
import { compose } from '../../src/report/index.ts';
import { PLACEMENTS, TEMPLATES, WORLD } from './world.ts';

function composed(brand: Record<string, unknown>) {
  const engagement = Engagement.parse({ ...WORLD.engagement, brand: { ...WORLD.engagement.brand, ...brand } });
  const options = { edition: 'customer' as const, templates: TEMPLATES, placements: PLACEMENTS, assurance: '' };
  return compose({ ...WORLD, engagement }, options);
}

it('takes a short colour, and notes the one that it cannot read', () => {
  expect(composed({ colour: '#06f' }).documents[0]?.brand.colour).toBe('#06f');
  const { documents, notes } = composed({ colour: 'reddish' });
  expect(documents[0]?.brand.colour).toBe('#0B5FA5');
  expect(notes).toContainEqual(expect.objectContaining({ code: 'brand-colour-invalid' }));
});

it('tells classification at the foot of each page, and the watermark to those who do not see it', () => {
  const { documents, files } = composed({ classification: 'Confidential', watermark: 'DRAFT 2' });
  for (const { running, brand } of documents) {
    // Who it is for and as of when comes before the organisation, whose name may be cut.
    expect(running.footer).toMatch(/^Confidential · .* · as of 2026-\d\d-\d\d · /);
    expect(brand.watermark).toBe('DRAFT 2');
  }
  expect(JSON.stringify(documents[0]?.blocks)).toContain('DRAFT 2, behind each page');
  expect(files.find(({ path }) => path === 'data/index.html')?.text).toContain('DRAFT 2');
});

it('names the tool in no document under a white label', () => {
  const told = (whiteLabel: boolean) => JSON.stringify(composed({ whiteLabel }).documents.map(({ blocks }) => blocks));
  expect(told(false)).toContain('proofpack');
  expect(told(true)).not.toContain('proofpack');
});
