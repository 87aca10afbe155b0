import { describe, expect, it } from 'vitest';
import type { Framework } from '../../src/model/control.ts';
import { type OperatingModel, OperatingModelFile, ownerOf } from '../../src/model/ownership.ts';
import type { Practice } from '../../src/model/practice.ts';
import { assignOwners } from '../../src/ownership/index.ts';
import { day, engagement, framework, practice } from '../assessment/world.ts';
import fc from '../house/fast-check.ts';

const WATCH: Practice = {
  ...practice('watch', [{ fact: 'f', is: { holds: true } }], { needs: ['isolate-devices'], afterHours: true }),
  domain: 'endpoint',
};
const RESTORE: Practice = practice('restore', [{ fact: 'f', is: { holds: true } }]);
const SANCTION: Practice = {
  ...practice('sanction', [{ fact: 'f', is: { holds: true } }], { duty: 'legal' }),
  domain: 'policy',
};
const PRACTICES = [WATCH, RESTORE, SANCTION];

function model(id: string, operator: string): OperatingModel {
  const hats = (accountable: string) => ({
    accountable,
    responsible: [operator],
    evidence: operator,
    approves: 'client-leadership',
    because: `Under ${id} the ${operator} does it.`,
  });
  return OperatingModelFile.parse({
    id,
    title: id,
    meaning: 'm',
    because: 'b',
    parties: [
      { id: 'client-leadership', title: 'Client leadership', meaning: 'decides', side: 'client' },
      { id: 'internal-it', title: 'Internal IT', meaning: 'operates', side: 'client' },
      { id: 'msp', title: 'Provider', meaning: 'operates', side: 'provider' },
    ],
    authority: { msp: ['isolate-devices'], 'internal-it': ['isolate-devices'] },
    escalation: [operator, 'client-leadership'],
    domains: {
      endpoint: { ...hats(operator), afterHours: operator },
      backup: hats(operator),
      policy: hats('client-leadership'),
    },
    practices: {},
  });
}

const MODELS = [model('fully-managed', 'msp'), model('internal', 'internal-it')];
const NAMED = { 'client-leadership': { name: 'Dana' }, 'internal-it': { name: 'Sam' }, msp: { name: 'Priya' } };

function own(says: object = {}, frameworks: readonly Framework[] = []) {
  return assignOwners({
    engagement: engagement({ operatingModel: 'fully-managed', parties: NAMED, ...says }),
    models: MODELS,
    practices: PRACTICES,
    frameworks,
  });
}
const override = (over: object) => ({ ownership: [{ practice: 'restore', because: 'Contract', ...over }] });

describe('owners under a model', () => {
  it('gives every practice one accountable party, somebody who does it and somebody who shows it', () => {
    const { assignments, issues } = own();
    expect(issues).toEqual([]);
    expect(
      assignments.map(({ practice: id, accountable, responsible, evidence }) => [
        id,
        accountable,
        responsible,
        evidence,
      ]),
    ).toEqual([
      ['watch', 'msp', ['msp'], 'msp'],
      ['restore', 'msp', ['msp'], 'msp'],
      ['sanction', 'client-leadership', ['msp'], 'msp'],
    ]);
  });

  it('attributes each day to whoever owned the practice on it', () => {
    const ownership = own({
      operatingModel: [
        { model: 'fully-managed', to: '2026-03-31' },
        { model: 'internal', from: '2026-04-01' },
      ],
    });
    expect(ownerOf(ownership, 'restore', day('2026-01-20'))?.responsible).toEqual(['msp']);
    expect(ownerOf(ownership, 'restore', day('2026-06-20'))?.responsible).toEqual(['internal-it']);
    expect(ownerOf(ownership, 'restore')?.responsible).toEqual(['internal-it']);
    expect(ownership.model).toBe('internal');
  });

  it('cuts a span where an override begins', () => {
    const ownership = own(override({ responsible: ['internal-it'], from: '2026-05-01' }));
    expect(ownerOf(ownership, 'restore', day('2026-04-30'))?.responsible).toEqual(['msp']);
    expect(ownerOf(ownership, 'restore', day('2026-05-01'))?.responsible).toEqual(['internal-it']);
  });

  it('lets an override name a control alone', () => {
    const edge = { practice: 'restore', bears: 'directly', because: 'the same thing' };
    const house = framework([{ id: 'C-1', practices: [edge] }, { id: 'C-2', practices: [edge] }, { id: 'C-3' }]);
    const { controls } = own({ ownership: [{ control: 'C-2', responsible: ['internal-it'], because: 'Contract' }] }, [
      house,
    ]);
    expect(controls.map(({ control, assignment }) => [control, assignment.responsible])).toEqual([
      ['C-1', ['msp']],
      ['C-2', ['internal-it']],
      ['C-3', ['msp']],
    ]);
  });
});

