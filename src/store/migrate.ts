import type { Migration } from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import type { Sql } from './sql.ts';

const TABLE = `CREATE TABLE IF NOT EXISTS proofpack_schema (
  version INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL
)`;

/** Brings tables of any earlier version up to this one, within the caller's transaction; refuses those of a later one. */
export async function migrate(sql: Sql, migrations: readonly Migration[], where: string): Promise<void> {
  await sql.script(TABLE);
  const [row] = await sql.all('SELECT MAX(version) AS version FROM proofpack_schema');
  const found = Number(row?.['version'] ?? 0);
  const known = migrations.at(-1)?.version ?? 0;
  if (found > known) throw failure(diagnostic('store-newer', { where, found, known }));
  for (const { version, name, text } of migrations.filter((each) => each.version > found)) {
    await sql.script(text);
    await sql.all('INSERT INTO proofpack_schema (version, name) VALUES ($1, $2)', [version, name]);
  }
}
