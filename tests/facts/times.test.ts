import { describe, expect, it } from 'vitest';
import { known } from '../../src/facts/kit/known.ts';
import { intervalsOf } from '../../src/facts/kit/occurrences.ts';
import { agoText, dayOf, hasPassed, isLater, isWithin } from '../../src/facts/kit/time.ts';
import { dayIn } from '../../src/kernel/zone.ts';
import fc from '../house/fast-check.ts';
import { at, date, day, SCOPE, undated } from './records.ts';

describe('times', () => {
  const zones = ['UTC', 'Asia/Kolkata', 'America/Los_Angeles', 'Pacific/Chatham', 'America/Asuncion'];
  it('remembers days without changing them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2040, 0, 1) }),
        fc.constantFrom(...zones),
        (instant, zone) => {
          expect(dayOf(zone, instant)).toBe(dayIn(zone, instant));
        },
      ),
    );
  });
  it.each(zones)('judges the limits of an age alike in %s', (zone) => {
    const scope = { ...SCOPE, zone };
    for (const [text, within] of [
      ['2026-09-14', false],
      ['2026-09-15', true],
      ['2026-10-15', true],
      ['2026-10-16', false],
    ] as const) {
      expect(isWithin(day(text, zone), 30, scope)).toBe(within);
    }
    expect(hasPassed(day('2026-10-14', zone), scope)).toBe(true);
    expect(hasPassed(day('2026-10-15', zone), scope)).toBe(false);
    expect(isLater(day('2026-10-16', zone), scope)).toBe(true);
  });
  it('takes the worse bound of a time without a zone', () => {
    const noon = Date.parse('2026-09-15T12:00:00Z');
    const unsure = {
      ...at('2026-09-15T12:00:00Z'),
      earliest: noon - 14 * 3_600_000,
      latest: noon + 12 * 3_600_000,
      zoneAssumed: true,
    };
    expect(isWithin(unsure, 30, SCOPE)).toBe(false);
    expect(isWithin(unsure, 31, SCOPE)).toBe(true);
    expect(agoText(unsure, SCOPE)).toBe('2026-09-15, 30 or 31 days before the as-of date');
  });
  it('prints the day that stands in the file, and judges by the worse one', () => {
    const noon = Date.parse('2026-09-15T06:00:00Z');
    const hours = 3_600_000;
    const unsure = {
      ...at('2026-09-15T06:00:00Z'),
      earliest: noon - 14 * hours,
      latest: noon + 12 * hours,
      zoneAssumed: true,
    };
    const measured = known(
      { kind: 'holds', holds: true },
      { clock: SCOPE, deciding: [{ place: { path: 'a', row: 1 }, text: 'a', strength: 'R', observed: unsure }] },
    );
    expect(measured).toMatchObject({ newest: '2026-09-14', newestRead: '2026-09-15' });
    const sure = known(
      { kind: 'holds', holds: true },
      {
        clock: SCOPE,
        deciding: [{ place: { path: 'a', row: 1 }, text: 'a', strength: 'R', observed: at('2026-09-15T06:00:00Z') }],
      },
    );
    expect(sure).toMatchObject({ newest: '2026-09-15' });
    expect(sure).not.toHaveProperty('newestRead');
  });
  it('never takes the undated for recent', () => expect(isWithin(undated, 10_000, SCOPE)).toBe(false));
});

describe('intervals', () => {
  const period = (from: string, to: string) => ({ from: date(from), to: date(to) });
  it.each([
    ['2025-10-01', '2026-09-30', 'quarter', 4],
    ['2025-10-01', '2026-09-29', 'quarter', 3],
    ['2026-01-31', '2026-02-27', 'month', 1],
    ['2026-02-01', '2026-02-10', 'quarter', 1],
    ['2025-10-01', '2026-09-30', 'week', 52],
  ] as const)('%s to %s has as many whole ones', (from, to, every, count) => {
    expect(intervalsOf(period(from, to), every)).toHaveLength(count);
  });
});
