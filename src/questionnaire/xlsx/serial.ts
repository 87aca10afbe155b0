import { type CivilDate, civilDate, dayNumber } from '../../kernel/civil-date.ts';

const DAY_1899_12_30 = dayNumber(dayOf('1899-12-30'));
const DAY_1904_01_01 = dayNumber(dayOf('1904-01-01'));

/** The number by which a spreadsheet keeps a day; workbooks of old Macs count from 1904. */
export function serialOf(date: CivilDate, from1904: boolean): number {
  return dayNumber(date) - (from1904 ? DAY_1904_01_01 : DAY_1899_12_30);
}

function dayOf(text: string): CivilDate {
  const day = civilDate(text);
  if (day === undefined) throw new RangeError(text);
  return day;
}
