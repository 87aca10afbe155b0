import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/model/document.ts';
import { Engagement } from '../../src/model/engagement.ts';
import type { Findings } from '../../src/model/findings.ts';
import { figuresOf } from '../../src/report/figures/index.ts';
import { htmlPage } from '../../src/report/html/page.ts';
import { compose } from '../../src/report/index.ts';
import { lensOn } from '../../src/report/view/lens.ts';
import { PLACEMENTS, TEMPLATES, WORLD } from './world.ts';

function figure<K extends Figure['kind']>(
  name: string,
  kind: K,
  findings: Findings = WORLD,
): Extract<Figure, { kind: K }> {
  const found = figuresOf(lensOn(findings, { edition: 'auditor', placements: PLACEMENTS, domains: [] })).get(
    name,
  )?.figure;
  if (found?.kind !== kind) throw new Error(`${name} is ${found?.kind ?? 'not drawn'}`);
  return found as Extract<Figure, { kind: K }>;
}

const share = (id: string, n: number, of: number): Findings['facts'][number] => ({
  id,
  question: `${id}?`,
  fact: {
    status: 'known',
    measure: { kind: 'share', n, of, unit: 'device' },
    basis: [],
    exceptions: { listed: [], count: 0 },
    remarks: [],
    newest: null,
    oldest: null,
  } as never,
});

describe('how much of each list', () => {
  const [practice] = WORLD.practices;
  if (practice === undefined) throw new Error('no practice');
  const expects = (fact: string, atLeastPercent: number, bears: 'directly' | 'as-context' = 'directly') => ({
    fact,
    is: { atLeastPercent, named: `${fact}-percent` },
    shows: 'operation' as const,
    bears,
    because: 'It is asked for',
  });
  const findings = (thresholds: Readonly<Record<string, number>> = {}): Findings => ({
    ...WORLD,
    engagement: Engagement.parse({ ...WORLD.engagement, thresholds }),
    facts: [share('half', 5, 10), share('nearly', 996, 1000), share('none-asked', 1, 3), share('nothing', 0, 0)],
    practices: [
      { ...practice, expects: [expects('half', 95), expects('half', 100, 'as-context'), expects('nearly', 100)] },
    ],
  });

  it('draws what is furthest below its mark first, and a share of nothing not at all', () => {
    const { rows, alt } = figure('coverage', 'coverage', findings());
    expect(rows.map(({ label, asked }) => [label, asked])).toEqual([
      ['half?', 0.95],
      ['nearly?', 1],
      ['none-asked?', null],
    ]);
    expect(alt).toBe('3 shares were measured; a mark is set for 2, and 2 of them fall short of it.');
  });

  it('calls no bar furthest below that is not below', () => {
    const shares = (count: number, n: number) =>
      Array.from({ length: count }, (_, index) => share(`${n}-${index}`, n, 10));
    const caption = (below: number): string => {
      const facts = [...shares(below, 5), ...shares(30, 10)];
      const world = { ...WORLD, facts, practices: [{ ...practice, expects: facts.map(({ id }) => expects(id, 95)) }] };
      const lens = lensOn(world, { edition: 'auditor', placements: PLACEMENTS, domains: [] });
      return figuresOf(lens).get('coverage')?.caption ?? '';
    };
    expect(caption(3)).toMatch(/\(20 of 33: the 3 below it, and those that come next\)$/);
    expect(caption(25)).toMatch(/\(the 20 furthest below it, of 55\)$/);
  });

  it('says in words what is asked, and rounds down', () => {
    const notes = figure('coverage', 'coverage', findings()).rows.map(({ note }) => note.replaceAll('\u00a0', ' '));
    expect(notes).toEqual([
      '5 of 10 devices, 50 %, 95 % asked',
      '996 of 1000 devices, 99 %, 100 % asked',
      '1 of 3 devices, 33 %',
    ]);
  });

  it('knows a mark that the engagement moved', () => {
    const { rows, alt } = figure('coverage', 'coverage', findings({ 'half-percent': 40 }));
    expect(rows.find(({ label }) => label === 'half?')?.asked).toBe(0.4);
    expect(alt).toContain('1 of them fall short');
  });
});

