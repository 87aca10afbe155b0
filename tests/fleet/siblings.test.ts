import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { proofpack } from '../cli/world.ts';
import { PORTFOLIO, portfolioOf, write } from './world.ts';

describe('one client of a portfolio, built by hand', () => {
  const withMail = () =>
    portfolioOf({ lakeside: { 'mail.csv': 'who\nkim@lakeside.example\npat@harbor.example\n' }, harbor: {} });

  it('stops over another one’s file as the fleet does, with both names', async () => {
    const folder = withMail();
    const zip = join(folder, 'lakeside.zip');
    const { exit, err } = await proofpack('build', join(folder, 'lakeside'), '-o', zip);
    expect(exit).toBe(2);
    expect(err).toContain(
      'mail.csv line 3 carries harbor.example, which belongs to The harbor and not to The lakeside; nothing was built.',
    );
    expect(existsSync(zip)).toBe(false);
    expect((await proofpack('preview', join(folder, 'lakeside'))).exit).toBe(2);
  });

  it('is told by whoever only looks', async () => {
    const folder = join(withMail(), 'lakeside');
    const told = expect.objectContaining({ code: 'other-client-here', place: { path: 'mail.csv', line: 3 } });
    for (const verb of ['inspect', 'assess']) {
      const said = await proofpack(verb, folder, '--json');
      expect([verb, said.exit, said.json()]).toMatchObject([verb, 0, { notes: expect.arrayContaining([told]) }]);
      const { out, err } = await proofpack(verb, folder);
      expect(out + err).toContain('belongs to The harbor and not to The lakeside: no package will be built');
    }
  });

  it('goes on where the portfolio says that the two do business, and where there is no portfolio', async () => {
    const related = withMail();
    write(
      related,
      'portfolio.yaml',
      `${PORTFOLIO}related:\n  - { client: lakeside, mentions: harbor, because: Its book-keeper. }\n`,
    );
    expect((await proofpack('assess', join(related, 'lakeside'), '--json')).json()).toMatchObject({ notes: [] });
    const alone = withMail();
    rmSync(join(alone, 'portfolio.yaml'));
    const { err } = await proofpack('inspect', join(alone, 'lakeside'));
    expect(err).not.toContain('harbor');
  });
});
