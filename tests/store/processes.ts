import { spawn } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../house/house.ts';
import { newFolder } from './world.ts';

/** The room of stores as one file of JavaScript with what it needs beside it, for processes of their own. */
export const bundledStore = (): Promise<string> => bundled('store', 'open');

export async function bundled(room: string, file: string): Promise<string> {
  const root = newFolder();
  for (const name of ['node_modules', 'migrations', 'package.json']) symlinkSync(join(ROOT, name), join(root, name));
  const outDir = join(root, 'dist', room);
  mkdirSync(outDir, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'silent',
    root: ROOT,
    build: { ssr: `src/${room}/${file}.ts`, outDir, minify: false, target: 'node20' },
  });
  return join(outDir, `${file}.js`);
}

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a piece of JavaScript, to which `openStore` and `given` are known, in a process of its own. */
export function inProcess(bundle: string, script: string, given: unknown): Promise<Ended> {
  const file = join(newFolder(), 'run.mjs');
  const head = `import { openStore } from ${JSON.stringify(bundle)};\nconst given = ${JSON.stringify(given)};\n`;
  writeFileSync(file, head + script);
  const child = spawn(process.execPath, [file]);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    said.err += String(chunk);
  });
  return new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, ...said })));
}
