import { describe, expect, it } from 'vitest';
import { ownerOf } from '../../src/model/ownership.ts';
import { day } from '../assessment/world.ts';
import { FAULTS, IN_ORDER } from './faults.ts';
import { FRAMEWORKS, MODELS, owners } from './shipped.ts';

describe('a fault is found with its code, and nothing besides', () => {
  it.each(FAULTS.map((fault) => [fault.wrong, fault] as const))('%s', (_, { says, codes, issues = 1 }) => {
    const found = owners(says, { frameworks: FRAMEWORKS }).issues;
    expect([...new Set(found.map(({ code }) => code))]).toEqual(codes);
    expect(found.length, found.map(({ message }) => message).join('\n')).toBe(issues);
  });

  it('are more than thirty', () => {
    expect(FAULTS.length).toBeGreaterThan(30);
  });

  it('nobody acts at two in the morning', () => {
    const models = MODELS.map((model) => {
      const { afterHours: _, ...logging } = model.domains['logging'] ?? {};
      return { ...model, domains: { ...model.domains, logging } } as typeof model;
    });
    expect(owners({}, { models }).issues.map(({ code, practice }) => [code, practice])).toEqual([
      ['nobody-after-hours', 'security-monitoring-24x7'],
    ]);
  });
});

describe('nothing is said of', () => {
  it.each(IN_ORDER)('%s', (_, says) => {
    expect(owners(says, { frameworks: FRAMEWORKS }).issues).toEqual([]);
  });
});

describe('what is told of a fault', () => {
  it('bears the days on which it was so when they are over', () => {
    const until = { practice: 'log-review', accountable: [], until: '2026-03-31', because: 'Nobody wanted it.' };
    const [issue] = owners({ ownership: [until] }).issues;
    expect([issue?.from, issue?.until]).toEqual(['2025-10-01', '2026-03-31']);
    expect(issue?.message).toContain('from 2025-10-01 to 2026-03-31');
  });

  it('is told once, although the days are cut in the middle', () => {
    const ownership = [
      { practice: 'log-review', accountable: [], until: '2026-03-31', because: 'Nobody wanted it.' },
      { practice: 'log-review', informed: ['hr'], from: '2026-01-01', because: 'HR wants to know.' },
    ];
    expect(owners({ ownership }).issues.map(({ from, until }) => [from, until])).toEqual([
      ['2025-10-01', '2026-03-31'],
    ]);
  });

  it('names the control when the override names one', () => {
    const override = { control: 'INS-BKP-05', accountable: [], because: 'Nobody wanted it.' };
    const [issue] = owners({ ownership: [override] }, { frameworks: FRAMEWORKS }).issues;
    expect(issue?.control).toBe('INS-BKP-05');
    expect(issue?.message).toContain('INS-BKP-05');
  });

  it('says how bad it is', () => {
    const [issue] = owners({ ownership: [{ practice: 'log-review', accountable: [], because: 'So.' + '.' }] }).issues;
    expect(issue?.severity).toBe('error');
  });
});

describe('an override', () => {
  it('carries its source into the matrix', () => {
    const source = 'E-mail of Dana Cole, 2026-04-02';
    const ownership = owners({
      ownership: [
        { practice: 'log-review', responsible: ['internal-it'], from: '2026-04-02', because: 'Agreed.', source },
      ],
    });
    expect(ownerOf(ownership, 'log-review')?.source).toBe(source);
    expect(ownerOf(ownership, 'log-review', day('2026-04-01'))?.source).toBeUndefined();
  });

  it('and a model that begin after the as-of date wait for their day', () => {
    const ownership = owners({
      asOf: '2026-01-10',
      operatingModel: [
        { model: 'fully-managed', to: '2026-03-31' },
        { model: 'internal', from: '2026-04-01' },
      ],
    });
    expect(ownership.model).toBe('fully-managed');
    expect(ownerOf(ownership, 'patch-cadence')?.responsible).toEqual(['msp']);
  });

  it('that begins after the as-of date does not speak for that date', () => {
    const ownership = owners({
      asOf: '2026-06-01',
      ownership: [{ practice: 'log-review', responsible: ['internal-it'], from: '2026-07-01', because: 'Agreed.' }],
    });
    expect(ownerOf(ownership, 'log-review')?.responsible).toEqual(['msp']);
    expect(ownerOf(ownership, 'log-review', day('2026-08-01'))?.responsible).toEqual(['internal-it']);
  });
});
