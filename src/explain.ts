import { ANSWERED_BY } from './answered-by.ts';
import {
  controlEntry,
  type Entry,
  expectationText,
  frameworkEntry,
  type Line,
  modelEntry,
  obtainFacts,
  ownerLines,
  practiceEntry,
  withdrawnEntries,
} from './explain-catalogue.ts';
import type { FactDefinition } from './facts/define-fact.ts';
import * as FACTS from './facts/index.ts';
import type { SourceDefinition } from './intake/contract.ts';
import { formatsOf, signaturesOf } from './intake/index.ts';
import { MESSAGES } from './kernel/messages/index.ts';
import type { Catalog } from './model/catalog.ts';
import { fingerprint, type Mapping } from './model/mapping.ts';
import * as SOURCES from './sources/index.ts';

export type { Entry, EntryKind } from './explain-catalogue.ts';

/** Everything that has a name: what grows as files, what is judged by, and every message that can be told. */
export function allEntries(
  catalog: Catalog,
  documents: Readonly<Record<string, string>>,
  mappings: readonly Mapping[] = [],
): readonly Entry[] {
  const facts: Readonly<Record<string, FactDefinition>> = FACTS;
  const sources: Readonly<Record<string, SourceDefinition>> = SOURCES;
  return [
    ...Object.entries(sources).map(([id, source]) => sourceEntry(id, source, facts)),
    ...mappings.map(mappingEntry),
    ...Object.entries(facts).map(([id, fact]) => factEntry(id, fact, catalog, sources)),
    ...catalog.practices.map((practice) => practiceEntry(practice, catalog, sources)),
    ...catalog.frameworks.map(frameworkEntry),
    ...catalog.frameworks.flatMap((framework) =>
      framework.controls.map((control) => controlEntry(control, framework, catalog, sources)),
    ),
    ...catalog.frameworks.flatMap(withdrawnEntries),
    ...catalog.models.map(modelEntry),
    ...Object.entries(documents).map(
      ([id, text]): Entry => ({ kind: 'document', id, title: titleOf(text), lines: [] }),
    ),
    ...Object.entries(MESSAGES).map(messageEntry),
  ];
}

/** What a word of a document, a note or a list means; several when a word names several things, none when it names nothing. */
export function explain(id: string, entries: readonly Entry[]): readonly Entry[] {
  const spelt = (word: string): string => word.toLowerCase().replace(/-0+(?=\d)/, '-');
  return entries.filter((entry) => spelt(entry.id) === spelt(id));
}

function messageEntry([id, message]: readonly [string, (typeof MESSAGES)[keyof typeof MESSAGES]]): Entry {
  const { severity, hint } = message;
  const says: (params: never) => string = message.says;
  return {
    kind: 'message',
    id,
    // What a word of a closed list is told as depends on the word.
    title: `${says(PLACEHOLDERS)}`.replaceAll('undefined', '<…>'),
    lines: [
      ['severity', severity],
      ['cure', hint],
    ],
  };
}

/** Any parameter of a message as its own name: `<zone>`; a list of one, so that what the message does with a list or a word works with it. */
const PLACEHOLDERS: never = new Proxy({}, { get: (_, name) => [`<${String(name)}>`] }) as never;

function sourceEntry(id: string, source: SourceDefinition, facts: Readonly<Record<string, FactDefinition>>): Entry {
  const answered = Object.keys(facts).filter((fact) => ANSWERED_BY[fact]?.includes(id));
  return {
    kind: 'source',
    id,
    title: source.title,
    lines: [
      ['product', source.product],
      ['formats', formatsOf(source).join(', ')],
      ['obtain', source.obtain],
      ...(source.risk === undefined ? [] : [['careful', source.risk] as const]),
      ['yields', source.kinds.join(', ')],
      ['proves', source.proves],
      ['cannot prove', source.cannotProve],
      ...signaturesOf(source).map((signature): Line => ['known by', signature]),
      ['answers', answered.join(', ')],
    ],
  };
}

function mappingEntry({ name, profile }: Mapping): Entry {
  const { columns, fixed, words, leaveOut } = profile;
  return {
    kind: 'mapping',
    id: name,
    title: profile.title,
    lines: [
      ['version', `${profile.version}, by ${profile.by} on ${profile.on}`],
      ['because', profile.because],
      ['product', profile.product],
      ['obtain', profile.obtain ?? ''],
      ['yields', `${profile.kind}, strength ${profile.strength}`],
      ['header', `${profile.header.join(', ')} (fingerprint ${fingerprint(profile)})`],
      ...Object.entries(columns).map(([field, column]): readonly [string, string] => ['column', `${field}: ${column}`]),
      ...Object.entries(fixed).map(([field, value]): readonly [string, string] => ['fixed', `${field}: ${value}`]),
      ...Object.entries(words).map(([field, own]): readonly [string, string] => [
        'words',
        `${field}: ${Object.entries(own)
          .map(([theirs, ours]) => `${theirs} = ${ours}`)
          .join(', ')}`,
      ]),
      ['dates', profile.dateOrder ?? ''],
      ['zone', profile.zone ?? ''],
      ...leaveOut.map((rule): readonly [string, string] => ['leaves out', JSON.stringify(rule)]),
    ],
  };
}

function factEntry(
  id: string,
  fact: FactDefinition,
  catalog: Catalog,
  sources: Readonly<Record<string, SourceDefinition>>,
): Entry {
  const practices = catalog.practices.filter(({ expects }) => expects.some((each) => each.fact === id));
  return {
    kind: 'fact',
    id,
    title: fact.question,
    lines: [
      ['means', fact.means],
      ['measures', fact.measures],
      ['reads', fact.from.join(', ')],
      ...practices.flatMap((practice) =>
        practice.expects
          .filter((each) => each.fact === id)
          .map((each): Line => [`in ${practice.id}`, expectationText(each)]),
      ),
      ...practices.map(({ id: practice, evidence }): Line => [`best for ${practice}`, evidence.best]),
      ...practices.flatMap((practice) => ownerLines(practice, catalog.models)).filter(isFirst),
      ['answered by', ANSWERED_BY[id]?.join(', ') ?? ''],
      ...obtainFacts([id], sources),
    ],
  };
}

function isFirst([label, text]: Line, place: number, lines: readonly Line[]): boolean {
  return lines.findIndex((line) => line[0] === label && line[1] === text) === place;
}

/** The title in a template's front matter. */
function titleOf(template: string): string {
  return /^title:\s*"?(.*?)"?\s*$/m.exec(template)?.[1] ?? '';
}
