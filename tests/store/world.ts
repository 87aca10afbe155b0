import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { civilDate } from '../../src/kernel/civil-date.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import type { BuildRecord, BuildSummary } from '../../src/model/store.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'proofpack-store-test-'));
  made.push(folder);
  return folder;
}

export function day(text: string) {
  const date = civilDate(text);
  if (!date) throw new Error(`no day: ${text}`);
  return date;
}

export const SUMMARY: BuildSummary = {
  frameworks: [
    {
      id: 'small',
      version: '1',
      controls: 2,
      applicable: 2,
      supported: 1,
      assessed: 1,
      verdicts: { supported: 1, 'not-evidenced': 1 },
    },
  ],
  practices: [{ id: 'restore-testing', verdict: 'supported' }],
  facts: {
    known: [{ id: 'days-since-proven-restore', value: { kind: 'days', days: 12 } }],
    unknown: [{ id: 'backup-check-errors', because: 'no-evidence' }],
  },
  cadence: [],
  gaps: [],
  collect: [],
  contradictions: 0,
};

/** A build of Lakeside as its insurer got it, unless something else is said. */
export function buildRecord(more: Partial<BuildRecord> = {}): BuildRecord {
  return {
    client: 'lakeside',
    key: sha256('recipe'),
    edition: 'insurer',
    software: 'proofpack 0.1.0',
    catalogue: sha256('catalogue'),
    asOf: day('2026-10-15'),
    period: { from: day('2025-10-01'), to: day('2026-09-30') },
    package: { sha256: sha256('package'), bytes: 4711, name: 'lakeside_small_insurer' },
    proofs: [],
    findings: sha256('findings'),
    recordedAt: '2026-10-15T08:00:00Z',
    ...more,
  };
}
