import type { Ink } from '../kernel/colour.ts';
import type { Verdict } from './assessment.ts';

/** A run of text. `to` links inside the document (a block's id) or out of it (https and mailto only). */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly code?: boolean;
  readonly to?: string;
  readonly colour?: Tone;
}

export type Inline = readonly Run[];

/** Colours by meaning, never by brand; the theme turns them into ink that passes contrast. */
export type Tone = 'good' | 'part' | 'bad' | 'stale' | 'unknown' | 'muted' | 'accent' | 'plain';

export interface Cell {
  readonly content: Inline;
  /** What links to the row lead to. */
  readonly id?: string;
  /** Drawn as a small shape and word, so that it can be told without colour. */
  readonly verdict?: Verdict;
  readonly tone?: Tone;
  readonly span?: number;
  readonly header?: boolean;
}

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right' | 'centre';
  /** Share of the width; columns without one are measured. */
  readonly weight?: number;
  readonly minWidth?: number;
}

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

export interface FigureSeries {
  readonly label: string;
  readonly tone: Tone;
  /** For `verdict` series, the shape that is drawn with the colour. */
  readonly verdict?: Verdict;
}

export type Block =
  | {
      readonly type: 'cover';
      readonly title: string;
      readonly subtitle: string;
      readonly client: string;
      readonly lines: readonly string[];
      readonly notice: string;
    }
  | {
      readonly type: 'heading';
      readonly level: 1 | 2 | 3 | 4;
      readonly content: Inline;
      readonly id: string;
      readonly bookmark: boolean;
      readonly contents: boolean;
    }
  | {
      readonly type: 'paragraph';
      readonly content: Inline;
      readonly style?: 'lead' | 'small' | 'normal';
      readonly keepWithNext?: boolean;
    }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly Inline[] }
  | { readonly type: 'callout'; readonly tone: Tone; readonly title: string; readonly blocks: readonly Block[] }
  | {
      readonly type: 'key-values';
      readonly rows: readonly { readonly key: string; readonly value: Inline }[];
      /** In rows of pairs; a `band` is one row of cells, each key over its value. */
      readonly columns?: 1 | 2 | 'band';
    }
  | {
      readonly type: 'table';
      readonly id?: string;
      readonly caption?: string;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Cell[])[];
      readonly empty: string;
      readonly size?: 'normal' | 'small';
    }
  | { readonly type: 'figure'; readonly id: string; readonly caption: string; readonly figure: Figure }
  | { readonly type: 'contents'; readonly title: string; readonly depth: 1 | 2 | 3 }
  | { readonly type: 'anchor'; readonly id: string }
  | { readonly type: 'signature'; readonly lines: readonly { readonly role: string; readonly name: string }[] }
  | { readonly type: 'rule' }
  | { readonly type: 'break'; readonly to: 'page' };

/** A document: content without coordinates or ink. */
export interface Document {
  readonly id: string;
  /** `02-Control-Report`, without extension. */
  readonly fileName: string;
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly language: string;
  readonly orientation: 'portrait' | 'landscape';
  readonly paper: 'letter' | 'a4';
  /** `dense` for whoever reads one among many: smaller margins and less air, and no type under 7.5 points. */
  readonly density: 'normal' | 'dense';
  /** Running header left and right, and what stands in the footer beside `page x of y`. */
  readonly running: { readonly left: string; readonly right: string; readonly footer: string };
  readonly brand: Brand;
  /** Fixed, from the engagement: the same request gives the same bytes. */
  readonly madeOn: string;
  readonly blocks: readonly Block[];
}

/** Plain shapes in the units of their own size, y downwards. */
export interface Drawing {
  readonly format: 'svg';
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly {
    readonly steps: readonly (
      | readonly ['M' | 'L', number, number]
      | readonly ['C', number, number, number, number, number, number]
      | readonly ['Z']
    )[];
    readonly fill?: Ink;
    readonly stroke?: Ink;
    readonly weight: number;
    readonly evenOdd: boolean;
  }[];
}

export interface Brand {
  readonly organisation: string;
  /** `#0B5FA5`; text on it is computed. */
  readonly colour: string;
  readonly logo?: { readonly bytes: Uint8Array; readonly format: 'png' | 'jpeg' } | Drawing;
  /** Stands large and pale behind each page. */
  readonly watermark?: string;
  readonly classification?: string;
}
