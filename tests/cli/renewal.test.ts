import { describe, expect, it } from 'vitest';
import { conditionsMet } from '../../src/client/conditions.ts';
import { assessFolder, SILENT } from '../../src/client/index.ts';
import { CivilDate } from '../../src/model/civil-day.ts';
import type { CollectLine, Findings } from '../../src/model/findings.ts';
import { proofpack, SMALL_ENGAGEMENT, smallClient } from './world.ts';

const line = (state: CollectLine['state'], on: string): CollectLine => {
  return { practice: 'restore-testing', on: CivilDate.parse(on), state, newest: null, by: 'msp', obtain: 'A log.' };
};

describe('evidence that will have run out', () => {
  it('is what is current now and ends before the day of the renewal, or has ended', async () => {
    const { findings } = await assessFolder(smallClient(), SILENT);
    const met = (collect: readonly CollectLine[], day: string | undefined) => {
      const { renewsOn: _, ...engagement } = findings.engagement;
      const at: Findings = {
        ...findings,
        collect,
        engagement: day ? { ...engagement, renewsOn: CivilDate.parse(day) } : engagement,
      };
      return conditionsMet(at).includes('stale-at-renewal');
    };
    const current = [line('current', '2026-12-01')];
    expect(met(current, '2026-12-01')).toBe(false);
    expect(met(current, '2026-12-02')).toBe(true);
    expect(met([line('stale', '2026-10-15')], '2026-10-15')).toBe(true);
    // What never was there is a gap, and cannot run out.
    expect(met([line('missing', '2026-10-15')], '2026-12-01')).toBe(false);
    expect(met([], undefined)).toBe(true);
  });

  it('is said to be unknown where nobody says when that is', async () => {
    const dateless = await proofpack('assess', smallClient(), '--fail-on', 'stale-at-renewal');
    expect(dateless.exit).toBe(1);
    expect(dateless.err).toContain('When Lakeside renews is not said');
    const early = smallClient({ 'engagement.yaml': `${SMALL_ENGAGEMENT}renewsOn: 2026-10-15\n` });
    const dated = await proofpack('assess', early, '--fail-on', 'stale-at-renewal');
    expect(dated.err).not.toContain('is not said');
    expect((await proofpack('assess', smallClient(), '--fail-on', 'contradiction')).err).not.toContain('is not said');
  });
});
