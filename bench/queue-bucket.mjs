// For bench/queue.mjs: a bucket on Ceph's own gateway, and workers in network namespaces of their own.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AwsClient } from 'aws4fetch';

const SCRIPT = fileURLToPath(new URL('../scripts/ceph-gateway.sh', import.meta.url));
const KEYS = { accessKeyId: 'PROOFPACKTEST', secretAccessKey: 'a-secret-of-tests' };
const BUCKET = 'evidence';

/** A bucket with the files of a folder below `msp/`; `hosts` are further addresses to be reached at. */
export async function startBucket({ folder, ports, hosts }) {
  mkdirSync(folder, { recursive: true });
  const [monitor, port] = ports;
  const child = spawn('bash', [SCRIPT, folder, monitor, port, ...hosts].map(String), {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', (code) => reject(new Error(`the gateway ended with ${code}`)));
  });
  const client = new AwsClient({ ...KEYS, service: 's3', region: 'us-east-1' });
  const ask = async (path, init) => {
    const answer = await client.fetch(`http://127.0.0.1:${port}/${BUCKET}${path}`, init);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return Buffer.from(await answer.arrayBuffer());
  };
  const at = (key) => `/msp/${key.split('/').map(encodeURIComponent).join('/')}`;
  await ask('', { method: 'PUT' });
  return {
    address: `s3://${BUCKET}/msp`,
    envAt: (host) => ({
      AWS_ENDPOINT_URL: `http://${host}:${port}`,
      AWS_ACCESS_KEY_ID: KEYS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: KEYS.secretAccessKey,
    }),
    get: (key) => ask(at(key)),
    fill: async (from) => {
      const paths = readdirSync(from, { recursive: true }).map(String);
      const files = paths.filter((path) => statSync(join(from, path)).isFile());
      const waiting = [...files];
      const lane = async () => {
        for (let path = waiting.pop(); path !== undefined; path = waiting.pop())
          await ask(at(path), { method: 'PUT', body: readFileSync(join(from, path)) });
      };
      await Promise.all(Array.from({ length: 8 }, lane));
      return files.length;
    },
    keys: async () => {
      const keys = [];
      for (let token = ''; token !== undefined; ) {
        const more = token === '' ? '' : `&continuation-token=${encodeURIComponent(token)}`;
        const page = String(await ask(`?list-type=2&encoding-type=url&prefix=msp%2F${more}`));
        keys.push(...[...page.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key]) => decodeURIComponent(key).slice(4)));
        token = /<NextContinuationToken>([^<]*)</.exec(page)?.[1].replaceAll('&amp;', '&');
      }
      return keys;
    },
    /** From the gateway's own log: how often each key was written, where the writing was accepted. */
    writes: () => {
      const log = readFileSync(join(folder, 'client.rgw.a.log'), 'utf8');
      const counts = new Map();
      for (const [, path, status] of log.matchAll(/"PUT \/evidence\/msp\/(\S+) HTTP\/1\.1" (\d+)/g)) {
        const key = decodeURIComponent(path);
        const [given, refused] = counts.get(key) ?? [0, 0];
        counts.set(key, status === '200' ? [given + 1, refused] : [given, refused + 1]);
      }
      return counts;
    },
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit');
        child.once('exit', resolve);
        child.stdin.end();
      }),
  };
}

/** So that those who build the same again without a bucket have the same pseudonyms. */
export function layKeys(folder, ids) {
  for (const id of ids)
    writeFileSync(join(folder, id, 'proofpack.key'), `${createHash('sha256').update(id).digest('hex')}\n`);
}

/** A network of its own for each worker, with one way: to this machine. */
export function openNetworks(names) {
  const ip = (...words) => {
    const { status, stderr } = spawnSync('ip', words, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`ip ${words.join(' ')}: ${stderr}`);
  };
  const networks = names.map((name, i) => {
    const [space, here, there] = [`proofpack-${name}`, `pp-${name}-here`, `pp-${name}-there`];
    const host = `10.77.${i + 1}.1`;
    spawnSync('ip', ['netns', 'del', space]);
    spawnSync('ip', ['link', 'del', here]);
    ip('netns', 'add', space);
    ip('link', 'add', here, 'type', 'veth', 'peer', 'name', there, 'netns', space);
    ip('addr', 'add', `${host}/30`, 'dev', here);
    ip('link', 'set', here, 'up');
    ip('-n', space, 'addr', 'add', `10.77.${i + 1}.2/30`, 'dev', there);
    ip('-n', space, 'link', 'set', there, 'up');
    return { name, host, prefix: ['ip', 'netns', 'exec', space], space };
  });
  return {
    of: (name) => networks.find((network) => network.name === name),
    hosts: networks.map(({ host }) => host),
    close: () => {
      for (const { space } of networks) spawnSync('ip', ['netns', 'del', space]);
    },
  };
}
