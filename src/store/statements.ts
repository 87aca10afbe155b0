import { z } from 'zod';
import { sha256 } from '../kernel/sha256.ts';
import { BuildRecord, BuildSummary, type StandingBuild } from '../model/store.ts';
import type { Row, Sql } from './sql.ts';

const COLUMNS = `client, build_key, edition, ordinal, claim, software, catalogue, as_of, period_from, period_to,
  package_sha256, package_bytes, package_name, proofs, findings, summary, recorded_at`;

/** A build on its way into a store. */
export interface Entry {
  readonly build: BuildRecord;
  readonly summary: { readonly sha256: string; readonly body: string };
  /** A word of chance that no other writer has. */
  readonly claim: string;
}

export function entryOf(build: BuildRecord, summary: BuildSummary, claim: string): Entry {
  const body = JSON.stringify(BuildSummary.parse(summary));
  return { build: BuildRecord.parse(build), summary: { sha256: sha256(body), body }, claim };
}

/** Where none stands for this client, key and edition yet. */
export async function insert(sql: Sql, { build, summary, claim }: Entry): Promise<StandingBuild> {
  const { period, package: made } = build;
  await sql.all('INSERT INTO proofpack_summaries (sha256, body) VALUES ($1, $2) ON CONFLICT (sha256) DO NOTHING', [
    summary.sha256,
    summary.body,
  ]);
  const [last] = await sql.all('SELECT MAX(ordinal) AS ordinal FROM proofpack_builds WHERE client = $1', [
    build.client,
  ]);
  const ordinal = Number(last?.['ordinal'] ?? 0) + 1;
  await sql.all(
    `INSERT INTO proofpack_builds (${COLUMNS})
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      build.client,
      build.key,
      build.edition,
      ordinal,
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
      summary.sha256,
      build.recordedAt,
    ],
  );
  return { ...build, ordinal, summary: summary.sha256 };
}

type Named = Pick<BuildRecord, 'client' | 'key' | 'edition'>;

export async function standing(sql: Sql, { client, key, edition }: Named): Promise<StandingBuild | undefined> {
  return (await rowOf(sql, { client, key, edition }))?.build;
}

/** Whether the row that stands was written by whoever holds this claim. */
export async function isOurs(sql: Sql, { build, claim }: Entry): Promise<boolean> {
  return (await rowOf(sql, build))?.claim === claim;
}

async function rowOf(sql: Sql, { client, key, edition }: Named): Promise<Read | undefined> {
  const where = 'client = $1 AND build_key = $2 AND edition = $3';
  const [row] = await sql.all(`SELECT ${COLUMNS} FROM proofpack_builds WHERE ${where}`, [client, key, edition]);
  return row && readRow(row);
}

/** By client, by code unit whatever the database's collation is, then in the order of recording. */
export async function allBuilds(sql: Sql, client: string | undefined): Promise<readonly StandingBuild[]> {
  const rows =
    client === undefined
      ? await sql.all(`SELECT ${COLUMNS} FROM proofpack_builds`)
      : await sql.all(`SELECT ${COLUMNS} FROM proofpack_builds WHERE client = $1`, [client]);
  return rows
    .map((row) => readRow(row).build)
    .sort((a, b) => (a.client === b.client ? a.ordinal - b.ordinal : a.client < b.client ? -1 : 1));
}

export async function summaryBody(sql: Sql, hash: string): Promise<string | undefined> {
  const [row] = await sql.all('SELECT body FROM proofpack_summaries WHERE sha256 = $1', [hash]);
  return row && z.string().parse(row['body']);
}

/** Of every build that is listed, each body once. */
export async function summaryBodies(
  sql: Sql,
  client: string | undefined,
): Promise<readonly (readonly [string, string])[]> {
  const named = `SELECT summary FROM proofpack_builds${client === undefined ? '' : ' WHERE client = $1'}`;
  const text = `SELECT sha256, body FROM proofpack_summaries WHERE sha256 IN (${named})`;
  const rows = await sql.all(text, client === undefined ? [] : [client]);
  return rows.map((row) => [z.string().parse(row['sha256']), z.string().parse(row['body'])] as const);
}

interface Read {
  readonly build: StandingBuild;
  readonly claim: string;
}

const Text = z.string();
const Proofs = BuildRecord.shape.proofs;

function readRow(row: Row): Read {
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
  return { build: { ...build, ordinal: Number(row['ordinal']), summary: text('summary') }, claim: text('claim') };
}
