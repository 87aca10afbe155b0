import { civilDate, daysBetween } from '../../kernel/civil-date.ts';
import { contains } from '../../kernel/period.ts';
import type { Figure } from '../../model/document.ts';
import { freshDaysOf } from '../../model/freshness.ts';
import type { Practice } from '../../model/practice.ts';
import type { FigureSource } from '../markup.ts';
import { figureName } from '../view/framework.ts';
import type { Lens } from '../view/lens.ts';
import { percentText, share } from '../view/measure.ts';
import { OWNERS_FIGURE } from '../view/ownership.ts';
import { coverage } from './coverage.ts';
import { evidenceFlow } from './evidence-flow.ts';
import { gapPlan } from './gap-plan.ts';
import { controlOwners, hatsSplit, practiceOwners } from './owners.ts';
import { profileFigure } from './profile.ts';
import { trend } from './trend.ts';
import { verdictBars } from './verdict-bars.ts';
import { FIGURE_WORDS } from './words.ts';

export const HEADLINE_FIGURE = 'headline';
export const FRESHNESS_FIGURE = 'freshness';
export const CADENCE_FIGURE = 'cadence';
export const GAPS_FIGURE = 'gap-plan';
export const COVERAGE_FIGURE = 'coverage';
export const SPLIT_FIGURE = 'hats';
export const TREND_FIGURE = 'trend';
export const EVIDENCE_FIGURE = 'evidence-flow';
/** With the framework's id after them. */
export const ANSWERING_FIGURE = 'answering-';
export const PROFILE_FIGURE = 'profile-';

const FRESHNESS_ROWS = 20;
const CADENCE_ROWS = 16;

/** Every picture that a template can ask for by name. One about nothing is not made; the view then names none. */
export function figuresOf(lens: Lens): ReadonlyMap<string, FigureSource> {
  const { frameworks, practices } = lens.findings;
  const figures = new Map<string, FigureSource>([[HEADLINE_FIGURE, headline(lens)]]);
  for (const findings of frameworks) figures.set(figureName(findings.framework.id), verdictBars(findings));
  const fresh = freshness(lens);
  if (fresh !== undefined) figures.set(FRESHNESS_FIGURE, fresh);
  const strips = cadence(lens);
  if (strips !== undefined) figures.set(CADENCE_FIGURE, strips);
  if (practices.length > 0) figures.set(OWNERS_FIGURE, practiceOwners(lens));
  const made = [
    [GAPS_FIGURE, gapPlan(lens)],
    [COVERAGE_FIGURE, coverage(lens)],
    [SPLIT_FIGURE, hatsSplit(lens)],
    [TREND_FIGURE, trend(lens)],
    [EVIDENCE_FIGURE, evidenceFlow(lens)],
    ...frameworks.map((each) => [ANSWERING_FIGURE + each.framework.id, controlOwners(each, lens)] as const),
    ...frameworks.map((each) => [PROFILE_FIGURE + each.framework.id, profileFigure(each, lens)] as const),
  ] as const;
  for (const [name, source] of made) if (source !== undefined) figures.set(name, source);
  return figures;
}

function headline({ findings }: Lens): FigureSource {
  const words = FIGURE_WORDS.headline;
  const part = (n: number, of: number): string => (of > 0 ? words.share(percentText(n, of)) : '');
  const tiles = findings.frameworks.flatMap(({ framework, headline: { supported, assessed, applicable } }) => [
    {
      value: words.value(supported, applicable),
      caption: words.supported(framework.shortTitle, part(supported, applicable)),
      tone: supported > 0 ? ('good' as const) : ('muted' as const),
    },
    {
      value: words.value(assessed, applicable),
      caption: words.assessed(framework.shortTitle, part(assessed, applicable)),
      tone: 'accent' as const,
    },
  ]);
  const sentences = findings.frameworks.map(({ framework, headline: { supported, assessed, applicable } }) =>
    words.sentence(framework.shortTitle, share(supported, applicable), share(assessed, applicable)),
  );
  return { caption: words.caption, figure: { kind: 'headline', alt: words.alt(sentences), tiles } };
}

/** By practice, the one nearest to or furthest beyond its limit first; what nothing dated shows is not in it. */
function freshness(lens: Lens): FigureSource | undefined {
  const words = FIGURE_WORDS.freshness;
  const { asOf } = lens.findings.engagement;
  const rows = lens.findings.practices.flatMap((practice) => {
    const deciding = oldestDeciding(lens, practice);
    if (deciding === undefined) return [];
    const { day, ageDays, allowedDays } = deciding;
    return [{ label: practice.title, ageDays, allowedDays, note: words.note(day, ageDays, allowedDays) }];
  });
  if (rows.length === 0) return undefined;
  const late = rows.filter(({ ageDays, allowedDays }) => ageDays > allowedDays).length;
  const shown = [...rows]
    .sort((a, b) => b.ageDays * a.allowedDays - a.ageDays * b.allowedDays)
    .slice(0, FRESHNESS_ROWS);
  const caption = shown.length < rows.length ? words.capped(words.caption, shown.length, rows.length) : words.caption;
  return {
    caption,
    figure: { kind: 'freshness', alt: words.alt(late, rows.length), asOf, legend: words.legend, rows: shown },
  };
}

/** A practice is as fresh as the one, of the facts that bear on it directly, that is nearest to its limit or furthest beyond it. */
function oldestDeciding({ findings, assessed }: Lens, practice: Practice) {
  const { asOf } = findings.engagement;
  const aged = (assessed(practice.id)?.reasons ?? []).flatMap(({ bears, newest, fact }) => {
    const day = newest === null ? undefined : civilDate(newest);
    if (bears !== 'directly' || day === undefined || day > asOf) return [];
    return [{ day, ageDays: daysBetween(day, asOf), allowedDays: freshDaysOf(practice, fact) }];
  });
  return aged.sort((a, b) => b.ageDays * a.allowedDays - a.ageDays * b.allowedDays)[0];
}

function cadence({ findings, practiceTitle }: Lens): FigureSource | undefined {
  const words = FIGURE_WORDS.cadence;
  const { period } = findings.engagement;
  if (findings.cadence.length === 0) return undefined;
  const met = findings.cadence.filter(({ found, expected }) => found >= expected).length;
  const rows = findings.cadence.slice(0, CADENCE_ROWS).map((line) => ({
    label: practiceTitle(line.practice),
    dates: line.occurrences.map(({ on }) => on).filter((on) => inside(on, period)),
    note: words.note(line.found, line.expected, line.longestGapDays),
  }));
  const figure: Figure = {
    kind: 'strip',
    alt: words.alt(met, findings.cadence.length),
    from: period.from,
    to: period.to,
    legend: words.legend,
    rows,
  };
  return { caption: words.caption, figure };
}

function inside(on: string, period: Parameters<typeof contains>[0]): boolean {
  const day = civilDate(on);
  return day !== undefined && contains(period, day);
}
