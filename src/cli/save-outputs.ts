import { discardUnfinished, refuseTaken, saveOutput } from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { Document } from '../model/document.ts';
import type { FontBytes } from '../model/page.ts';
import type { Workbook } from '../model/workbook.ts';
import { bytesText } from './tell.ts';
import type { Terminal } from './terminal.ts';
import type { Given } from './verb.ts';

/** One result in each form that it can be written in; made only when asked for. */
export interface Forms {
  readonly document: Document;
  readonly workbook: Workbook;
  readonly json: unknown;
  readonly texts: Readonly<Partial<Record<'csv' | 'md' | 'txt', () => string>>>;
  /** At the foot of each page. */
  readonly mark: string;
  /** Ours, with those of a brand where it brings some. */
  readonly fonts: () => Promise<FontBytes>;
}

/** Writes every `-o`; the ending of a name says what it becomes. Nothing is written before every name was understood. */
export async function saveOutputs(given: Given, forms: Forms, terminal: Terminal): Promise<boolean> {
  const makers = makersOf(forms);
  const wanted = given.texts('output').map((path) => {
    const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
    const make = makers.get(ending);
    const known = [...makers.keys()].map((each) => `.${each}`);
    if (make === undefined) throw failure(diagnostic('output-kind-unknown', { path, known }));
    return { path, make };
  });
  terminal.onInterrupt(discardUnfinished);
  await refuseTaken(
    wanted.map(({ path }) => path),
    { replace: given.flag('force') },
  );
  const written: { path: string; bytes: number; sha256: string }[] = [];
  for (const { path, make } of wanted) {
    terminal.progress(path);
    const bytes = await make();
    await saveOutput(path, bytes, { replace: given.flag('force') });
    written.push({ path, bytes: bytes.length, sha256: sha256(bytes) });
  }
  if (written.length === 0) return false;
  if (terminal.json) terminal.say(JSON.stringify({ schema: 'proofpack.output/1', written }, null, 2));
  else
    for (const { path, bytes } of written)
      terminal.say(`${terminal.style('green', 'written')}  ${path}  ${bytesText(bytes)}`);
  return true;
}

function makersOf({
  document,
  workbook,
  json,
  texts,
  mark,
  fonts,
}: Forms): ReadonlyMap<string, () => Promise<Uint8Array>> {
  const text = (make: () => string) => async () => new TextEncoder().encode(`${make()}\n`);
  return new Map<string, () => Promise<Uint8Array>>([
    [
      'pdf',
      async () => {
        const { renderPdf } = await import('../pdf/index.ts');
        return (await renderPdf(document, { fonts: await fonts(), mark })).bytes;
      },
    ],
    ['xlsx', async () => (await import('../workbook/index.ts')).renderWorkbook(workbook)],
    ['json', text(() => JSON.stringify(json, null, 2))],
    ...Object.entries(texts).map(([ending, make]) => [ending, text(make)] as const),
  ]);
}
