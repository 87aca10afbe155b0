import type { Brand } from './document.ts';
import type { Tone } from './figure.ts';

/** Slides as data: what each says, without a place or an ink. */
export interface Deck {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  /** Fixed, from the engagement: the same request gives the same bytes. */
  readonly madeOn: string;
  readonly brand: Brand;
  /** At the foot of each slide: edition, day, and the mark by which its findings are known. */
  readonly footer: string;
  readonly slides: readonly Slide[];
}

export interface DeckSeries {
  readonly name: string;
  readonly tone: Tone;
  readonly values: readonly (number | null)[];
}

/** Drawn by the program that shows the slides, so that whoever presents can open its numbers. `alt` states the finding. */
export interface DeckChart {
  /** `full-bars`: of one length each, parted by the shares of its numbers. */
  readonly kind: 'stacked-bars' | 'full-bars' | 'bars' | 'lines';
  readonly alt: string;
  readonly labels: readonly string[];
  readonly series: readonly DeckSeries[];
  /** Shares, 0 to 100, and not numbers. */
  readonly percent: boolean;
}

export type Slide = {
  readonly title: string;
  /** The finding, in a sentence or two. */
  readonly says: string;
} & (
  | { readonly kind: 'title'; readonly lines: readonly string[]; readonly notice: string }
  | {
      readonly kind: 'tiles';
      readonly tiles: readonly { readonly value: string; readonly caption: string; readonly tone: Tone }[];
    }
  | { readonly kind: 'chart'; readonly chart: DeckChart }
  | {
      readonly kind: 'table';
      /** With its share of the width. */
      readonly columns: readonly { readonly title: string; readonly share: number }[];
      readonly rows: readonly (readonly string[])[];
      readonly empty: string;
    }
  | { readonly kind: 'points'; readonly points: readonly string[] }
);
