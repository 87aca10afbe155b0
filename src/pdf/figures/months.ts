import { addMonths, type CivilDate, civilDate, dayNumber } from '../../kernel/civil-date.ts';
import type { Mark } from '../../model/page.ts';
import type { Strip } from '../setting.ts';
import { centredLines, type Easel, setLabel, strip, widthOf } from './kit.ts';
import { linear } from './scale.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
/** Every so many months are named; each divides a year, so that the same months are named each year. */
const STEPS = [1, 2, 3, 6, 12] as const;
const APART = 4;

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
  readonly year: string;
}

export function monthsBetween(start: CivilDate, axis: Axis): readonly Month[] {
  const months: Month[] = [];
  const firstOfMonth = civilDate(`${start.slice(0, 8)}01`);
  if (!firstOfMonth) return [];
  for (let step = 0; step < 240; step += 1) {
    const date = addMonths(firstOfMonth, step);
    const day = dayNumber(date);
    if (day > axis.to) break;
    const name = MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
    months.push({ x: day >= axis.from ? at(day, axis) : axis.left, name, year: date.slice(0, 4) });
  }
  return months;
}

/** Names at even distances, as many as fit side by side, under the year where it begins. */
export function monthLabels(months: readonly Month[], easel: Easel): Strip {
  const { setting } = easel;
  const style = setting.theme.type.tick;
  const edge = setting.left + setting.width;
  const width = (text: string): number => widthOf(text, style, easel);
  const clear = (text: string, x: number, next: Month | undefined): boolean =>
    x + width(text) + APART <= (next?.x ?? Number.POSITIVE_INFINITY);
  const roomy = (some: readonly Month[]): boolean =>
    some.every(({ x, name }, index) => clear(name, x, some[index + 1]));
  const every = (step: number): readonly Month[] => {
    const some = months.filter((_, index) => index % step === 0);
    // A first month that has nearly gone leaves its place to the second.
    return roomy(some.slice(0, 2)) ? some : some.slice(1);
  };
  const named = every(STEPS.find((step) => roomy(every(step))) ?? 12);
  const years = named.filter(({ year }, index) => year !== named[index - 1]?.year);
  const put = (text: string, x: number, top: number): readonly Mark[] => {
    if (x + width(text) > edge) return [];
    const lines = setLabel(text, style, width(text) + 1, easel);
    return centredLines(lines, { x, width: width(text) + 1, top, height: style.leading, style });
  };
  const marks = [
    ...years.flatMap(({ year, x }, index) => (clear(year, x, years[index + 1]) ? put(year, x, 0) : [])),
    ...named.flatMap(({ name, x }) => put(name, x, style.leading)),
  ];
  return strip(2 * style.leading + 3, marks);
}
