import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/model/assessment.ts';
import type { Findings } from '../../src/model/findings.ts';
import { compose } from '../../src/report/index.ts';
import { line, markup, token } from '../../src/report/oscal/text.ts';
import fc from '../house/fast-check.ts';
import { documentsOf, faultsIn, isRecord, valuesOf } from './oscal-world.ts';
import { CANARIES, day, PLACEMENTS, TEMPLATES, WORLD } from './world.ts';

const DOCUMENTS = documentsOf(WORLD, 'auditor', PLACEMENTS);

function rows(list: string, documents = DOCUMENTS, file = 'oscal-assessment-results.json') {
  const found = valuesOf(documents.get(file) ?? {}, list).flatMap((each) => (Array.isArray(each) ? each : []));
  return found.filter(isRecord);
}

function propertyOf(row: Parameters<typeof valuesOf>[0], name: string): unknown {
  const props = isRecord(row) && Array.isArray(row['props']) ? row['props'].filter(isRecord) : [];
  return props.find((each) => each['name'] === name)?.['value'];
}

/** State and reason of each finding, by verdict. */
function statesBy(verdicts: ReturnType<typeof rows>): Map<unknown, unknown> {
  return new Map(
    verdicts.map((finding) => {
      const [status] = valuesOf(finding, 'status').filter(isRecord);
      return [propertyOf(finding, 'verdict'), `${status?.['state']} ${status?.['reason']}`];
    }),
  );
}

function inheriting(proof: string): Findings {
  const inherited = [{ practice: 'hosting', provider: 'Cloud & Co', proof, on: day('2026-03-01') }];
  return { ...WORLD, engagement: { ...WORLD.engagement, inherited } };
}

