import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCatalog } from '../../src/disk/catalog.ts';
import { readEvidence } from '../../src/intake/index.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import type { Verdict } from '../../src/model/assessment.ts';
import { Engagement } from '../../src/model/engagement.ts';
import type { Exhibit } from '../../src/model/exhibit.ts';
import { isDated } from '../../src/model/observed.ts';
import type { EvidenceRecord } from '../../src/model/record.ts';
import { assessEngagement } from '../../src/pipeline.ts';
import * as registered from '../../src/sources/index.ts';
import { type FactId, gist } from '../facts/records.ts';
import { engagementWith } from './fixtures.ts';

/** One way in which an export misleads a reader who trusts it, and the verdicts that must not follow from it. */
export interface Lie {
  /** What the naive reader would say. */
  readonly lie: string;
  /** `<source>/<file>` in fixtures/sources. */
  readonly exhibits: readonly string[];
  /** What the engagement file says of them, of the staff list and of the inventory. */
  readonly said?: Readonly<Record<string, object>>;
  readonly populations?: { readonly people?: string; readonly devices?: string };
  /** Every record in short: the values of these fields. `dated` tells whether the record has a time. */
  readonly fields: string;
  readonly records: readonly string[];
  readonly notes?: readonly string[];
  /** What is measured from it, in the words of `gist`, and what is judged. */
  readonly facts: { readonly [F in FactId]?: string };
  readonly practices: Readonly<Record<string, Verdict>>;
}

const FIXTURES = new URL('../../fixtures/sources/', import.meta.url);
const CATALOG = readCatalog();

export function tellLies(title: string, lies: readonly Lie[]): void {
  describe(title, () => {
    describe.each(lies)('$lie', (lie) => {
      it('is not what the source reads', async () => {
        const records: EvidenceRecord[] = [];
        const reading = { engagement: engagementOf(lie), sources: registered };
        const { reports } = await readEvidence(lie.exhibits.map(exhibit), reading, (record) => records.push(record));
        expect(records.map((record) => short(record, lie.fields))).toEqual(lie.records);
        const codes = reports.flatMap(({ notes }) => notes.map(({ code }) => code));
        expect(codes).toEqual(expect.arrayContaining([...(lie.notes ?? [])]));
      });

      it('is not what is judged', async () => {
        const catalog = await CATALOG;
        const exhibits = lie.exhibits.map(exhibit);
        const { facts, practiceAssessments } = await assessEngagement({
          engagement: engagementOf(lie),
          catalog,
          exhibits,
        });
        const measured = facts.filter(({ id }) => Object.hasOwn(lie.facts, id));
        expect(Object.fromEntries(measured.map(({ id, fact }) => [id, gist(fact)]))).toEqual(lie.facts);
        const judged = practiceAssessments.filter(({ practice }) => Object.hasOwn(lie.practices, practice));
        expect(Object.fromEntries(judged.map(({ practice, verdict }) => [practice, verdict]))).toEqual(lie.practices);
      });
    });
  });
}

function exhibit(path: string): Exhibit {
  const bytes = readFileSync(new URL(path, FIXTURES));
  return {
    id: sha256(bytes),
    path,
    size: bytes.length,
    open: async function* () {
      yield bytes;
    },
  };
}

function engagementOf({ said = {}, populations }: Lie): Engagement {
  const { client } = engagementWith();
  return Engagement.parse({
    client,
    period: { from: '2025-10-01', to: '2026-09-30' },
    asOf: '2026-10-15',
    frameworks: ['nist-csf-2.0', 'hipaa-security-rule', 'cyber-insurance'],
    operatingModel: 'co-managed',
    exhibits: said,
    ...(populations === undefined ? {} : { populations }),
  });
}

function short(record: EvidenceRecord, fields: string): string {
  const values: Readonly<Record<string, unknown>> = {
    ...record,
    dated: isDated(record.observed) ? 'dated' : 'undated',
  };
  return fields
    .split(' ')
    .map((field) => values[field] ?? '-')
    .join(' ');
}
