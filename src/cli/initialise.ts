import { readCatalog, readInitTexts, readRegisters, writeNewFiles } from '../disk/index.ts';
import type { SourceDefinition } from '../intake/contract.ts';
import { addDays, addMonths } from '../kernel/civil-date.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { nearest } from '../kernel/text.ts';
import { zoneExists } from '../kernel/zone.ts';
import type { Catalog } from '../model/catalog.ts';
import * as SOURCES from '../sources/index.ts';
import { type Asker, askAt } from './ask.ts';
import { type Answers, initFiles } from './init-files.ts';
import type { Terminal } from './terminal.ts';
import { dayFrom, today } from './today.ts';
import type { Given } from './verb.ts';

export async function initialise(given: Given, terminal: Terminal): Promise<void> {
  const folder = given.args[0] ?? '.';
  const catalog = await readCatalog({ beside: folder });
  const asker = terminal.interactive && given.flag('input') ? askAt(terminal) : undefined;
  const answers = await answersOf(given, catalog, asker).finally(() => asker?.close());
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

async function answersOf(given: Given, catalog: Catalog, asker: Asker | undefined): Promise<Answers> {
  const ask = async (flag: string, question: string, otherwise?: string): Promise<string | undefined> => {
    const said = given.text(flag);
    if (said !== undefined || asker === undefined) return said ?? otherwise;
    return (await asker.ask(question, otherwise)) ?? otherwise;
  };
  const client = await ask('client', 'Client, as it shall be printed');
  if (client === undefined || client.trim() === '') throw failure(diagnostic('init-needs', { flags: ['--client'] }));
  const asOf = dayFrom('--as-of', (await ask('asOf', 'As-of day', today())) ?? today());
  const periodTo = dayFrom('--period-to', (await ask('periodTo', 'Last day of the period', asOf)) ?? asOf);
  const yearBack = addDays(addMonths(periodTo, -12), 1);
  const periodFrom = dayFrom(
    '--period-from',
    (await ask('periodFrom', 'First day of the period', yearBack)) ?? yearBack,
  );
  const frameworks = given.texts('framework');
  const chosen =
    frameworks.length > 0
      ? frameworks
      : [await ask('framework', `Framework (${ids(catalog.frameworks)})`, 'nist-csf-2.0')];
  const model = (await ask('model', `Operating model (${ids(catalog.models)})`, 'co-managed')) ?? '';
  refuseUnknown(catalog, { frameworks: chosen.map(String), model });
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const timeZone = given.text('timeZone') ?? (zoneExists(zone) ? zone : 'UTC');
  const domains = given.texts('domain');
  return {
    client,
    timeZone,
    domains:
      domains.length > 0 || asker === undefined
        ? domains
        : words(await ask('domain', 'Internet domains of the client', '')),
    preparedBy: await ask('preparedBy', 'Prepared by', undefined),
    organisation: given.text('organisation'),
    periodFrom,
    periodTo,
    asOf,
    frameworks: chosen.map(String),
    model,
    editions: given.texts('edition').length > 0 ? given.texts('edition') : ['auditor'],
  };
}

function refuseUnknown(
  catalog: Catalog,
  said: { readonly frameworks: readonly string[]; readonly model: string },
): void {
  const frameworks = catalog.frameworks.map(({ id }) => id);
  const models = catalog.models.map(({ id }) => id);
  for (const word of said.frameworks.filter((id) => !frameworks.includes(id))) {
    throw failure(diagnostic('framework-unknown', { word, nearest: nearest(word, frameworks) }));
  }
  if (!models.includes(said.model)) {
    throw failure(diagnostic('model-unknown', { word: said.model, nearest: nearest(said.model, models) }));
  }
}

function ids(entries: readonly { readonly id: string }[]): string {
  return entries.map(({ id }) => id).join(', ');
}

function words(text: string | undefined): readonly string[] {
  return (text ?? '').split(/[\s,]+/).filter((word) => word !== '');
}
