import { type Quarter, quartersBetween } from '../kernel/quarter.ts';
import type { HeadlinePoint, PortfolioPoint, PortfolioTrend, Trend, TrendBasis } from '../model/trend.ts';

type Point = TrendBasis & HeadlinePoint;

/** One framework over many clients, quarter by quarter. A client that was not built in a quarter is in no sum of it, and is counted as such. */
export function portfolioTrend(clients: readonly Trend<HeadlinePoint>[]): PortfolioTrend {
  const series = clients.map(lastOfQuarters);
  const quarters = series.flatMap((points) => [...points.keys()]).sort();
  const [from, to] = [quarters[0], quarters.at(-1)];
  if (from === undefined || to === undefined) return [];
  const all = quartersBetween(from, to);
  return all.map((quarter, at) => pointOf(series, quarter, all[at - 1]) ?? { quarter, missing: true });
}

function pointOf(
  series: readonly ReadonlyMap<Quarter, Point>[],
  quarter: Quarter,
  before: Quarter | undefined,
): PortfolioPoint | undefined {
  const now = series.flatMap((points) => points.get(quarter) ?? []);
  if (now.length === 0) return undefined;
  const both = series.flatMap((points) => {
    const [was, is] = [before === undefined ? undefined : points.get(before), points.get(quarter)];
    return was && is ? [{ was, is }] : [];
  });
  return {
    quarter,
    clients: now.length,
    of: series.length,
    ...sum(now),
    same:
      both.length === 0
        ? null
        : { clients: both.length, before: sum(both.map(({ was }) => was)), now: sum(both.map(({ is }) => is)) },
    broken: now.filter(({ breaks }) => breaks.length > 0).length,
  };
}

/** The newest build of a quarter goes for it. */
function lastOfQuarters(points: Trend<HeadlinePoint>): ReadonlyMap<Quarter, Point> {
  return new Map(points.flatMap((point) => ('missing' in point ? [] : [[point.quarter, point] as const])));
}

function sum(points: readonly HeadlinePoint[]): HeadlinePoint {
  const of = (key: keyof HeadlinePoint) => points.reduce((total, point) => total + point[key], 0);
  return { supported: of('supported'), assessed: of('assessed'), applicable: of('applicable') };
}
