import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** A real server: one that somebody runs (`PROOFPACK_TEST_POSTGRES`), or one of our own for as long as the tests run. */
export interface Cluster {
  /** An empty place on it: tables there meet no others. */
  newPlace(): Promise<string>;
  stop(): Promise<void>;
}

const DEBIAN = '/usr/lib/postgresql';

/** Why there is none, or undefined where there can be one. */
export function withoutCluster(): string | undefined {
  if (process.env['PROOFPACK_TEST_POSTGRES'] || binaries() !== undefined) return undefined;
  return `no PostgreSQL server in ${DEBIAN}, and PROOFPACK_TEST_POSTGRES names none`;
}

export async function startCluster(): Promise<Cluster> {
  const given = process.env['PROOFPACK_TEST_POSTGRES'];
  if (given) return over(given, async () => undefined);
  const bin = binaries();
  if (bin === undefined) throw new Error(withoutCluster());
  // The path of a socket has at most 107 bytes.
  const folder = mkdtempSync('/tmp/pp-pg-');
  const asRoot = process.getuid?.() === 0;
  if (asRoot) hand(folder);
  const data = join(folder, 'data');
  const options = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off -c max_connections=120`;
  run(asRoot, join(bin, 'initdb'), [
    '-D',
    data,
    '-A',
    'trust',
    '-U',
    'postgres',
    '-E',
    'UTF8',
    '--no-sync',
    '--locale=C',
  ]);
  run(asRoot, join(bin, 'pg_ctl'), ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start']);
  return over(`postgres:///postgres?user=postgres&host=${encodeURIComponent(folder)}`, async () => {
    run(asRoot, join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop']);
    rmSync(folder, { recursive: true, force: true });
  });
}

let places = 0;

function over(address: string, stop: () => Promise<void>): Cluster {
  return {
    newPlace: async () => {
      places += 1;
      const schema = `proofpack_test_${process.pid}_${places}`;
      const admin = new Client({ connectionString: address });
      await admin.connect();
      await admin.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE; CREATE SCHEMA ${schema}`);
      await admin.end();
      return `${address}${address.includes('?') ? '&' : '?'}options=${encodeURIComponent(`-c search_path=${schema}`)}`;
    },
    stop,
  };
}

/** The newest of those that Debian has installed. */
function binaries(): string | undefined {
  if (!existsSync(DEBIAN)) return undefined;
  const versions = readdirSync(DEBIAN).filter((version) => existsSync(join(DEBIAN, version, 'bin', 'initdb')));
  const newest = versions.sort((a, b) => Number(a) - Number(b)).at(-1);
  return newest === undefined ? undefined : join(DEBIAN, newest, 'bin');
}

/** initdb refuses to be run by root. */
function run(asRoot: boolean, program: string, argv: readonly string[]): void {
  const [command, args] = asRoot ? ['runuser', ['-u', 'postgres', '--', program, ...argv]] : [program, argv];
  const { status, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
}

function hand(folder: string): void {
  const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  chmodSync(folder, 0o700);
  chownSync(folder, id('-u'), id('-g'));
}
