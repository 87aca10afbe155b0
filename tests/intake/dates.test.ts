import { describe, expect, it } from 'vitest';
import type { TimeOptions } from '../../src/intake/contract.ts';
import { newTimesSeen, observer } from '../../src/intake/dates/observe.ts';
import { type SettledOrder, settle } from '../../src/intake/dates/order.ts';
import { isDated, type Observed } from '../../src/model/observed.ts';

const MDY: SettledOrder = { order: 'mdy', assumed: true };
const OPEN: SettledOrder = { order: undefined, assumed: false };

function observe(raw: string, options: TimeOptions = {}, order = OPEN, zone = 'America/Chicago') {
  const seen = newTimesSeen();
  return { observed: observer(zone, order, seen)(raw, options), seen };
}

const iso = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms).toISOString());
const told = ({ instant, precision, zone }: Observed) => [iso(instant), precision, zone];

describe('a time that says its zone is exact', () => {
  it.each([
    ['2026-11-21T19:01:15.536270859-05:00', '2026-11-22T00:01:15.536Z', 'fraction', '-05:00'],
    ['2019-04-18T17:27:47.74Z', '2019-04-18T17:27:47.740Z', 'fraction', 'UTC'],
    ['2026-11-22T00:29:42+0000', '2026-11-22T00:29:42.000Z', 'second', 'UTC'],
    ['2026-11-22 00:29:42 +0530', '2026-11-21T18:59:42.000Z', 'second', '+05:30'],
    ['2026-10-15 08:15:00 -0500 CDT', '2026-10-15T13:15:00.000Z', 'second', '-05:00'],
    ['04 Feb 2026 10:00AM GMT-0500', '2026-02-04T15:00:00.000Z', 'minute', '-05:00'],
    ['Tue Mar 22 2022 14:54:47 GMT+0100 (CET)', '2022-03-22T13:54:47.000Z', 'second', '+01:00'],
    ['Sat, 07 Mar 2026 10:00:00 GMT', '2026-03-07T10:00:00.000Z', 'second', 'UTC'],
    ['2022/3/22 14:55 EDT', '2022-03-22T18:55:00.000Z', 'minute', 'EDT'],
    ['2026-03-01 08:00 America/Denver', '2026-03-01T15:00:00.000Z', 'minute', 'America/Denver'],
    ['20260311143000.000000+060', '2026-03-11T13:30:00.000Z', 'fraction', '+01:00'],
    ['/Date(1614612345678)/', '2021-03-01T15:25:45.678Z', 'fraction', 'UTC'],
  ])('%s', (raw, instant, precision, zone) => {
    const { observed } = observe(raw);
    expect(told(observed)).toEqual([instant, precision, zone]);
    expect([observed.earliest, observed.latest, observed.zoneAssumed]).toEqual([
      observed.instant,
      observed.instant,
      false,
    ]);
  });
});

