import { join, relative } from 'node:path';
import { openEngagement } from '../client/open.ts';
import { engagementAbove, readMapping, readOneExhibit, readVocabulary, saveMapping } from '../disk/index.ts';
import {
  type Explored,
  exploreFile,
  type ProfileHead,
  type Proposal,
  profileFrom,
  readByMapping,
} from '../intake/index.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { slug } from '../kernel/text.ts';
import { Engagement } from '../model/engagement.ts';
import { isMappingName, MAPPINGS_FOLDER, type Mapping, MappingProfile } from '../model/mapping.ts';
import { mappingText } from '../model/mapping-text.ts';
import * as SOURCES from '../sources/index.ts';
import { type Asker, askAt } from './ask.ts';
import { openFlags, refuseOpen, settle } from './map-dialogue.ts';
import { refuseUnknownFields, saidByFlags, wrongFlag, zoneOf } from './map-flags.ts';
import { tellPreview, tellProposal } from './tell-mapping.ts';
import type { Terminal } from './terminal.ts';
import { dayFrom, today } from './today.ts';
import type { Given } from './verb.ts';

/** Looks at a file, settles what it means by flags or by questions, and saves that as a profile. */
export async function mapFile(given: Given, terminal: Terminal): Promise<void> {
  const path = given.args[0] ?? '';
  const exhibit = await readOneExhibit(path);
  const home = await homeOf(path, given);
  terminal.progress(`Looking through ${path}`);
  const explored = await exploreFile(exhibit, {
    vocabulary: await readVocabulary(),
    sources: SOURCES,
    items: given.text('items'),
  });
  const asker = terminal.interactive && given.flag('input') && !given.flag('accept') ? askAt(terminal) : undefined;
  try {
    const { proposal, head, name } = await settled({ given, terminal, explored, asker, home });
    const mapping = checked(name, explored, proposal, head);
    const read = await readByMapping(exhibit, mapping, home.engagement);
    const notes = explored.knownAs.map((source) => diagnostic('map-known-already', { path, source }));
    if (!terminal.json) {
      tellProposal(terminal, explored, proposal);
      tellPreview(terminal, mapping.profile, read);
      for (const { message, hint } of notes) terminal.warn(`warning  ${message}\n  ${hint}`);
    }
    const saved = (await isWanted(given, mapping, asker))
      ? await saveMapping(placeOf(home, path), mapping.name, mapping.text)
      : null;
    tellSaved(terminal, { mapping, proposal, saved, read: { ...read, records: read.records.slice(0, FIRST) }, notes });
  } finally {
    asker?.close();
  }
}

const FIRST = 5;

interface Home {
  /** Where the profile goes; undefined when nobody said and no engagement is near. */
  readonly target: string | undefined;
  readonly engagement: Engagement;
}

/** The engagement that the file lies under gives zone, order of dates and who prepares it. */
async function homeOf(path: string, given: Given): Promise<Home> {
  const folder = await engagementAbove(path);
  const engagement = folder === undefined ? nobodys(dayGiven(given)) : (await openEngagement(folder)).engagement;
  const target = given.text('to') ?? (folder === undefined ? undefined : join(folder, MAPPINGS_FOLDER));
  return { target: target === undefined ? undefined : relative('', target) || '.', engagement };
}

/** For a look at a file outside of any engagement. */
function nobodys(day: CivilDate): Engagement {
  return Engagement.parse({
    client: { name: 'Nobody' },
    period: { from: day, to: day },
    asOf: day,
    frameworks: ['none'],
    operatingModel: 'none',
  });
}

function placeOf({ target }: Home, path: string): string {
  if (target === undefined) throw failure(diagnostic('map-no-place', { path }));
  return target;
}

interface Work {
  readonly given: Given;
  readonly terminal: Terminal;
  readonly explored: Explored;
  readonly asker: Asker | undefined;
  readonly home: Home;
}

interface Settled {
  readonly proposal: Proposal;
  readonly head: ProfileHead;
  readonly name: string;
}

async function settled({ given, terminal, explored, asker, home }: Work): Promise<Settled> {
  const start = saidByFlags(given, explored);
  const answers = asker
    ? await settle(explored, start, { asker, terminal })
    : { said: start, proposal: explored.propose(start) };
  if (answers.proposal.kind !== undefined) refuseUnknownFields(start, answers.proposal.kind);
  const words = await headOf({ given, terminal, explored, asker, home }, answers.proposal);
  refuseOpen([...openFlags(answers.proposal), ...words.missing]);
  const proposal =
    words.zone === undefined ? answers.proposal : explored.propose({ ...answers.said, zone: words.zone });
  const before = home.target === undefined ? undefined : await readMapping(home.target, words.name);
  if (before && !given.flag('replace') && !(await mayReplace(words.name, before, asker)) && given.flag('accept')) {
    throw failure(
      diagnostic('map-name-taken', {
        path: join(home.target ?? '', `${words.name}.yaml`),
        version: before.profile.version,
      }),
    );
  }
  const version = (before?.profile.version ?? 0) + 1;
  return { proposal, name: words.name, head: { ...words.head, version } };
}

