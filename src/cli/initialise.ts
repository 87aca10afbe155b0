import { defaultsAbove, readCatalog, readInitTexts, readRegisters, writeNewFiles } from '../disk/index.ts';
import type { SourceDefinition } from '../intake/contract.ts';
import * as SOURCES from '../sources/index.ts';
import { askAt } from './ask.ts';
import { answersOf } from './init-answers.ts';
import { initFiles } from './init-files.ts';
import { lentTo } from './init-portfolio.ts';
import type { Terminal } from './terminal.ts';
import type { Given } from './verb.ts';

export async function initialise(given: Given, terminal: Terminal): Promise<void> {
  const folder = given.args[0] ?? '.';
  const catalog = await readCatalog({ beside: folder });
  const asker = terminal.interactive && given.flag('input') ? askAt(terminal) : undefined;
  const above = await defaultsAbove(folder);
  const lent = lentTo(given, above?.defaults);
  const answers = await answersOf({ given, catalog, asker, terminal, lent }).finally(() => asker?.close());
  const sources: Readonly<Record<string, SourceDefinition>> = SOURCES;
  const material = { catalog, sources, texts: await readInitTexts(), registers: await readRegisters() };
  const { written, kept } = await writeNewFiles(folder, initFiles(answers, material));
  if (terminal.json) {
    terminal.say(JSON.stringify({ schema: 'proofpack.init/1', folder, written, kept }, null, 2));
    return;
  }
  for (const path of written) terminal.say(`${terminal.style('green', 'written')}  ${path}`);
  for (const path of kept) terminal.say(`${terminal.style('yellow', 'kept')}     ${path} (it was there)`);
  terminal.note(`\nPut the exports that COLLECT.md asks for into ${folder}.\nNext: proofpack inspect ${folder}`);
}
