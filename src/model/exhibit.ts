import type { CivilDate } from '../kernel/civil-date.ts';
import type { Diagnostic } from '../kernel/diagnostic.ts';
import type { Period } from '../kernel/period.ts';
import type { Sha256 } from '../kernel/sha256.ts';
import { RECORD_KINDS, type RecordKind } from './record.ts';

/** One file as it was handed over. Never altered; streamed, since a log of 2 GB must not fill memory. May be opened repeatedly. */
export interface Exhibit {
  readonly id: Sha256;
  /** Relative to the engagement folder, with `/`. */
  readonly path: string;
  readonly size: number;
  open(): AsyncIterable<Uint8Array>;
}

export type ExhibitStatus = 'read' | 'ambiguous' | 'empty' | 'unrecognised' | 'unreadable' | 'refused';

/** Information produced by the entity: what the file says of its own making. What it does not say stays undefined and is printed as unknown. */
export interface ProducedBy {
  readonly tool?: string;
  readonly version?: string;
  readonly report?: string;
  readonly tenant?: string;
  readonly parameters?: string;
  /** What was left out on purpose: severities, groups, a query. */
  readonly filters?: string;
  readonly runBy?: string;
  /** As the file writes it. */
  readonly runAt?: string;
  /** The same as a day or as an instant in UTC, when it can be told. */
  readonly ranAt?: string;
  /** Rows, items or hosts that the file or the envelope around it speaks of, to be compared with those that it holds. */
  readonly rowsStated?: number;
  /** The file says itself that another one follows, in a way that only its source knows. */
  readonly furtherPages?: true;
  /** Sums that the file prints of itself. */
  readonly totals?: readonly ControlTotal[];
}

/** A sum that a file prints (`Failed: 12` in its footer) beside what its rows come to. */
export interface ControlTotal {
  readonly of: string;
  readonly stated: number;
  readonly read: number;
}

/** What a named person adds to a file that does not say it; never mixed with what the file says. */
export interface SaidOfFile {
  readonly by: string;
  readonly because: string;
  readonly produced: Omit<ProducedBy, 'ranAt' | 'totals' | 'furtherPages'>;
}

export const SHORTFALLS = [
  'rows-missing',
  'rows-too-many',
  'more-pages',
  'cut-off',
  'page-cap',
  'total-differs',
] as const;
/** Why an export may not be the whole of what was asked for. */
export type Shortfall = (typeof SHORTFALLS)[number];

/**
 * Whether the file holds all that its report had. `whole`: as many rows as somebody states. `unsaid`: nobody states any number, and nothing
 * speaks against it. `suspect` and `partial` files are evidence of what they hold, and of no whole: docs/decisions, 0006.
 */
export interface Completeness {
  readonly state: 'whole' | 'unsaid' | 'suspect' | 'partial';
  /** Rows, items or lines under the header, those left out included; null where a file is not made of rows (text, XML). */
  readonly rows: number | null;
  readonly stated: number | null;
  readonly statedBy: 'file' | 'person' | null;
  readonly shortfalls: readonly Shortfall[];
}

/** What of a file was met before and is counted once. */
export interface Duplicates {
  /** Rows that repeat an earlier row of the same file to the letter. */
  readonly rows: number;
  /** Records that an earlier exhibit holds as well, and which one counted them. */
  readonly records: number;
  readonly of: readonly { readonly path: string; readonly records: number }[];
}

export const NO_DUPLICATES: Duplicates = { rows: 0, records: 0, of: [] };
export const NOTHING_SAID: Completeness = { state: 'unsaid', rows: null, stated: null, statedBy: null, shortfalls: [] };

/** What one exhibit was taken for and what was read from it: a row of the Evidence Index. Inner files of a container have one each. */
export interface ExhibitReport {
  readonly path: string;
  readonly sha256: Sha256;
  readonly bytes: number;
  readonly status: ExhibitStatus;
  readonly source: string | null;
  readonly candidates: readonly string[];
  /** Why it was taken for that: the headers, keys or phrases that were seen. */
  readonly saw: readonly string[];
  readonly kinds: Readonly<Partial<Record<RecordKind, number>>>;
  /** Read from it; those that an earlier exhibit counted (`duplicates`) are among them. */
  readonly records: number;
  readonly rejected: number;
  readonly completeness: Completeness;
  readonly duplicates: Duplicates;
  readonly encoding: string | null;
  /** First and last civil day (client's zone) that its records speak of. */
  readonly covers: Period | null;
  readonly produced: ProducedBy;
  readonly said: SaidOfFile | null;
  /** A name, tenant or domain in the file that belongs to somebody else; stops a build until the file is excluded by name. */
  readonly foreign: string | null;
  readonly excluded: { readonly because: string } | null;
  /** The profile that it was read by, when a person's mapping and no source of ours knew it. */
  readonly mapping?: MappingUsed;
  readonly notes: readonly Diagnostic[];
}

/** An exhibit that cannot stand for a whole: what is not in it says nothing. */
export interface IncompleteExhibit {
  readonly path: string;
  readonly kinds: readonly RecordKind[];
}

export function incompleteAmong(reports: readonly ExhibitReport[]): readonly IncompleteExhibit[] {
  return reports
    .filter(({ completeness }) => completeness.state === 'suspect' || completeness.state === 'partial')
    .map(({ path, kinds }) => ({ path, kinds: RECORD_KINDS.filter((kind) => (kinds[kind] ?? 0) > 0) }));
}

/** A mapping profile as an assumption is told: which, whose, and why. */
export interface MappingUsed {
  readonly name: string;
  readonly version: number;
  readonly title: string;
  readonly by: string;
  readonly on: CivilDate;
  readonly because: string;
}
