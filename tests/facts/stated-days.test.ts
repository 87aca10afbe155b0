import { describe, expect, it } from 'vitest';
import { daysIn } from '../../src/facts/kit/stated-days.ts';
import { date, day, document, install, measure } from './records.ts';

describe('the figure that a document sets', () => {
  it.each<[string, string | undefined, number | undefined]>([
    ['critical 14 days', 'critical', 14],
    ['critical 14 days, others 30 days', 'critical', 14],
    ['others 30 days; critical within 2 weeks', 'critical', 14],
    ['30 days', 'critical', 30],
    ['high 14 days, low 90 days', 'critical', undefined],
    ['nightly', undefined, 1],
    ['same day', undefined, 0],
    ['12 months', undefined, 365],
    ['13 months', undefined, 395],
    ['6 years', undefined, 2190],
    ['14-day cycle', undefined, 14],
    ['at least 14 characters', undefined, undefined],
    ['', undefined, undefined],
  ])('"%s", of %s', (setting, beside, days) => {
    expect(daysIn(setting, beside)).toBe(days);
  });

  const policy = (setting: string, more = {}) =>
    document({ topic: 'patch-management', title: 'Patching', setting, ...more });
  const stated = (...documents: Parameters<typeof measure>[1]) => measure('critical-patch-days-in-policy', documents);

  it('is that of the strictest document in force, and of no draft', () => {
    expect(stated(policy('30 days'), policy('14 days', { title: 'Patching abroad' }))).toMatchObject({
      measure: { kind: 'days', days: 14 },
      basis: [{ text: 'Patching abroad: "14 days"' }],
      remarks: [expect.stringContaining('different figures')],
    });
    expect(stated(policy('7 days', { status: 'draft' })).status).toBe('unknown');
  });

  it('is unknown where no figure is set', () => {
    expect(stated(policy('soon'))).toMatchObject({ because: 'not-measured-by-source' });
    expect(stated()).toMatchObject({ because: 'no-evidence' });
  });
});

describe('the slowest critical patch', () => {
  const critical = (given: Parameters<typeof install>[0]) =>
    install({ severity: 'critical', released: day('2026-08-01'), ...given });
  const slowest = (...installs: Parameters<typeof measure>[1]) => measure('slowest-critical-patch-days', installs);

  it('is told with its device and days', () => {
    expect(
      slowest(critical({ observed: day('2026-08-11') }), critical({ device: 'WS02', observed: day('2026-09-15') })),
    ).toMatchObject({
      measure: { kind: 'days', days: 45 },
      newest: date('2026-09-15'),
      basis: [{ text: 'WS02: KB1: released 2026-08-01, installed 2026-09-15, 45 days later' }],
    });
  });

  it('counts the first installation on a device, and none without a release or before the period', () => {
    expect(slowest(critical({ observed: day('2026-08-03') }), critical({ observed: day('2026-09-15') }))).toMatchObject(
      {
        measure: { days: 2 },
      },
    );
    expect(slowest(critical({ released: undefined, observed: day('2026-09-01') }))).toMatchObject({
      because: 'needs-release-date',
    });
    expect(slowest(critical({ observed: day('2025-09-01') }))).toMatchObject({ because: 'no-evidence' });
    expect(slowest(install())).toMatchObject({ because: 'no-evidence' });
  });
});
