// Programs of other people that say whether a PDF is valid, and what each of them cannot know.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `qpdf --check`: syntax, streams, cross-references. What it says, or nothing. */
export function qpdfSays(file) {
  const run = spawnSync('qpdf', ['--check', file], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return run.status === 0 ? [] : [`qpdf: ${run.stdout}${run.stderr}`.trim()];
}

const PDFCPU = fileURLToPath(new URL('./pdfcpu.mjs', import.meta.url));
const AT_ONCE = 20;

/** pdfcpu: objects against the tables of ISO 32000, and that XMP is well formed. */
export function pdfcpuSays(files) {
  if (files.length === 0) return [];
  const now = files.slice(0, AT_ONCE);
  const folder = mkdtempSync(join(tmpdir(), 'pdfcpu-'));
  for (const [index, file] of now.entries()) copyFileSync(file, join(folder, `${index}.pdf`));
  const args = [
    'validate',
    '-offline',
    '-mode',
    'strict',
    '-conf',
    'disable',
    ...now.map((_, index) => `/${index}.pdf`),
  ];
  const flags = ['--no-warnings', '--no-wasm-tier-up', PDFCPU, folder];
  const run = spawnSync(process.execPath, [...flags, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  rmSync(folder, { recursive: true });
  const told = `${run.stdout}${run.stderr}`.split(/^validating\(mode=strict\) /m).slice(1);
  if (told.length === 0) throw new Error(`pdfcpu judged nothing: ${run.stdout}${run.stderr}`);
  // Node's WASI crashes over large files: that is no judgement, and the others still get theirs.
  const said = told.flatMap((part, index) => {
    if (/^validation ok$/m.test(part)) return [];
    const crashed = run.signal !== null && index === told.length - 1;
    return [
      { file: now[index], says: `pdfcpu: ${crashed ? 'crashed' : part.trim()}`, ...(crashed ? { crashed } : {}) },
    ];
  });
  return [...said, ...pdfcpuSays(files.slice(told.length))];
}

const JARS = ['pdfbox2', 'preflight', 'xmpbox', 'fontbox2', 'commons-logging', 'jaxb-api', 'javax.activation'].map(
  (name) => `/usr/share/java/${name}.jar`,
);

export const preflightHere =
  JARS.slice(0, 5).every((jar) => existsSync(jar)) && spawnSync('java', ['-version']).status === 0;

/** PDF/A-1 forbids what PDF/A-3 allows: ISO 19005-3, 6.1.4 streams of references, 6.2.11.4.2 sets of glyphs left out, 6.6.4 its own part, 6.2.10 pictures that can be seen through. */
const ONLY_OF_PART_ONE = [
  /^1\.4 .*cross reference streams are not allowed/,
  /^3\.1\.11 .*CIDSet entry is missing/,
  /^7\.11\.2? .*part must be 1/,
  /^2\.2\.2 .*Soft Mask must be null or None/,
];

/**
 * PDFBox Preflight knows PDF/A-1b only, but that thoroughly: fonts and the widths of their glyphs, colours, annotations, metadata against info. Files
 * lie in one folder under names of their own; the answer has what it says of each that says anything.
 */
export function preflightSays(files) {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-'));
  try {
    const list = join(folder, 'list');
    writeFileSync(list, files.join('\n'));
    const main = 'org.apache.pdfbox.preflight.Validator_A1b';
    spawnSync('java', ['-cp', JARS.join(':'), main, 'xml', 'group', list], { stdio: 'ignore' });
    const told = readFileSync(`${list}.preflight.xml`, 'utf8').split('<preflight name="').slice(1);
    if (told.length !== files.length) throw new Error(`Preflight judged ${told.length} of ${files.length} files.`);
    return told.flatMap((part, index) =>
      [...part.matchAll(/<code>(.*?)<\/code>\s*<details>([\s\S]*?)<\/details>/g)]
        .map(([, code, details]) => `${code} ${details}`)
        .filter((error) => !ONLY_OF_PART_ONE.some((allowed) => allowed.test(error)))
        .map((error) => ({ file: files[index], says: `preflight: ${error}` })),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** veraPDF, where the variable VERAPDF names its program: the one judge of both standards. */
export function veraPdfSays(files) {
  const program = process.env.VERAPDF;
  if (program === undefined) return [];
  return ['3a', 'ua1'].flatMap((flavour) => {
    const run = spawnSync(program, ['--flavour', flavour, '--format', 'text', ...files], { encoding: 'utf8' });
    if (run.error) throw run.error;
    const passed = new Set([...run.stdout.matchAll(/^PASS (.+?)(?: \S+)?$/gm)].map(([, file]) => basename(file)));
    return files
      .filter((file) => !passed.has(basename(file)))
      .map((file) => ({ file, says: `veraPDF ${flavour}: ${run.stdout}${run.stderr}`.slice(0, 2_000) }));
  });
}
