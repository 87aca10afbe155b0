import { describe, expect, it } from 'vitest';
import type { Basis, NamedFact } from '../../src/model/fact.ts';
import type { Findings } from '../../src/model/findings.ts';
import { scrub } from '../../src/report/edition/scrub.ts';
import { forEdition } from '../../src/report/index.ts';
import fc from '../house/fast-check.ts';
import { day, PLACEMENTS, WORLD } from './world.ts';

const insurer = forEdition(WORLD, 'insurer', PLACEMENTS);

function withFact(
  measure: Extract<NamedFact['fact'], { status: 'known' }>['measure'],
  basis: readonly Basis[],
): Findings {
  const fact: NamedFact = {
    id: 'added',
    question: 'Which?',
    fact: {
      status: 'known',
      measure,
      strength: 'R',
      newest: day('2026-10-01'),
      oldest: day('2026-10-01'),
      days: [],
      dateAssumed: false,
      basis,
      basisCount: basis.length,
      exceptions: [],
      exceptionCount: 0,
      remarks: ['about admin accounts and Microsoft Defender'],
      populationKnown: true,
    },
  };
  return { ...WORLD, facts: [...WORLD.facts, fact] };
}

function row(subject: string): Basis {
  return { place: { path: 'edr/hosts.csv', row: 1, at: '/hosts/LFD-WS07' }, text: `${subject}: seen`, subject };
}

describe('an edition without names', () => {
  it('changes nothing for those who get everything', () => {
    expect(forEdition(WORLD, 'auditor')).toBe(WORLD);
    expect(forEdition(WORLD, 'internal')).toBe(WORLD);
  });

  it('keeps verdicts, numbers, dates and hashes', () => {
    expect(insurer.frameworks.map(({ headline }) => headline)).toEqual(
      WORLD.frameworks.map(({ headline }) => headline),
    );
    expect(insurer.practiceAssessments.map(({ verdict, extent }) => ({ verdict, extent }))).toEqual(
      WORLD.practiceAssessments.map(({ verdict, extent }) => ({ verdict, extent })),
    );
    expect(insurer.exhibits.map(({ sha256 }) => sha256)).toEqual(WORLD.exhibits.map(({ sha256 }) => sha256));
    expect(insurer.facts[0]?.fact).toMatchObject({ measure: { kind: 'share', n: 38, of: 40 }, exceptionCount: 2 });
  });

  it('tells that a file was left out and not why, since the reason may name whose it is', () => {
    const [path = ''] = WORLD.exhibits.map((each) => each.path);
    const because = 'Belongs to another client, Harbor Marine';
    const world: Findings = {
      ...WORLD,
      engagement: { ...WORLD.engagement, exhibits: { [path]: { exclude: true, because } } },
      exhibits: WORLD.exhibits.map((each) => (each.path === path ? { ...each, excluded: { because } } : each)),
    };
    const shown = forEdition(world, 'customer', PLACEMENTS);
    expect(JSON.stringify(shown)).not.toContain('Harbor Marine');
    expect(shown.exhibits.filter(({ excluded }) => excluded !== null)).toHaveLength(1);
    expect(Object.values(shown.engagement.exhibits).some(({ exclude }) => exclude)).toBe(true);
  });

  it('keeps where a row stands and not what it says', () => {
    const { fact } = insurer.facts[1] ?? {};
    expect(fact?.basis).toEqual([{ place: { path: 'E-002.csv', row: 7 }, text: 'withheld in this edition' }]);
  });

  it('tells a person by the office, a file by its number', () => {
    expect(insurer.contradictions[0]?.text).toContain('Practice owner intends to answer "yes"');
    expect(insurer.exhibits.map(({ path }) => path)).toEqual([
      'E-001.txt',
      'E-002.csv',
      'E-003.csv',
      'E-004.csv',
      'E-005.csv',
      'E-006.csv',
    ]);
    expect(insurer.facts[0]?.fact).toMatchObject({ remarks: ['denominator: people listed in E-003'] });
  });

  it('counts notes by their kind, since notes quote cells', () => {
    const [, hosts] = insurer.exhibits;
    expect(hosts?.notes).toMatchObject([
      { code: 'row-rejected', message: expect.stringContaining('1 note of the kind "row rejected"') },
    ]);
  });

  it('names products where products were asked for', () => {
    const findings = withFact({ kind: 'names', names: ['Microsoft Defender'] }, [row('microsoft defender')]);
    const fact = forEdition(findings, 'insurer', PLACEMENTS).facts.at(-1)?.fact;
    expect(fact).toMatchObject({ measure: { names: ['Microsoft Defender'] } });
    expect(fact).toMatchObject({ remarks: ['about admin accounts and Microsoft Defender'] });
  });

  it('names nobody where people are the answer and are known from other rows', () => {
    const findings = withFact({ kind: 'names', names: ['kim.canary@lakeside.example'] }, []);
    expect(JSON.stringify(forEdition(findings, 'insurer', PLACEMENTS))).not.toContain('canary@');
  });

  it('does not take a plain word out of sentences because an account bears it', () => {
    const findings = withFact({ kind: 'count', count: 1, unit: 'accounts' }, [row('admin')]);
    expect(forEdition(findings, 'insurer', PLACEMENTS).facts.at(-1)?.fact).toMatchObject({
      remarks: ['about admin accounts and Microsoft Defender'],
    });
  });

  it('keeps the client and the preparing organisation, also when a person bears the same name', () => {
    const { engagement } = WORLD;
    const named = { ...engagement, client: { ...engagement.client, name: 'Dana Cole Dental' } };
    const reduced = forEdition({ ...WORLD, engagement: named }, 'customer', PLACEMENTS);
    expect(reduced.engagement.client.name).toBe('Dana Cole Dental');
    expect(reduced.engagement.prepared).toMatchObject({ by: '', organisation: 'Northlake IT' });
  });
});

