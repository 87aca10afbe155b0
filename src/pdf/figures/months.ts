import { addMonths, type CivilDate, civilDate, dayNumber } from '../../kernel/civil-date.ts';
import type { Mark } from '../../model/page.ts';
import type { Strip } from '../setting.ts';
import { centredLines, type Easel, setLabel, strip, widthOf } from './kit.ts';
import { linear } from './scale.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
/** The last label may stand out of the axis by this much. */
const OVER = 3.4;

/** Days, as numbers, from left to right. */
export interface Axis {
  readonly left: number;
  readonly right: number;
  readonly from: number;
  readonly to: number;
}

/** The place of a day; one outside stands at the end. */
export function at(day: number, { from, to, left, right }: Axis): number {
  return linear([from, to], [left, right])(day);
}

export interface Month {
  readonly x: number;
  readonly name: string;
}

export function monthsBetween(start: CivilDate, axis: Axis): readonly Month[] {
  const months: Month[] = [];
  const firstOfMonth = civilDate(`${start.slice(0, 8)}01`);
  if (!firstOfMonth) return [];
  for (let step = 0; step < 240; step += 1) {
    const date = addMonths(firstOfMonth, step);
    const day = dayNumber(date);
    if (day > axis.to) break;
    const month = Number(date.slice(5, 7));
    const name = `${MONTHS[month - 1] ?? ''}${step === 0 || month === 1 ? ` ${date.slice(0, 4)}` : ''}`;
    if (day >= axis.from) months.push({ x: at(day, axis), name });
    else months.push({ x: axis.left, name });
  }
  return months;
}

/** As many months as fit side by side; the first always. */
export function monthLabels(months: readonly Month[], axis: Axis, easel: Easel): Strip {
  const style = easel.setting.theme.type.tick;
  const marks: Mark[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const { x, name } of months) {
    const width = widthOf(name, style, easel);
    if (x < free || x + width > axis.right + OVER) continue;
    const lines = setLabel(name, style, width + 1, easel);
    marks.push(...centredLines(lines, { x, width: width + 1, top: 0, height: style.leading, style }));
    free = x + width + 4;
  }
  return strip(style.leading + 3, marks);
}
