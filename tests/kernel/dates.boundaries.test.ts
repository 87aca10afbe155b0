import { describe, expect, it } from 'vitest';
import {
  addMonths,
  civilDate,
  civilDateOf,
  dayNumber,
  dayNumberOf,
  daysBetween,
  weekdayOf,
} from '../../src/kernel/civil-date.ts';
import { contains, lengthInDays } from '../../src/kernel/period.ts';
import { boundsOfDay, dayIn, instantsOf, minutesOfDayIn, zoneExists } from '../../src/kernel/zone.ts';
import { day } from '../assessment/world.ts';

const iso = (ms: number) => new Date(ms).toISOString();

describe('the calendar', () => {
  it.each<[number, number, number]>([
    [2026, 1, 31],
    [2026, 2, 28],
    [2024, 2, 29],
    [2000, 2, 29],
    [2100, 2, 28],
    [2026, 3, 31],
    [2026, 4, 30],
    [2026, 5, 31],
    [2026, 6, 30],
    [2026, 7, 31],
    [2026, 8, 31],
    [2026, 9, 30],
    [2026, 10, 31],
    [2026, 11, 30],
    [2026, 12, 31],
  ])('month %i-%i has %i days', (year, month, days) => {
    const last = dayNumberOf(year, month, days);
    expect(last).toBe(Date.UTC(year, month - 1, days) / 86_400_000);
    expect(civilDateOf(year, month, days)).toBe(iso((last ?? 0) * 86_400_000).slice(0, 10));
    expect([dayNumberOf(year, month, days + 1), civilDateOf(year, month, days + 1)]).toEqual([undefined, undefined]);
    expect([dayNumberOf(year, month, 0), civilDateOf(year, month, 0)]).toEqual([undefined, undefined]);
    expect([dayNumberOf(year, month, 1), civilDateOf(year, month, 1)]).not.toContain(undefined);
  });

  it('has twelve months', () => {
    expect([0, 13].flatMap((month) => [dayNumberOf(2026, month, 1), civilDateOf(2026, month, 1)])).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('writes years, months and days with all their digits', () => {
    expect(civilDateOf(987, 6, 5)).toBe('0987-06-05');
    expect(addMonths(day('0999-12-31'), 2)).toBe('1000-02-28');
    expect(addMonths(day('0999-01-05'), 1)).toBe('0999-02-05');
  });

  it.each([' 2026-01-01', '2026-01-01 ', 'x2026-01-01', '2026-01-011', '12026-01-01'])('does not read "%s"', (text) => {
    expect(civilDate(text)).toBeUndefined();
  });

  it('counts from the first of January 1970, backwards too', () => {
    expect([dayNumber(day('1970-01-01')), dayNumber(day('1969-12-31')), dayNumber(day('1970-02-01'))]).toEqual([
      0, -1, 31,
    ]);
    expect(daysBetween(day('2026-10-15'), day('2026-10-14'))).toBe(-1);
  });

  it.each<[string, number, string]>([
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-05-31', 1, '2026-06-30'],
    ['2026-05-31', 12, '2027-05-31'],
    ['2026-11-30', 1, '2026-12-30'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });
});

describe('a period', () => {
  const period = { from: day('2025-10-01'), to: day('2026-09-30') };
  it.each<[string, boolean]>([
    ['2025-09-30', false],
    ['2025-10-01', true],
    ['2026-09-30', true],
    ['2026-10-01', false],
  ])('from 2025-10-01 to 2026-09-30 and %s: %s', (on, inside) => {
    expect(contains(period, day(on))).toBe(inside);
  });

  it('is as long as its days, both ends counted', () => {
    expect([lengthInDays(period), lengthInDays({ from: period.from, to: period.from })]).toEqual([365, 1]);
  });
});

describe('an hour around which clocks are changed', () => {
  it('is skipped in spring: read with the offset before and after', () => {
    expect(instantsOf('America/Chicago', Date.UTC(2026, 2, 8, 2, 30)).map(iso)).toEqual([
      '2026-03-08T07:30:00.000Z',
      '2026-03-08T08:30:00.000Z',
    ]);
  });

  it.each<[string, number, readonly string[]]>([
    ['the last before the gap', Date.UTC(2026, 2, 8, 1, 59, 59, 999), ['2026-03-08T07:59:59.999Z']],
    ['the first after the gap', Date.UTC(2026, 2, 8, 3), ['2026-03-08T08:00:00.000Z']],
    ['the last before it comes twice', Date.UTC(2026, 10, 1, 0, 59, 59, 999), ['2026-11-01T05:59:59.999Z']],
    ['the first after it came twice', Date.UTC(2026, 10, 1, 2), ['2026-11-01T08:00:00.000Z']],
  ])('%s means one instant', (_, wall, [only = '']) => {
    expect(instantsOf('America/Chicago', wall).map(iso)).toEqual([only, only]);
  });

  it('is remembered as little as it must be: each minute of that day keeps its own day and offset', () => {
    const at = (text: string) => dayIn('America/Sao_Paulo', Date.parse(text));
    // Midnight of 4 November 2018 did not exist there: the day began at one o'clock.
    expect([at('2018-11-04T02:59:59.999Z'), at('2018-11-04T03:00:00.000Z')]).toEqual(['2018-11-03', '2018-11-04']);
    expect(boundsOfDay('America/Sao_Paulo', day('2018-11-03')).map(iso)).toEqual([
      '2018-11-03T03:00:00.000Z',
      '2018-11-04T02:59:59.999Z',
    ]);
    expect(boundsOfDay('America/Sao_Paulo', day('2018-11-04')).map(iso)).toEqual([
      '2018-11-04T03:00:00.000Z',
      '2018-11-05T01:59:59.999Z',
    ]);
    // Put back to midnight: the first hour comes twice, and the day before ends at the first of them.
    expect(boundsOfDay('America/Havana', day('2026-10-31')).map(iso)).toEqual([
      '2026-10-31T04:00:00.000Z',
      '2026-11-01T03:59:59.999Z',
    ]);
  });

  it('has both ends of a day where the zone is far from UTC', () => {
    expect(boundsOfDay('Pacific/Kiritimati', day('2026-01-01')).map(iso)).toEqual([
      '2025-12-31T10:00:00.000Z',
      '2026-01-01T09:59:59.999Z',
    ]);
    expect(boundsOfDay('Asia/Kolkata', day('2026-01-01')).map(iso)).toEqual([
      '2025-12-31T18:30:00.000Z',
      '2026-01-01T18:29:59.999Z',
    ]);
    expect([zoneExists('Asia/Kolkata'), zoneExists('Mars/Olympus')]).toEqual([true, false]);
  });
});

it.each<[string, string]>([
  ['1969-12-31', 'wednesday'],
  ['1970-01-01', 'thursday'],
  ['1970-01-07', 'wednesday'],
  ['2026-10-15', 'thursday'],
  ['2026-10-18', 'sunday'],
])('%s is a %s', (date, weekday) => {
  expect(weekdayOf(day(date))).toBe(weekday);
});

it.each<[string, string, number]>([
  ['UTC', '2026-10-15T00:00:59.999Z', 0],
  ['UTC', '2026-10-15T23:59:59.999Z', 1439],
  ['America/Chicago', '2026-10-15T05:00:00Z', 0],
  ['America/Chicago', '2026-10-15T04:59:00Z', 1439],
  ['Asia/Kolkata', '2026-10-15T12:00:00Z', 1050],
])('a clock in %s shows at %s the minute %i', (zone, at, minute) => {
  expect(minutesOfDayIn(zone, Date.parse(at))).toBe(minute);
});
