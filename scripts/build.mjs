// tsc into dist/; data files stay where they are, beside dist/.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
const run = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
if (run.status !== 0) process.exit(run.status ?? 1);

// The compiler forgets to rewrite some dynamic imports; better here than at a user's.
const forgotten = readdirSync(new URL('../dist', import.meta.url), { recursive: true })
  .filter((name) => name.endsWith('.js'))
  .filter((name) =>
    /import\(['"][^'"]+\.ts['"]\)/.test(readFileSync(new URL(`../dist/${name}`, import.meta.url), 'utf8')),
  );
for (const name of forgotten) console.error(`dist/${name} imports a .ts file.`);
if (forgotten.length > 0) process.exit(1);

// The shipped catalogue as values: reading it as YAML costs each run a second.
const { compileCatalog } = await import('../dist/disk/catalog.js');
const facts = new Set(Object.keys(await import('../dist/facts/index.js')));
const compiled = await compileCatalog(facts).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
writeFileSync(new URL('../dist/catalogue.json', import.meta.url), JSON.stringify(compiled));

// What a release holds of others; made from the lock, which is not part of the release itself.
const { sbom } = await import('./sbom.mjs');
const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
writeFileSync(new URL('../dist/sbom.cdx.json', import.meta.url), `${JSON.stringify(sbom(lock), null, 2)}\n`);
