import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsClient } from 'aws4fetch';
import { afterAll } from 'vitest';
import { ROOT } from '../house/house.ts';
import { freePort } from '../queue/server.ts';

const PROGRAMS = ['ceph-mon', 'ceph-osd', 'radosgw', 'radosgw-admin', 'monmaptool', 'ceph', 'curl'];

/** Whether Ceph's S3 server is installed: on Debian `apt-get install ceph-mon ceph-osd radosgw ceph-common`. */
export const GATEWAY = PROGRAMS.every((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0);

export interface Gateway {
  /** What every tool for buckets reads. */
  readonly env: Readonly<Record<string, string>>;
  /** The same over TLS, where that was asked for, and the authority that signed its certificate. */
  readonly secure: { readonly endpoint: string; readonly authority: string } | undefined;
  /** A new bucket. */
  bucket(): Promise<RawBucket>;
}

/** A bucket as a stranger fills it and looks into it. */
export interface RawBucket {
  readonly name: string;
  put(key: string, content: string | Uint8Array): Promise<void>;
  get(key: string): Promise<Buffer | undefined>;
  remove(key: string): Promise<void>;
  /** Keys, with the moment of the last writing. */
  list(): Promise<readonly string[]>;
  listWithTimes(): Promise<readonly string[]>;
}

const started: (() => void)[] = [];
afterAll(() => {
  for (const stop of started) stop();
});

export async function startGateway({ tls = false }: { readonly tls?: boolean } = {}): Promise<Gateway> {
  const [monitor, port] = [await freePort(), await freePort()];
  const securePort = tls ? await freePort() : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'proofpack-ceph-'));
  const child = spawn('bash', [join(ROOT, 'scripts/ceph-gateway.sh'), folder, `${monitor}`, `${port}`], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...(securePort === undefined ? {} : { TLS_PORT: `${securePort}` }) },
  });
  // The end of its input ends it, also where this process is killed.
  started.push(() => child.stdin.end());
  await new Promise<void>((resolve, reject) => {
    let words = '';
    child.stderr.on('data', (text) => {
      words += text;
    });
    child.stdout.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`the gateway ended with ${code}: ${words}`)));
  });
  const endpoint = `http://127.0.0.1:${port}`;
  const env = {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'PROOFPACKTEST',
    AWS_SECRET_ACCESS_KEY: 'a-secret-of-tests',
  };
  let number = 0;
  return {
    env,
    secure:
      securePort === undefined
        ? undefined
        : { endpoint: `https://127.0.0.1:${securePort}`, authority: join(folder, 'authority.pem') },
    bucket: async () => {
      number += 1;
      return rawBucket(endpoint, `bucket-${number}`);
    },
  };
}

async function rawBucket(endpoint: string, name: string): Promise<RawBucket> {
  const client = new AwsClient({
    ...{ accessKeyId: 'PROOFPACKTEST', secretAccessKey: 'a-secret-of-tests' },
    ...{ service: 's3', region: 'us-east-1' },
  });
  const ask = async (path: string, init: RequestInit, mayBe?: number) => {
    const answer = await client.fetch(`${endpoint}/${name}${path}`, init);
    if (!answer.ok && answer.status !== mayBe) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const at = (key: string) => `/${key.split('/').map(encodeURIComponent).join('/')}`;
  const listWithTimes = async () => {
    const text = await (await ask('?list-type=2&encoding-type=url', {})).text();
    const entries = text.matchAll(/<Key>([^<]*)<\/Key><LastModified>([^<]*)</g);
    return [...entries].map(([, key = '', time]) => `${decodeURIComponent(key)} ${time}`);
  };
  await ask('', { method: 'PUT' });
  return {
    name,
    put: async (key, content) => {
      await (await ask(at(key), { method: 'PUT', body: Buffer.from(content) })).arrayBuffer();
    },
    get: async (key) => {
      const answer = await ask(at(key), {}, 404);
      return answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined;
    },
    remove: async (key) => void (await ask(at(key), { method: 'DELETE' })),
    list: async () => (await listWithTimes()).map((line) => line.slice(0, line.lastIndexOf(' '))),
    listWithTimes,
  };
}
