import type { CivilDate } from '../kernel/civil-date.ts';
import type { Place } from '../kernel/place.ts';
import type { RecordKind, Strength } from './record.ts';

/** A number never travels without its kind. A share of nothing is no share: the fact is then unknown. */
export type Measure =
  | { readonly kind: 'share'; readonly n: number; readonly of: number; readonly unit: string }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'count'; readonly count: number; readonly unit: string }
  | { readonly kind: 'holds'; readonly holds: boolean }
  | {
      readonly kind: 'occurrences';
      readonly found: number;
      readonly expected: number;
      readonly dates: readonly CivilDate[];
    }
  | { readonly kind: 'names'; readonly names: readonly string[] };

export type MeasureKind = Measure['kind'];

/** A row that the measure rests on, or that speaks against it, in words fit to print (`LFD-WS07: no agent`). */
export interface Basis {
  readonly place: Place;
  readonly text: string;
  /** The normalised subject (host, user), for populations and redaction. */
  readonly subject?: string;
}

export const UNKNOWN_REASONS = [
  'no-evidence',
  /** Rows look like it and none of them is it: a restore whose content nobody verified. */
  'none-counts',
  'population-unknown',
  'population-empty',
  'undated',
  'incomplete-export',
  'not-measured-by-source',
  'needs-release-date',
  'only-outside-period',
] as const;
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

export type Fact = KnownFact | UnknownFact;

export interface KnownFact {
  readonly status: 'known';
  readonly measure: Measure;
  /** The weakest strength among the rows that decide the measure. */
  readonly strength: Strength;
  /** Newest and oldest civil day (client's zone, worse bound) of the deciding rows; null when none of them is dated. */
  readonly newest: CivilDate | null;
  /** The newest day as its file has it, where a time without a zone is judged by the day before: it is printed, and judges nothing. */
  readonly newestRead?: CivilDate;
  readonly oldest: CivilDate | null;
  /** The days of the deciding rows, in order, each once: of which months the evidence speaks. */
  readonly days: readonly CivilDate[];
  /** True when some deciding row rests on an assumed zone or on a person's word for its date. */
  readonly dateAssumed: boolean;
  /** The first 50 rows, and how many there are in all. */
  readonly basis: readonly Basis[];
  readonly basisCount: number;
  /** The rows that are counted and not kept, by the exhibit in which they stand. */
  readonly unlisted?: readonly { readonly path: string; readonly rows: number }[];
  readonly exceptions: readonly Basis[];
  readonly exceptionCount: number;
  /** What limits the measure, in words (`denominator: devices listed in inventory/snipe-it.csv`). */
  readonly remarks: readonly string[];
  /** Without an authoritative population a share can make at best *partly-supported*. */
  readonly populationKnown: boolean;
  /** Exhibits, cut off or perhaps so, that the measure could look different with: what is only shown as far as they reach is shown in part. */
  readonly incomplete?: readonly string[];
}

export interface UnknownFact {
  readonly status: 'unknown';
  readonly because: UnknownReason;
  readonly wouldNeed: readonly RecordKind[];
  readonly remarks: readonly string[];
  /** Rows that were looked at and could not decide (undated, outside the period). */
  readonly basis: readonly Basis[];
}

/** Facts by id, as the findings carry them. */
export interface NamedFact {
  readonly id: string;
  readonly question: string;
  readonly fact: Fact;
}
