import type { SourceDefinition, Yield } from '../../src/intake/contract.ts';
import { extract, LIMITS, type Limits, readEvidence, type Sources } from '../../src/intake/index.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import { Engagement } from '../../src/model/engagement.ts';
import type { Exhibit } from '../../src/model/exhibit.ts';
import { type Observed, UNDATED } from '../../src/model/observed.ts';
import type { EvidenceRecord } from '../../src/model/record.ts';

/** A file of the world, from text or bytes, handed over in pieces of any size. */
export function exhibit(path: string, content: string | Uint8Array, piece = 65_536): Exhibit {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return {
    id: sha256(bytes),
    path,
    size: bytes.length,
    open: async function* () {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    },
  };
}

export function engagement(client: object = {}, exhibits: object = {}): Engagement {
  return Engagement.parse({
    client: { name: 'Northlake Dental', timeZone: 'America/Chicago', ...client },
    period: { from: '2026-01-01', to: '2026-10-15' },
    asOf: '2026-10-15',
    frameworks: ['nist-csf-2.0'],
    operatingModel: 'co-managed',
    exhibits,
  });
}

/** A source with what is worth telling apart; the rest is the same for all. */
export function source(reads: SourceDefinition['reads']): SourceDefinition {
  return {
    product: 'Tool',
    title: 'Tool export',
    kinds: ['asset'],
    obtain: 'Tool > Export',
    proves: 'that it is read',
    cannotProve: 'anything else',
    reads,
  };
}

/** The record that readings of these tests make: a name and a time. */
export function asset(name: string | undefined, observed: Observed = UNDATED): Yield {
  if (name === undefined) return { reject: 'it has no name' };
  return { kind: 'asset', observed, strength: 'C', name, type: 'device', status: 'in-use' };
}

/** Reads one file; `records` as `[name, place]`. */
export async function read(
  file: Exhibit,
  sources: Sources,
  asked: { engagement?: Engagement; limits?: Partial<Limits>; isCareful?: boolean } = {},
) {
  const records: EvidenceRecord[] = [];
  const request = { engagement: asked.engagement ?? engagement(), sources, limits: { ...LIMITS, ...asked.limits } };
  const onStartAgain = () => void records.splice(0);
  const startingAgain = asked.isCareful ? request : { ...request, onStartAgain };
  const { reports, notes } = await readEvidence([file], startingAgain, (record) => records.push(record));
  const [report] = reports;
  if (!report) throw new Error('no report');
  return {
    report,
    reports,
    notes,
    records,
    names: records.map((record) => (record.kind === 'asset' ? record.name : record.kind)),
    codes: report.notes.map(({ code }) => code),
  };
}

export { extract };
