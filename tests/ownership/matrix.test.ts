import { describe, expect, it } from 'vitest';
import type { Assignment } from '../../src/model/ownership.ts';
import { Authority, type Practice } from '../../src/model/practice.ts';
import { assignOwners } from '../../src/ownership/index.ts';
import { engagement } from '../assessment/world.ts';
import fc from '../house/fast-check.ts';
import { FRAMEWORKS, MODELS, owners, PEOPLE, PRACTICES } from './shipped.ts';

const SIDES: Readonly<Record<string, 'client' | 'provider'>> = {
  'client-leadership': 'client',
  'internal-it': 'client',
  hr: 'client',
  msp: 'provider',
  vciso: 'provider',
};
const PARTIES = Object.keys(SIDES);
const byId = new Map(PRACTICES.map((practice) => [practice.id, practice]));

describe.each(MODELS.map(({ id }) => id))('under %s', (operatingModel) => {
  const ownership = owners({ operatingModel }, { frameworks: FRAMEWORKS });

  it.each(
    FRAMEWORKS.map((framework) => [framework.id, framework] as const),
  )('each control of %s has one who answers, somebody who does it, proves it and acts at night, and legal duties stay', (id, framework) => {
    const owned = ownership.controls.filter((each) => each.framework === id);
    expect(owned.map(({ control }) => control)).toEqual(framework.controls.map(({ id: control }) => control));
    expect(owned.filter(({ assignment }) => !isSound(assignment))).toEqual([]);
  });

  it('nothing is wrong with it', () => {
    expect(ownership.issues).toEqual([]);
  });
});

function isSound(assignment: Assignment): boolean {
  const practice = byId.get(assignment.practice);
  const { accountable, responsible, evidence, afterHours } = assignment;
  return (
    practice !== undefined &&
    PARTIES.includes(accountable) &&
    responsible.length > 0 &&
    [...responsible, evidence].every((party) => PARTIES.includes(party)) &&
    (!practice.afterHours || (afterHours !== undefined && PARTIES.includes(afterHours))) &&
    (practice.duty !== 'legal' || SIDES[accountable] === 'client')
  );
}

interface Matrix {
  readonly practice: Practice;
  readonly accountable: readonly string[];
  readonly responsible: readonly string[];
  readonly evidence: string;
  readonly approves: string;
  readonly consulted: readonly string[];
  readonly informed: readonly string[];
  readonly afterHours: string;
  readonly escalation: readonly string[];
  readonly split: Readonly<Record<string, string>>;
  readonly authority: Readonly<Record<string, readonly Authority[]>>;
}

/** The rules of PRODUCT section 5 once more, in other words, so that two readings of them are held against one another. */
const RULES: Readonly<Record<string, (matrix: Matrix) => boolean>> = {
  'no-accountable': ({ accountable }) => accountable.length === 0,
  'two-accountable': ({ accountable }) => accountable.length > 1,
  'nobody-responsible': ({ responsible }) => responsible.length === 0,
  'legal-duty-moved': ({ practice, accountable }) =>
    practice.duty === 'legal' && accountable.some((party) => SIDES[party] === 'provider'),
  'shared-without-split': ({ responsible, split }) =>
    responsible.length > 1 && responsible.some((party) => !(party in split)),
  'responsible-without-authority': (matrix) => matrix.responsible.length > 0 && orphaned(matrix).length > 0,
  'watch-without-action': (matrix) =>
    matrix.practice.afterHours &&
    matrix.responsible.some((party) => SIDES[party] === 'provider') &&
    held(matrix).some((need) => holders(matrix, need).every((party) => SIDES[party] === 'client')),
  'alert-routing': (matrix) =>
    matrix.practice.afterHours &&
    matrix.responsible.length > 0 &&
    (!matrix.responsible.includes(matrix.afterHours) ||
      (!RULES['watch-without-action']?.(matrix) &&
        held(matrix).some((need) => !holders(matrix, need).includes(matrix.afterHours)))),
  'change-authority-unclear': (matrix) =>
    held(matrix).some((need) => {
      const both = holders(matrix, need).filter((party) => matrix.responsible.includes(party));
      return (
        new Set(both.map((party) => SIDES[party])).size === 2 &&
        both.includes(matrix.approves) &&
        both.some((party) => !(party in matrix.split))
      );
    }),
  'judged-by-itself': ({ accountable, responsible, evidence, approves, consulted, informed }) =>
    accountable.length > 0 &&
    responsible.length > 0 &&
    new Set([...accountable, ...responsible, evidence, approves, ...consulted, ...informed]).size === 1,
  'escalation-open-ended': ({ escalation }) => escalation.length === 0 || SIDES[escalation.at(-1) ?? ''] === 'provider',
};

