import type { Extent, Reason, Verdict } from '../../model/assessment.ts';
import { CEILING_WORDS, PHRASES, VERDICT_WORDS } from '../words.ts';
import type { VerdictView } from './shape/common.ts';

/** Coverage rounds down: 99.6 % is not 100 %. */
export function percent(n: number, of: number): number {
  return Math.floor((n * 100) / of);
}

/** As it is printed: something is never told as nothing. */
export function percentText(n: number, of: number): string {
  const whole = percent(n, of);
  return n > 0 && whole === 0 ? PHRASES.under(1) : String(whole);
}

/** `38 of 40 (95 %)`; a share of nothing is no share. */
export function share(n: number, of: number): string {
  return of > 0 ? PHRASES.share(n, of, percentText(n, of)) : PHRASES.nothingToCount;
}

export function extentText(extent: Extent | null): string {
  if (extent === null) return '';
  const { n, of, unit } = extent;
  if (of > 0 && n >= of) return PHRASES.extentOfMore(n, of, of === 1 ? (ONE_OF[unit] ?? unit) : unit);
  return of > 0 ? PHRASES.extent(n, of, unit, percentText(n, of)) : PHRASES.nothingToCount;
}

/** Of one there is no plural. */
const ONE_OF: Readonly<Record<string, string>> = { practices: 'practice', expectations: 'expectation' };

export function verdictView(id: Verdict, extent: Extent | null = null): VerdictView {
  const { word, tone } = VERDICT_WORDS[id];
  return { id, word, tone, extent: id === 'partly-supported' ? extentText(extent) : '' };
}

/** A ceiling is an answer, a verdict, or a measured number. */
export function ceilingWord(ceiling: string): string {
  const words: Readonly<Record<string, { readonly word: string }>> = { ...CEILING_WORDS, ...VERDICT_WORDS };
  const [, n, of] = /^(\d+) of (\d+) /.exec(ceiling) ?? [];
  // A claim is told in per cent; without it beside the count the two cannot be compared.
  const told =
    n === undefined || of === undefined
      ? ceiling
      : measuredText({ measured: ceiling, share: { n: Number(n), of: Number(of) } });
  return words[ceiling]?.word ?? told;
}

/** The measure as assessment words it, with its percentage where it has one. */
export function measuredText(reason: Pick<Reason, 'measured' | 'share'>): string {
  const { share: part, measured } = reason;
  return part === undefined || part.of <= 0 ? measured : PHRASES.percent(measured, percentText(part.n, part.of));
}
