import type { CivilDate } from '../kernel/civil-date.ts';
import type { Place } from '../kernel/place.ts';

/** How a place is cited: as what a measure rests on, or as one of the rows that speak against it. */
export type CitedAs = 'basis' | 'exception';

/** What of one exhibit is to be shown. */
export interface WantedExcerpt {
  readonly path: string;
  /** What it was taken for; nothing where no source read it. */
  readonly source: string | null;
  /** Rows, items or lines of the file, where its report counts them: then nothing behind the last place has to be read. */
  readonly rows: number | null;
  readonly cited: readonly { readonly place: Place; readonly as: CitedAs }[];
  /** All places that are cited; more than `cited` where there are too many to show. */
  readonly citedInAll: number;
  /** Measures keep so many rows and count the rest: there may be more than that. */
  readonly isLeast: boolean;
}

/** A row, an item, an element: the fields that its source read, as they stand in the file. A neighbour of what is cited has no `as`. */
export interface ExcerptRow {
  readonly place: Place;
  readonly as: CitedAs | null;
  /** `day`: of a number of seconds since 1970, in the zone of the file. */
  readonly fields: readonly { readonly name: string; readonly text: string; readonly day?: CivilDate }[];
}

export interface ExcerptLine {
  readonly number: number;
  readonly as: CitedAs | null;
  readonly text: string;
}

/** What can be shown of one exhibit, read out of what leaves in the package. */
export type Excerpt = { readonly path: string } & (
  | { readonly form: 'rows'; readonly shown: readonly ExcerptRow[]; readonly of: number | null }
  | { readonly form: 'lines'; readonly shown: readonly ExcerptLine[]; readonly of: number }
  | { readonly form: 'picture'; readonly bytes: Uint8Array; readonly width: number; readonly height: number }
  /** A document of others: told by its number of pages, where that can be read. */
  | { readonly form: 'pdf'; readonly pages: number | null }
);
