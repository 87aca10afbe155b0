import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/model/document.ts';
import { layOut } from '../../src/pdf/index.ts';
import { figureHtml } from '../../src/report/html/figures.ts';
import { documentOf, HALF_EM, textsOf } from './kit.ts';

const blockOf = (figure: Figure) => ({ type: 'figure' as const, id: 'f', caption: '', figure });
const drawn = (figure: Figure): readonly string[] =>
  layOut(documentOf([blockOf(figure)]), HALF_EM, { mark: 'm' }).pages.flatMap(textsOf);
const onPage = (figure: Figure): string => figureHtml(blockOf(figure)).html;

describe('the key of ages', () => {
  const legend = { current: 'no older', late: 'older', beyond: 'older still' };
  const ages = (...days: readonly number[]): Figure => ({
    kind: 'freshness',
    alt: 'x',
    asOf: '2026-10-15',
    legend,
    rows: days.map((ageDays) => ({ label: `${ageDays}`, ageDays, allowedDays: 100, note: '' })),
  });

  it.each([
    [[50], ['no older']],
    [
      [50, 150],
      ['no older', 'older'],
    ],
    [
      [150, 900],
      ['older', 'older still'],
    ],
  ])('of %j days tells the signs that are there and no other', (days, keys) => {
    expect(drawn(ages(...days)).slice(-keys.length)).toEqual(keys);
    for (const word of Object.values(legend))
      expect(onPage(ages(...days)).includes(`>${word}<`), word).toBe(keys.includes(word));
  });
});

describe('the key of days', () => {
  const legend = { day: 'a day', close: 'close together', outside: 'none of the period' };
  const days = (...rows: readonly (readonly string[])[]): Figure => ({
    kind: 'strip',
    alt: 'x',
    from: '2025-10-01',
    to: '2026-09-30',
    legend,
    rows: rows.map((dates, index) => ({ label: `${index}`, dates, note: '' })),
  });
  const WEEK = ['2026-01-01', '2026-01-02', '2026-01-03'];

  it.each([
    [[['2026-01-01']], ['a day']],
    [[WEEK], ['close together']],
    [
      [['2026-01-01'], WEEK, ['2030-01-01']],
      ['a day', 'close together', 'none of the period'],
    ],
  ])('of %j tells the signs that are there and no other', (rows, keys) => {
    expect(drawn(days(...rows)).filter((text) => Object.values<string>(legend).includes(text))).toEqual(keys);
  });

  it('stands on the page too, where all days look alike', () => {
    expect(onPage(days(WEEK))).toContain('>a day<');
    expect(onPage(days([]))).not.toContain('>a day<');
  });
});
