import { describe, expect, it } from 'vitest';
import { defaultsAbove, readCatalog, readEngagement, readPortfolio } from '../../src/disk/index.ts';
import { ProofpackError } from '../../src/kernel/failure.ts';
import { catalogueWith, folderWith } from '../disk/world.ts';

const catalog = await readCatalog({ shipped: catalogueWith() });

const PORTFOLIO = `defaults:
  period: { from: 2025-10-01, to: 2026-09-30 }
  asOf: 2026-10-15
  frameworks: [demo]
  operatingModel: co-managed
  brand: { organisation: Northlake IT, logo: brand/logo.png }
  mappings: [mappings]
`;

const problemsOf = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: unknown) => {
      if (!(error instanceof ProofpackError)) throw error;
      for (const { hint } of error.problems) expect(hint).not.toBe('');
      return error.problems.map(({ place, message }) => `${place?.path}:${place?.line}:${place?.column}  ${message}`);
    },
  );

describe('a client that lies in a portfolio', () => {
  it('may say no more than its name', async () => {
    const folder = folderWith({
      'portfolio.yaml': PORTFOLIO,
      'brand/logo.png': 'x',
      'lakeside/engagement.yaml': 'client: { name: Lakeside }\nrenewsOn: 2026-12-01\n',
    });
    expect(await readEngagement(`${folder}/lakeside`, catalog)).toMatchObject({
      client: { name: 'Lakeside', timeZone: 'UTC' },
      asOf: '2026-10-15',
      renewsOn: '2026-12-01',
      brand: { organisation: 'Northlake IT', logo: '../brand/logo.png' },
      mappings: ['../mappings'],
    });
  });

  it('names fonts as they are seen from where it lies', async () => {
    const folder = folderWith({
      'portfolio.yaml': `defaults: { brand: { fonts: { text: { regular: fonts/a.ttf, bold: ./fonts/b.ttf }, further: [{ regular: fonts/c.ttf }] } } }`,
      'lakeside/engagement.yaml': 'client: { name: Lakeside }\n',
    });
    expect((await defaultsAbove(`${folder}/lakeside`))?.defaults.brand?.fonts).toEqual({
      text: { regular: '../fonts/a.ttf', bold: '../fonts/b.ttf' },
      further: [{ regular: '../fonts/c.ttf' }],
    });
  });

  it('is told of what is wrong where it was written', async () => {
    const folder = folderWith({
      'portfolio.yaml': PORTFOLIO.replace('co-managed', 'comanaged').replace('[demo]', '[dem]'),
      'lakeside/engagement.yaml': 'client: { name: Lakeside }\nframeworks: [deno]\n',
    });
    expect(await problemsOf(readEngagement(`${folder}/lakeside`, catalog))).toEqual([
      'engagement.yaml:2:14  there is no framework "deno"; did you mean "demo"?',
      expect.stringContaining('../portfolio.yaml:5:19  there is no operating model "comanaged"'),
      expect.stringContaining('../portfolio.yaml:6:46  there is no file "../brand/logo.png"'),
    ]);
  });

  it('is its own where no portfolio lies directly above', async () => {
    const folder = folderWith({ 'portfolio.yaml': PORTFOLIO, 'a/lakeside/engagement.yaml': 'client: { name: X }\n' });
    expect(await defaultsAbove(`${folder}/a/lakeside`)).toBeUndefined();
    expect(await problemsOf(readEngagement(`${folder}/a/lakeside`, catalog))).toContainEqual(
      expect.stringContaining('"asOf" is missing'),
    );
  });
});

describe('portfolio.yaml', () => {
  it('is strict, and tells every mistake at its line', async () => {
    const folder = folderWith({
      'portfolio.yaml': `defaults:
  treshold: { a: 1 }
  claims: []
build: { jobs: 0 }
related: [{ client: a, mentions: b }]
`,
    });
    expect(await problemsOf(readPortfolio(folder))).toEqual([
      'portfolio.yaml:2:3  unknown key "treshold"; did you mean "thresholds"?',
      'portfolio.yaml:3:3  unknown key "claims"',
      expect.stringMatching(/^portfolio\.yaml:4:16 {2}"build\.jobs"/),
      expect.stringMatching(/^portfolio\.yaml:5:11 {2}"related\[0\]\.because" is missing/),
    ]);
  });

  it('may be left out', async () => {
    expect(await readPortfolio(folderWith({}))).toMatchObject({ defaults: {}, related: [], build: {} });
  });
});