describe('a wall clock without a zone lies anywhere on earth', () => {
  it.each([
    ['2026-11-21T19:00:20.000000', '2026-11-21T19:00:20'],
    ['2026-11-22 00:01:27,861', '2026-11-22T00:01:27.861'],
    ['2025-06-24  14:36:25', '2025-06-24T14:36:25'],
    ['2026-11-22 00:29', '2026-11-22T00:29'],
    ['2026:07:31 18:41:55', '2026-07-31T18:41:55'],
    ['2016/04/04 00:24:13', '2016-04-04T00:24:13'],
    ['20210211T162340221', '2021-02-11T16:23:40.221'],
    ['Tue Mar 22 14:54:47 2022', '2022-03-22T14:54:47'],
    ['Sun Nov 22 00:29:42 2026', '2026-11-22T00:29:42'],
    ['2019/1/24, 9:46:29', '2019-01-24T09:46:29'],
    ['18/jul/26 9:10 AM', '2026-07-18T09:10'],
    ['7. März 2024 um 14:54 Uhr', '2024-03-07T14:54'],
    ['1er février 2024 08:05:00', '2024-02-01T08:05'],
    ['7 de marzo de 2024, 8:05:00 p. m.', '2024-03-07T20:05'],
    ['24 dicembre 2025 alle ore 09:00', '2025-12-24T09:00'],
    ['5 марта 2026 10:00', '2026-03-05T10:00'],
    ['2019年1月24日 下午 9:46:29', '2019-01-24T21:46:29'],
    ['Thursday, March 5, 2026 12:00:00 AM', '2026-03-05T00:00'],
    ['mardi 3 mars 2026 12:30', '2026-03-03T12:30'],
    ['31.12.2025 23:59', '2025-12-31T23:59'],
    ['12/25/2025 4:15:34\u202fPM', '2025-12-25T16:15:34'],
    ['\u200e25/\u200e12/\u200e2025 4:15 pm', '2025-12-25T16:15'],
    ['09/21/2020-23:00', '2020-09-21T23:00'],
  ])('%s', (raw, clock) => {
    const { observed } = observe(raw, {}, OPEN, 'UTC');
    const wall = Date.parse(`${clock}Z`);
    expect(iso(observed.instant)).toBe(iso(wall));
    expect([iso(observed.earliest), iso(observed.latest)]).toEqual([iso(wall - 14 * 3.6e6), iso(wall + 12 * 3.6e6)]);
    expect([observed.zone, observed.zoneAssumed]).toEqual(['UTC', true]);
  });

  it('is read best where the client is', () => {
    expect(iso(observe('2026-07-01 10:00').observed.instant)).toBe('2026-07-01T15:00:00.000Z');
    expect(iso(observe('2026-01-01 10:00').observed.instant)).toBe('2026-01-01T16:00:00.000Z');
  });

  it('is exact where the tool documents a zone', () => {
    const { observed } = observe('5/18/2021 9:13:33 PM', { zone: 'UTC', order: 'mdy' });
    expect(observed).toMatchObject({ instant: Date.UTC(2021, 4, 18, 21, 13, 33), zone: 'UTC', zoneAssumed: false });
    expect([observed.earliest, observed.latest]).toEqual([observed.instant, observed.instant]);
  });

  it.each([
    ['+02:00', '2026-07-01T08:00:00.000Z', false],
    ['EDT', '2026-07-01T14:00:00.000Z', false],
    ['Europe/Berlin', '2026-07-01T08:00:00.000Z', false],
    ['Eastern Standard Time', '2026-07-01T15:00:00.000Z', true],
  ])('takes a zone that the file tells elsewhere, %s, when it is one', (zone, instant, assumed) => {
    const { observed } = observe('2026-07-01 10:00', { zone });
    expect([iso(observed.instant), observed.zoneAssumed]).toEqual([instant, assumed]);
  });

  it('means two instants when clocks were put back, and the documented zone keeps both', () => {
    const { observed } = observe('2026-11-01 01:30', { zone: 'America/Chicago' });
    expect([iso(observed.earliest), iso(observed.latest)]).toEqual([
      '2026-11-01T06:30:00.000Z',
      '2026-11-01T07:30:00.000Z',
    ]);
  });

  it('keeps every meaning of an abbreviation that has several, the client’s first', () => {
    const { observed } = observe('Jan 5, 2021 10:24:08 MST', {}, OPEN, 'America/Denver');
    expect([iso(observed.instant), iso(observed.earliest), iso(observed.latest)]).toEqual([
      '2021-01-05T17:24:08.000Z',
      '2021-01-05T02:24:08.000Z',
      '2021-01-05T17:24:08.000Z',
    ]);
    expect([observed.zone, observed.zoneAssumed]).toEqual(['MST', true]);
  });
});

describe('a day is the whole of it where the client is', () => {
  it.each(['2026-03-08', '03/08/2026', '8 Mar 2026', 'March 8th, 2026', '20260308', '2026年3月8日'])('%s', (raw) => {
    const { observed } = observe(raw, {}, MDY);
    expect([iso(observed.earliest), iso(observed.latest), observed.precision]).toEqual([
      '2026-03-08T06:00:00.000Z',
      '2026-03-09T04:59:59.999Z',
      'day',
    ]);
  });
});

