import type { Part } from './words.ts';

export interface Line {
  readonly parts: readonly Part[];
  readonly width: number;
  /** Ends at a space, which is drawn beyond its end: whoever reads aloud or copies hears two words. */
  readonly spaced: boolean;
}

/** By so much a line may be wider than it is asked: sums of widths are not exact. */
export const SLACK = 0.01;