describe('scrubbing', () => {
  it('cuts no name of the provider in two where a register calls it by the first words of it', () => {
    const world = withFact({ kind: 'count', count: 1, unit: 'vendors' }, [row('North Lake')]);
    const { engagement, ownership } = world;
    const [first, ...others] = ownership.parties;
    if (first === undefined || engagement.prepared === undefined) throw new Error('no party');
    const reduced = forEdition(
      {
        ...world,
        engagement: { ...engagement, prepared: { ...engagement.prepared, organisation: 'North Lake IT' } },
        ownership: {
          ...ownership,
          parties: [{ ...first, title: 'Managed service provider', name: 'North Lake IT' }, ...others],
        },
        facts: world.facts.map((each) => ({ ...each, question: 'Does North Lake answer for North Lake IT?' })),
      },
      'insurer',
      PLACEMENTS,
    );
    expect(reduced.engagement.prepared?.organisation).toBe('North Lake IT');
    expect(reduced.facts[0]?.question).toBe('Does Managed service provider answer for North Lake IT?');
  });

  it('leaves what a fact is called, also where a part of it is the name of a device', () => {
    const world = withFact({ kind: 'count', count: 1, unit: 'device' }, [row('full-data')]);
    const id = 'days-since-full-data-backup-check';
    const named = world.facts.map((each) => ({ ...each, id, question: 'Is full-data read back?' }));
    const [fact] = forEdition({ ...world, facts: named }, 'insurer', PLACEMENTS).facts;
    expect([fact?.id, fact?.question]).toEqual([id, expect.not.stringContaining('full-data')]);
  });

  it('keeps the preparing organisation also where an export writes it in small letters', () => {
    const organisation = WORLD.engagement.prepared?.organisation ?? '';
    const world = withFact({ kind: 'count', count: 1, unit: 'device' }, [row(organisation.toLowerCase())]);
    const reduced = forEdition(
      { ...world, facts: world.facts.map((each) => ({ ...each, question: organisation })) },
      'insurer',
      PLACEMENTS,
    );
    expect(organisation).not.toBe('');
    expect(reduced.facts[0]?.question).toBe(organisation);
  });

  it('calls a file by its number alone in a sentence, and an office once where a name stood before it', () => {
    const [report] = WORLD.exhibits;
    const [party] = WORLD.ownership.parties.filter(({ name }) => name === 'Dana Cole');
    if (report === undefined || party === undefined) throw new Error('no exhibit or no party');
    const question = `${report.path} row 3 names ${party.name} (${party.title})`;
    const world = { ...WORLD, facts: WORLD.facts.map((each) => ({ ...each, question })) };
    const reduced = forEdition(world, 'insurer', PLACEMENTS);
    expect(reduced.facts[0]?.question).toBe(`E-001 row 3 names ${party.title}`);
    expect(reduced.exhibits[0]?.path).toMatch(/^E-001\.\w+$/);
  });

  it.each([
    ['Lakeside; 198.51.100.40 and .41', 'Lakeside; address-x [and more, withheld]'],
    ['198.51.100.40-45, all of them', 'address-x [and more, withheld], all of them'],
    ['198.51.100.40/29', 'address-x [and more, withheld]'],
    ['198.51.100.40, .41 and .42; 3 sites', 'address-x [and more, withheld]; 3 sites'],
    ['198.51.100.40 to 45', 'address-x [and more, withheld]'],
    ['198.51.100.40 and 3 sites, since 2026', 'address-x and 3 sites, since 2026'],
    ['198.51.100.40 - 2026-09-25', 'address-x - 2026-09-25'],
    ['2001:db8::40 and ::41', 'address-y [and more, withheld]'],
    ['203.0.113.7 and .8', '203.0.113.7 and .8'],
  ])('leaves no end of an address beside one that is withheld: %s', (said, shown) => {
    const words = new Map([
      ['198.51.100.40', 'address-x'],
      ['2001:db8::40', 'address-y'],
    ]);
    expect(scrub({ said }, words)).toEqual({ said: shown });
  });

  it('takes whole words, in any case, in keys too', () => {
    const names = new Map([
      ['pc-1', '[x]'],
      ['Ann Lee', 'the owner'],
    ]);
    expect(scrub({ 'PC-1': ['pc-1 pc-12 xpc-1, ann lee', { a: 1, b: null, c: true }] }, names)).toEqual({
      '[x]': ['[x] pc-12 xpc-1, the owner', { a: 1, b: null, c: true }],
    });
  });

  it('leaves no whole word of the list in any text, whatever signs the word holds', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 3, maxLength: 12 }), fc.string({ maxLength: 20 }), (needle, around) => {
        const text = `${around} ${needle} ${around}`;
        const clean = scrub({ text }, new Map([[needle, '#'.repeat(2)]])).text;
        expect(` ${clean} `).not.toContain(` ${needle} `);
      }),
    );
  });
});
