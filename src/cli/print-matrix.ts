import { type Assessed, assessFolder } from '../client/assess-folder.ts';
import { readAloneTemplates, readBrandedFonts, readLogo, readResponsibilityWords } from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { nearest } from '../kernel/text.ts';
import { inScope } from '../model/catalog.ts';
import type { Findings } from '../model/findings.ts';
import type { Ownership } from '../model/ownership.ts';
import type { SpokenMatrix } from '../model/responsibility-words.ts';
import { speakMatrix } from '../ownership/index.ts';
import { composeMatrix } from '../report/index.ts';
import { saveOutputs } from './save-outputs.ts';
import { csv, markdown, type Row, table } from './table.ts';
import type { Terminal } from './terminal.ts';
import { DONE, type Given } from './verb.ts';

export async function printMatrix(given: Given, terminal: Terminal): Promise<number> {
  const assessed = await assessFolder(given.args[0] ?? '.', terminal);
  const party = partyAsked(given.text('party'), assessed.findings);
  const redact = given.flag('redact');
  const spoken = await spokenIn(given, assessed);
  const templates = await readAloneTemplates(assessed.folder);
  const { domains } = inScope(assessed.catalog, assessed.engagement);
  // A logo names whoever it belongs to.
  const logo = redact ? undefined : await readLogo(assessed.folder, assessed.engagement);
  const made = composeMatrix(assessed.findings, { templates, domains, party, redact, spoken, logo });
  const { findings, version, document, workbook } = made;
  const { ownership, engagement } = findings;
  const told = spoken === undefined ? {} : { spoken: spokenJson(spoken) };
  // What is open is no business of whoever may not know whose matrix it is.
  const json = { schema: 'proofpack.ownership/1', client: engagement.client.name, version, ...ownership, ...told };
  const fonts = () => readBrandedFonts(assessed.folder, assessed.engagement.brand.fonts);
  const { head, rows } = spoken === undefined ? matrixTable(findings) : spokenTable(spoken);
  const texts = { csv: () => csv(head, rows), md: () => markdown(head, rows) };
  if (await saveOutputs(given, { document, workbook, json, texts, mark: version, fonts }, terminal)) return DONE;
  if (terminal.json) terminal.say(JSON.stringify(json, null, 2));
  else if (given.flag('csv')) terminal.say(texts.csv());
  else if (given.flag('markdown')) terminal.say(texts.md());
  else tell(ownership, { text: table(head, rows, (text) => terminal.style('bold', text)), version }, terminal);
  return DONE;
}

function partyAsked(word: string | undefined, { ownership }: Findings): string | undefined {
  if (word === undefined) return undefined;
  const known = ownership.parties.map(({ id }) => id);
  if (!known.includes(word)) throw failure(diagnostic('party-unknown', { word, nearest: nearest(word, known) }));
  return word;
}

async function spokenIn(
  given: Given,
  { folder, catalog, engagement, findings }: Assessed,
): Promise<SpokenMatrix | undefined> {
  const word = given.text('as');
  if (word === undefined) return undefined;
  const { dialects } = await readResponsibilityWords(folder);
  const dialect = dialects.find(({ id }) => id === word);
  if (dialect === undefined)
    throw failure(diagnostic('dialect-unknown', { word, known: dialects.map(({ id }) => id) }));
  const { practices, frameworks } = inScope(catalog, engagement);
  const provider = partyAsked(given.text('provider'), findings);
  return speakMatrix({ ownership: findings.ownership, practices, frameworks, dialect, provider });
}

interface Table {
  readonly head: Row;
  readonly rows: readonly Row[];
}

const HEAD = ['practice', 'accountable', 'responsible', 'evidence', 'approves', 'after hours', 'from', 'until'];

function matrixTable({ ownership, practices }: Findings): Table {
  const titles = new Map(practices.map(({ id, title }) => [id, title]));
  const rows = ownership.assignments.map((each) => [
    titles.get(each.practice) ?? each.practice,
    each.accountable,
    each.responsible.join(' + '),
    each.evidence,
    each.approves,
    each.afterHours ?? '',
    each.from ?? '',
    each.until ?? '',
  ]);
  return { head: HEAD, rows };
}

function spokenTable({ dialect, controls }: SpokenMatrix): Table {
  return {
    head: ['framework', 'control', 'title', ...dialect.columns, dialect.providerDoes, dialect.clientDoes, 'because'],
    rows: controls.map(({ framework, control, title, values, providerDoes, clientDoes, because }) => [
      framework,
      control,
      title,
      ...values,
      providerDoes,
      clientDoes,
      because,
    ]),
  };
}

function spokenJson({ dialect: { id, title, note, columns }, provider, controls }: SpokenMatrix): unknown {
  return { dialect: id, title, note, columns, provider, controls };
}

function tell(ownership: Ownership, { text, version }: { text: string; version: string }, terminal: Terminal): void {
  terminal.say(`${terminal.style('bold', ownership.modelTitle)}, version ${version}`);
  for (const { id, title, name } of ownership.parties) terminal.say(`  ${id}  ${title}${name ? `: ${name}` : ''}`);
  terminal.say(`\n${text}`);
  if (ownership.issues.length > 0)
    terminal.say(`\n${terminal.style('bold', `To settle (${ownership.issues.length})`)}`);
  for (const { message, hint } of ownership.issues) terminal.say(`  ${terminal.style('yellow', message)}\n    ${hint}`);
}
