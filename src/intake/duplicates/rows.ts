import type { Mark } from './mark.ts';
import { markTable } from './mark-table.ts';

/** How many rows of one file, and how many records of one engagement, are remembered: at most 16 and 56 MB. */
export const ROWS_REMEMBERED = 1_400_000;

/** The rows of one file that were met: one that is the same to the letter is the same row. */
export interface RowsSeen {
  /** Whether it repeats an earlier row. */
  repeats(mark: Mark): boolean;
  readonly repeated: number;
  /** Rows that could not be compared any more. */
  readonly unchecked: number;
}

export function startSeeingRows(most = ROWS_REMEMBERED): RowsSeen {
  const table = markTable(most);
  let repeated = 0;
  let unchecked = 0;
  return {
    repeats(mark) {
      const before = table.size;
      if (table.placeOf(mark) === undefined) unchecked += 1;
      else if (table.size === before) {
        repeated += 1;
        return true;
      }
      return false;
    },
    get repeated() {
      return repeated;
    },
    get unchecked() {
      return unchecked;
    },
  };
}
