import { addDays } from '../kernel/civil-date.ts';
import { byCodeUnit, groupBy } from '../kernel/order.ts';
import type { Period } from '../kernel/period.ts';
import { quarterOf, quartersBetween } from '../kernel/quarter.ts';
import type { BuildSummary, StandingBuild } from '../model/store.ts';
import type { CadenceLedger, ClientTrends, Trend, TrendBasis, TrendBreak } from '../model/trend.ts';

/** A build with what it found. */
export interface Found {
  readonly build: Pick<StandingBuild, 'asOf' | 'period' | 'software' | 'catalogue' | 'latest' | 'package'>;
  readonly summary: BuildSummary;
}

/** How one client stood, quarter by quarter, of each framework and practice that was ever asked about. `until` shows that nothing came since. */
export function trendsOf(found: readonly Found[], until?: string): ClientTrends {
  const builds = onePerDay(found);
  const frameworks = idsIn(builds, ({ frameworks: asked }) => asked);
  const practices = idsIn(builds, ({ practices: asked }) => asked);
  return {
    frameworks: frameworks.map((id) => ({ id, points: headlines(builds, id, until) })),
    practices: practices.map((id) => ({
      id,
      points: withGaps(
        builds.map(({ build, summary }, at) => ({
          ...basisOf(build, at === 0 ? [] : breaksBetween(builds[at - 1]?.build, build)),
          verdict: summary.practices.find((each) => each.id === id)?.verdict ?? null,
        })),
        until,
      ),
    })),
  };
}

function headlines(builds: readonly Found[], id: string, until: string | undefined) {
  const asked = builds.flatMap(({ build, summary }) => {
    const framework = summary.frameworks.find((each) => each.id === id);
    return framework === undefined ? [] : [{ build, framework }];
  });
  const points = asked.map(({ build, framework }, at) => {
    const before = asked[at - 1];
    const scope: readonly TrendBreak[] =
      before && before.framework.applicable !== framework.applicable ? ['scope'] : [];
    const version: readonly TrendBreak[] =
      before && before.framework.version !== framework.version && before.build.catalogue === build.catalogue
        ? ['rules']
        : [];
    const { supported, assessed, applicable } = framework;
    const breaks = [...version, ...breaksBetween(before?.build, build), ...scope];
    return { ...basisOf(build, breaks), supported, assessed, applicable };
  });
  return withGaps(points, until);
}

/** What was built last goes for a day; its editions found the same. */
function onePerDay(found: readonly Found[]): readonly Found[] {
  return [...groupBy(found, ({ build }) => build.asOf).values()]
    .map((same) => same.reduce((last, each) => (each.build.latest > last.build.latest ? each : last)))
    .sort((a, b) => byCodeUnit(a.build.asOf, b.build.asOf));
}

function idsIn(builds: readonly Found[], asked: (summary: BuildSummary) => readonly { readonly id: string }[]) {
  return [...new Set(builds.flatMap(({ summary }) => asked(summary).map(({ id }) => id)))];
}

function basisOf(build: Found['build'], breaks: readonly TrendBreak[]): TrendBasis {
  return { quarter: quarterOf(build.asOf), asOf: build.asOf, package: build.package.sha256, breaks };
}

function breaksBetween(before: Found['build'] | undefined, build: Found['build']): readonly TrendBreak[] {
  if (before === undefined) return [];
  const rules: readonly TrendBreak[] = before.catalogue === build.catalogue ? [] : ['rules'];
  const software: readonly TrendBreak[] = before.software === build.software ? [] : ['software'];
  return [...rules, ...software];
}

function withGaps<T>(points: readonly (TrendBasis & T)[], until: string | undefined): Trend<T> {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [];
  const end = until !== undefined && until > last.asOf ? quarterOf(until) : last.quarter;
  const byQuarter = groupBy(points, ({ quarter }) => quarter);
  return quartersBetween(first.quarter, end).flatMap(
    (quarter): Trend<T> => byQuarter.get(quarter) ?? [{ quarter, missing: true }],
  );
}

/** Every day on which something that must recur was shown, over all builds that are kept, and where nobody looked. */
export function ledgersOf(found: readonly Found[]): readonly CadenceLedger[] {
  const builds = onePerDay(found);
  const lines = builds.flatMap(({ build, summary }) =>
    summary.cadence.map((line) => ({ ...line, period: build.period })),
  );
  return [...groupBy(lines, ({ practice, fact }) => `${practice} ${fact}`).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const shown = same.flatMap(({ occurrences }) => occurrences);
    const days = [...groupBy(shown, ({ on }) => on)].map(([on, each]) => ({
      on,
      // As the newest build attributes it.
      owner: each.at(-1)?.owner ?? '',
      shownBy: each.length,
      of: same.filter(({ period }) => period.from <= on && on <= period.to).length,
    }));
    return [
      {
        practice: first.practice,
        fact: first.fact,
        days: days.sort((a, b) => byCodeUnit(a.on, b.on)),
        covered: merged(same.map(({ period }) => period)),
      },
    ];
  });
}

function merged(periods: readonly Period[]): readonly Period[] {
  const spans: Period[] = [];
  for (const period of periods.toSorted((a, b) => byCodeUnit(a.from, b.from))) {
    const last = spans.at(-1);
    if (last && period.from <= addDays(last.to, 1)) {
      spans[spans.length - 1] = { from: last.from, to: period.to > last.to ? period.to : last.to };
    } else spans.push(period);
  }
  return spans;
}
