// Looks whether 1,000 documents made by chance come out whole: every value is read back from the file, no mark leaves its page, none takes long, and
// programs of other people call every file valid. "npm run build" first, then "node bench/valid-pages.mjs [how many] [from which seed]", or
// "node bench/valid-pages.mjs judge <file.pdf …>" for files that are there. Wants poppler-utils and qpdf; with libpdfbox2-java and libjaxb-api-java also asks
// PDFBox Preflight, with VERAPDF=<program> veraPDF.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { accessibilitySays } from './valid-pages/accessible.mjs';
import { dataset } from './valid-pages/datasets.mjs';
import { FONTS, fontBytes } from './valid-pages/fonts.mjs';
import { pdfcpuSays, preflightHere, preflightSays, qpdfSays, veraPdfSays } from './valid-pages/judges.mjs';
import { FOOTER_MARK, missingFrom } from './valid-pages/read-back.mjs';

/** Of CPU, all threads together: by the clock it is less on a machine of its own, and nobody knows how much on a shared one. */
const LONGEST_SECONDS = 5;
const JUDGED_OF = 10;

const [first, ...rest] = process.argv.slice(2);
if (first === 'judge') judgeFiles(rest.map((file) => resolve(file)));
else await lookAtMany(Number(first ?? 1_000), Number(rest[0] ?? 0));

function judgeFiles(files) {
  const said = judge(files);
  for (const { file, says } of said) console.log(`${file}\n  ${says}`);
  console.log(`${files.length} files judged by ${judges().join(', ')}: ${said.length} findings`);
  process.exitCode = said.length === 0 ? 0 : 1;
}

function judges() {
  const more = [preflightHere ? ['PDFBox Preflight'] : [], process.env.VERAPDF ? ['veraPDF'] : []].flat();
  return ['qpdf', 'pdfcpu', 'our reading of the Matterhorn Protocol', ...more];
}

function judge(files) {
  const said = files.flatMap((file) => [...qpdfSays(file), ...accessibilitySays(file)].map((says) => ({ file, says })));
  return [...said, ...pdfcpuSays(files), ...(preflightHere ? preflightSays(files) : []), ...veraPdfSays(files)];
}

async function lookAtMany(count, from) {
  const { layOut, openFonts } = await import('../dist/pdf/index.js');
  const { paint } = await import('../dist/pdf/paint/index.js');
  const { boundsOf } = await import('../dist/pdf/bounds.js');
  const fonts = openFonts(Object.fromEntries(Object.keys(FONTS).map((name) => [name, fontBytes(name)])));
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  const sums = { values: 0, pages: 0, bytes: 0, marks: 0, slowest: { seconds: 0 } };
  const kinds = new Map();
  const findings = [];
  const judged = [];
  for (let seed = from; seed < from + count; seed += 1) {
    const { document, values, kind } = dataset(seed);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const before = process.cpuUsage();
    const layout = layOut(document, fonts, { mark: FOOTER_MARK });
    const bytes = await paint(document, layout, fonts);
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    const file = join(folder, `${seed}.pdf`);
    writeFileSync(file, bytes);
    const say = (says) => findings.push({ seed, kind, says });
    if (seconds > LONGEST_SECONDS) say(`took ${seconds.toFixed(1)} CPU s`);
    if (seconds > sums.slowest.seconds) sums.slowest = { seconds, seed, kind, pages: layout.pages.length };
    for (const page of layout.pages)
      for (const mark of page.marks) {
        sums.marks += 1;
        const box = boundsOf(mark);
        if (
          box &&
          (box.left < -0.01 || box.top < -0.01 || box.right > page.width + 0.01 || box.bottom > page.height + 0.01)
        )
          say(`page ${page.number} is left by ${JSON.stringify(mark).slice(0, 200)}`);
      }
    for (const value of missingFrom(file, values, new Set(layout.undrawn)))
      say(`not read back: ${value.slice(0, 300)}`);
    for (const says of qpdfSays(file)) say(says);
    sums.values += values.length;
    sums.pages += layout.pages.length;
    sums.bytes += bytes.length;
    if (seed % JUDGED_OF === 0) judged.push(file);
    else rmSync(file);
    if (process.stderr.isTTY) process.stderr.write(`\r${seed - from + 1} of ${count}, ${findings.length} findings `);
  }
  const said = judge(judged);
  const crashes = said.filter((one) => one.crashed).length;
  for (const { file, says, crashed } of said)
    if (!crashed) findings.push({ seed: Number(/(\d+)\.pdf$/.exec(file)?.[1]), says });
  report({ count, sums, kinds, findings, judged: judged.length, crashes });
  rmSync(folder, { recursive: true });
}

function report({ count, sums, kinds, findings, judged, crashes }) {
  const { slowest } = sums;
  console.log(`${count} documents (${[...kinds].map(([kind, many]) => `${many} ${kind}`).join(', ')})`);
  console.log(
    `${sums.pages} pages, ${sums.values} values looked for, ${sums.marks} marks, ${(sums.bytes / 1e6).toFixed(1)} MB`,
  );
  console.log(
    `slowest: ${slowest.seconds.toFixed(2)} CPU s for ${slowest.pages} pages (seed ${slowest.seed}, ${slowest.kind})`,
  );
  console.log(`${judged} files judged by ${judges().join(', ')}`);
  if (crashes > 0) console.log(`pdfcpu crashed over ${crashes} of them, which are without its judgement`);
  for (const { seed, says } of findings.slice(0, 60)) console.log(`  seed ${seed}: ${says}`);
  console.log(`${findings.length} findings`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
