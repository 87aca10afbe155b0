import { describe, expect, it } from 'vitest';
import type { TimeOptions } from '../../src/intake/contract.ts';
import { readIso } from '../../src/intake/dates/iso.ts';
import { isWeekday, monthNamed } from '../../src/intake/dates/months.ts';
import { newTimesSeen, observer } from '../../src/intake/dates/observe.ts';
import { newTally, orderMatters, type SettledOrder, settle } from '../../src/intake/dates/order.ts';
import { isSentinelDay, isSentinelInstant, saysNever } from '../../src/intake/dates/sentinels.ts';
import { splitTime } from '../../src/intake/dates/time-of-day.ts';
import { readWritten } from '../../src/intake/dates/written.ts';
import { offsetsOf, offsetText, offsetWritten } from '../../src/intake/dates/zone-names.ts';
import { dayNumberOf } from '../../src/kernel/civil-date.ts';

const HOUR = 3_600_000;
const OPEN: SettledOrder = { order: undefined, assumed: false };

function observe(raw: string | undefined, options?: TimeOptions, order = OPEN, zone = 'UTC') {
  const seen = newTimesSeen();
  return { observed: observer(zone, order, seen)(raw, options), seen };
}
const iso = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms).toISOString());

describe('the names of months', () => {
  it.each<[number, string]>([
    [1, 'january jan janvier janv januar jän jänner gennaio gen enero ene январь января янв'],
    [2, 'february feb février fevrier févr fevr fév februar febbraio febrero февраль февраля фев февр'],
    [3, 'march mar mars märz maerz mär mrz marzo март марта мар'],
    [4, 'april apr avril avr aprile abril abr апрель апреля апр'],
    [5, 'may mai maggio mag mayo май мая'],
    [6, 'june jun juin juni giugno giu junio июнь июня июн'],
    [7, 'july jul juillet juil juli luglio lug julio июль июля июл'],
    [8, 'august aug août aout agosto ago август августа авг'],
    [9, 'september sep sept septembre settembre set septiembre сентябрь сентября сен сент'],
    [10, 'october oct octobre oktober okt ottobre ott octubre октябрь октября окт'],
    [11, 'november nov novembre noviembre ноябрь ноября ноя нояб'],
    [12, 'december dec décembre decembre déc dezember dez dicembre dic diciembre декабрь декабря дек'],
  ])('of month %i: %s', (month, names) => {
    for (const name of names.split(' ')) {
      expect([name, monthNamed(name), monthNamed(name.toUpperCase()), monthNamed(`${name}.`)]).toEqual([
        name,
        month,
        month,
        month,
      ]);
    }
  });

  it.each(['', '.', 'ja.n', 'j', 'monday'])('are not "%s"', (word) => expect(monthNamed(word)).toBeUndefined());

  it('stand behind weekdays of the same languages, in full or short', () => {
    for (const word of 'Monday tues Mittwoch mi vendredi domenica miércoles понедельник пн Sá'.split(' ').slice(0, 9))
      expect([word, isWeekday(word)]).toEqual([word, true]);
    for (const word of ['January', 'min', 'xmon', 'some', 'tod', 'fro'])
      expect([word, isWeekday(word)]).toEqual([word, false]);
  });
});

