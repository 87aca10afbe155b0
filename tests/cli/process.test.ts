import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyPackage } from '../../src/bundle/index.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import { ROOT } from '../house/house.ts';
import { newFolder, smallClient } from './world.ts';

let bin: string;
let folder: string;

/** As it is installed: compiled, with its data files beside it. */
beforeAll(() => {
  const root = newFolder();
  for (const name of ['node_modules', 'templates', 'frameworks', 'package.json'])
    symlinkSync(join(ROOT, name), join(root, name));
  mkdirSync(join(root, 'bin'));
  writeFileSync(join(root, 'bin/proofpack.js'), readFileSync(join(ROOT, 'bin/proofpack.js')));
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  const compiled = spawnSync(
    process.execPath,
    [compiler, '-p', 'tsconfig.build.json', '--outDir', join(root, 'dist')],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  expect(compiled.stdout).toBe('');
  bin = join(root, 'bin/proofpack.js');
  folder = smallClient();
}, 180_000);

function proofpack(argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return spawnSync(process.execPath, [bin, ...argv], { encoding: 'utf8', env: { ...process.env, ...env } });
}

function shell(script: string) {
  return spawnSync('bash', ['-c', script], { encoding: 'utf8' });
}

/** A process and those that it began: what others of its user can read of each. */
function processesOf(pid: number | undefined): readonly (readonly [string, string])[] {
  const read = (path: string) => {
    try {
      return readFileSync(path, 'latin1');
    } catch {
      // It ended meanwhile.
      return '';
    }
  };
  const below = (one: string): readonly string[] => [
    one,
    ...read(`/proc/${one}/task/${one}/children`).split(' ').filter(Boolean).flatMap(below),
  ];
  return below(`${pid}`).map((one) => [one, `${read(`/proc/${one}/cmdline`)}\n${read(`/proc/${one}/environ`)}\n`]);
}

describe('as a process', () => {
  it('gives the same bytes in every time zone, locale and with every umask', () => {
    const out = newFolder();
    const worlds = [
      { TZ: 'UTC', LC_ALL: 'C' },
      { TZ: 'Asia/Kolkata', LC_ALL: 'tr_TR.UTF-8' },
      { TZ: 'America/Los_Angeles', LC_ALL: 'C.UTF-8' },
    ];
    const hashes = worlds.map((env, i) => {
      const path = join(out, `${i}.zip`);
      expect(proofpack(['build', folder, '-o', path], env)).toMatchObject({ status: 0 });
      return sha256(readFileSync(path));
    });
    const masked = join(out, 'masked.zip');
    expect(shell(`umask 077; '${process.execPath}' '${bin}' build '${folder}' -o '${masked}'`).status).toBe(0);
    expect(new Set([...hashes, sha256(readFileSync(masked))]).size).toBe(1);
  }, 240_000);

  it('builds a fleet in processes of their own, each package as it is built alone', () => {
    const clients = newFolder();
    for (const id of ['harbor', 'lakeside']) cpSync(folder, join(clients, id), { recursive: true });
    const engagement = join(clients, 'harbor', 'engagement.yaml');
    writeFileSync(engagement, readFileSync(engagement, 'utf8').replaceAll('akeside', 'arbor'));
    writeFileSync(join(clients, 'portfolio.yaml'), 'defaults: { parties: { msp: { name: Northlake IT } } }\n');
    const told = proofpack(['fleet', 'build', clients, '--json', '--jobs', '2', '--fail-on', 'gap']);
    expect(told.status).toBe(1);
    const lines = told.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.at(-1)).toMatchObject({ schema: 'proofpack.fleet/1', clients: 2, built: 2, exit: 1 });
    const [one] = lines.filter(({ id }) => id === 'harbor');
    const alone = JSON.parse(
      proofpack(['build', join(clients, 'harbor'), '--json', '-o', join(clients, 'harbor.zip')]).stdout,
    );
    expect(one.packages[0].sha256).toBe(alone.packages[0].sha256);
    expect(alone.notes).toContainEqual(expect.objectContaining({ code: 'portfolio-used' }));
    const again = proofpack(['fleet', 'build', clients, '--changed']);
    expect(again).toMatchObject({ status: 0 });
    expect(again.stdout).toContain('2 clients: 2 unchanged.');
  }, 240_000);

  const LOCKED = spawnSync('ssh-keygen', ['-?']).error === undefined && existsSync('/proc/self/environ');
  it.skipIf(!LOCKED)(
    'tells secrets to the processes of a fleet where nobody else can read them',
    async () => {
      const clients = newFolder();
      cpSync(folder, join(clients, 'lakeside'), { recursive: true });
      const keys = newFolder();
      const [key, words, password] = ['key', 'words', 'password'].map((name) => join(keys, name));
      if (!key || !words || !password) throw new Error('no names');
      const secrets = ['five words by chance', 'correct horse battery'];
      for (const [at, path] of [words, password].entries()) writeFileSync(path, `${secrets[at]}\n`);
      shell(`ssh-keygen -q -t ed25519 -N '${secrets[0]}' -f '${key}'`);
      const [, ...body] = readFileSync(key, 'utf8').split('\n');
      const argv = ['--sign', key, '--passphrase-file', words, '--encrypt', 'zip-aes256', '--password-file', password];
      const child = spawn(process.execPath, [bin, 'fleet', 'build', clients, '--json', ...argv]);
      let out = '';
      child.stdout.on('data', (text) => {
        out += text;
      });
      const ended = new Promise((resolve) => child.once('close', resolve));
      const seen = new Map<string, string>();
      const looking = setInterval(() => {
        for (const [pid, text] of processesOf(child.pid)) seen.set(pid, `${seen.get(pid) ?? ''}${text}`);
      }, 20);
      expect(await ended).toBe(0);
      clearInterval(looking);
      // They did reach the process that builds: what it wrote is locked by them.
      expect(JSON.parse(out.split('\n')[0] ?? '')).toMatchObject({ packages: [{ encrypted: { how: 'zip-aes256' } }] });
      const all = [...seen.values()].join('\n');
      expect(seen.size).toBe(2);
      expect(all).toContain('fleet/worker-main.js');
      expect(all).toContain('PATH=');
      for (const secret of [...secrets, ...body.filter((line) => line.length > 20)]) expect(all).not.toContain(secret);
    },
    120_000,
  );

  it('a package can be checked without us', () => {
    const out = newFolder();
    const path = join(out, 'a.zip');
    expect(proofpack(['build', folder, '-o', path]).status).toBe(0);
    const checked = shell(
      `cd '${out}' && unzip -q a.zip && sha256sum --quiet -c manifest-sha256.txt && sha256sum --quiet -c tagmanifest-sha256.txt`,
    );
    expect(checked).toMatchObject({ status: 0, stderr: '' });
  }, 120_000);

  it('colours nothing that is not a terminal', () => {
    const { stdout, stderr } = proofpack(['inspect', folder], { FORCE_COLOR: '0' });
    expect(stdout + stderr).not.toContain('\u001b');
    expect(proofpack(['inspect', folder], { NO_COLOR: '1' }).stdout).not.toContain('\u001b');
  });

  it('ends quietly when its reader has seen enough', () => {
    const { status, stderr } = shell(`set -o pipefail; '${process.execPath}' '${bin}' list facts --json | head -2`);
    expect([status, stderr]).toEqual([0, '']);
  });

  it('says so when it is not built', () => {
    const bare = newFolder();
    mkdirSync(join(bare, 'bin'));
    writeFileSync(join(bare, 'bin/proofpack.js'), readFileSync(bin));
    const { status, stderr } = spawnSync(process.execPath, [join(bare, 'bin/proofpack.js')], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('npm run build');
  });
});

describe('when things go wrong in the middle', () => {
  it('a limit on the size of files: exit 6, the old package stays, nothing is left behind', async () => {
    const out = newFolder();
    const path = join(out, 'a.zip');
    expect(proofpack(['build', folder, '-o', path]).status).toBe(0);
    const before = sha256(readFileSync(path));
    for (const kilobytes of [0, 64]) {
      const { status, stderr } = shell(
        `ulimit -f ${kilobytes}; '${process.execPath}' '${bin}' build '${folder}' -o '${path}'`,
      );
      expect(stderr).toContain('larger than this system allows');
      expect(status).toBe(6);
      expect(sha256(readFileSync(path))).toBe(before);
      expect(readdirSync(out)).toEqual(['a.zip']);
    }
  }, 240_000);

  it('an interruption exits 130 and leaves nothing', async () => {
    const exits = new Set<number | string | null>();
    // On one machine a process does not listen yet after half a second, on another it is done by then.
    for (const milliseconds of [100, 200, 400, 800, 1600, 3200]) {
      const out = newFolder();
      const child = spawn(process.execPath, [bin, 'build', folder, '-o', join(out, 'a.zip')]);
      const ended = new Promise<number | string | null>((resolve) => {
        child.on('exit', (code, signal) => resolve(code ?? signal));
      });
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      child.kill('SIGINT');
      const exit = await ended;
      expect(readdirSync(out)).toEqual(exit === 0 ? ['a.zip'] : []);
      exits.add(exit);
      if (exit === 0) break;
    }
    expect(exits).toContain(130);
    expect([...exits].filter((exit) => exit !== 130 && exit !== 0 && exit !== 'SIGINT')).toEqual([]);
  });

  it('a kill at any moment leaves a whole package or none', async () => {
    const out = newFolder();
    const path = join(out, 'a.zip');
    const begun = Date.now();
    expect(proofpack(['build', folder, '-o', join(newFolder(), 'a.zip')]).status).toBe(0);
    const whole = Date.now() - begun;
    for (const share of [0.6, 0.9, 0.97]) {
      const child = spawn(process.execPath, [bin, 'build', folder, '-o', path]);
      const ended = new Promise((resolve) => child.on('exit', resolve));
      const timer = setTimeout(() => child.kill('SIGKILL'), whole * share);
      await ended;
      clearTimeout(timer);
      if (existsSync(path)) expect((await verifyPackage(readFileSync(path))).holds).toBe(true);
    }
    expect(proofpack(['build', folder, '-o', path]).status).toBe(0);
    expect(readdirSync(out)).toEqual(['a.zip']);
  }, 240_000);
});
