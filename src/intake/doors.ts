import type { Engagement } from '../model/engagement.ts';
import type { Exhibit, ExhibitReport } from '../model/exhibit.ts';
import type { EvidenceRecord } from '../model/record.ts';
import type { StartGuard } from './guard.ts';
import type { Limits } from './limits.ts';
import { readEvidence } from './read-evidence.ts';
import type { Sources } from './recognise.ts';

export interface OneRequest {
  readonly engagement: Engagement;
  readonly sources: Sources;
  readonly limits?: Limits;
  readonly startGuard?: StartGuard;
}

/** What one file was taken for, and why; of a container also what is in it. */
export async function recognise(exhibit: Exhibit, request: OneRequest): Promise<readonly ExhibitReport[]> {
  return (await readEvidence([exhibit], request, () => undefined)).reports;
}

/** The records of one file, for small files and tools; `readEvidence` streams. */
export async function extract(
  exhibit: Exhibit,
  request: OneRequest,
): Promise<{ readonly reports: readonly ExhibitReport[]; readonly records: readonly EvidenceRecord[] }> {
  const records: EvidenceRecord[] = [];
  const startedAgain = { ...request, onStartAgain: () => void records.splice(0) };
  const { reports } = await readEvidence([exhibit], startedAgain, (record) => records.push(record));
  return { reports, records };
}
