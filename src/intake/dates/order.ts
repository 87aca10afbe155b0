import type { DateOrder } from './written.ts';

/** What a whole file tells of the order of day and month. */
export interface OrderTally {
  dayFirst: number;
  monthFirst: number;
  open: number;
}

/** How dates that can be read in two ways are read. */
export interface SettledOrder {
  readonly order: DateOrder | undefined;
  /** By the engagement and not by the file. */
  readonly assumed: boolean;
}

export function newTally(): OrderTally {
  return { dayFirst: 0, monthFirst: 0, open: 0 };
}

/** A date that one order only can read decides for the file; when dates contradict one another, nobody does. */
export function settle(tally: OrderTally, stated: DateOrder | undefined): SettledOrder {
  if (tally.dayFirst > 0 && tally.monthFirst > 0) return { order: undefined, assumed: false };
  if (tally.dayFirst > 0) return { order: 'dmy', assumed: false };
  if (tally.monthFirst > 0) return { order: 'mdy', assumed: false };
  return { order: stated, assumed: stated !== undefined };
}
