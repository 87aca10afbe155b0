import type { Pool, PoolClient } from 'pg';
import type { Migration } from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure, ProofpackError } from '../kernel/failure.ts';
import { migrate } from './migrate.ts';
import type { Database, Outcome, Sql } from './sql.ts';

/** Whoever changes the tables of ours holds this number, of all programs that share the database: "proof" in ASCII. */
const OURS = 0x70726f6f66;
const PATIENCE_MS = 15_000;

/**
 * The same tables on a server, for many machines. Passwords come from PGPASSWORD, PGPASSFILE or ~/.pgpass, as everywhere with PostgreSQL; an
 * address that holds one is refused, since addresses are logged.
 */
export async function openPostgres(address: string, migrations: readonly Migration[]): Promise<Database> {
  const where = withoutPassword(address);
  const { default: pg } = await import('pg').catch((error: unknown) => {
    throw failure(diagnostic('package-not-installed', { name: 'pg' }), { cause: error });
  });
  const pool = new pg.Pool({
    connectionString: address,
    application_name: 'proofpack',
    connectionTimeoutMillis: PATIENCE_MS,
    max: 4,
    // Whoever stops at an error does not wait for connections that nobody uses any more.
    allowExitOnIdle: true,
  });
  // A connection that breaks while nobody uses it is noticed by the next one who does.
  pool.on('error', () => undefined);
  const inTransaction = transactionsOver(pool, where);
  let upToDate: Promise<void> | undefined;
  const ready = () => {
    upToDate ??= inTransaction(`BEGIN; SELECT pg_advisory_xact_lock(${OURS})`, async (sql) => {
      await migrate(sql, migrations, where);
      return { keep: true, value: undefined };
    }).catch((error: unknown) => {
      // A server that was away for a moment is asked again.
      upToDate = undefined;
      throw error;
    });
    return upToDate;
  };
  return {
    read: async (work) => {
      await ready();
      return inTransaction('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', async (sql) => ({
        keep: true,
        value: await work(sql),
      }));
    },
    // One writer after the other, so that nothing is done anew: whoever waits sees what the one before it wrote.
    write: async (work) => {
      await ready();
      return inTransaction(`BEGIN; SELECT pg_advisory_xact_lock(${OURS})`, work);
    },
    close: () => pool.end(),
  };
}

type Transact = <T>(begin: string, work: (sql: Sql) => Promise<Outcome<T>>) => Promise<T>;

function transactionsOver(pool: Pool, where: string): Transact {
  return (begin, work) =>
    troubleTold(where, async () => {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query(begin);
        const { keep, value } = await work(sqlOver(client));
        await client.query(keep ? 'COMMIT' : 'ROLLBACK');
        return value;
      } catch (error) {
        await client.query('ROLLBACK').catch((again: unknown) => {
          broken = again instanceof Error ? again : new Error(String(again));
        });
        throw error;
      } finally {
        client.release(broken);
      }
    });
}

function sqlOver(client: PoolClient): Sql {
  return {
    all: async (text, values = []) => (await client.query(text, [...values])).rows,
    script: async (text) => {
      await client.query(text);
    },
  };
}

/** What the library says without a code when nobody answers in time, or the connection breaks. */
const BROKEN_OFF = /^(?:timeout exceeded|connection terminated|client has encountered a connection error)/i;

/** What the server or the way to it says is told with the address; it says no password. */
async function troubleTold<T>(where: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProofpackError || !(error instanceof Error)) throw error;
    const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
    if (code === undefined && !BROKEN_OFF.test(error.message)) throw error;
    const reason = error.message || (code ?? '');
    throw failure(diagnostic('store-unreachable', { where, reason }), { exit: 6, cause: error });
  }
}

function withoutPassword(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw failure(diagnostic('store-address-wrong', { address: address.replace(/:[^:@/]*@/, ':…@') }));
  }
  if (url.password !== '' || url.searchParams.has('password')) {
    throw failure(diagnostic('store-address-holds-password', { host: url.host }));
  }
  return `${url.protocol}//${url.host}${url.pathname}`;
}
