import type { Diagnostic } from '../kernel/diagnostic.ts';
import type { Period } from '../kernel/period.ts';
import type { Sha256 } from '../kernel/sha256.ts';
import type { RecordKind } from './record.ts';

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
  readonly runBy?: string;
  readonly runAt?: string;
  readonly rowsStated?: number;
}

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
  readonly records: number;
  readonly rejected: number;
  readonly encoding: string | null;
  /** First and last civil day (client's zone) that its records speak of. */
  readonly covers: Period | null;
  readonly produced: ProducedBy;
  /** A name, tenant or domain in the file that belongs to somebody else; stops a build until the file is excluded by name. */
  readonly foreign: string | null;
  readonly excluded: { readonly because: string } | null;
  readonly notes: readonly Diagnostic[];
}
