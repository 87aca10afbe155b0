import type { CivilDate } from '../kernel/civil-date.ts';
import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { sortedBy } from '../kernel/order.ts';
import type { Sha256 } from '../kernel/sha256.ts';
import type { Engagement } from '../model/engagement.ts';
import type { Exhibit, ExhibitReport } from '../model/exhibit.ts';
import type { EvidenceRecord } from '../model/record.ts';
import { type RecordsSeen, startSeeingRecords } from './duplicates/records.ts';
import { type StartGuard, unguarded } from './guard.ts';
import { LIMITS, type Limits } from './limits.ts';
import { BrokenOff, readWrapped } from './read-wrapped.ts';
import type { Sources } from './recognise.ts';

export interface EvidenceRequest {
  readonly engagement: Engagement;
  readonly sources: Sources;
  /** The engagement's own, when it is not given. */
  readonly asOf?: CivilDate;
  readonly limits?: Limits;
  /** Holds each file to a budget of time and memory. */
  readonly startGuard?: StartGuard;
  /**
   * A file broke off after some of its records were handed over: forget everything that was handed over so far. All is then read again without
   * that file. Who does not give it gets an error in that case.
   */
  readonly onStartAgain?: () => void;
}

/** The file that a record comes from. */
export interface Origin {
  readonly path: string;
  readonly sha256: Sha256;
  readonly source: string;
}

export type OnRecord = (record: EvidenceRecord, from: Origin) => void;

/** What every part of one reading shares. */
export interface Session
  extends Required<Pick<EvidenceRequest, 'engagement' | 'sources' | 'asOf' | 'limits' | 'startGuard'>> {
  readonly onRecord: OnRecord;
  /** How many records were handed over so far. */
  readonly handedOver: () => number;
  /** Hand over nothing of a file that was not read to its end before. */
  readonly isCareful: boolean;
  /** Files that broke off in an earlier attempt when some of their records were out already: their reports, by path. */
  readonly brokenOff: ReadonlyMap<string, ExhibitReport>;
  /** Content that was read already, with the path at which it was met first. */
  readonly counted: Map<string, string>;
  readonly seen: RecordsSeen;
}

/**
 * Reads all exhibits in the order of their paths, whatever order they come in: recognises each, hands over its records, and reports what
 * became of it. Files that cannot be read are reported, never thrown.
 */
export async function readEvidence(
  exhibits: Iterable<Exhibit>,
  request: EvidenceRequest,
  onRecord: OnRecord,
): Promise<{ readonly reports: readonly ExhibitReport[]; readonly notes: readonly Diagnostic[] }> {
  const files = sortedBy(exhibits, ({ path }) => path);
  const brokenOff = new Map<string, ExhibitReport>();
  for (;;) {
    try {
      const reports = await readAll(files, startSession(request, onRecord, brokenOff));
      return { reports, notes: unknownNames(request.engagement, reports) };
    } catch (error) {
      if (!(error instanceof BrokenOff)) throw error;
      const { path } = error.report;
      if (!request.onStartAgain) throw failure(diagnostic('exhibit-broken-off', { path }, { path }));
      request.onStartAgain();
      brokenOff.set(path, error.report);
    }
  }
}

function startSession(
  request: EvidenceRequest,
  onRecord: OnRecord,
  brokenOff: ReadonlyMap<string, ExhibitReport>,
): Session {
  let handedOver = 0;
  return {
    engagement: request.engagement,
    sources: request.sources,
    asOf: request.asOf ?? request.engagement.asOf,
    limits: request.limits ?? LIMITS,
    startGuard: request.startGuard ?? unguarded,
    onRecord: (record, from) => {
      handedOver += 1;
      onRecord(record, from);
    },
    handedOver: () => handedOver,
    isCareful: brokenOff.size > 0 || !request.onStartAgain,
    brokenOff,
    counted: new Map(),
    seen: startSeeingRecords(),
  };
}

async function readAll(exhibits: readonly Exhibit[], session: Session): Promise<readonly ExhibitReport[]> {
  const read: { readonly path: string; readonly reports: readonly ExhibitReport[] }[] = [];
  for (const exhibit of inReadingOrder(exhibits, session.engagement))
    read.push({ path: exhibit.path, reports: await readWrapped(exhibit, session) });
  return sortedBy(read, ({ path }) => path).flatMap((one) => one.reports);
}

/** By path, the authoritative lists before all others: they must count whole, also where another file holds some of their rows. */
function inReadingOrder(exhibits: readonly Exhibit[], { populations }: Engagement): readonly Exhibit[] {
  const named = Object.values(populations).filter((path) => path !== undefined);
  const isNamed = ({ path }: Exhibit) => named.some((list) => list === path || list.startsWith(`${path}!/`));
  return [...exhibits.filter(isNamed), ...exhibits.filter((exhibit) => !isNamed(exhibit))];
}

/** Entries of the engagement file that name no file at all are mistakes of spelling, and silence would hide them. */
function unknownNames(engagement: Engagement, reports: readonly ExhibitReport[]): readonly Diagnostic[] {
  const paths = new Set(reports.map(({ path }) => path));
  return Object.keys(engagement.exhibits)
    .filter((path) => !paths.has(path))
    .map((path) => diagnostic('exhibit-said-missing', { path }));
}
