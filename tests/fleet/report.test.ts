import { describe, expect, it } from 'vitest';
import { readPortfolioTemplates } from '../../src/disk/index.ts';
import { type Outcome, portfolioFindings } from '../../src/fleet/index.ts';
import type { CivilDate } from '../../src/kernel/civil-date.ts';
import { diagnostic } from '../../src/kernel/diagnostic.ts';
import { CivilDate as Day } from '../../src/model/engagement.ts';
import { Portfolio } from '../../src/model/portfolio.ts';
import type { ClientSummary, Wanting, Who } from '../../src/model/portfolio-client.ts';
import { composePortfolio, portfolioView } from '../../src/report/index.ts';

const day = (text: string) => Day.parse(text);

const sam: Who = { party: 'internal-it', side: 'client', title: 'Internal IT', name: 'Sam Ortiz' };
const northlake: Who = { party: 'msp', side: 'provider', title: 'Provider', name: 'Northlake IT' };

const wanting = (more: Partial<Wanting>): Wanting => ({
  practice: 'restore-testing',
  title: 'Restores are tested',
  state: 'missing',
  newest: null,
  by: sam,
  duty: 'client',
  severity: 'high',
  obtain: 'The log of a restore.',
  facts: [],
  ...more,
});

const summary = (name: string, more: Partial<ClientSummary> = {}): ClientSummary => ({
  name,
  asOf: day('2026-10-15'),
  renewsOn: null,
  model: 'Co-managed',
  headlines: [
    { framework: 'cyber-insurance', title: 'Insurance', controls: 10, applicable: 9, supported: 4, assessed: 6 },
  ],
  answers: {},
  unsignable: [],
  wanting: [],
  gaps: { high: 1, moderate: 0, low: 0 },
  contradictions: 0,
  exhibits: { read: 3, others: 1 },
  sources: [],
  ...more,
});

const outcome = (id: string, known: ClientSummary | null): Outcome => ({
  id,
  name: known?.name ?? id,
  state: known === null ? 'failed' : 'built',
  exit: known === null ? 2 : 0,
  problems: known === null ? [diagnostic('client-over-time', { client: id, minutes: 1 })] : [],
  met: [],
  packages: [],
  summary: known,
  seconds: 1,
});

const claim = {
  control: 'INS-MFA-01',
  title: 'MFA for e-mail',
  claimed: 'yes',
  ceiling: 'partly',
  by: 'Dana Cole',
  text: '38 of 40 have it.',
  overridden: false,
};

const quarterPoint = (quarter: string, asOf: string, supported: number) => ({
  quarter,
  asOf: day(asOf),
  package: 'a'.repeat(64),
  breaks: [],
  supported,
  assessed: 2,
  applicable: 9,
});

const of = (outcomes: readonly Outcome[], renewals: Readonly<Record<string, CivilDate>> = {}) =>
  portfolioFindings({
    outcomes,
    notes: [],
    portfolio: Portfolio.parse({ name: 'Northlake IT' }),
    today: day('2026-10-20'),
    renewals,
    before: new Map([
      [
        'lakeside',
        {
          asOf: day('2025-10-15'),
          headlines: [{ framework: 'cyber-insurance', supported: 1, assessed: 2, applicable: 9 }],
          quarters: [
            {
              framework: 'cyber-insurance',
              points: [
                quarterPoint('2025-Q2', '2025-05-15', 0),
                { quarter: '2025-Q3', missing: true },
                quarterPoint('2025-Q4', '2025-10-15', 1),
              ],
            },
          ],
        },
      ],
    ]),
  });

const backups = wanting({
  practice: 'backups',
  title: 'Backups run',
  facts: ['backup-days-over-period'],
  by: northlake,
  duty: 'provider',
});
const three = of([
  outcome('harbor', summary('Harbor', { wanting: [backups], sources: ['restic-check'] })),
  outcome(
    'lakeside',
    summary('Lakeside', {
      renewsOn: day('2026-11-01'),
      unsignable: [claim],
      wanting: [backups, wanting({})],
      sources: ['restic-check'],
    }),
  ),
  outcome(
    'pier',
    summary('Pier', {
      renewsOn: day('2027-01-10'),
      wanting: [{ ...backups, state: 'stale' }],
      sources: ['veeam-sessions'],
    }),
  ),
  outcome('quay', null),
]);