describe('seconds and milliseconds since 1970, only where the tool counts so', () => {
  it.each([
    ['1600721892.929', 'seconds', '2020-09-21T20:58:12.929Z', 'fraction'],
    ['1600721892', 'seconds', '2020-09-21T20:58:12.000Z', 'second'],
    ['1600721892929', 'milliseconds', '2020-09-21T20:58:12.929Z', 'fraction'],
    ['2020-09-21T20:58:12-07:00', 'seconds', '2020-09-22T03:58:12.000Z', 'second'],
  ] as const)('%s as %s', (raw, epoch, instant, precision) => {
    expect(told(observe(raw, { epoch }).observed).slice(0, 2)).toEqual([instant, precision]);
  });

  it('is no time without being told', () => {
    const { observed, seen } = observe('1600721892');
    expect([isDated(observed), observed.raw, seen.unreadable]).toEqual([false, '1600721892', 1]);
  });
});

describe('never', () => {
  it.each([
    '1970-01-01T00:00:00+00:00',
    '1969-12-31T18:00:00-06:00',
    '0001-01-01T00:00:00Z',
    '1/1/0001 12:00:00 AM',
    '1601-01-01T00:00:00Z',
    '1900-01-01',
    '3000-01-01',
    '9999-12-31T23:59:59Z',
    'Never',
    'Never logged in',
    'no_information',
    'not_supported',
    'N/A',
  ])('%s is kept as text and no time', (raw) => {
    const { observed, seen } = observe(raw, { never: ['n/a'] }, MDY);
    expect(observed).toEqual({
      raw,
      precision: 'none',
      zone: null,
      zoneAssumed: false,
      orderAssumed: false,
      basis: 'unknown',
    });
    expect(seen.unreadable).toBe(0);
  });

  it('is zero where the tool counts seconds', () => {
    expect(isDated(observe('0', { epoch: 'seconds' }).observed)).toBe(false);
  });
});

describe('what is no date of the calendar', () => {
  it.each([
    '2026-02-30',
    '31/04/2026',
    '2025-02-29 10:00',
    '2026-13-01',
    '2026-01-01 24:00',
    '13:05 PM',
    'Mar 22 14:54:47',
    'soon',
    '12',
    '1.2.3.4',
    '2026-01-01 10:00 XYZ',
  ])('%s is noted', (raw) => {
    const { observed, seen } = observe(raw);
    expect([isDated(observed), seen.unreadable]).toEqual([false, 1]);
  });
});

describe('day or month first', () => {
  const order = (...raws: string[]) => {
    const seen = newTimesSeen();
    const read = observer('UTC', OPEN, seen);
    for (const raw of raws) read(raw);
    return settle(seen.tally, 'mdy');
  };

  it.each([
    [['29/04/2019, 18:52:20', '10/09/2018, 09:40:53'], { order: 'dmy', assumed: false }],
    [['05/13/2021 07:08:28', '03/04/2021'], { order: 'mdy', assumed: false }],
    [['03/04/2021'], { order: 'mdy', assumed: true }],
    [['25/12/2021', '12/25/2021', '03/04/2021'], { order: undefined, assumed: false }],
    [['03-12-2025 15:21:08', '02-28-2025'], { order: 'mdy', assumed: false }],
  ])('%j: %j', (raws, expected) => {
    expect(order(...raws)).toEqual(expected);
  });

  it('is assumed as the engagement says, and says so', () => {
    const { observed, seen } = observe('03/04/2026', {}, MDY, 'UTC');
    expect([iso(observed.instant), observed.orderAssumed, seen.ordersAssumed]).toEqual([
      '2026-03-04T00:00:00.000Z',
      true,
      1,
    ]);
  });

  it('stays unknown when nobody says', () => {
    const { observed, seen } = observe('03/04/2026');
    expect([isDated(observed), seen.ordersUnknown, seen.unreadable]).toEqual([false, 1, 0]);
  });

  it('makes no difference when both numbers are the same', () => {
    expect(observe('04/04/2026', {}, OPEN, 'UTC').observed).toMatchObject({
      instant: Date.UTC(2026, 3, 4),
      orderAssumed: false,
    });
  });

  it('is the tool’s own where it is documented', () => {
    expect(iso(observe('03/04/2026', { order: 'dmy' }, MDY, 'UTC').observed.instant)).toBe('2026-04-03T00:00:00.000Z');
    expect(isDated(observe('04/13/2026', { order: 'dmy' }, MDY).observed)).toBe(false);
    expect(iso(observe('26/07/18', { order: 'ymd' }, MDY, 'UTC').observed.instant)).toBe('2026-07-18T00:00:00.000Z');
  });
});
