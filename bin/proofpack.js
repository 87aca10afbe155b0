#!/usr/bin/env node
import { existsSync } from 'node:fs';
import module from 'node:module';

const main = new URL('../dist/cli/main.js', import.meta.url);

if (existsSync(main)) {
  // Node 22 keeps compiled code between runs; Node 20 does not know the word.
  module.enableCompileCache?.();
  const { guardProcess, run } = await import(main.href);
  guardProcess();
  process.exitCode = await run(process.argv.slice(2));
} else {
  console.error('proofpack is not built yet: run "npm run build" first.');
  process.exitCode = 2;
}
