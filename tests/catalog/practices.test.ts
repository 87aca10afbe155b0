import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Assignment, OperatingModel } from '../../src/model/ownership.ts';
import type { Practice } from '../../src/model/practice.ts';
import { assignOwners } from '../../src/ownership/index.ts';
import { engagement } from '../assessment/world.ts';
import { allModels, allPractices, factIds, practiceFiles } from './catalog-files.ts';

const PRACTICES = allPractices();
const MODELS = allModels();
const idsOf = (practices: readonly Practice[]): readonly string[] => practices.map(({ id }) => id);
const expectationsOf = (practice: Practice) => practice.expects.map((each) => ({ practice: practice.id, ...each }));

describe('the practices', () => {
  it('are 150 in 27 domains, each id once, each file named for its domain', () => {
    expect(PRACTICES.length).toBe(150);
    expect(new Set(idsOf(PRACTICES)).size).toBe(150);
    expect(practiceFiles().map(({ path }) => basename(path, '.yaml'))).toEqual(
      practiceFiles().map(({ file }) => file.domain),
    );
    expect(practiceFiles().length).toBe(27);
  });

  it('expect only facts that somebody measures', () => {
    const facts = new Set(factIds());
    const expected = new Set(PRACTICES.flatMap(expectationsOf).map(({ fact }) => fact));
    expect([...expected].filter((fact) => !facts.has(fact))).toEqual([]);
  });

  it('expect every fact that is measured', () => {
    const expected = new Set(PRACTICES.flatMap(expectationsOf).map(({ fact }) => fact));
    expect(factIds().filter((fact) => !expected.has(fact))).toEqual([]);
  });

  it('each have something that decides, at most three of it, and no fact twice', () => {
    const odd = PRACTICES.filter(({ expects }) => {
      const direct = expects.filter(({ bears }) => bears === 'directly').length;
      return direct < 1 || direct > 3 || new Set(expects.map(({ fact }) => fact)).size < expects.length;
    });
    expect(idsOf(odd)).toEqual([]);
  });

  it('each say how long their evidence stays current', () => {
    expect(idsOf(PRACTICES.filter(({ freshDays }) => freshDays === undefined))).toEqual([]);
  });

  it('that want something in each year are shown by nothing older than a year', () => {
    const yearly = PRACTICES.filter(({ cadence }) => cadence === 'yearly');
    expect(yearly.length).toBeGreaterThan(5);
    expect(idsOf(yearly.filter(({ freshDays = 0 }) => freshDays > 366))).toEqual([]);
    const late = PRACTICES.flatMap(({ id, expects }) =>
      expects.flatMap(({ is }) => ('withinDays' in is && is.withinDays > 366 ? [id] : [])),
    );
    expect(late).toEqual([]);
  });

  it('that count occurrences directly recur', () => {
    const counting = PRACTICES.filter(({ expects }) =>
      expects.some(({ is, bears }) => 'occurs' in is && bears === 'directly'),
    );
    expect(idsOf(counting.filter(({ cadence }) => cadence === undefined))).toEqual([]);
    expect(counting.length).toBeGreaterThan(5);
  });

  it('never let the same mark differ under one name', () => {
    const marks = new Map<string, Set<number>>();
    for (const { is } of PRACTICES.flatMap((each) => each.expects)) {
      const named = 'named' in is ? is.named : undefined;
      if (named === undefined) continue;
      const mark = Object.values(is).filter((value) => typeof value === 'number');
      marks.set(named, new Set([...(marks.get(named) ?? []), ...mark]));
    }
    expect([...marks].filter(([, values]) => values.size !== 1)).toEqual([]);
  });

  it.each([
    ['share-of-people-with-mfa-registered', 'a registered factor is not a demanded one'],
    ['share-of-privileged-accounts-with-mfa', 'a registered factor is not a demanded one'],
    ['automatic-updates-on', 'an enabled updater installs nothing yet'],
    ['phishing-click-share', 'a click rate is not a programme'],
  ])('never let %s decide: %s', (fact) => {
    const deciding = PRACTICES.flatMap(expectationsOf).filter(
      (each) => each.fact === fact && each.bears === 'directly',
    );
    expect(deciding).toEqual([]);
  });

  it('never let a backup job or a check speak for a restore', () => {
    const restore = PRACTICES.find(({ id }) => id === 'restore-testing');
    const deciding = restore?.expects.filter(({ bears }) => bears === 'directly').map(({ fact }) => fact);
    expect(deciding).toEqual(['days-since-proven-restore', 'restore-tests-over-period']);
  });
});

