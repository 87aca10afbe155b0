import { describe, expect, it } from 'vitest';
import { addDays, addMonths, civilDate, dayNumber, daysBetween, fromDayNumber } from '../../src/kernel/civil-date.ts';
import { boundsOfDay, dayIn, instantsOf, zoneExists } from '../../src/kernel/zone.ts';
import { day } from '../assessment/world.ts';
import fc from '../house/fast-check.ts';

// In Santiago and Cairo clocks are put forward at midnight, in Havana back: there a day begins or ends beside it.
const ZONES = [
  'UTC',
  'Asia/Kolkata',
  'America/Los_Angeles',
  'America/Santiago',
  'America/Havana',
  'Africa/Cairo',
  'Pacific/Apia',
  'Europe/London',
];
const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map(fromDayNumber);

describe('a day of the calendar', () => {
  it.each([
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2025-02-29',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00:00Z',
    '',
  ])('is not %s', (text) => {
    expect(civilDate(text)).toBeUndefined();
  });

  it('goes to a number and back', () => {
    fc.assert(fc.property(anyDay, (date) => fromDayNumber(dayNumber(date)) === date && civilDate(date) === date));
  });

  it('adds what it counts', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -4000, max: 4000 }),
        (date, days) => daysBetween(date, addDays(date, days)) === days,
      ),
    );
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });
});

describe('a wall clock in a zone', () => {
  it('knows its zones', () => {
    expect(zoneExists('America/Chicago')).toBe(true);
    expect(zoneExists('America/Lakeside')).toBe(false);
  });

  it('means two instants when clocks are put back', () => {
    const [a, b] = instantsOf('America/Chicago', Date.UTC(2026, 10, 1, 1, 30));
    expect([new Date(a).toISOString(), new Date(b).toISOString()]).toEqual([
      '2026-11-01T06:30:00.000Z',
      '2026-11-01T07:30:00.000Z',
    ]);
  });

  it('bounds each day by midnight here and midnight there', () => {
    expect(boundsOfDay('America/Chicago', day('2026-03-08')).map((at) => new Date(at).toISOString())).toEqual([
      '2026-03-08T06:00:00.000Z',
      '2026-03-09T04:59:59.999Z',
    ]);
  });

  it('puts both ends of a day on that day, one millisecond further on the next', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: 15_000, max: 25_000 }).map(fromDayNumber),
        (zone, date) => {
          const [start, end] = boundsOfDay(zone, date);
          // Apia skipped 30 December 2011: that day has no instant of its own.
          fc.pre(end > start);
          expect([dayIn(zone, start), dayIn(zone, end), dayIn(zone, end + 1) > date]).toEqual([date, date, true]);
        },
      ),
    );
  });
});
