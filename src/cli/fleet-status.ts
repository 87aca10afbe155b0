import { join } from 'node:path';
import {
  clientsIn,
  discardUnfinished,
  readFonts,
  readPortfolio,
  readPortfolioTemplates,
  saveOutput,
} from '../disk/index.ts';
import {
  chosen,
  earlierBuilds,
  type FleetRequest,
  portfolioFindings,
  startFleet,
  startProcess,
} from '../fleet/index.ts';
import type { Diagnostic } from '../kernel/diagnostic.ts';
import { sha256 } from '../kernel/sha256.ts';
import { settingsOf } from '../model/portfolio-defaults.ts';
import type { PortfolioFindings } from '../model/portfolio-findings.ts';
import { composePortfolio } from '../report/index.ts';
import { lendingWorker, type Storage } from '../storage/index.ts';
import { requestOf } from './build-fleet.ts';
import { storageAsked } from './storage-access.ts';
import { tellPortfolio } from './tell-portfolio.ts';
import type { Terminal } from './terminal.ts';
import { dayFrom, today } from './today.ts';
import { DONE, type Given } from './verb.ts';

/** How all clients stand: from what was built of those that did not change, and from their exports of the others. */
export async function fleetStatus(
  given: Given,
  terminal: Terminal,
  more: Pick<FleetRequest, 'start'> = {},
): Promise<number> {
  const storage = await storageAsked(given);
  try {
    const told = await storage.refresh();
    return await (given.flag('settings')
      ? tellSettings(given, storage.folder, terminal)
      : tellStatus(given, terminal, { ...more, storage, told }));
  } finally {
    storage.close();
  }
}

interface Status extends Pick<FleetRequest, 'start'> {
  readonly storage: Storage;
  /** Of the place where the portfolio lies. */
  readonly told: readonly Diagnostic[];
}

async function tellStatus(given: Given, terminal: Terminal, { storage, told, start }: Status): Promise<number> {
  const { folder, where, out } = storage;
  const begin = start ?? startProcess;
  const run = startFleet({
    ...requestOf(given, folder),
    ...{ folder, where, out, lending: storage },
    start: (context, limits, order) => lendingWorker(begin(context, limits, order), context, storage),
    task: 'judge',
    changed: true,
    onStart: ({ clients }) => {
      if (clients > 0) terminal.note(`${clients} to read again`);
    },
    onOutcome: ({ name }) => terminal.progress(name),
  });
  terminal.onInterrupt(() => {
    run.stop();
    discardUnfinished();
  });
  const result = await run.result;
  const before = await earlierBuilds(result.outcomes, { folderOf: (id) => join(folder, id), out: result.out });
  const notes = [...told, ...result.notes];
  const findings = portfolioFindings({ ...result, notes, today: dayFrom('--on', given.text('on') ?? today()), before });
  const written = given.text('report') === undefined ? [] : await writeReport(given, findings, { folder, terminal });
  if (terminal.json) terminal.say(JSON.stringify({ schema: 'proofpack.portfolio/1', ...findings, written }, null, 2));
  else tellPortfolio(terminal, findings, written);
  return DONE;
}

async function writeReport(
  given: Given,
  findings: PortfolioFindings,
  { folder, terminal }: { readonly folder: string; readonly terminal: Terminal },
): Promise<readonly string[]> {
  const into = given.text('report') ?? '.';
  const { document, workbook, files } = composePortfolio(findings, { templates: await readPortfolioTemplates(folder) });
  const [{ renderPdf }, { renderWorkbook }] = await Promise.all([
    import('../pdf/index.ts'),
    import('../workbook/index.ts'),
  ]);
  const mark = sha256(JSON.stringify(findings)).slice(0, 12);
  const made = [
    { path: `${document.fileName}.pdf`, bytes: (await renderPdf(document, { fonts: await readFonts(), mark })).bytes },
    { path: `${workbook.fileName}.xlsx`, bytes: await renderWorkbook(workbook) },
    ...files.map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) })),
  ];
  for (const { path, bytes } of made) {
    terminal.progress(path);
    await saveOutput(join(into, path), bytes, { replace: given.flag('force') });
  }
  return made.map(({ path }) => join(into, path));
}

/** Of each client, every setting that the portfolio could give and whose word goes. */
async function tellSettings(given: Given, folder: string, terminal: Terminal): Promise<number> {
  const { only } = requestOf(given, folder);
  const [portfolio, clients] = [await readPortfolio(folder), await clientsIn(folder)];
  const told = chosen(clients, { only }).map(({ id, said }) => ({
    client: id,
    settings: settingsOf(said, portfolio.defaults),
  }));
  if (terminal.json) terminal.say(JSON.stringify({ schema: 'proofpack.settings/1', clients: told }, null, 2));
  for (const { client, settings } of terminal.json ? [] : told) {
    terminal.say(terminal.style('bold', client));
    for (const { key, value, from } of settings) {
      const file = from === 'client' ? 'engagement.yaml' : 'portfolio.yaml';
      terminal.say(`  ${file.padEnd(15)}  ${key}: ${JSON.stringify(value)}`);
    }
  }
  return DONE;
}
