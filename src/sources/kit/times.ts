import { isDated, type Observed } from '../../model/observed.ts';

/** The latest of two times; a time that is not told never replaces one that is. */
export function later(a: Observed | undefined, b: Observed): Observed {
  return chosen(a, b, (x, y) => y > x);
}

/** The earliest of two times. */
export function earlier(a: Observed | undefined, b: Observed): Observed {
  return chosen(a, b, (x, y) => y < x);
}

/** The first of these times that is told. */
export function firstDated(...times: readonly [Observed, ...Observed[]]): Observed {
  return times.find(isDated) ?? times[0];
}

function chosen(a: Observed | undefined, b: Observed, better: (x: number, y: number) => boolean): Observed {
  if (a === undefined || !isDated(a)) return b;
  return isDated(b) && better(a.instant, b.instant) ? b : a;
}
