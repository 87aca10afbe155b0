import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SMALL_FRAMEWORK } from '../../bench/small-framework.mjs';
import { readCatalog, readPortfolioTemplates, readTemplates, readTransitionRules } from '../../src/disk/index.ts';
import { proofpack } from '../cli/world.ts';
import { folderWith } from '../disk/world.ts';
import { ROOT } from '../house/house.ts';
import { engagementOf, PORTFOLIO, runHere, write } from './world.ts';

const OURS = readFileSync(join(ROOT, 'templates/06-attestations.hbs'), 'utf8').replace(
  /(\n---\n)[\s\S]*/,
  '$1# Words of Northlake\n',
);

/** One client that has no framework of its own: what it is asked is the portfolio's. */
const lending = (more: Readonly<Record<string, string>> = {}) =>
  folderWith({
    'portfolio.yaml': PORTFOLIO,
    ...SMALL_FRAMEWORK,
    'templates/06-attestations.hbs': OURS,
    'lakeside/engagement.yaml': engagementOf('lakeside'),
    ...more,
  });

describe('what a portfolio has beside its file', () => {
  it('judges and words its clients as if it were their own', async () => {
    const folder = join(lending(), 'lakeside');
    const built = await proofpack('build', folder, '-o', join(folder, '..', 'out.zip'), '--json');
    expect(built.json()).toMatchObject({
      notes: expect.arrayContaining([
        expect.objectContaining({ code: 'template-own', place: { path: '../templates/06-attestations.hbs' } }),
      ]),
    });
    expect((await proofpack('verify', join(folder, '..', 'out.zip'))).out).toContain('reproduced');
    const said = await proofpack('explain', 'S-1', '--folder', folder);
    expect(said.exit, said.err).toBe(0);
  });

  it('lies under what the client has itself', async () => {
    const named = SMALL_FRAMEWORK['frameworks/small/framework.yaml'].replace('title: Small', 'title: Of its own');
    const folder = lending({
      ...Object.fromEntries(Object.entries(SMALL_FRAMEWORK).map(([path, text]) => [`lakeside/${path}`, text])),
      'lakeside/frameworks/small/framework.yaml': named,
      'lakeside/templates/06-attestations.hbs': 'of the client',
      'templates/partials/lent.hbs': 'of the portfolio',
    });
    const { frameworks } = await readCatalog({ beside: join(folder, 'lakeside') });
    expect(frameworks.filter(({ id }) => id === 'small').map(({ title }) => title)).toEqual(['Of its own']);
    const { documents, own } = await readTemplates(join(folder, 'lakeside'));
    expect(documents['06-attestations']).toBe('of the client');
    expect(own).toEqual(['../templates/partials/lent.hbs', 'templates/06-attestations.hbs']);
  });

  it('tells the rules of ownership too', async () => {
    const path = 'frameworks/operating-models/rules/transition.yaml';
    const folder = lending({ [path]: 'odd: true\n' });
    await expect(readTransitionRules(join(folder, 'lakeside'))).rejects.toThrow(`../${path}`);
    const rules = readFileSync(join(ROOT, path), 'utf8');
    write(folder, `lakeside/${path}`, rules);
    expect(await readTransitionRules(join(folder, 'lakeside'))).toEqual(await readTransitionRules());
  });

  it('is told of with its place where it is wrong, and is nobody’s without a portfolio', async () => {
    const folder = lending({ 'frameworks/practices/odd.yaml': 'domain: odd\ntitle: Odd\npractice: []\n' });
    const { exit, err } = await proofpack('assess', join(folder, 'lakeside'));
    expect([exit, err]).toEqual([2, expect.stringContaining('../frameworks/practices/odd.yaml')]);
    const alone = folderWith({ ...SMALL_FRAMEWORK, 'lakeside/engagement.yaml': engagementOf('lakeside') });
    const { frameworks } = await readCatalog({ beside: join(alone, 'lakeside') });
    expect(frameworks.some(({ id }) => id === 'small')).toBe(false);
  });

  it('is part of what its clients follow from; the templates of its own report are not', async () => {
    const folder = lending();
    const judge = { task: 'judge', changed: true } as const;
    expect((await runHere(folder, judge)).states).toEqual(['lakeside judged']);
    write(folder, 'templates/portfolio/portfolio.hbs', 'for the owner of the MSP alone');
    const { documents, own } = await readPortfolioTemplates(folder);
    expect([documents['portfolio'], own]).toEqual([
      'for the owner of the MSP alone',
      ['templates/portfolio/portfolio.hbs'],
    ]);
    expect((await runHere(folder, judge)).states).toEqual(['lakeside unchanged']);
    write(folder, 'templates/06-attestations.hbs', `${OURS}and more\n`);
    expect((await runHere(folder, judge)).states).toEqual(['lakeside judged']);
    write(folder, 'frameworks/small/framework.yaml', SMALL_FRAMEWORK['frameworks/small/framework.yaml'].concat('\n'));
    expect((await runHere(folder, judge)).states).toEqual(['lakeside judged']);
  });
});