describe('what is to be done', () => {
  const [gap] = WORLD.gaps;
  if (gap === undefined) throw new Error('no gap');
  const gaps = (count: number, more: Partial<typeof gap> = {}) =>
    Array.from({ length: count }, (_, index) => ({ ...gap, id: `GAP-${String(index + 1).padStart(3, '0')}`, ...more }));

  it('is a bar each, under who owns it, filled only where somebody decided', () => {
    const accepted = { ...gap, id: 'GAP-900', owner: 'msp', status: 'risk-accepted', due: '2027-03-31' };
    const open = {
      ...gap,
      id: 'GAP-901',
      owner: 'internal-it',
      status: 'open',
      due: '2026-11-14',
      milestones: ['2026-10-20 ask', 'soon'],
    };
    const { groups, to, alt } = figure('gap-plan', 'timeline', { ...WORLD, gaps: [accepted, open] });
    expect(to).toBe('2027-03-31');
    const rows = groups.flatMap((group) =>
      group.rows.map((row) => [group.title, row.decided, row.note, row.milestones]),
    );
    expect(rows).toContainEqual([expect.stringMatching(/: 1$/), false, '2026-11-14, open', ['2026-10-20']]);
    expect(rows).toContainEqual([expect.stringMatching(/: 1$/), true, '2027-03-31, risk accepted', expect.anything()]);
    expect(alt).toMatch(/^Of 2 gaps 1 is decided/);
  });

  it('shows the gravest, and says of how many', () => {
    const many = [
      ...gaps(30, { severity: 'low' }),
      { ...gap, id: 'GAP-999', severity: 'high' as const, due: '2029-01-01' },
    ];
    const figures = figuresOf(
      lensOn({ ...WORLD, gaps: many }, { edition: 'auditor', placements: PLACEMENTS, domains: [] }),
    );
    expect(figures.get('gap-plan')?.caption).toContain('(12 of 31, the gravest first)');
    expect(JSON.stringify(figures.get('gap-plan'))).toContain('GAP-999');
  });

  it('is not drawn where nothing is open', () => {
    expect(
      figuresOf(lensOn({ ...WORLD, gaps: [] }, { edition: 'auditor', placements: [], domains: [] })).has('gap-plan'),
    ).toBe(false);
  });
});

describe('who has which hats', () => {
  it('counts each party, and shows several who carry a practice out together each', () => {
    const { legend, rows, alt } = figure('hats', 'stacked-bars');
    expect(rows.map(({ label }) => label)).toEqual([
      'Accountable',
      'Responsible',
      'Evidence',
      'Approves',
      'After hours',
    ]);
    const accountable = rows[0]?.values.reduce((sum, value) => sum + value, 0);
    expect(accountable).toBe(WORLD.practices.length);
    expect(alt).toMatch(new RegExp(`^Of ${WORLD.practices.length} practices, `));
    expect(alt.split(' answers for ')).toHaveLength(legend.length + 1);
  });
});

describe('package after package', () => {
  const headline = (framework: string, supported: number, applicable = 10) => ({
    framework,
    supported,
    applicable,
    assessed: 9,
  });
  const told = (year: number, headlines: readonly ReturnType<typeof headline>[]) => ({
    asOf: `${year}-10-15`,
    period: { from: `${year - 1}-10-01`, to: `${year}-09-30` },
    sha256: '0'.repeat(64),
    headlines,
  });
  const [first, second] = WORLD.frameworks.map(({ framework }) => framework.id);
  const since = (...packages: readonly ReturnType<typeof told>[]): Findings => {
    const [last, ...before] = packages.toReversed();
    const previous = { ...last, client: WORLD.engagement.client.name, answers: [], earlier: before.toReversed() };
    return { ...WORLD, engagement: Engagement.parse({ ...WORLD.engagement, previous }) };
  };

  it('has a column each, this one last, and leaves out what a package did not have', () => {
    const own = WORLD.frameworks[0]?.headline;
    const { packages, rows, alt } = figure(
      'trend',
      'trend',
      since(told(2024, [headline(first ?? '', 3)]), told(2025, [headline(first ?? '', 5)])),
    );
    expect(packages.map(({ asOf }) => asOf)).toEqual(['2024-10-15', '2025-10-15', WORLD.engagement.asOf]);
    expect(rows[0]?.points.map((point) => point?.supported)).toEqual([3, 5, own?.supported]);
    expect(rows.find(({ label }) => label === WORLD.frameworks[1]?.framework.shortTitle)?.points.slice(0, 2)).toEqual([
      null,
      null,
    ]);
    expect(alt).toContain('3 of 10 (30 %) supported in the first');
  });

  it('tells the days of which no package speaks, and draws nothing over them', () => {
    const { packages, alt } = figure(
      'trend',
      'trend',
      since(told(2023, [headline(first ?? '', 3)]), told(2025, [headline(second ?? '', 5)])),
    );
    expect(packages[1]?.gap).toBe('no package tells of 2023-10-01 to 2024-09-30');
    expect(packages[2]?.gap).toBe('');
    expect(alt).toContain('Between two of them');
  });

  it('is not drawn without a last package, and not where that told no headline', () => {
    const bare = { ...told(2025, []), headlines: undefined, client: 'x', answers: [] };
    const engagement = Engagement.parse({ ...WORLD.engagement, previous: bare });
    for (const findings of [WORLD, { ...WORLD, engagement }])
      expect(figuresOf(lensOn(findings, { edition: 'auditor', placements: [], domains: [] })).has('trend')).toBe(false);
  });
});

