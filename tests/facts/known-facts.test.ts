import { describe, expect, it } from 'vitest';
import { at, day, gist, measure, mfa, phishing, policy, run, WITH_PEOPLE } from './records.ts';

describe('what a fact carries', () => {
  it('gives the weakest strength and the worse bound of the dates that decide', () => {
    const fact = measure('mfa-policy-enforced-for-all-users', [policy({ observed: at('2026-10-01T23:30:00Z') })], {
      ...WITH_PEOPLE,
      zone: 'Asia/Kolkata',
    });
    expect(fact).toMatchObject({ strength: 'C', newest: '2026-10-02', dateAssumed: false });
  });
  it('says when a date rests on a person’s word', () => {
    const stated = { ...day('2026-10-01'), basis: 'stated' } as const;
    expect(measure('mfa-policy-enforced-for-all-users', [policy({ observed: stated })])).toMatchObject({
      dateAssumed: true,
    });
  });
  it('counts what a row tells of, not the row, where one tells of a whole run or campaign', () => {
    expect(measure('share-of-baseline-checks-passed', [run({ passed: 17, failed: 1, skipped: 2 })])).toMatchObject({
      exceptionCount: 3,
    });
    expect(measure('phishing-click-share', [phishing({ delivered: 40, clicked: 5 })])).toMatchObject({
      measure: { n: 5, of: 40 },
      exceptionCount: 5,
    });
  });
  it('cites of what is counted the rows that count, and not those that are clear beside them', () => {
    const fact = measure('mfa-bypass-accounts', [mfa({ user: 'a' }), mfa({ user: 'b', bypass: true })]);
    expect([gist(fact), fact.basis.map(({ subject }) => subject)]).toEqual(['count 1', ['entra b']]);
  });
  it('keeps fifty exceptions and counts them all', () => {
    const crowd = Array.from({ length: 80 }, (_, index) => mfa({ user: `p${index}`, bypass: true }));
    const fact = measure('mfa-bypass-accounts', crowd);
    expect(gist(fact)).toBe('count 80');
    expect(fact).toMatchObject({ exceptionCount: 80 });
    expect(fact.status === 'known' && fact.exceptions.length).toBe(50);
  });
});
