// The properties, with examples that nobody has met yet: each round takes a seed of its own, and whatever it finds is told with the seed that finds it again.
//      npm run explore [-- <rounds=10> [first seed]]
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const [rounds = 10, first = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number);
const files = readdirSync(join(ROOT, 'tests'), { recursive: true })
  .map((name) => join('tests', String(name)))
  .filter((name) => name.endsWith('.test.ts') && readFileSync(join(ROOT, name), 'utf8').includes('/fast-check.ts'));

let found = 0;
for (let seed = first; seed < first + rounds; seed += 1) {
  const { status, stdout, stderr } = spawnSync('npx', ['vitest', 'run', '--reporter=dot', ...files], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, PROPERTY_SEED: `${seed}`, NO_COLOR: '1' },
    maxBuffer: 1e9,
  });
  console.log(`seed ${seed}: ${status === 0 ? 'holds' : 'BROKEN'}`);
  if (status === 0) continue;
  found += 1;
  const told = stdout + stderr;
  console.log(told.slice(told.indexOf('Failed Tests')));
}
console.log(`${files.length} files, ${rounds} seeds, ${found} of them broke something`);
process.exitCode = found === 0 ? 0 : 1;
