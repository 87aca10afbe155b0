// Writes the generated indexes of the open folders; with --check it only says whether they are current.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const INDEXES = [
  { folder: 'src/sources/', skip: [] },
  { folder: 'src/facts/', skip: ['define-fact'] },
  { folder: 'src/cli/verbs/', skip: [], lazy: true },
];

let stale = 0;
for (const { folder, skip, lazy } of INDEXES) {
  const names = readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => name.slice(0, -3))
    .filter((name) => !skip.includes(name))
    .sort();
  const text = `${['// Written by scripts/indexes.mjs from the listing of this folder; the file name is the id.', ...(lazy ? lazyIndex(names) : names.map((name) => `export { default as '${name}' } from './${name}.ts';`))].join('\n')}\n`;
  const target = new URL(`${folder}index.ts`, root);
  const before = existsSync(target) ? readFileSync(target, 'utf8') : '';
  if (before === text) continue;
  if (process.argv.includes('--check')) {
    console.error(`${folder}index.ts is stale: run "npm run indexes".`);
    stale += 1;
  } else writeFileSync(target, text);
}
process.exit(stale === 0 ? 0 : 1);

function lazyIndex(names) {
  return [
    'export const VERBS = {',
    ...names.map((name) => `  ${/^[a-z]+$/.test(name) ? name : `'${name}'`}: () => import('./${name}.ts'),`),
    '} as const;',
  ];
}
