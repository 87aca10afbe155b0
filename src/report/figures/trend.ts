import { addDays, type CivilDate, daysBetween } from '../../kernel/civil-date.ts';
import type { TrendPoint } from '../../model/document.ts';
import type { EarlierPackage } from '../../model/previous.ts';
import type { FigureSource } from '../markup.ts';
import type { Lens } from '../view/lens.ts';
import { percentText, share } from '../view/measure.ts';
import { FIGURE_WORDS } from './words.ts';

/** So many columns can still be read. */
const PACKAGES_SHOWN = 8;

/** The headline numbers of the packages that are known, oldest first, and of this one. Without a last package there is no trend. */
export function trend(lens: Lens): FigureSource | undefined {
  const words = FIGURE_WORDS.trend;
  const { previous } = lens.findings.engagement;
  if (typeof previous !== 'object') return undefined;
  const { asOf, period, sha256, headlines, earlier = [] } = previous;
  const before = [...earlier, { asOf, period, sha256, headlines }].filter((each) => each.headlines !== undefined);
  if (before.length === 0) return undefined;
  const told = [...before.slice(1 - PACKAGES_SHOWN), ownPackage(lens)];
  const packages = told.map((each, index) => ({
    asOf: each.asOf,
    period: words.period(each.period.from, each.period.to),
    gap: gapBetween(told[index - 1], each),
  }));
  const rows = lens.findings.frameworks.map(({ framework }) => ({
    label: framework.shortTitle,
    points: told.map((each) => pointOf(each, framework.id)),
  }));
  const gaps = packages.filter(({ gap }) => gap !== '').length;
  const sentences = [...rows.map(sentenceOf), ...(gaps > 0 ? [words.gaps(gaps)] : [])];
  const alt = words.alt(told.length, told[0]?.asOf ?? '', told.at(-1)?.asOf ?? '', sentences);
  const { supported, assessed, absent } = words;
  return {
    caption: words.caption,
    figure: { kind: 'trend', alt, legend: { supported, assessed, absent }, packages, rows },
  };
}

type Told = Pick<EarlierPackage, 'asOf' | 'period' | 'headlines'>;

function ownPackage({ findings: { engagement, frameworks } }: Lens): Told {
  const headlines = frameworks.map(({ framework, headline }) => ({ framework: framework.id, ...headline }));
  return { asOf: engagement.asOf, period: engagement.period, headlines };
}

/** Days between the end of one period and the beginning of the next. */
function gapBetween(before: Told | undefined, next: Told): string {
  if (before === undefined) return '';
  const [first, last]: readonly CivilDate[] = [addDays(before.period.to, 1), addDays(next.period.from, -1)];
  if (first === undefined || last === undefined || daysBetween(first, last) < 0) return '';
  return FIGURE_WORDS.trend.gap(first, last);
}

function pointOf({ headlines = [] }: Told, framework: string): TrendPoint | null {
  const found = headlines.find((each) => each.framework === framework);
  if (found === undefined || found.applicable === 0) return null;
  const { supported, assessed, applicable: of } = found;
  const note = (n: number): string => FIGURE_WORDS.trend.note(n, of, percentText(n, of));
  return { supported, assessed, of, notes: { supported: note(supported), assessed: note(assessed) } };
}

function sentenceOf({
  label,
  points,
}: {
  readonly label: string;
  readonly points: readonly (TrendPoint | null)[];
}): string {
  const told = points.flatMap((point) => (point === null ? [] : [share(point.supported, point.of)]));
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined) return '';
  return told.length === 1 ? FIGURE_WORDS.trend.once(label, first) : FIGURE_WORDS.trend.sentence(label, first, last);
}
