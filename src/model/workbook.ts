import type { Verdict } from './assessment.ts';

/** A cell holds text, a number or a day; never a formula. */
export type SheetCell = string | number | { readonly day: string } | { readonly verdict: Verdict } | null;

export interface Sheet {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly width: number; readonly wrap?: boolean }[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** A workbook to be written: first row frozen, filters on. */
export interface Workbook {
  readonly fileName: string;
  readonly title: string;
  readonly author: string;
  readonly madeOn: string;
  readonly sheets: readonly Sheet[];
}
