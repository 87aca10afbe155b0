import type { Matcher } from '../src/model/match.ts';

export interface GoldEntry {
  readonly is: readonly string[];
  readonly asks: readonly string[];
  readonly adverse?: boolean | undefined;
  readonly open?: boolean | undefined;
}
export interface Measured {
  readonly wordings: number;
  readonly top1: number;
  readonly top3: number;
  readonly filled: number;
  readonly wrong: readonly { readonly text: string; readonly is: readonly string[]; readonly took: string | undefined }[];
  readonly missed: readonly { readonly text: string }[];
  readonly unsure: readonly { readonly text: string }[];
  readonly polarity: readonly string[];
  readonly openness: readonly string[];
}
export function measureMatching(matcher: Matcher, half: readonly GoldEntry[]): Measured;
