import type { CivilDate } from '../kernel/civil-date.ts';
import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { sortedBy } from '../kernel/order.ts';
import type { Sha256 } from '../kernel/sha256.ts';
import type { Engagement } from '../model/engagement.ts';
import type { Exhibit, ExhibitReport } from '../model/exhibit.ts';
import type { EvidenceRecord } from '../model/record.ts';
import { LIMITS, type Limits } from './limits.ts';
import { readWrapped } from './read-wrapped.ts';
import type { Sources } from './recognise.ts';

export interface EvidenceRequest {
  readonly engagement: Engagement;
  readonly sources: Sources;
  /** The engagement's own, when it is not given. */
  readonly asOf?: CivilDate;
  readonly limits?: Limits;
}

/** The file that a record comes from. */
export interface Origin {
  readonly path: string;
  readonly sha256: Sha256;
  readonly source: string;
}

export type OnRecord = (record: EvidenceRecord, from: Origin) => void;

/** What every part of one reading shares. */
export interface Session extends Required<Pick<EvidenceRequest, 'engagement' | 'sources' | 'asOf' | 'limits'>> {
  readonly onRecord: OnRecord;
  /** Content that was read already, with the path at which it was met first. */
  readonly counted: Map<Sha256, string>;
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
  const session: Session = {
    engagement: request.engagement,
    sources: request.sources,
    asOf: request.asOf ?? request.engagement.asOf,
    limits: request.limits ?? LIMITS,
    onRecord,
    counted: new Map(),
  };
  const reports: ExhibitReport[] = [];
  for (const exhibit of sortedBy(exhibits, ({ path }) => path)) reports.push(...(await readWrapped(exhibit, session)));
  return { reports, notes: unknownNames(request.engagement, reports) };
}

/** Entries of the engagement file that name no file at all are mistakes of spelling, and silence would hide them. */
function unknownNames(engagement: Engagement, reports: readonly ExhibitReport[]): readonly Diagnostic[] {
  const paths = new Set(reports.map(({ path }) => path));
  return Object.keys(engagement.exhibits)
    .filter((path) => !paths.has(path))
    .map((path) => diagnostic('exhibit-said-missing', { path }));
}
