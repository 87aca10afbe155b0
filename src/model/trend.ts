import type { CivilDate } from '../kernel/civil-date.ts';
import type { Period } from '../kernel/period.ts';
import type { Quarter } from '../kernel/quarter.ts';
import type { Sha256 } from '../kernel/sha256.ts';
import type { Verdict } from './assessment.ts';

/** Why two builds may differ although the evidence does not: other rules, another version, another number of controls that apply. */
export const TREND_BREAKS = ['rules', 'software', 'scope'] as const;
export type TrendBreak = (typeof TREND_BREAKS)[number];

/** What a number rests on: the package that told it. */
export interface TrendBasis {
  readonly quarter: Quarter;
  readonly asOf: CivilDate;
  readonly package: Sha256;
  /** What changed beside the evidence since the build before it; empty for the first. */
  readonly breaks: readonly TrendBreak[];
}

/** A quarter of which nothing was kept: nobody knows what was so then, and no line is drawn across it. */
export interface TrendGap {
  readonly quarter: Quarter;
  readonly missing: true;
}

export type Trend<T> = readonly ((TrendBasis & T) | TrendGap)[];

export interface HeadlinePoint {
  readonly supported: number;
  readonly assessed: number;
  readonly applicable: number;
}

export interface PracticePoint {
  /** Null where the practice was not asked about. */
  readonly verdict: Verdict | null;
}

export interface ClientTrends {
  readonly frameworks: readonly { readonly id: string; readonly points: Trend<HeadlinePoint> }[];
  readonly practices: readonly { readonly id: string; readonly points: Trend<PracticePoint> }[];
}

/** One quarter over many clients: sums of those that were built in it, and of how many there are. */
export interface PortfolioPoint extends HeadlinePoint {
  readonly quarter: Quarter;
  readonly clients: number;
  readonly of: number;
  /** Of those that were built in the quarter before as well: what both sums are of the same clients. */
  readonly same: { readonly clients: number; readonly before: HeadlinePoint; readonly now: HeadlinePoint } | null;
  /** How many of the clients were judged by other rules, by another version or over other controls than the time before. */
  readonly broken: number;
}

export type PortfolioTrend = readonly (PortfolioPoint | TrendGap)[];

/** What recurs, day by day over all builds that are kept. */
export interface CadenceLedger {
  readonly practice: string;
  readonly fact: string;
  /** Each day once, with who owned the practice then and how many of the builds that cover the day show it. */
  readonly days: readonly {
    readonly on: string;
    readonly owner: string;
    readonly shownBy: number;
    readonly of: number;
  }[];
  /** What was looked back on, merged where periods touch or overlap; between them nobody looked. */
  readonly covered: readonly Period[];
}