describe('the findings in the words of OSCAL', () => {
  it.each([
    'auditor',
    'internal',
    'insurer',
    'customer',
  ] as const)('point at nothing that is not there: %s', (edition) => {
    expect(faultsIn(documentsOf(WORLD, edition, PLACEMENTS), PLACEMENTS)).toEqual([]);
  });

  it('call satisfied what exports support and nothing else', () => {
    expect(statesBy(rows('findings'))).toEqual(
      new Map<Verdict, string>([
        ['partly-supported', 'not-satisfied other'],
        ['contradicted', 'not-satisfied fail'],
        ['stale', 'not-satisfied other'],
        ['supported', 'satisfied pass'],
        ['inherited', 'not-satisfied other'],
        ['accepted-risk', 'not-satisfied other'],
        ['not-evidenced', 'not-satisfied other'],
        ['attested-only', 'not-satisfied other'],
        ['not-applicable', 'not-satisfied other'],
      ]),
    );
  });

  it('take what a provider does for satisfied only when its proof was handed over', () => {
    const stateWith = (proof: string) =>
      statesBy(rows('findings', documentsOf(inheriting(proof), 'auditor', PLACEMENTS))).get('inherited');
    expect(stateWith('backup/restore.txt')).toBe('satisfied other');
    expect(stateWith('a report that we were shown')).toBe('not-satisfied other');
  });

  it('say how each fact was come by, and of an unknown one that it is', () => {
    const observed = rows('observations').map((each) => [propertyOf(each, 'fact'), valuesOf(each, 'methods')[0]]);
    expect(observed).toContainEqual(['days-since-proven-restore', ['TEST']]);
    expect(observed).toContainEqual(['log-reviews', ['UNKNOWN']]);
    expect(observed).toContainEqual([undefined, ['INTERVIEW']]);
  });

  it('lead from an observation to the exhibit, and from there to its hash', () => {
    const restore = rows('observations').find((each) => propertyOf(each, 'fact') === 'days-since-proven-restore');
    const [evidence] = rows('relevant-evidence').filter((each) =>
      valuesOf(restore ?? null, 'relevant-evidence')
        .flat()
        .includes(each),
    );
    expect(evidence).toMatchObject({ href: '../exhibits/E-001_x', description: 'E-001 line 3' });
    const resource = rows('resources').find((each) => `#${each['uuid']}` === valuesOf(evidence ?? null, 'href')[1]);
    expect(resource).toMatchObject({
      rlinks: [{ href: '../exhibits/E-001_x', hashes: [{ algorithm: 'SHA-256', value: PLACEMENTS[0]?.sha256 }] }],
    });
  });

  it('let an observation run out when the strictest practice wants a newer one', () => {
    const facts = WORLD.facts.map((each, index) => (index === 0 ? { ...each, id: 'a-fact' } : each));
    const practices = WORLD.practices.map((each, index) => (index === 0 ? { ...each, freshDays: 31 } : each));
    const documents = documentsOf({ ...WORLD, facts, practices }, 'auditor', PLACEMENTS);
    const observation = rows('observations', documents).find((each) => propertyOf(each, 'fact') === 'a-fact');
    // The 1st of October and 31 days, to the last second of that day in Chicago, where clocks were put back on it.
    expect(observation).toMatchObject({ collected: '2026-10-01T05:00:00Z', expires: '2026-11-02T05:59:59Z' });
  });

  it('date what nobody dated by the as-of day, and say so', () => {
    const facts = WORLD.facts.map((each) =>
      each.fact.status === 'known' ? { ...each, fact: { ...each.fact, newest: null } } : each,
    );
    const [observation] = rows('observations', documentsOf({ ...WORLD, facts }, 'auditor', PLACEMENTS));
    expect(observation).toMatchObject({ collected: '2026-10-16T04:59:59Z' });
    expect(observation?.['expires']).toBeUndefined();
    expect(observation?.['remarks']).toContain('The exhibits do not date it');
  });

  it('keep an accepted risk open to sight, with the day on which it ends', () => {
    const risk = rows('risks').find((each) => propertyOf(each, 'practice') === 'risk-analysis');
    expect(risk).toMatchObject({
      status: 'deviation-approved',
      deadline: '2027-04-01T04:59:59Z',
      'risk-log': { entries: [{ end: '2027-04-01T04:59:59Z', 'status-change': 'deviation-approved' }] },
    });
    expect(rows('risks').filter(({ status }) => status === 'closed')).toEqual([]);
  });

  it('carry the gap register as plan of action, with its milestones', () => {
    const items = rows('poam-items', DOCUMENTS, 'oscal-poam.json');
    expect(items.map((each) => propertyOf(each, 'gap'))).toEqual(WORLD.gaps.map(({ id }) => id));
    const [task] = rows('tasks', DOCUMENTS, 'oscal-poam.json');
    expect(task).toMatchObject({ title: 'order keys', timing: { 'on-date': { date: '2026-11-02T05:59:59Z' } } });
  });

  it('tell who does what, without a claim that it is done', () => {
    const [component, ...others] = rows('components', DOCUMENTS, 'oscal-component-definition.json');
    expect(others).toEqual([]);
    expect(component).toMatchObject({ type: 'service', title: 'Duties of Northlake IT for Lakeside Family Dental' });
    expect(rows('implemented-requirements', DOCUMENTS, 'oscal-component-definition.json')).toHaveLength(12);
  });

  it('call every edge of a mapping an overlap by people, and no more', () => {
    const mapping = DOCUMENTS.get('oscal-mapping-collection.json') ?? {};
    expect(new Set(valuesOf(mapping, 'relationship'))).toEqual(new Set(['intersects-with']));
    expect(new Set(valuesOf(mapping, 'method'))).toEqual(new Set(['human']));
  });

  it('map a framework to another one in the package, and to one that is nowhere', () => {
    const documents = documentsOf(withReferences(), 'auditor', PLACEMENTS);
    expect(faultsIn(documents, PLACEMENTS)).toEqual([]);
    const targets = rows('targets', documents, 'oscal-mapping-collection.json').map((each) => each['id-ref']);
    expect(targets).toEqual(expect.arrayContaining(['Q-LOG-01', 'AC-2(1)']));
  });

  it('withhold every name in an edition without names', () => {
    const text = JSON.stringify([...documentsOf(WORLD, 'insurer', PLACEMENTS)]);
    expect(CANARIES.filter((name) => text.includes(name))).toEqual([]);
    expect(JSON.stringify([...DOCUMENTS])).toContain('Dana Cole');
  });

  it('lead to no file that an edition keeps back, and still tell its hash', () => {
    const kept = PLACEMENTS.map((placement) => ({ ...placement, packaged: null, withheld: true }));
    const documents = documentsOf(WORLD, 'insurer', kept);
    expect(faultsIn(documents, kept)).toEqual([]);
    const [resource] = rows('resources', documents);
    expect(resource?.['rlinks']).toBeUndefined();
    expect(propertyOf(resource ?? null, 'sha-256')).toBe(PLACEMENTS[0]?.sha256);
  });

  it('stand in the package, and are the same each time', () => {
    const options = { edition: 'auditor', templates: TEMPLATES, placements: PLACEMENTS, assurance: 'E1' } as const;
    const oscal = () => compose(WORLD, options).files.filter(({ path }) => path.startsWith('data/machine/oscal-'));
    expect(oscal()).toHaveLength(8);
    expect(oscal()).toEqual(oscal());
  });

  it('are not made where they would say nothing', () => {
    const nothing = { facts: [], practices: [], practiceAssessments: [], frameworks: [], gaps: [], exhibits: [] };
    const owners = { ...WORLD.ownership, controls: [], assignments: [], parties: [] };
    expect([...documentsOf({ ...WORLD, ...nothing, ownership: owners }, 'auditor').keys()]).toEqual([]);
  });
});

