import { pack, planPackage } from '../../src/bundle/index.ts';
import type { PackageParts } from '../../src/bundle/plan.ts';
import { sha256 } from '../../src/kernel/sha256.ts';

const log = 'job,outcome\nnightly,ok\n'.repeat(40);

/** A whole package in a few kilobytes: deflated and stored files, an empty one, an exhibit. */
export const SMALL: PackageParts = {
  name: 'lakeside_nist-csf-2.0_2025-10-01-to-2026-09-30_auditor',
  edition: 'auditor',
  client: 'Lakeside Family Dental',
  preparedBy: 'Northlake IT',
  asOf: '2026-10-15',
  period: { from: '2025-10-01', to: '2026-09-30' },
  software: 'proofpack 0.1.0',
  documents: [{ fileName: '00-READ-ME-FIRST', bytes: Buffer.from('%PDF-1.7 not really a PDF') }],
  workbooks: [{ fileName: '04-Gap-Register', bytes: Buffer.from('PK not really a workbook') }],
  files: [
    { path: 'index.html', text: '<p>nothing</p>' },
    {
      path: 'machine/findings.json',
      text: JSON.stringify({ schema: 'proofpack.findings/1', facts: [{ id: 'a', n: 1 }] }),
    },
    {
      path: 'machine/engagement.json',
      text: JSON.stringify({
        schema: 'proofpack.engagement/1',
        software: 'proofpack 0.1.0',
        edition: 'auditor',
        engagement: {},
        exhibits: [
          {
            number: 'E-001',
            original: 'backup/jobs.csv',
            packaged: 'data/exhibits/E-001_jobs.csv',
            sha256: sha256(log),
            omitted: null,
          },
        ],
      }),
    },
  ],
  exhibits: [
    {
      placement: {
        number: 'E-001',
        original: 'backup/jobs.csv',
        packaged: 'data/exhibits/E-001_jobs.csv',
        sha256: sha256(log),
        omitted: null,
      },
      bytes: Buffer.from(log),
    },
    {
      placement: {
        number: 'E-002',
        original: 'empty.log',
        packaged: 'data/exhibits/E-002_empty.log',
        sha256: sha256(''),
        omitted: null,
      },
      bytes: Buffer.alloc(0),
    },
  ],
  omissions: [{ what: 'restore-testing', kind: 'not-delivered', reason: '=nobody, "yet"', by: 'msp' }],
  howToVerify: 'Run sha256sum -c manifest-sha256.txt\n',
};

export function smallPackage(parts: Partial<PackageParts> = {}): Promise<Uint8Array> {
  return pack(planPackage({ ...SMALL, ...parts }));
}
