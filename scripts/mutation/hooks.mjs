// Loads TypeScript, gives our stand-ins for vitest and fast-check, and loads everything of the project afresh in each generation (`?v=2`).
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const STAND_INS = new Map(
  ['vitest', 'fast-check'].map((name) => [name, new URL(`./${name}.mjs`, import.meta.url).href]),
);
const OPTIONS = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: true };
const known = new Map();

export async function resolve(specifier, context, next) {
  const standIn = STAND_INS.get(specifier);
  if (standIn !== undefined) return { url: standIn, format: 'module', shortCircuit: true };
  const found = await next(specifier, context);
  const generation = /\?v=\d+$/.exec(context.parentURL ?? '')?.[0];
  const isOurs = found.url.endsWith('.ts') && !found.url.includes('/node_modules/');
  return isOurs && generation !== undefined ? { ...found, url: found.url + generation, format: 'module' } : found;
}

export async function load(url, context, next) {
  const [path] = url.split('?');
  if (!path.endsWith('.ts')) return next(url, context);
  let source = known.get(path);
  if (source === undefined) {
    source = ts.transpileModule(readFileSync(fileURLToPath(path), 'utf8'), { compilerOptions: OPTIONS }).outputText;
    known.set(path, source);
  }
  return { format: 'module', source, shortCircuit: true };
}
