// How long and how much memory filling two cells of a nasty workbook takes, which parts stay as they are, and whether LibreOffice opens the
// result with its drop-downs alive. A workbook of your own can be named.      npm run build && node bench/fill-workbook.mjs [file.xlsx sheet cell cell]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { NASTY, nastyWorkbook } from './workbook.mjs';

const [file, sheet = NASTY.sheet, first = 'C10', second = 'D10'] = process.argv.slice(2);
const before = file === undefined ? nastyWorkbook() : readFileSync(file);
const { openForm } = await import('../dist/questionnaire/index.js');
const { readQuestionnaireWords } = await import('../dist/disk/index.js');
const { parseCell } = await import('../dist/questionnaire/xlsx/refs.js');

const began = process.hrtime.bigint();
const cpuBefore = process.cpuUsage();
const opened = await openForm({
  path: file ?? 'nasty.xlsx',
  bytes: before,
  allow: new Set(),
  words: await readQuestionnaireWords(),
});
const entry = (text) => ({ kind: 'text', text });
const writings = [
  [first, entry('Yes')],
  [second, entry('Shown by the evidence as of 2026-10-05 (E-004).')],
].map(([ref, what]) => ({
  spot: { grid: sheet, ...parseCell(ref), ref },
  entry: what,
}));
const filled = await opened.fill({ writings, allow: new Set() });
const took = Number(process.hrtime.bigint() - began) / 1e9;
const cpu = process.cpuUsage(cpuBefore);
const memory = process.resourceUsage().maxRSS / 1024;

const [old, now] = [unzipSync(before), unzipSync(filled.bytes)];
const names = Object.keys(old);
const same = names.filter((name) => now[name] !== undefined && Buffer.from(old[name]).equals(now[name]));
console.log(`${before.length} bytes, ${names.length} parts, ${opened.form.grids.length} sheets`);
console.log(
  `written ${filled.written.length}, refused ${filled.refused.map(({ note }) => note.message).join(' ') || 'nothing'}`,
);
console.log(
  `${took.toFixed(2)} s, ${((cpu.user + cpu.system) / 1e6).toFixed(2)} s of processor, ${memory.toFixed(0)} MB at most (all of the process)`,
);
console.log(
  `${same.length} of ${names.length} parts byte-identical; changed: ${names.filter((name) => !same.includes(name)).join(', ')}`,
);

const folder = mkdtempSync(join(tmpdir(), 'fill-'));
try {
  const path = join(folder, 'filled.xlsx');
  writeFileSync(path, filled.bytes);
  const run = (to) =>
    spawnSync(
      'soffice',
      ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', to, '--outdir', folder, path],
      { encoding: 'utf8' },
    );
  if (run('ods').error) console.log('LibreOffice is not here');
  else {
    const content = new TextDecoder().decode(unzipSync(readFileSync(join(folder, 'filled.ods')))['content.xml']);
    const lists = [...content.matchAll(/<table:content-validation [^>]*condition="of:cell-content-is-in-list[^"]*"/g)]
      .length;
    const used = new Set([...content.matchAll(/table:content-validation-name="([^"]+)"/g)].map(([, name]) => name))
      .size;
    console.log(
      `LibreOffice opens it: ${lists} kinds of drop-down of ${used} rules in use, "${writings[1].entry.text}" ${content.includes(writings[1].entry.text) ? 'is there' : 'IS NOT THERE'}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