describe('what carries what', () => {
  it('draws each practice once: what reaches a box is what leaves it', () => {
    const { columns, links } = figure('evidence-flow', 'sankey');
    const flow = (column: number, side: 'from' | 'to', index: number) =>
      links.filter((link) => link.column === column && link[side] === index).reduce((sum, { value }) => sum + value, 0);
    for (const [index, { value }] of (columns[1]?.nodes ?? []).entries()) {
      expect(flow(0, 'to', index)).toBeCloseTo(value);
      expect(flow(1, 'from', index)).toBeCloseTo(value);
    }
    const sums = columns.map(({ nodes }) => nodes.reduce((sum, { value }) => sum + value, 0));
    expect(sums[1]).toBeCloseTo(sums[0] ?? 0);
    expect(sums[2]).toBeCloseTo(sums[0] ?? 0);
  });

  it('counts on the page what is told beside the bar: a domain without a file has no bar', () => {
    const { columns } = figure('evidence-flow', 'sankey');
    const nodes = columns.flatMap((column) => column.nodes);
    for (const { note, counted } of nodes) expect(note).toMatch(new RegExp(`^${counted.n}(?: of ${counted.of})?$`));
    const of = nodes.map(({ counted }) => counted);
    expect(of.every(({ n, of: whole }) => n <= whole)).toBe(true);
  });

  it('keeps what a person only says and what nobody handed over apart from files, in words', () => {
    const { columns, alt } = figure('evidence-flow', 'sankey');
    const labels = columns[0]?.nodes.map(({ label }) => label) ?? [];
    expect(labels.slice(-2)).toEqual(['Statements of people', 'Nothing handed over']);
    const [, practices = '', shown = '', stated = '', silent = ''] =
      /^Of (\d+) practices files bear on (\d+), statements of people alone on (\d+), nothing on (\d+)\./.exec(alt) ??
      [];
    expect(Number(shown) + Number(stated) + Number(silent)).toBe(Number(practices));
    expect(Number(practices)).toBeGreaterThan(0);
  });
});

describe('the pictures in their places', () => {
  const { documents, files } = compose(WORLD, {
    edition: 'auditor',
    templates: TEMPLATES,
    placements: PLACEMENTS,
    assurance: '',
  });
  const kinds = (file: string) =>
    documents
      .find(({ fileName }) => fileName === file)
      ?.blocks.flatMap((block) => (block.type === 'figure' ? [block.figure.kind] : []));

  it('stand in the documents whose readers they serve, and on the page', () => {
    expect(kinds('04-Gap-Register')).toContain('timeline');
    expect(kinds('05-Evidence-Index')).toContain('freshness');
    expect(kinds('03-Responsibility-Matrix')).toEqual(['heat-map', 'stacked-bars']);
    const page = files.find(({ path }) => path === 'data/index.html')?.text ?? '';
    expect(page).toContain('class="track plan"');
    expect(page).toContain('decided: planned, begun or accepted');
  });

  it('use the brand on the page only as far as it can be read, on light and on dark', () => {
    const [document] = documents;
    if (document === undefined) throw new Error('no document');
    const page = (colour: string) => htmlPage({ ...document, brand: { ...document.brand, colour } });
    expect(page('#FFE14D')).not.toContain('--accent: #ffe14d; --on-accent: #ffffff');
    expect(/:root \{ --accent: (#[0-9a-f]{6})/.exec(page('#FFE14D'))?.[1]).not.toBe('#ffe14d');
    expect(page('#101820')).toContain('--accent: #101820; --on-accent: #ffffff');
    expect(/dark\) \{ :root \{ --accent: (#[0-9a-f]{6})/.exec(page('#101820'))?.[1]).not.toBe('#101820');
  });
});
