import type { DateOrder } from './written.ts';

/** What a whole file tells of the order of day and month. */
export interface OrderTally {
  /** All in which an order is to be told: the three below, and those that mean one day in each order. */
  numeric: number;
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
  return { numeric: 0, dayFirst: 0, monthFirst: 0, open: 0 };
}

/** A date that one order only can read decides for the file; when dates contradict one another, nobody does. */
export function settle(tally: OrderTally, stated: DateOrder | undefined): SettledOrder {
  if (tally.dayFirst > 0 && tally.monthFirst > 0) return { order: undefined, assumed: false };
  if (tally.dayFirst > 0) return { order: 'dmy', assumed: false };
  if (tally.monthFirst > 0) return { order: 'mdy', assumed: false };
  return { order: stated, assumed: stated !== undefined };
}

/** Whether times that were read before the order was settled are what they would be now. */
export function orderMatters(tally: OrderTally, { order }: SettledOrder): boolean {
  if (tally.numeric === 0 || order === undefined) return false;
  return tally.open > 0 || order === 'ymd';
}