function holders({ authority }: Matrix, need: Authority): readonly string[] {
  return PARTIES.filter((party) => authority[party]?.includes(need));
}

function orphaned(matrix: Matrix): readonly Authority[] {
  return matrix.practice.needs.filter(
    (need) => !holders(matrix, need).some((party) => matrix.responsible.includes(party)),
  );
}

function held(matrix: Matrix): readonly Authority[] {
  return matrix.practice.needs.filter((need) => !orphaned(matrix).includes(need));
}

const party = fc.constantFrom(...PARTIES);
const few = fc.uniqueArray(party, { maxLength: 3 });
const matrices: fc.Arbitrary<Matrix> = fc.record({
  // Those that need authority or somebody awake are the interesting ones, and rare.
  practice: fc.oneof(
    fc.constantFrom(...PRACTICES),
    fc.constantFrom(...PRACTICES.filter(({ afterHours, needs }) => afterHours || needs.length > 0)),
    fc.constantFrom(...PRACTICES.filter(({ duty }) => duty === 'legal')),
  ),
  accountable: fc.oneof({ weight: 3, arbitrary: party.map((one) => [one]) }, { weight: 1, arbitrary: few }),
  responsible: few,
  evidence: party,
  approves: party,
  consulted: few,
  informed: few,
  afterHours: party,
  escalation: few,
  split: fc.dictionary(party, fc.constant('its part of the work')),
  authority: fc.record(
    Object.fromEntries(PARTIES.map((id) => [id, fc.uniqueArray(fc.constantFrom(...Authority.options))])),
  ),
});

describe('a random matrix', () => {
  it.each(
    MODELS.map(({ id }) => id),
  )('under %s is reported for each rule that it breaks, and for no other', (model) => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const { practice, authority, ...hats } = matrix;
        const { issues } = assignOwners({
          engagement: engagement({
            operatingModel: model,
            parties: { ...PEOPLE, vciso: { name: 'Marta Ruiz', side: 'provider' } },
            authority,
            ownership: [{ practice: practice.id, because: 'Drawn at random.', ...hats }],
          }),
          models: MODELS,
          practices: [practice],
          frameworks: [],
        });
        const broken = Object.keys(RULES).filter((code) => RULES[code]?.(matrix));
        expect([...new Set(issues.map(({ code }) => code))].sort()).toEqual(broken.sort());
      }),
      { numRuns: 400 },
    );
  });

  it('always yields one who answers, for a legal duty one of the client', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const { practice, authority, ...hats } = matrix;
        const { assignments } = assignOwners({
          engagement: engagement({
            parties: PEOPLE,
            authority,
            ownership: [{ practice: practice.id, because: 'Drawn at random.', ...hats }],
          }),
          models: MODELS,
          practices: [practice],
          frameworks: [],
        });
        const accountable = assignments[0]?.accountable ?? '';
        expect(PARTIES).toContain(accountable);
        if (practice.duty === 'legal') expect(SIDES[accountable]).toBe('client');
      }),
    );
  });
});