describe('nasty worlds', () => {
  it('keep two identifiers apart that differ in marks alone, and name what begins with a digit', () => {
    const documents = documentsOf(
      renamed(['164.308(a)(1)', '164.308-a-1', '(1)', '١', 'Ω 1', '_']),
      'auditor',
      PLACEMENTS,
    );
    expect(faultsIn(documents, PLACEMENTS)).toEqual([]);
    const ids = rows('controls', documents, 'oscal-catalog-small-outcomes.json').map(({ id }) => id);
    expect(ids).toEqual(['outcomes-164.308-a-1', 'outcomes-164.308-a-1-2', 'outcomes-1', 'outcomes-١', 'Ω-1', '_']);
  });

  it('keep a control apart from the statement of another one', () => {
    const documents = documentsOf(renamed(['A', 'A_smt']), 'auditor', PLACEMENTS);
    const ids = rows('controls', documents, 'oscal-catalog-small-outcomes.json').map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(['A', 'A_smt-2']);
  });

  it('tell two files apart that are one to the byte', () => {
    const [first] = WORLD.exhibits;
    const copies = ['a', 'b'].flatMap((name) => (first ? [{ ...first, path: `backup/both.zip!/${name}` }] : []));
    const documents = documentsOf({ ...WORLD, exhibits: copies }, 'auditor', PLACEMENTS);
    expect(new Set(rows('resources', documents).map(({ uuid }) => uuid)).size).toBe(2);
  });

  it('leave out an expiry in the year 9999, which OSCAL cannot tell', () => {
    const riskAcceptances = WORLD.engagement.riskAcceptances.map((each) => ({ ...each, until: day('9999-12-31') }));
    const documents = documentsOf(
      { ...WORLD, engagement: { ...WORLD.engagement, riskAcceptances } },
      'auditor',
      PLACEMENTS,
    );
    expect(faultsIn(documents, PLACEMENTS)).toEqual([]);
    const risk = rows('risks', documents).find((each) => propertyOf(each, 'practice') === 'risk-analysis');
    expect(risk?.['deadline']).toBeUndefined();
    expect(JSON.stringify(risk)).toContain('until 9999-12-31');
  });

  it('are told in legal words whatever people are called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const documents = documentsOf(named(name), 'auditor', PLACEMENTS);
        expect(faultsIn(documents, PLACEMENTS)).toEqual([]);
      }),
      { numRuns: 12, examples: [['\n'], ['\ud800'], ['- [x](javascript:1) <b> {{ insert }}']] },
    );
  });

  it('make of any text a line, and of any identifier a token', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(line(text)).toMatch(/^\S(.*\S)?$/u);
        expect(markup(text)).toMatch(/^\S(.*\S)?$/u);
        expect(token(text, 'x')).toMatch(/^(\p{L}|_)(\p{L}|\p{N}|[.\-_])*$/u);
      }),
    );
  });

  it('escape what Markdown would take for a mark, and leave plain words alone', () => {
    expect(markup('*all* of [it](x) <b> {{ a }} _so_')).toBe(
      '\\*all\\* of \\[it\\](x) \\<b\\> \\{\\{ a \\}\\} \\_so\\_',
    );
    expect(markup('snake_case, R&D, 38 of 40 (95 %)')).toBe('snake_case, R&D, 38 of 40 (95 %)');
    expect([markup('- no list'), markup('1. no list'), markup('# no heading')]).toEqual([
      '\\- no list',
      '1\\. no list',
      '\\# no heading',
    ]);
  });
});

function withReferences(): Findings {
  const [outcomes, ...others] = WORLD.frameworks;
  if (outcomes === undefined) throw new Error('the world has a framework');
  const { framework } = outcomes;
  const note = 'Indicative, and nobody else’s.';
  const references = [
    { framework: 'small-questions', title: 'Small Questions', note },
    { framework: 'elsewhere', title: 'Elsewhere', note },
  ];
  const controls = framework.controls.map((control, index) => ({
    ...control,
    ...(index === 0 ? { references: { 'small-questions': ['Q-LOG-01', 'gone'], elsewhere: ['AC-2(1)'] } } : {}),
  }));
  return { ...WORLD, frameworks: [{ ...outcomes, framework: { ...framework, references, controls } }, ...others] };
}

function renamed(ids: readonly string[]): Findings {
  const [outcomes, ...others] = WORLD.frameworks;
  if (outcomes === undefined) throw new Error('the world has a framework');
  const { framework } = outcomes;
  const controls = framework.controls.map((control, index) => ({ ...control, id: ids[index] ?? control.id }));
  const assessed = outcomes.controls.map((each, index) => ({ ...each, control: ids[index] ?? each.control }));
  return {
    ...WORLD,
    frameworks: [{ ...outcomes, framework: { ...framework, controls }, controls: assessed }, ...others],
  };
}

function named(name: string): Findings {
  const { engagement, ownership, exhibits, gaps } = WORLD;
  return {
    ...WORLD,
    engagement: {
      ...engagement,
      client: { ...engagement.client, name },
      prepared: { by: name, organisation: name },
      attestations: engagement.attestations.map((each) => ({ ...each, by: name, statement: name })),
      riskAcceptances: engagement.riskAcceptances.map((each) => ({ ...each, by: name, because: name })),
    },
    ownership: { ...ownership, parties: ownership.parties.map((party) => ({ ...party, name, meaning: name })) },
    exhibits: exhibits.map((each) => ({ ...each, source: name })),
    gaps: gaps.map((gap) => ({ ...gap, action: name, weakness: name, owner: name, milestones: [name], due: name })),
  };
}