describe('the abbreviations of zones', () => {
  it.each<[string, readonly number[]]>([
    ['z utc gmt wet', [0]],
    ['west cet mez', [1]],
    ['cest mesz eet sast', [2]],
    ['eest msk', [3]],
    ['edt', [-4]],
    ['mdt', [-6]],
    ['pdt', [-7]],
    ['akdt', [-8]],
    ['akst', [-9]],
    ['hst', [-10]],
    ['awst hkt sgt', [8]],
    ['jst kst', [9]],
    ['acst', [9.5]],
    ['acdt', [10.5]],
    ['aest', [10]],
    ['aedt', [11]],
    ['nzst', [12]],
    ['nzdt', [13]],
    ['est', [-5, 10]],
    ['cst', [-6, 8, -5]],
    ['cdt', [-5, -4]],
    ['mst', [-7, 8]],
    ['pst', [-8, 8]],
    ['ast', [-4, 3]],
    ['adt', [-3, 4]],
    ['ist', [5.5, 1, 2]],
    ['bst', [1, 6]],
  ])('%s: %j hours from UTC', (words, hours) => {
    const wanted = hours.map((each) => each * HOUR);
    for (const word of words.split(' '))
      expect([word, offsetsOf(word), offsetsOf(word.toUpperCase())]).toEqual([word, wanted, wanted]);
  });

  it.each(['xyz', 'toString', ''])('are not "%s"', (word) => expect(offsetsOf(word)).toBeUndefined());

  it.each<[string, number | undefined]>([
    ['+0530', 5.5],
    ['-05:00', -5],
    ['+02', 2],
    ['+2', 2],
    ['GMT-0500', -5],
    ['utc+1', 1],
    ['−03:30', -3.5],
    ['-300', -5],
    ['+060', 1],
    ['+14:00', 14],
    ['+15:00', undefined],
    ['-12:59', -(12 + 59 / 60)],
    ['+05:60', undefined],
    ['05:00', undefined],
    ['x+05:00', undefined],
    ['+05:00x', undefined],
    ['+3000', undefined],
    ['x-300', undefined],
    ['+05:0', undefined],
  ])('%s is written for %s hours', (text, hours) => {
    expect(offsetWritten(text)).toBe(hours === undefined ? undefined : Math.round(hours * 60) * 60_000);
  });

  it.each<[number, string]>([
    [0, 'UTC'],
    [5.5, '+05:30'],
    [-3.5, '-03:30'],
    [14, '+14:00'],
    [-12, '-12:00'],
    [1, '+01:00'],
  ])('%s hours are printed as %s', (hours, text) => {
    expect(offsetText(hours * HOUR)).toBe(text);
  });
});

