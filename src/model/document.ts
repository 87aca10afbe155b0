import type { Ink } from '../kernel/colour.ts';
import type { Verdict } from './assessment.ts';
import type { Figure, Tone } from './figure.ts';

export type { Figure, FigureSeries, Tone, TrendPoint } from './figure.ts';

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
  /** Keeps its share whatever stands in it. Where all columns do, tables of one kind have theirs at the same places on every page. */
  readonly exact?: boolean;
  readonly minWidth?: number;
}

/**
 * Rows of a table: an array, or whatever tells how many they are and makes them anew each time it is asked (it is, twice: to measure columns, and to
 * lay them), so that a table of any length need not be there at once.
 */
export interface Rows extends Iterable<readonly Cell[]> {
  readonly length: number;
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
      /** Of a band: per cent of its width for each pair, so that bands under one another stand in one grid. */
      readonly widths?: readonly number[];
    }
  | {
      readonly type: 'table';
      readonly id?: string;
      readonly caption?: string;
      readonly columns: readonly Column[];
      readonly rows: Rows;
      readonly empty: string;
      readonly size?: 'normal' | 'small';
    }
  | { readonly type: 'figure'; readonly id: string; readonly caption: string; readonly figure: Figure }
  | { readonly type: 'contents'; readonly title: string; readonly depth: 1 | 2 | 3 }
  | { readonly type: 'anchor'; readonly id: string }
  | { readonly type: 'signature'; readonly lines: readonly { readonly role: string; readonly name: string }[] }
  | { readonly type: 'rule' }
  /** To a new page always, or at the beginning of a chapter: where that left a good part of the page white, it begins on the same one. */
  | { readonly type: 'break'; readonly to: 'page' | 'chapter' };

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
