import { z } from 'zod';
import { BuildRecord, type StandingBuild } from '../model/store.ts';
import type { Row, SqlValue } from './sql.ts';

/** A build as the table has it: with whose it is, and who wrote it. */
export interface BuildRow {
  readonly home: string;
  readonly claim: string;
  readonly build: StandingBuild;
}

/** In the order of the columns. */
export function rowValues({ home, claim, build }: BuildRow): readonly SqlValue[] {
  const { period, package: made, ordinal, latest } = build;
  return [
    home,
    build.client,
    build.key,
    build.edition,
    ordinal,
    latest,
    claim,
    build.software,
    build.catalogue,
    build.asOf,
    period.from,
    period.to,
    made.sha256,
    made.bytes,
    made.name,
    JSON.stringify(build.proofs),
    build.findings,
    build.summary,
    build.recordedAt,
  ];
}

const Text = z.string();
const Proofs = BuildRecord.shape.proofs;

export function readRow(row: Row): BuildRow {
  const text = (column: string) => Text.parse(row[column]);
  const build = BuildRecord.parse({
    client: row['client'],
    key: row['build_key'],
    edition: row['edition'],
    software: row['software'],
    catalogue: row['catalogue'],
    asOf: row['as_of'],
    period: { from: row['period_from'], to: row['period_to'] },
    // PostgreSQL hands out 64-bit numbers as text.
    package: { sha256: row['package_sha256'], bytes: Number(row['package_bytes']), name: row['package_name'] },
    proofs: Proofs.parse(JSON.parse(text('proofs'))),
    findings: row['findings'],
    recordedAt: row['recorded_at'],
  });
  const numbers = { ordinal: Number(row['ordinal']), latest: Number(row['latest']) };
  return { home: text('home'), claim: text('claim'), build: { ...build, ...numbers, summary: text('summary') } };
}
