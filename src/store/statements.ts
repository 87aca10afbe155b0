import { z } from 'zod';
import { sha256 } from '../kernel/sha256.ts';
import { BuildRecord, BuildSummary, type StandingBuild } from '../model/store.ts';
import { type BuildRow, readRow, rowValues } from './build-row.ts';
import type { Sql } from './sql.ts';

const COLUMNS = `home, client, build_key, edition, ordinal, latest, claim, software, catalogue, as_of, period_from, period_to,
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
export async function insert(sql: Sql, home: string, { build, summary, claim }: Entry): Promise<StandingBuild> {
  await sql.all('INSERT INTO proofpack_summaries (sha256, body) VALUES ($1, $2) ON CONFLICT (sha256) DO NOTHING', [
    summary.sha256,
    summary.body,
  ]);
  const standing = { ...build, ...(await nextNumbers(sql, home, build.client)), summary: summary.sha256 };
  const values = rowValues({ home, claim, build: standing });
  await sql.all(
    `INSERT INTO proofpack_builds (${COLUMNS}) VALUES (${values.map((_, at) => `$${at + 1}`).join(', ')})`,
    values,
  );
  return standing;
}

/** What stood already was built again: it goes for its day from now on, if another one did since. Undefined where nothing has to be written. */
export async function renew(sql: Sql, home: string, build: StandingBuild): Promise<StandingBuild | undefined> {
  const { client, key, edition, asOf, latest } = build;
  const [later] = await sql.all(
    `SELECT 1 AS later FROM proofpack_builds
    WHERE home = $1 AND client = $2 AND edition = $3 AND as_of = $4 AND latest > $5`,
    [home, client, edition, asOf, latest],
  );
  if (later === undefined) return undefined;
  const next = await nextNumbers(sql, home, client);
  await sql.all(
    'UPDATE proofpack_builds SET latest = $1 WHERE home = $2 AND client = $3 AND build_key = $4 AND edition = $5',
    [next.latest, home, client, key, edition],
  );
  return { ...build, latest: next.latest };
}

async function nextNumbers(sql: Sql, home: string, client: string) {
  const [last] = await sql.all(
    'SELECT MAX(ordinal) AS ordinal, MAX(latest) AS latest FROM proofpack_builds WHERE home = $1 AND client = $2',
    [home, client],
  );
  return { ordinal: Number(last?.['ordinal'] ?? 0) + 1, latest: Number(last?.['latest'] ?? 0) + 1 };
}

/** Rows of earlier versions, which told folders of one name not apart, become those of the folder that has their files. */
export async function settle(sql: Sql, home: string, rows: readonly BuildRow[]): Promise<void> {
  for (const { build } of rows)
    await sql.all(
      `UPDATE proofpack_builds SET home = $1 WHERE home = '' AND client = $2 AND build_key = $3 AND edition = $4`,
      [home, build.client, build.key, build.edition],
    );
}

type Named = Pick<BuildRecord, 'client' | 'key' | 'edition'>;

export async function rowOf(sql: Sql, home: string, named: Named): Promise<BuildRow | undefined> {
  const { client, key, edition } = named;
  const [row] = await rowsOf(sql, { home, client, key, edition });
  return row;
}

export type Wanted = Partial<Named & { readonly home: string }>;

/** Those of which all that is said holds; by client, by code unit whatever the database's collation is, then in the order of recording. */
export async function rowsOf(sql: Sql, { home, client, key, edition }: Wanted): Promise<readonly BuildRow[]> {
  const [where, values] = conditions({ home, client, build_key: key, edition });
  return (await sql.all(`SELECT ${COLUMNS} FROM proofpack_builds${where}`, values))
    .map(readRow)
    .sort(({ build: a }, { build: b }) =>
      a.client === b.client ? a.ordinal - b.ordinal : a.client < b.client ? -1 : 1,
    );
}

function conditions(said: Readonly<Record<string, string | undefined>>): readonly [string, readonly string[]] {
  const known = Object.entries(said).flatMap(([column, value]) => (value === undefined ? [] : [{ column, value }]));
  const text = known.map(({ column }, at) => `${column} = $${at + 1}`).join(' AND ');
  return [text === '' ? '' : ` WHERE ${text}`, known.map(({ value }) => value)];
}

export async function summaryBody(sql: Sql, hash: string): Promise<string | undefined> {
  const [row] = await sql.all('SELECT body FROM proofpack_summaries WHERE sha256 = $1', [hash]);
  return row && z.string().parse(row['body']);
}

/** Of every build of a client, or of all, each body once. */
export async function summaryBodies(
  sql: Sql,
  client: string | undefined,
): Promise<readonly (readonly [string, string])[]> {
  const [where, values] = conditions({ client });
  const named = `SELECT summary FROM proofpack_builds${where}`;
  const rows = await sql.all(`SELECT sha256, body FROM proofpack_summaries WHERE sha256 IN (${named})`, values);
  return rows.map((row) => [z.string().parse(row['sha256']), z.string().parse(row['body'])] as const);
}
