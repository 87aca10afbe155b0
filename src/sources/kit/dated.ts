import { isDated, type Observed, UNDATED } from '../../model/observed.ts';

/** The first of these times that the export really tells, in the order of trust. */
export function firstDated(...times: readonly Observed[]): Observed {
  return times.find(isDated) ?? UNDATED;
}

/** A time that the export tells, or nothing: for optional fields, where "never" and "not said" are both absent. */
export function ifDated(time: Observed): Observed | undefined {
  return isDated(time) ? time : undefined;
}

export function laterOf(a: Observed | undefined, b: Observed): Observed {
  if (a === undefined || !isDated(a)) return b;
  return isDated(b) && b.instant > a.instant ? b : a;
}

export function earlierOf(a: Observed | undefined, b: Observed): Observed {
  if (a === undefined || !isDated(a)) return b;
  return isDated(b) && b.instant < a.instant ? b : a;
}
