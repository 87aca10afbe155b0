import type { SightingKind } from '../model/sighting.ts';

/** What is taken out of a text: what was found, what a person named, what no column promises to be harmless. */
export type Taken = SightingKind | 'column' | 'row' | 'free-text';

/** A part of a text that shall be replaced, and as what. */
export interface Span {
  readonly as: Taken;
  readonly from: number;
  readonly to: number;
  /** It stands without quotes in JSON; words in its place need them. */
  readonly quote?: true;
  /** It goes on with what was replaced where the text before it ended: nothing more stands for it. */
  readonly more?: true;
}

/** The text with spans replaced; where two overlap, the one that begins first and reaches further takes both. */
export function withSpans<S extends Span>(
  text: string,
  spans: readonly S[],
  replace: (span: S) => string,
): { readonly text: string; readonly replaced: readonly S[] } {
  const sorted = spans.toSorted((a, b) => a.from - b.from || b.to - a.to);
  const replaced: S[] = [];
  let made = '';
  let at = 0;
  for (const span of sorted) {
    if (span.from < at) {
      // The rest of what overlaps must not stay either.
      at = Math.max(at, span.to);
      continue;
    }
    made += text.slice(at, span.from) + replace(span);
    at = span.to;
    replaced.push(span);
  }
  return { text: made + text.slice(at), replaced };
}