describe('the portfolio report', () => {
  it('puts clients in the order of their renewals, those without a day last', () => {
    expect(three.clients.map(({ name, daysLeft }) => [name, daysLeft])).toEqual([
      ['Lakeside', 12],
      ['Pier', 82],
      ['Harbor', null],
      ['quay', null],
    ]);
  });

  it('has renewals to come before those of which the next day was not entered', () => {
    const mixed = of([
      outcome('old', summary('Old', { renewsOn: day('2026-10-01') })),
      outcome('none', summary('None')),
      outcome('far', summary('Far', { renewsOn: day('2027-03-01') })),
      outcome('near', summary('Near', { renewsOn: day('2026-12-10') })),
    ]);
    const view = portfolioView(mixed);
    expect(view.clientGroups.map(({ title, clients }) => [title, ...clients.map(({ name }) => name)])).toEqual([
      ['Renewals to come: 2 clients', 'Near', 'Far'],
      ['Past the day that is entered: 1 client', 'Old'],
      ['Without a day of renewal: 1 client', 'None'],
    ]);
    expect(view.renewals).toBe('1 from 31 to 60, 1 later, 1 past the day that is entered, 1 without a day');
    expect(view.trended).toBe(false);
  });

  it('has a client that could not be assessed at its day of renewal, with the cure, and counts nothing of it as none', async () => {
    const renewals = { stopped: day('2026-10-22'), late: day('2026-11-19') };
    const coming = Array.from({ length: 9 }, (_, i) =>
      outcome(`c${i}`, summary(`C${i}`, { renewsOn: day('2026-10-21') })),
    );
    const findings = of(
      [
        ...coming,
        outcome('late', null),
        outcome('none', summary('None')),
        outcome('stopped', null),
        outcome('wrong', null),
      ],
      renewals,
    );
    const view = portfolioView(findings);
    expect(view.clientGroups.map(({ title, clients }) => [title, clients.at(-1)?.name])).toEqual([
      ['Renewals to come: 11 clients', 'late'],
      ['Without a day of renewal: 1 client', 'None'],
      ['Day of renewal not known: 1 client', 'wrong'],
    ]);
    expect(view.clientGroups[0]?.clients.find(({ name }) => name === 'stopped')).toMatchObject({
      ...{ renewsOn: '2026-10-22', days: '2 days', headlines: ['not assessed'] },
      ...{ unsignable: '–', missing: '–', stale: '–', highGaps: '–' },
    });
    expect(view.renewals).toBe('11 within 30 days, 1 without a day, 1 not known');
    expect(view.monday[0]).toEqual({
      title: '3 clients could not be assessed',
      text: 'stopped (renews in 2 days), late (renews in 30 days), wrong. Each is told below with its cure.',
    });
    expect(view.troubles[0]).toMatchObject({ name: 'stopped', cure: expect.stringContaining('minutes') });
    const { document, files } = composePortfolio(findings, { templates: await readPortfolioTemplates() });
    expect(JSON.stringify(document.blocks)).toContain('not assessed');
    const calendar = files.find(({ path }) => path === 'renewals.ics')?.text ?? '';
    expect(calendar.match(/^DTSTART/gm)).toHaveLength(11);
    expect(calendar.replaceAll('\r\n ', '')).toContain('DESCRIPTION:Not assessed: ');
  });

  it('adds up over all clients which question is answered too broadly', () => {
    const many = of(
      Array.from({ length: 1200 }, (_, i) =>
        outcome(
          `c${i}`,
          summary(`Client ${i}`, {
            renewsOn: day('2026-11-01'),
            unsignable: [{ ...claim, ceiling: i < 200 ? 'no' : 'partly' }],
          }),
        ),
      ),
    );
    const view = portfolioView(many);
    expect(view.unsignableByQuestion).toEqual([
      {
        control: 'INS-MFA-01',
        title: 'MFA for e-mail',
        clients: '1,200',
        claimed: 'yes (1,200)',
        ceilings: ['Partly (1,000)', 'No (200)'],
      },
    ]);
    expect(view.unsignableSoon).toHaveLength(80);
    expect(view.weeksFigure).toBe('renewals');
  });

  it('asks for one of two exports that would bring the same, and names the other', () => {
    const wanted = wanting({ practice: 'backups', title: 'Backups run', facts: ['backup-days-over-period'] });
    const [first, ...others] = of([
      outcome('harbor', summary('Harbor', { wanting: [wanted], sources: ['restic-check'] })),
    ]).exports.filter(({ product }) => product === 'restic');
    expect(others).toEqual([]);
    expect(first).toMatchObject({ source: 'restic-backup', gaps: 1 });
    expect(first?.alternatives.length).toBeGreaterThan(1);
  });

  it('tells on page one what to do first', () => {
    expect(portfolioView(three).monday.map(({ title }) => title)).toEqual([
      '1 client could not be assessed',
      '1 client renews within 30 days with an answer meant to be given that the evidence does not carry',
      'Ask for one export: restic backup (JSON lines)',
      'Your own part: 1 practice that you do or prove, without current evidence at 3 clients',
      'Sam Ortiz (Lakeside) owes most of the clients’ evidence: 1 practice',
      '1 client without a day of renewal',
    ]);
    expect(portfolioView(of([outcome('pier', summary('Pier', { renewsOn: day('2027-06-01') }))])).monday).toHaveLength(
      1,
    );
  });

  it('counts an export where its tool is in use, and not where it was handed over and is current', () => {
    const offer = (source: string) => three.exports.find((each) => each.source === source);
    expect(offer('restic-backup')).toMatchObject({ gaps: 2, clients: 2, gapsElsewhere: 1, clientsElsewhere: 1 });
    expect(offer('veeam-sessions')).toMatchObject({ gaps: 1, gapsElsewhere: 2 });
    expect(offer('restic-backup')?.basis).toEqual([
      { client: 'Lakeside', practices: ['Backups run'] },
      { client: 'Harbor', practices: ['Backups run'] },
    ]);
    const current = of([outcome('harbor', summary('Harbor', { wanting: [backups], sources: ['restic-backup'] }))]);
    expect(current.exports.find(({ source }) => source === 'restic-backup')).toBeUndefined();
  });

  it('adds up what the provider owes over all clients, and what a client’s own people owe for theirs', () => {
    expect(three.owners.map(({ who, client, wanting: lines }) => [who?.name, client, lines.length])).toEqual([
      ['Northlake IT', null, 3],
      ['Sam Ortiz', 'Lakeside', 1],
    ]);
    expect(three.duties).toMatchObject([
      { practice: 'backups', missing: 2, stale: 1, clients: ['Lakeside', 'Pier', 'Harbor'] },
    ]);
    expect(three.tools).toEqual([
      { product: 'restic', missing: 2, stale: 0, clients: 2 },
      { product: 'Veeam Backup & Replication', missing: 0, stale: 1, clients: 1 },
    ]);
  });

  it('tells the trend since the last build that is kept, and nothing where none is', () => {
    expect(portfolioView(three).trend).toBe(
      '1 client better, 0 worse, 0 the same, of those whose store keeps an earlier build',
    );
    expect(
      portfolioView(three)
        .clientGroups.flatMap(({ clients }) => clients)
        .map(({ trend }) => trend),
    ).toEqual(['Insurance +3 since 2025-10-15', '', '', '']);
  });

  it('tells quarter by quarter what the stores keep, and leaves a quarter open of which nothing is kept', () => {
    expect(portfolioView(three).quarters).toEqual([
      {
        title: 'Insurance',
        rows: [
          { quarter: '2025-Q2', clients: '1 of 1', supported: '0 of 9', assessed: '2 of 9', same: '', broken: '' },
          { quarter: '2025-Q3', clients: 'nothing kept', supported: '', assessed: '', same: '', broken: '' },
          { quarter: '2025-Q4', clients: '1 of 1', supported: '1 of 9', assessed: '2 of 9', same: '', broken: '' },
        ],
      },
    ]);
  });

  it('is a document, a workbook, a page, a table for each owner and a calendar', async () => {
    const { document, workbook, files } = composePortfolio(three, { templates: await readPortfolioTemplates() });
    expect(document.blocks.filter(({ type }) => type === 'heading').length).toBeGreaterThan(6);
    expect(workbook.sheets.map(({ name, rows }) => [name, rows.length])).toContainEqual(['Clients', 4]);
    expect(files.map(({ path }) => path)).toEqual([
      'portfolio.html',
      'owners/northlake-it.csv',
      'owners/sam-ortiz-lakeside.csv',
      'renewals.ics',
    ]);
    const text = (path: string) => files.find((file) => file.path === path)?.text ?? '';
    expect(text('portfolio.html')).toContain('MFA for e-mail');
    expect(text('owners/sam-ortiz-lakeside.csv').split('\r\n')[1]).toBe(
      '2026-11-01,Lakeside,missing,,Restores are tested,High,The log of a restore.',
    );
    expect(
      text('owners/northlake-it.csv')
        .split('\r\n')
        .slice(1, 4)
        .map((row) => row.slice(0, 22)),
    ).toEqual(['2026-11-01,Lakeside,mi', '2027-01-10,Pier,not cu', ',Harbor,missing,,Backu']);
    expect(text('renewals.ics').match(/^DTSTART;VALUE=DATE:\d+/gm)).toEqual([
      'DTSTART;VALUE=DATE:20261101',
      'DTSTART;VALUE=DATE:20270110',
    ]);
    // The words of a client are nobody's markup, and its rows are not here at all.
    const hostile = of([outcome('x', summary('<script>alert(1)</script>|**', { renewsOn: day('2026-11-01') }))]);
    const page = composePortfolio(hostile, { templates: await readPortfolioTemplates() }).files[0]?.text ?? '';
    expect(page).not.toContain('<script>alert');
  });
});