const NAMES = Object.fromEntries(
  ['client-leadership', 'internal-it', 'hr', 'msp', 'vciso'].map((party) => [party, { name: 'A. Person' }]),
);

function owned(model: OperatingModel): readonly Assignment[] {
  return assignOwners({
    engagement: engagement({ operatingModel: model.id, parties: NAMES }),
    models: MODELS,
    practices: PRACTICES,
    frameworks: [],
  }).assignments;
}

describe.each(MODELS.map((model) => [model.id, model] as const))('the model %s', (_, model) => {
  it('owns every domain and names no other, and overrides known practices only', () => {
    expect(Object.keys(model.domains).sort()).toEqual(practiceFiles().map(({ file }) => file.domain));
    expect(Object.keys(model.practices).filter((id) => !idsOf(PRACTICES).includes(id))).toEqual([]);
  });

  it('passes every lint of its own: owners, splits, after hours, authority, escalation', () => {
    const { issues } = assignOwners({
      engagement: engagement({ operatingModel: model.id, parties: NAMES }),
      models: [model],
      practices: PRACTICES,
      frameworks: [],
    });
    expect(issues).toEqual([]);
  });

  it('gives every practice one accountable party, somebody who does it, and somebody who proves it', () => {
    const parties = new Set(model.parties.map(({ id }) => id));
    const lacking = owned(model).filter(
      ({ accountable, responsible, evidence, approves }) =>
        ![accountable, ...responsible, evidence, approves].every((party) => parties.has(party)) ||
        responsible.length === 0,
    );
    expect(lacking).toEqual([]);
    expect(owned(model).length).toBe(PRACTICES.length);
  });

  it('splits only what is shared, and says every part of it', () => {
    const wrong = owned(model).filter(({ responsible, split }) => {
      const parts = Object.keys(split).sort();
      return responsible.length > 1 ? parts.join() !== [...responsible].sort().join() : parts.length > 0;
    });
    expect(wrong).toEqual([]);
  });

  it('leaves legal duties and governance with the leadership', () => {
    const kept = new Set(idsOf(PRACTICES.filter(({ duty }) => duty !== 'operation')));
    const moved = owned(model).filter(
      ({ practice, accountable }) => kept.has(practice) && accountable !== 'client-leadership',
    );
    expect(moved.map(({ practice }) => practice)).toEqual([]);
  });

  it('ends every escalation with the leadership', () => {
    expect(owned(model).filter(({ escalation }) => escalation.at(-1) !== 'client-leadership')).toEqual([]);
  });

  it('consults and informs nobody who is in it already', () => {
    const doubled = owned(model).flatMap(({ practice, accountable, responsible, consulted, informed }) => {
      const lighter = [...consulted, ...informed];
      const heavier = [accountable, ...responsible];
      return lighter.some((party, i) => heavier.includes(party) || lighter.indexOf(party) !== i) ? [practice] : [];
    });
    expect(doubled).toEqual([]);
  });
});

it('keeps the legal duties of PRODUCT section 5', () => {
  const legal = idsOf(PRACTICES.filter(({ duty }) => duty === 'legal'));
  expect([...legal].sort()).toEqual([
    'breach-notification',
    'business-associate-agreements',
    'confidentiality-agreement',
    'privacy-responsibility',
    'risk-acceptance-approval',
    'risk-analysis',
    'sanction-policy',
    'security-leadership',
    'termination-procedure',
    'workforce-authorization',
    'workforce-clearance',
  ]);
});
