import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/kernel/sha256.ts';
import { Engagement } from '../../src/model/engagement.ts';
import { compose } from '../../src/report/index.ts';
import { CANARIES, PLACEMENTS, TEMPLATES, WORLD } from './world.ts';

const OVERRIDE = { by: 'Dana Cole', on: '2026-10-12', because: 'The two accounts are sealed' };
const CLAIM = { control: 'D-01', answer: 'yes', by: 'Dana Cole', on: '2026-10-10', override: OVERRIDE };
const RISK = {
  practice: 'restore-testing',
  until: '2027-03-31',
  because: 'Ends soon',
  by: 'Dana Cole',
  on: '2026-06-01',
};

function custody(edition: 'auditor' | 'insurer') {
  const engagement = Engagement.parse({ ...WORLD.engagement, claims: [CLAIM], riskAcceptances: [RISK] });
  const options = { edition, templates: TEMPLATES, placements: PLACEMENTS, assurance: '', software: 'proofpack 1' };
  return compose({ ...WORLD, engagement }, options).custody;
}

describe('the log of custody', () => {
  it('tells of every exhibit that it was received, and as what it was recognised', () => {
    const told = custody('auditor');
    const received = told.filter(({ event }) => event === 'received');
    expect(received.map(({ what, sha256: hash }) => [what, hash])).toEqual(
      PLACEMENTS.map(({ original, sha256: hash }) => [original, hash]),
    );
    expect(received[0]).toMatchObject({ by: WORLD.engagement.prepared?.by, on: WORLD.engagement.asOf });
    const recognised = told.filter(({ event }) => event === 'recognised');
    expect(recognised.map(({ because }) => because)).toEqual(
      WORLD.exhibits.filter(({ source, excluded }) => source && !excluded).map(({ source }) => source),
    );
    expect(recognised[0]).toMatchObject({ by: 'proofpack 1' });
  });

  it('tells who decided and who overrode, with the hash of what they wrote', () => {
    const told = custody('auditor').filter(({ what }) => ['D-01', 'restore-testing'].includes(what));
    expect(told).toEqual([
      {
        event: 'decided',
        what: 'restore-testing',
        sha256: sha256(JSON.stringify(RISK)),
        by: 'Dana Cole',
        on: '2026-06-01',
        because: 'Ends soon',
      },
      {
        event: 'decided',
        what: 'D-01',
        sha256: sha256(JSON.stringify(CLAIM)),
        by: 'Dana Cole',
        on: '2026-10-10',
        because: 'yes',
      },
      { event: 'overridden', what: 'D-01', sha256: sha256(JSON.stringify(CLAIM)), ...OVERRIDE },
    ]);
  });

  it('says what an edition withheld, and names nobody where the edition names nobody', () => {
    const told = custody('insurer');
    const text = JSON.stringify(told);
    expect(CANARIES.filter((name) => text.includes(name))).toEqual([]);
    expect(told.filter(({ event }) => event === 'received').map(({ what }) => what)).toEqual(
      PLACEMENTS.map(({ number }) => expect.stringMatching(new RegExp(`^${number}\\b`))),
    );
    expect(told.map(({ event }) => event)).toContain('overridden');
  });
});

it('names the templates that are not ours, with the hash of their text', () => {
  const own = ['templates/00-read-me-first.hbs'];
  const templates = { ...TEMPLATES, own };
  const text = TEMPLATES.documents['00-read-me-first'] ?? '';
  const options = { edition: 'auditor' as const, templates, placements: PLACEMENTS, assurance: '' };
  const told = compose(WORLD, options).custody.filter(({ what }) => what.endsWith('.hbs'));
  expect(told).toMatchObject([{ event: 'decided', what: own[0], sha256: sha256(text), on: WORLD.engagement.asOf }]);
  expect(custody('auditor').some(({ what }) => what.endsWith('.hbs'))).toBe(false);
});