async function mayReplace(name: string, { profile }: Mapping, asker: Asker | undefined): Promise<boolean> {
  if (!asker) return false;
  const typed = await asker.ask(
    `${name} is there as version ${profile.version}; shall this be the next version (yes or no)`,
    'yes',
  );
  if (isYes(typed)) return true;
  throw failure(diagnostic('map-name-taken', { path: `${name}.yaml`, version: profile.version }));
}

interface Words {
  readonly head: Omit<ProfileHead, 'version'>;
  readonly name: string;
  readonly zone: string | undefined;
  /** Flags that a saved profile needs and nobody gave. */
  readonly missing: readonly string[];
}

/** What no file tells: whose export it is, who says so, and how they know. */
async function headOf({ given, asker, home }: Work, proposal: Proposal): Promise<Words> {
  const ask = async (flag: string, question: string, otherwise?: string): Promise<string | undefined> => {
    const said = given.text(flag);
    if (said !== undefined || !asker) return said ?? otherwise;
    return (await asker.ask(question, otherwise)) ?? otherwise;
  };
  const product = await ask('product', 'Whose export is it (product)');
  const title =
    given.text('title') ?? `${product ?? 'Unknown product'}: ${proposal.kind?.replaceAll('-', ' ') ?? 'export'}`;
  const name =
    (await ask('name', 'Name of the profile', slug(`${product ?? 'export'} ${proposal.kind ?? ''}`, 50))) ?? '';
  if (!isMappingName(name))
    throw wrongFlag('--name', name, 'lower-case words joined by hyphens are wanted, at most 50 characters');
  const zone = zoneOf(await ask('zone', "Time zone of times that carry none (empty: the client's)"));
  const by = await ask('by', 'Who says so', home.engagement.prepared?.by);
  const because = await ask('because', 'How do they know what the columns mean');
  const needed = { '--product': product, '--by': by, '--because': because };
  const missing = Object.entries(needed).flatMap(([flag, value]) =>
    value === undefined ? [`${flag}: nobody else can know`] : [],
  );
  const obtain = given.text('obtain');
  return {
    name,
    zone,
    missing: given.flag('accept') || asker ? missing : [],
    head: {
      title,
      product: product ?? '?',
      ...(obtain === undefined ? {} : { obtain }),
      by: by ?? '?',
      on: dayGiven(given),
      because: because ?? '???',
    },
  };
}

/** `--on`, else today. */
export function dayGiven(given: Given): CivilDate {
  return dayFrom('--on', given.text('on') ?? today());
}

/** The profile as its file will be read again; what does not hold together is told by the flag's field. */
function checked(name: string, explored: Explored, proposal: Proposal, head: ProfileHead): Mapping {
  const made = profileFrom(explored.survey, proposal, head);
  const parsed = MappingProfile.safeParse(made);
  if (parsed.success) return { name, profile: parsed.data, text: mappingText(parsed.data) };
  const [issue] = parsed.error.issues;
  throw wrongFlag(
    `--${issue?.path[0] === 'columns' ? 'column' : String(issue?.path[0] ?? 'kind')}`,
    issue?.path.slice(1).join('.') ?? '',
    issue?.message ?? '',
  );
}

async function isWanted(given: Given, { name }: Mapping, asker: Asker | undefined): Promise<boolean> {
  if (given.flag('accept')) return true;
  return asker !== undefined && isYes(await asker.ask(`Save it as ${name}.yaml (yes or no)`, 'yes'));
}

function isYes(typed: string | undefined): boolean {
  return typed === undefined || /^y(es)?$/i.test(typed);
}

interface Told {
  readonly mapping: Mapping;
  readonly proposal: Proposal;
  readonly saved: string | null;
  readonly read: Awaited<ReturnType<typeof readByMapping>>;
  readonly notes: readonly ReturnType<typeof diagnostic>[];
}

function tellSaved(terminal: Terminal, { mapping, proposal, saved, read, notes }: Told): void {
  if (terminal.json) {
    const { name, profile } = mapping;
    const told = { schema: 'proofpack.mapping/1', name, saved, profile, proposal, preview: read, notes };
    terminal.say(JSON.stringify(told, null, 2));
    return;
  }
  if (saved === null)
    terminal.note('\nNothing was saved. Add --accept to save it, or answer the questions at a terminal.');
  else terminal.say(`\n${terminal.style('green', 'written')}  ${saved}`);
}
