import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Debian calls it redis-server, others valkey-server; both speak the same. */
export const SERVER = ['redis-server', 'valkey-server'].find(
  (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
);

export interface RedisServer {
  readonly address: string;
  readonly port: number;
  /** Ends it without a word, and starts it again over what it wrote. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const running = new Set<RedisServer>();
/** Also where a story broke off. */
afterAll(async () => {
  for (const server of running) await server.stop();
});

/** A server on loopback in a folder of its own that writes down all that it is told. */
export async function startRedis(more: readonly string[] = []): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'proofpack-redis-'));
  const port = await freePort();
  let child = await listening(folder, port, more);
  const server: RedisServer = {
    address: `redis://127.0.0.1:${port}`,
    port,
    restart: async () => {
      await ended(child, 'SIGKILL');
      child = await listening(folder, port, more);
    },
    stop: async () => {
      await ended(child, 'SIGKILL');
      rmSync(folder, { recursive: true, force: true });
      running.delete(server);
    },
  };
  running.add(server);
  return server;
}

function listening(folder: string, port: number, more: readonly string[]): Promise<ChildProcess> {
  const options = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder];
  const kept = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''];
  const child = spawn(SERVER ?? '', [...options, ...kept, '--maxmemory-policy', 'noeviction', ...more], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      if (said.includes('Ready to accept connections')) resolve(child);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
