import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import ts from 'typescript';
import type { Block, Cell, Document, Inline } from '../../src/model/document.ts';
import type { FontName, Mark, Page } from '../../src/model/page.ts';
import { boundsOf } from '../../src/pdf/bounds.ts';
import type { Measurer } from '../../src/pdf/measurer.ts';
import type { Setting } from '../../src/pdf/setting.ts';
import { startStructure } from '../../src/pdf/structure.ts';
import { makeTheme, sheetOf } from '../../src/pdf/theme.ts';

/** Every character is half an em wide and every font has the Latin ones: widths can be counted in one's head. */
export const HALF_EM: Measurer = {
  covers: (_font: FontName, codePoint: number) => codePoint < 0x250,
  width: (_font: FontName, text: string, from?: number, to?: number) => [...text.slice(from, to)].length * 500,
};

export const BRAND = { organisation: 'Northlake IT', colour: '#0B5FA5' };

export function settingOf(change: Partial<Setting> = {}): Setting {
  const sheet = sheetOf({ paper: 'letter', orientation: 'portrait', density: 'normal' });
  return {
    left: sheet.left,
    width: sheet.right - sheet.left,
    sheet,
    theme: makeTheme(BRAND),
    measurer: HALF_EM,
    structure: startStructure(),
    parent: 0,
    undrawn: new Set(),
    targets: new Set(),
    ...change,
  };
}

export function documentOf(blocks: readonly Block[], change: Partial<Document> = {}): Document {
  return {
    id: 'test',
    fileName: 'test',
    title: 'A test',
    subject: 'Testing',
    author: 'Nobody',
    language: 'en',
    orientation: 'portrait',
    paper: 'letter',
    density: 'normal',
    running: { left: 'left title', right: 'right title', footer: 'footer words' },
    brand: BRAND,
    madeOn: '2026-10-15',
    blocks,
    ...change,
  };
}

export const say = (text: string): Inline => [{ text }];
export const cell = (text: string): Cell => ({ content: [{ text }] });
export const paragraph = (text: string): Block => ({ type: 'paragraph', content: say(text) });
export const heading = (content: string, id: string, level: 1 | 2 | 3 | 4 = 1): Block => ({
  type: 'heading',
  level,
  content: say(content),
  id,
  bookmark: true,
  contents: true,
});

/** What a page says, running titles left out. */
export function textsOf(page: Page): readonly string[] {
  return page.marks.flatMap((mark) => (mark.mark === 'text' && mark.tag !== undefined ? [mark.text.trim()] : []));
}

export function outside(page: Page): readonly Mark[] {
  return page.marks.filter((mark) => {
    const box = boundsOf(mark);
    if (!box) return false;
    return box.left < -0.01 || box.top < -0.01 || box.right > page.width + 0.01 || box.bottom > page.height + 0.01;
  });
}

/** Pairs of texts that stand on one another. */
export function collisions(page: Page): readonly string[] {
  const texts = page.marks.flatMap((mark) => {
    // What lies aslant lies under all.
    const box =
      mark.mark === 'text' && mark.turned === undefined ? boundsOf({ ...mark, size: mark.size * 0.8 }) : undefined;
    return mark.mark === 'text' && box ? [{ text: mark.text, box }] : [];
  });
  return texts.flatMap((a, index) =>
    texts
      .slice(index + 1)
      .filter(
        ({ box }) =>
          a.box.left < box.right - 0.3 &&
          box.left < a.box.right - 0.3 &&
          a.box.top < box.bottom - 0.3 &&
          box.top < a.box.bottom - 0.3,
      )
      .map((b) => `${page.number}: ${a.text} / ${b.text}`),
  );
}

/** What the deflated streams of a file say, fonts among them. */
export function inflatedStreams(bytes: Uint8Array): readonly string[] {
  const file = Buffer.from(bytes).toString('latin1');
  return [...file.matchAll(/\/FlateDecode[^>]*>>\s*stream\r?\n/g)].flatMap(({ 0: head, index }) => {
    const from = index + head.length;
    const deflated = Buffer.from(file.slice(from, file.indexOf('endstream', from)), 'latin1');
    return [inflateSync(deflated).toString('latin1')];
  });
}

/** Programs of other people that read our PDFs back. CI installs them and fails without; a newcomer's machine may do without. */
export const toolsHere =
  process.env['CI'] !== undefined ||
  ['pdftotext', 'pdfinfo', 'qpdf'].every((tool) => spawnSync(tool, ['--version']).error === undefined);
if (!toolsHere) console.warn('PDFs are not read back here: apt-get install poppler-utils qpdf');

/** Runs a tool of the machine over a PDF; says plainly when the tool is not there. */
export function runTool(tool: string, args: readonly string[], bytes: Uint8Array): { out: string; code: number } {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  try {
    const file = join(folder, 'made.pdf');
    writeFileSync(file, bytes);
    const run = spawnSync(
      tool,
      args.map((arg) => (arg === 'PDF' ? file : arg)),
      { encoding: 'utf8', maxBuffer: 1 << 30 },
    );
    if (run.error) throw new Error(`${tool} is not installed here: apt-get install poppler-utils qpdf`);
    return { out: `${run.stdout}${run.stderr}`, code: run.status ?? 1 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Composed, since a letter may be drawn as base and marks. */
export function pdfToText(bytes: Uint8Array, options: readonly string[] = []): string {
  return runTool('pdftotext', ['-raw', ...options, 'PDF', '-'], bytes).out.normalize('NFC');
}

/** Without blanks and soft line ends, which layout may move. */
export function squeezed(text: string): string {
  return text.replace(/[\s\u00AD]+/gu, '');
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A script over our compiled modules, run by fresh processes of Node under other environments; what each printed. */
export function runElsewhere(script: string, environments: readonly Readonly<Record<string, string>>[]) {
  const folder = mkdtempSync(join(tmpdir(), 'elsewhere-'));
  try {
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    for (const part of ['src/pdf', 'src/model', 'src/kernel', 'tests/pdf']) compile(part, folder);
    writeFileSync(join(folder, 'script.js'), script);
    return environments.map((environment) => {
      const run = spawnSync(process.execPath, ['script.js'], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...environment },
      });
      return run.status === 0 ? run.stdout : run.stderr;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function compile(part: string, target: string): void {
  for (const name of readdirSync(join(ROOT, part), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
    const source = readFileSync(join(ROOT, part, name), 'utf8');
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: {
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2023,
        rewriteRelativeImportExtensions: true,
      },
    });
    const file = join(target, part, name.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, outputText);
  }
}