describe('what is wrong with owners', () => {
  it.each<[string, object, string[]]>([
    ['nobody accountable', override({ accountable: [] }), ['no-accountable']],
    ['two accountable', override({ accountable: ['msp', 'internal-it'] }), ['two-accountable']],
    ['shared without a split', override({ responsible: ['msp', 'internal-it'] }), ['shared-without-split']],
    [
      'shared with a split',
      override({ responsible: ['msp', 'internal-it'], split: { msp: 'runs it', 'internal-it': 'signs it' } }),
      [],
    ],
    [
      'a party that nobody knows',
      override({ responsible: ['pizzeria'] }),
      ['party-not-in-roster', 'party-without-person'],
    ],
    ['sees the threat, cannot isolate the device', { authority: { msp: [] } }, ['responsible-without-authority']],
    [
      'a legal duty given to the provider',
      { ownership: [{ practice: 'sanction', accountable: 'msp', because: 'Contract' }] },
      ['legal-duty-moved'],
    ],
    ['nobody decides in the end', override({ escalation: ['msp'] }), ['escalation-open-ended']],
    ['a party without a person', { parties: { 'client-leadership': { name: 'Dana' } } }, ['party-without-person']],
    [
      'a month without a model',
      {
        operatingModel: [
          { model: 'fully-managed', to: '2026-03-31' },
          { model: 'internal', from: '2026-05-01' },
        ],
      },
      ['model-span-gap'],
    ],
    [
      'a day with two models',
      {
        operatingModel: [
          { model: 'fully-managed', to: '2026-04-01' },
          { model: 'internal', from: '2026-04-01' },
        ],
      },
      ['model-span-overlap'],
    ],
    ['no model at the end', { operatingModel: [{ model: 'internal', to: '2026-08-31' }] }, ['model-span-gap']],
  ])('%s', (_, says, codes) => {
    expect(own(says).issues.map(({ code }) => code)).toEqual(codes);
  });

  it('tells when nobody acts at two in the morning', () => {
    const night = [{ ...RESTORE, afterHours: true }];
    const { issues } = assignOwners({
      engagement: engagement({ operatingModel: 'internal', parties: NAMED }),
      models: MODELS,
      practices: night,
      frameworks: [],
    });
    expect(issues.map(({ code }) => code)).toEqual(['nobody-after-hours']);
  });

  it('keeps a legal duty with the client whatever was written', () => {
    const ownership = own({ ownership: [{ practice: 'sanction', accountable: 'msp', because: 'Contract' }] });
    expect(ownerOf(ownership, 'sanction')?.accountable).toBe('client-leadership');
  });

  it('reports every matrix that breaks a rule, and never a clean one', () => {
    const party = fc.constantFrom('client-leadership', 'internal-it', 'msp');
    fc.assert(
      fc.property(
        fc.array(party, { maxLength: 2 }),
        fc.uniqueArray(party, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (accountable, responsible, split) => {
          const says = override({
            accountable,
            responsible,
            ...(split ? { split: Object.fromEntries(responsible.map((id) => [id, 'a part'])) } : {}),
          });
          const codes = own(says).issues.map(({ code }) => code);
          const wanted = [
            ...(accountable.length === 0 ? ['no-accountable'] : accountable.length > 1 ? ['two-accountable'] : []),
            ...(responsible.length > 1 && !split ? ['shared-without-split'] : []),
          ];
          expect(codes).toEqual(wanted);
        },
      ),
    );
  });
});
