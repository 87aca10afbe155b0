import { describe, expect, it } from 'vitest';
import { at, day, gist, measure, mfa, policy, WITH_PEOPLE } from './records.ts';

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
  it('keeps fifty exceptions and counts them all', () => {
    const crowd = Array.from({ length: 80 }, (_, index) => mfa({ user: `p${index}`, bypass: true }));
    const fact = measure('mfa-bypass-accounts', crowd);
    expect(gist(fact)).toBe('count 80');
    expect(fact).toMatchObject({ exceptionCount: 80 });
    expect(fact.status === 'known' && fact.exceptions.length).toBe(50);
  });
});
