import { setTimeout as wait } from 'node:timers/promises';
import type { SQLiteValue, Database as SqliteFile } from 'node-sqlite3-wasm';
import type { Migration, Snapshots } from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure, ProofpackError } from '../kernel/failure.ts';
import { migrate } from './migrate.ts';
import type { Database, Sql } from './sql.ts';

/** So often a write begins anew because somebody else was faster; one of those who compete always gets through. */
const ATTEMPTS = 200;
const LONGEST_WAIT_MS = 250;

/**
 * SQLite over files that are replaced whole: a writer changes a private copy and gives it the next number, which only one can have. There is
 * no lock that somebody who was killed could leave behind, and none that a network drive could fail to keep.
 */
export function openSqlite(
  index: Snapshots,
  migrations: readonly Migration[],
  { attempts = ATTEMPTS }: { readonly attempts?: number } = {},
): Database {
  const inFile = async <T>(path: string, generation: number, work: (sql: Sql) => Promise<T>): Promise<T> => {
    const named = generation === 0 ? path : index.pathOf(generation);
    const { default: sqlite } = await import('node-sqlite3-wasm');
    return damageTold(named, async () => {
      const file = new sqlite.Database(path);
      try {
        const sql = sqlOver(file);
        // Nobody sees this copy before it is whole and forced to the disk.
        file.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; BEGIN');
        await migrate(sql, migrations, named);
        const value = await work(sql);
        file.exec('COMMIT');
        return value;
      } finally {
        file.close();
      }
    });
  };
  const read: Database['read'] = (work) => index.reading((path, generation) => inFile(path, generation, work));
  const write: Database['write'] = async (work, stands) => {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const { value, state } = await index.changing((path, generation) => inFile(path, generation, work));
      if (state === 'kept-as-is' || state === 'published') return value;
      if (state === 'overtaken' && (await read(stands))) return value;
      await wait(Math.random() * Math.min(LONGEST_WAIT_MS, 10 * attempt));
    }
    throw failure(diagnostic('store-busy', { where: index.pathOf(await index.latest()) }), { exit: 6 });
  };
  return { read, write, close: async () => undefined };
}

function sqlOver(file: SqliteFile): Sql {
  return {
    all: async (text, values = []) => {
      const bound: Record<string, SQLiteValue> = Object.fromEntries(values.map((value, at) => [`$${at + 1}`, value]));
      return values.length === 0 ? file.all(text) : file.all(text, bound);
    },
    script: async (text) => file.exec(text),
  };
}

/** What SQLite says of a file that is none, or is broken, is told with its path. */
async function damageTold<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProofpackError || !(error instanceof Error) || error.name !== 'SQLite3Error') throw error;
    throw failure(diagnostic('store-index-damaged', { path, reason: error.message }), { exit: 6, cause: error });
  }
}