describe('words that stand for no time', () => {
  it.each([
    'never',
    'Never Logged In',
    'never signed in',
    'NONE',
    'no_information',
    'not_supported',
    'Not available',
    'not applicable',
    'Unknown',
    'nie',
    'Jamais',
    'mai',
    'nunca',
    'никогда',
    '从不',
  ])('%s', (word) => {
    expect(saysNever(word, undefined)).toBe(true);
  });

  it('are others where the tool has its own', () => {
    expect([saysNever('N/A', undefined), saysNever('N/A', ['n/a']), saysNever('', ['n/a'])]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it.each<[number, number, number, boolean]>([
    [1900, 1, 1, true],
    [1900, 1, 2, false],
    [1969, 12, 31, false],
    [1970, 1, 1, true],
    [1970, 1, 2, false],
    [2999, 12, 30, false],
    [2999, 12, 31, true],
    [3000, 1, 1, true],
  ])('the day %i-%i-%i: %s', (year, month, date, none) => {
    const day = dayNumberOf(year, month, date) ?? Number.NaN;
    expect(isSentinelDay(day)).toBe(none);
  });

  it('and no instant up to the end of the first day of the epoch, nor from the last day on', () => {
    expect([-1, 0, 1, 86_399_999, 86_400_000].map(isSentinelInstant)).toEqual([true, true, true, true, false]);
    const end = Date.UTC(2999, 11, 31);
    expect([end - 1, end].map(isSentinelInstant)).toEqual([false, true]);
    // Long before: only an instant tells that, a birthday of 1950 is a day like any other.
    expect(isSentinelInstant(Date.UTC(1950, 0, 1))).toBe(true);
  });
});

describe('a clock behind a date', () => {
  it.each<[string, number | undefined, string?]>([
    [' 00:00', 0, 'minute'],
    [' 23:59:59', 86_399_000, 'second'],
    [' 23:59:59.999', 86_399_999, 'fraction'],
    [' 10:00:00.5', 36_000_500, 'fraction'],
    [' 10:00:00,123456789', 36_000_123, 'fraction'],
    [' 24:00', undefined],
    [' 23:60', undefined],
    [' 23:59:60', undefined],
    [' 12:00 AM', 0, 'minute'],
    [' 12:00 PM', 43_200_000, 'minute'],
    [' 1:00 am', 3_600_000, 'minute'],
    [' 1:00 p.m.', 46_800_000, 'minute'],
    [' 0:30 PM', undefined],
    [' 13:00 AM', undefined],
    [' 上午 9:46', 35_160_000, 'minute'],
    [' 下午 9:46', 78_360_000, 'minute'],
    ['T1623', 58_980_000, 'minute'],
    ['162340', 59_020_000, 'second'],
    ['', 0, 'day'],
    [' soon', undefined],
  ])('"%s"', (rest, clockMs, precision) => {
    expect(splitTime(rest)).toEqual(clockMs === undefined ? undefined : { clockMs, precision });
  });

  it.each<[string, string | undefined]>([
    [' 10:00 Europe/Berlin', 'Europe/Berlin'],
    [' 10:00 Europe/Nowhere', undefined],
    [' 10:00 CET', 'CET'],
    [' 10:00 -05:00', '-05:00'],
    [' 10:00 Cuba', undefined],
  ])('"%s" is in %s', (rest, zone) => {
    expect(splitTime(rest)?.zone).toBe(zone);
  });
});

describe('the form of machines', () => {
  const DAY = Date.UTC(2026, 9, 15) / 86_400_000;
  it.each<[string, object | undefined]>([
    ['2026-10-15', { clockMs: 0, precision: 'day' }],
    ['1000-01-01', { days: { any: Date.UTC(1000, 0, 1) / 86_400_000 }, clockMs: 0, precision: 'day' }],
    ['0999-12-31', undefined],
    ['2026-10-15T23:59', { clockMs: 86_340_000, precision: 'minute' }],
    ['2026-10-15 23:59:59', { clockMs: 86_399_000, precision: 'second' }],
    ['2026-10-15T23:59:59.9', { clockMs: 86_399_900, precision: 'fraction' }],
    ['2026-10-15T00:00:00.0', { clockMs: 0, precision: 'fraction' }],
    ['2026-10-15T00:00:00.000000001', { clockMs: 0, precision: 'fraction' }],
    ['2026-10-15T00:00:00.1239999', { clockMs: 123, precision: 'fraction' }],
    ['2026-10-15T10:00Z', { clockMs: 36_000_000, precision: 'minute', zone: 'Z' }],
    ['2026-10-15T10:00:00.5Z', { clockMs: 36_000_500, precision: 'fraction', zone: 'Z' }],
    ['2026-10-15T10:00:00+14:59', { clockMs: 36_000_000, precision: 'second', zone: '+14:59' }],
    ['2026-10-15T10:00:00-0930', { clockMs: 36_000_000, precision: 'second', zone: '-0930' }],
    ['2026/10-15', undefined],
    ['2026-10/15', undefined],
    ['2026-10-1', undefined],
    ['202a-10-15', undefined],
    ['2026-:0-15', undefined],
    ['2026-1/-15', undefined],
    ['2026-10-15x10:00', undefined],
    ['2026-10-15T24:00', undefined],
    ['2026-10-15T10:60', undefined],
    ['2026-10-15T10.00', undefined],
    ['2026-10-15T10:00:60', undefined],
    ['2026-10-15T10:00:0', undefined],
    ['2026-10-15T10:00:00.', undefined],
    ['2026-10-15T10:00:00.Z', undefined],
    ['2026-10-15T10:00:00.1234567890', undefined],
    ['2026-10-15T10:00Zx', undefined],
    ['2026-10-15T10:00x', undefined],
    ['2026-10-15T10:00:00*05:00', undefined],
    ['2026-10-15T10:00:00+15:00', undefined],
    ['2026-10-15T10:00:00+05:60', undefined],
    ['2026-10-15T10:00:00+05:0', undefined],
    ['2026-10-15T10:00:00+05:000', undefined],
    ['2026-10-15T10:00:00+05', undefined],
  ])('%s', (text, wanted) => {
    expect(readIso(text)).toEqual(wanted === undefined ? undefined : { days: { any: DAY }, ...wanted });
  });
});

describe('a date in writing', () => {
  const days = (raw: string) => {
    const found = readWritten(raw)?.days;
    return (
      found &&
      Object.fromEntries(Object.entries(found).map(([order, day]) => [order, iso(day * 86_400_000)?.slice(0, 10)]))
    );
  };
  it.each<[string, object | undefined]>([
    ['1.2.2026', { any: '2026-02-01' }],
    ['31.2.2026', undefined],
    ['1/2/69', { mdy: '2069-01-02', dmy: '2069-02-01' }],
    ['1/2/70', { mdy: '1970-01-02', dmy: '1970-02-01' }],
    ['01/2/03', { mdy: '2003-01-02', dmy: '2003-02-01', ymd: '2001-02-03' }],
    ['13/2/2026', { dmy: '2026-02-13' }],
    ['2/13/2026', { mdy: '2026-02-13' }],
    ['13/13/2026', undefined],
    ['26/13/18', undefined],
    ['1/2/2026 soon', undefined],
    ['5 Foo 2026', undefined],
    ['5 Feb 99', { any: '1999-02-05' }],
    ['Mon, 5 Jan 2026', { any: '2026-01-05' }],
    ['Foo, 5 Jan 2026', undefined],
    ['x Mon, 5 Jan 2026', undefined],
    ['5   Jan\u00a0\u202f2026', { any: '2026-01-05' }],
    ['5 Jan 0001', { any: '1000-01-05' }],
  ])('%s', (raw, wanted) => {
    expect(days(raw)).toEqual(wanted);
  });
});

describe('the order of a whole file', () => {
  it.each<[object, SettledOrder['order'], SettledOrder]>([
    [{}, 'mdy', { order: 'mdy', assumed: true }],
    [{}, undefined, { order: undefined, assumed: false }],
    [{ dayFirst: 1 }, 'mdy', { order: 'dmy', assumed: false }],
    [{ monthFirst: 1 }, 'dmy', { order: 'mdy', assumed: false }],
    [{ dayFirst: 1, monthFirst: 1 }, 'mdy', { order: undefined, assumed: false }],
  ])('%j, stated %s', (seen, stated, wanted) => {
    expect(settle({ ...newTally(), ...seen }, stated)).toEqual(wanted);
  });

  it.each<[object, SettledOrder['order'], boolean]>([
    [{ numeric: 3, open: 1 }, 'mdy', true],
    [{ numeric: 3, open: 0 }, 'mdy', false],
    [{ numeric: 3, open: 0 }, 'ymd', true],
    [{ numeric: 0, open: 0 }, 'ymd', false],
    [{ numeric: 3, open: 1 }, undefined, false],
  ])('%j read as %s matters: %s', (seen, order, matters) => {
    expect(orderMatters({ ...newTally(), ...seen }, { order, assumed: true })).toBe(matters);
  });

  it('is counted date by date', () => {
    const seen = newTimesSeen();
    const read = observer('UTC', OPEN, seen);
    for (const raw of ['13/02/2026', '02/13/2026', '03/04/2026', '05/05/2026', '2026-01-01', '']) read(raw);
    expect(seen.tally).toEqual({ numeric: 4, dayFirst: 1, monthFirst: 1, open: 1 });
  });

  it('leaves even a day that is its own month open where years may come first', () => {
    const YMD: SettledOrder = { order: 'ymd', assumed: true };
    const { observed, seen } = observe('05/05/06', {}, YMD);
    expect([iso(observed.instant), observed.orderAssumed, seen.tally.open]).toEqual([
      '2005-05-06T00:00:00.000Z',
      true,
      1,
    ]);
    expect(observe('05/05/06').observed.orderAssumed).toBe(false);
  });

  it('is not assumed for what one order alone can read', () => {
    const MDY: SettledOrder = { order: 'mdy', assumed: true };
    for (const raw of ['13/02/2026', '02/13/2026', '05/05/2026', '2026-05-06'])
      expect([raw, observe(raw, {}, MDY).observed.orderAssumed]).toEqual([raw, false]);
    expect(observe('03/04/2026', { order: 'dmy' }, MDY).observed.orderAssumed).toBe(false);
  });
});

describe('the times of one file', () => {
  it('count what was assumed each time that it is read, remembered or not', () => {
    const seen = newTimesSeen();
    const read = observer('America/Chicago', { order: 'mdy', assumed: true }, seen);
    for (const raw of [
      '2026-01-01 10:00',
      '2026-01-01 10:00',
      '2026-01-01T10:00Z',
      '03/04/2026',
      'soon',
      'later',
      'soon',
    ])
      read(raw);
    expect(seen).toMatchObject({
      zonesAssumed: 2,
      ordersAssumed: 1,
      ordersUnknown: 0,
      unreadable: 3,
      firstUnreadable: 'soon',
    });
  });

  it('are nothing where nothing stands', () => {
    for (const raw of [undefined, '', '  ']) {
      const { observed, seen } = observe(raw);
      expect([observed.raw, observed.precision, seen.unreadable]).toEqual([null, 'none', 0]);
    }
    expect(observe(' 2026-01-01 ').observed.raw).toBe('2026-01-01');
  });

  it('are read by the options of each cell, also when one text stands under several', () => {
    const read = observer('America/Chicago', OPEN, newTimesSeen());
    const at = (options?: TimeOptions) => iso(read('03/04/2026 10:00', options).instant);
    const both = () => [
      at({ order: 'mdy', zone: 'UTC' }),
      at({ order: 'dmy', zone: 'UTC' }),
      at({ order: 'mdy', zone: 'client' }),
      at({ order: 'mdy', zone: '+02:00' }),
      at(),
    ];
    const wanted = [
      '2026-03-04T10:00:00.000Z',
      '2026-04-03T10:00:00.000Z',
      '2026-03-04T16:00:00.000Z',
      '2026-03-04T08:00:00.000Z',
      undefined,
    ];
    expect([both(), both()]).toEqual([wanted, wanted]);
  });

  it('are epochs or words only under the options that say so', () => {
    const read = observer('UTC', OPEN, newTimesSeen());
    const at = (raw: string, options?: TimeOptions) => iso(read(raw, options).instant);
    expect([
      at('1600721892', { epoch: 'seconds' }),
      at('1600721892', { epoch: 'milliseconds' }),
      at('1600721892'),
      at('1600721892', { epoch: 'seconds', never: ['1600721892'] }),
      at('1600721892', { epoch: 'seconds', never: ['0'] }),
    ]).toEqual([
      '2020-09-21T20:58:12.000Z',
      '1970-01-19T12:38:41.892Z',
      undefined,
      undefined,
      '2020-09-21T20:58:12.000Z',
    ]);
  });

  it('are a day where the tool says, the client’s where its word is no zone', () => {
    const bounds = (options: TimeOptions) =>
      iso(observe('2026-01-01', options, OPEN, 'America/Chicago').observed.earliest);
    expect([
      bounds({}),
      bounds({ zone: 'Europe/Berlin' }),
      bounds({ zone: 'client' }),
      bounds({ zone: 'Nowhere' }),
    ]).toEqual([
      '2026-01-01T06:00:00.000Z',
      '2025-12-31T23:00:00.000Z',
      '2026-01-01T06:00:00.000Z',
      '2026-01-01T06:00:00.000Z',
    ]);
  });

  it('stay right when there are more of them than are remembered', () => {
    const seen = newTimesSeen();
    const read = observer('UTC', OPEN, seen);
    for (let i = 0; i < 41_000; i += 1) read(new Date(Date.UTC(2026, 0, 1) + (i % 21_000) * 1000).toISOString());
    expect(iso(read('2026-01-01T00:00:05.000Z').instant)).toBe('2026-01-01T00:00:05.000Z');
    expect(seen.unreadable).toBe(0);
  });
});

describe('an instant in a call', () => {
  it.each<[string, string | undefined]>([
    ['/Date(1614612345678)/', '2021-03-01T15:25:45.678Z'],
    ['/Date(1614612345678+0100)/', '2021-03-01T15:25:45.678Z'],
    ['/Date(1614612345678-0500)/', '2021-03-01T15:25:45.678Z'],
    ['/Date(1614612345678+01)/', undefined],
    ['/Date(1614612345678*0100)/', undefined],
    ['x/Date(1614612345678)/', undefined],
    ['/Date(1614612345678)/x', undefined],
    ['/Date(0)/', undefined],
  ])('%s', (raw, instant) => {
    expect(iso(observe(raw).observed.instant)).toBe(instant);
  });
});

describe('an abbreviation with several meanings', () => {
  it.each<[string, string]>([
    ['America/Chicago', '2026-01-01T16:00:00.000Z'],
    ['Asia/Shanghai', '2026-01-01T02:00:00.000Z'],
    ['America/Havana', '2026-01-01T15:00:00.000Z'],
    ['Europe/Berlin', '2026-01-01T16:00:00.000Z'],
  ])('is the client’s in %s, else the commonest', (zone, instant) => {
    const { observed } = observe('2026-01-01 10:00 CST', {}, OPEN, zone);
    expect([iso(observed.instant), iso(observed.earliest), iso(observed.latest)]).toEqual([
      instant,
      '2026-01-01T02:00:00.000Z',
      '2026-01-01T16:00:00.000Z',
    ]);
    expect([observed.zone, observed.zoneAssumed, observed.basis]).toEqual(['CST', true, 'in-file']);
  });
});
