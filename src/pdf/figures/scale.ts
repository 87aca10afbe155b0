type Span = readonly [from: number, to: number];

/**
 * A straight scale that ends at its ends: `linear([0, 1], [40, 240])(0.5)` is 140. d3-scale would bring eight packages for it, and at most 90 may
 * be shipped.
 */
export function linear([from, to]: Span, [left, right]: Span): (value: number) => number {
  const width = to - from || 1;
  return (value) => left + (right - left) * Math.min(1, Math.max(0, (value - from) / width));
}
