import { custodyText, pack, planPackage } from '../../src/bundle/index.ts';
import type { PackageParts } from '../../src/bundle/plan.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import type { CustodyEntry } from '../../src/model/package.ts';

const log = 'job,outcome\nnightly,ok\n'.repeat(40);

const REQUEST = {
  client: { name: 'Lakeside' },
  period: { from: '2025-10-01', to: '2026-09-30' },
  asOf: '2026-10-15',
  frameworks: ['demo'],
  operatingModel: 'co-managed',
};

const FINDINGS = JSON.stringify({
  schema: 'proofpack.findings/1',
  facts: [{ id: 'a', n: 1 }],
  exhibits: [{ path: 'other.csv', n: 7 }],
  notes: [],
});

const SAID = { by: 'Marta Ruiz', on: '2026-10-15', because: null };
export const CUSTODY: readonly CustodyEntry[] = [
  { event: 'received', what: 'backup/jobs.csv', sha256: sha256(log), ...SAID },
  { event: 'received', what: 'other.csv', sha256: 'ab', ...SAID },
  { event: 'recognised', what: 'backup/jobs.csv', sha256: sha256(log), by: 'proofpack 0.1.0', on: null, because: 'x' },
  { event: 'built', what: 'auditor', sha256: sha256(FINDINGS), ...SAID },
];

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
    { path: 'data/index.html', text: '<p>nothing</p>' },
    {
      path: 'data/machine/findings.json',
      text: FINDINGS,
    },
    {
      path: 'data/machine/package.json',
      text: JSON.stringify({
        schema: 'proofpack.package/1',
        software: 'proofpack 0.1.0',
        edition: 'auditor',
        exhibits: [
          {
            number: 'E-001',
            original: 'backup/jobs.csv',
            packaged: 'data/exhibits/E-001_jobs.csv',
            sha256: sha256(log),
            bytes: log.length,
          },
          { number: 'E-003', original: 'other.csv', packaged: null, sha256: 'ab', bytes: 9 },
        ],
      }),
    },
    { path: 'data/machine/engagement.json', text: JSON.stringify(REQUEST) },
    {
      path: 'data/machine/catalogue.json',
      text: JSON.stringify({ schema: 'proofpack.catalogue/1', domains: [], practices: [], frameworks: [], models: [] }),
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
  custody: custodyText(CUSTODY),
  assurance: { level: 'E1' },
  verifyPage: '<p>checks\n',
  howToVerify: 'Run sha256sum -c manifest-sha256.txt\n',
};

export function smallPackage(parts: Partial<PackageParts> = {}): Promise<Uint8Array> {
  return pack(planPackage({ ...SMALL, ...parts }));
}
