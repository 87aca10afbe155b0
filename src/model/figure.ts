import type { Verdict } from './assessment.ts';

/** Colours by meaning, never by brand; the theme turns them into ink that passes contrast. */
export type Tone = 'good' | 'part' | 'bad' | 'stale' | 'unknown' | 'muted' | 'accent' | 'plain';

/** A picture as data: `pdf/` and the HTML index draw it, each with its own pen. `alt` states the finding, not the shape. */
export type Figure =
  | {
      readonly kind: 'stacked-bars';
      readonly alt: string;
      readonly legend: readonly FigureSeries[];
      readonly rows: readonly { readonly label: string; readonly values: readonly number[]; readonly note?: string }[];
    }
  | {
      readonly kind: 'freshness';
      readonly alt: string;
      readonly asOf: string;
      /** What the signs mean; `beyond` is the bar that is longer than there is room for. */
      readonly legend: { readonly current: string; readonly late: string; readonly beyond: string };
      readonly rows: readonly {
        readonly label: string;
        readonly ageDays: number;
        readonly allowedDays: number;
        readonly note: string;
      }[];
    }
  | {
      readonly kind: 'heat-map';
      readonly alt: string;
      readonly columns: readonly string[];
      readonly rows: readonly {
        readonly label: string;
        readonly cells: readonly { readonly count: number; readonly share: number | null }[];
      }[];
    }
  | {
      readonly kind: 'strip';
      readonly alt: string;
      readonly from: string;
      readonly to: string;
      /** What the signs mean: one for a day, a thin one where days stand close together, one for a day that is none of the period. */
      readonly legend: { readonly day: string; readonly close: string; readonly outside: string };
      readonly rows: readonly { readonly label: string; readonly dates: readonly string[]; readonly note: string }[];
    }
  | {
      /** How much of each list: bars from nothing to all of it, with a line where it is enough. */
      readonly kind: 'coverage';
      readonly alt: string;
      readonly rows: readonly {
        readonly label: string;
        readonly n: number;
        readonly of: number;
        /** The share that is asked for, 0 to 1; nothing where none is. */
        readonly asked: number | null;
        readonly note: string;
      }[];
    }
  | {
      /** What is to be done until when, by who does it. A bar is filled where somebody decided, hollow where it is only proposed. */
      readonly kind: 'timeline';
      readonly alt: string;
      readonly from: string;
      readonly to: string;
      readonly legend: { readonly decided: string; readonly proposed: string; readonly milestone: string };
      readonly groups: readonly {
        readonly title: string;
        readonly rows: readonly {
          readonly label: string;
          readonly due: string;
          readonly decided: boolean;
          readonly milestones: readonly string[];
          readonly note: string;
        }[];
      }[];
    }
  | {
      /** The headline numbers of package after package, oldest first; a point that a package does not have is null. */
      readonly kind: 'trend';
      readonly alt: string;
      readonly legend: { readonly supported: string; readonly assessed: string; readonly absent: string };
      readonly packages: readonly {
        readonly asOf: string;
        readonly period: string;
        /** Days that no package speaks of, between the one before and this one. */
        readonly gap: string;
      }[];
      readonly rows: readonly { readonly label: string; readonly points: readonly (TrendPoint | null)[] }[];
    }
  | {
      /** What flows from column to column. The parts of a node add up to its value, to the left and to the right. */
      readonly kind: 'sankey';
      readonly alt: string;
      readonly columns: readonly {
        readonly title: string;
        readonly nodes: readonly {
          readonly label: string;
          readonly note: string;
          readonly value: number;
          readonly tone: Tone;
          /** What the note tells, for drawings that show no flows and must not show `value` as if it were that. */
          readonly counted: { readonly n: number; readonly of: number };
        }[];
      }[];
      /** From a node of the column to one of the next, both by their number. */
      readonly links: readonly {
        readonly column: number;
        readonly from: number;
        readonly to: number;
        readonly value: number;
      }[];
    }
  | {
      /** Somebody else's picture, as it was handed over; `file` is where it stands beside the page. */
      readonly kind: 'picture';
      readonly alt: string;
      readonly bytes: Uint8Array;
      readonly width: number;
      readonly height: number;
      readonly file: string;
    }
  | {
      readonly kind: 'headline';
      readonly alt: string;
      readonly tiles: readonly { readonly value: string; readonly caption: string; readonly tone: Tone }[];
    };

export interface TrendPoint {
  readonly supported: number;
  readonly assessed: number;
  readonly of: number;
  readonly notes: { readonly supported: string; readonly assessed: string };
}

export interface FigureSeries {
  readonly label: string;
  readonly tone: Tone;
  /** For `verdict` series, the shape that is drawn with the colour. */
  readonly verdict?: Verdict;
}
