import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type ServerOptions } from 'node:https';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { bucketAddress, openBucket } from '../../src/bucket/index.ts';
import { ProofpackError } from '../../src/kernel/failure.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import { bundled } from '../store/processes.ts';
import { newFolder } from '../store/world.ts';
import { GATEWAY, startGateway } from './gateway.ts';
import { toldServer } from './told-server.ts';

const KEYS = { AWS_ACCESS_KEY_ID: 'KEY', AWS_SECRET_ACCESS_KEY: 'hunter2' };
const OPENSSL = spawnSync('openssl', ['version']).status === 0;

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A certificate that it signed itself. */
function selfSigned(): ServerOptions {
  const folder = newFolder();
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const argv = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-subj',
    '/CN=x',
  ];
  const made = spawnSync('openssl', [...argv, '-keyout', key, '-out', cert], { encoding: 'utf8' });
  expect(made.status, made.stderr).toBe(0);
  return { key: readFileSync(key), cert: readFileSync(cert) };
}

/** What becomes of whoever enters a bucket there, and how often was knocked. */
async function entering(endpoint: string): Promise<string> {
  const address = bucketAddress('s3://evidence', { ...KEYS, AWS_ENDPOINT_URL: endpoint });
  return openBucket(address, { tries: 3, pauseMs: 1 }).then(
    () => 'entered',
    (error: unknown) =>
      error instanceof ProofpackError ? `${error.exit} ${error.code} ${error.message} ${error.hint}` : String(error),
  );
}

describe('a server over TLS', () => {
  it.skipIf(!OPENSSL)('that nobody vouches for is told with the cure, and knocked at once', async () => {
    let knocks = 0;
    const server = createServer(selfSigned());
    server.on('connection', () => {
      knocks += 1;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    stops.push(() => server.close());
    const outcome = await entering(`https://127.0.0.1:${Object(server.address()).port}`);
    expect(outcome).toContain('2 bucket-untrusted The certificate of https://127.0.0.1:');
    expect(outcome).toContain('DEPTH_ZERO_SELF_SIGNED_CERT');
    expect(outcome).toContain('NODE_EXTRA_CA_CERTS');
    expect(knocks).toBe(1);
  });

  it('that speaks none is told as that', async () => {
    const { env, asked } = await toldServer(() => ({ status: 200 }));
    const outcome = await entering(env.AWS_ENDPOINT_URL.replace('http:', 'https:'));
    expect(outcome).toContain('2 bucket-speaks-plain https://127.0.0.1:');
    expect(asked).toEqual([]);
  });

  it.skipIf(!GATEWAY || !OPENSSL)('is entered by who knows its authority (skipped without radosgw)', async () => {
    const gateway = await startGateway({ tls: true });
    const { name } = await gateway.bucket();
    const { endpoint = '', authority = '' } = gateway.secure ?? {};
    const bundle = await bundled('bucket', 'index');
    const script = join(newFolder(), 'enter.mjs');
    writeFileSync(
      script,
      `import { bucketAddress, openBucket } from ${JSON.stringify(bundle)};
      const bucket = await openBucket(bucketAddress('s3://${name}/msp', process.env)).catch((error) => {
        console.log(error.code);
        process.exit(0);
      });
      const bytes = new Blob(['over TLS']);
      const content = { bytes, size: bytes.size, sha256: '${sha256('over TLS')}', part: async () => bytes };
      for (const _ of [1, 2]) console.log((await bucket.put('a.txt', content, undefined)).put);
      console.log((await bucket.list('', 'all')).objects.map(({ key, size }) => key + ' ' + size).join());`,
    );
    const run = (env: Readonly<Record<string, string>>) =>
      spawnSync(process.execPath, [script], { env: { ...process.env, ...gateway.env, ...env }, encoding: 'utf8' });
    const known = run({ AWS_ENDPOINT_URL: endpoint, NODE_EXTRA_CA_CERTS: authority });
    expect([known.stdout.trim().split('\n'), known.stderr]).toEqual([['given', 'taken', 'a.txt 8'], '']);
    expect(run({ AWS_ENDPOINT_URL: endpoint }).stdout.trim()).toBe('bucket-untrusted');
  });
});
