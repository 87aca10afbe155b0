import type { FactDefinition } from './facts/define-fact.ts';
import * as FACTS from './facts/index.ts';
import type { SourceDefinition } from './intake/contract.ts';
import { formatsOf, signaturesOf } from './intake/index.ts';
import { MESSAGES } from './kernel/messages/index.ts';
import type { Catalog } from './model/catalog.ts';
import type { Control, Framework } from './model/control.ts';
import { fingerprint, type Mapping } from './model/mapping.ts';
import type { OperatingModel } from './model/ownership.ts';
import type { Expectation, Practice } from './model/practice.ts';
import * as SOURCES from './sources/index.ts';

export type EntryKind =
  | 'source'
  | 'mapping'
  | 'fact'
  | 'practice'
  | 'framework'
  | 'control'
  | 'model'
  | 'document'
  | 'message';

/** One thing that has a name, as `list` and `explain` tell it. */
export interface Entry {
  readonly kind: EntryKind;
  readonly id: string;
  readonly title: string;
  /** Label and text, in the order in which they are told. */
  readonly lines: readonly Line[];
}

type Line = readonly [label: string, text: string];
type Sources = Readonly<Record<string, SourceDefinition>>;

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

function messageEntry([id, { severity, hint }]: readonly [string, (typeof MESSAGES)[keyof typeof MESSAGES]]): Entry {
  return {
    kind: 'message',
    id,
    title: `${severity}: ${hint}`,
    lines: [
      ['severity', severity],
      ['cure', hint],
    ],
  };
}

function sourceEntry(id: string, source: SourceDefinition, facts: Readonly<Record<string, FactDefinition>>): Entry {
  const users = Object.entries(facts).filter(([, fact]) => fact.from.some((kind) => source.kinds.includes(kind)));
  return {
    kind: 'source',
    id,
    title: source.title,
    lines: [
      ['product', source.product],
      ['formats', formatsOf(source).join(', ')],
      ['obtain', source.obtain],
      ['yields', source.kinds.join(', ')],
      ['proves', source.proves],
      ['cannot prove', source.cannotProve],
      ...signaturesOf(source).map((signature): Line => ['known by', signature]),
      ['facts', users.map(([fact]) => fact).join(', ')],
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
  const readers = Object.entries(sources).filter(([, source]) => source.kinds.some((kind) => fact.from.includes(kind)));
  const practices = catalog.practices.filter(({ expects }) => expects.some((each) => each.fact === id));
  return {
    kind: 'fact',
    id,
    title: fact.question,
    lines: [
      ['means', fact.means],
      ['measures', fact.measures],
      ['reads', fact.from.join(', ')],
      ['sources', readers.map(([source]) => source).join(', ')],
      ['practices', practices.map((practice) => practice.id).join(', ')],
    ],
  };
}

function practiceEntry(practice: Practice, { frameworks, models }: Catalog, sources: Sources): Entry {
  const pointing = frameworks.flatMap(({ id, controls }) =>
    controls
      .filter((control) => control.practices.some((edge) => edge.practice === practice.id))
      .map((control) => `${id} ${control.id}`),
  );
  return {
    kind: 'practice',
    id: practice.id,
    title: practice.title,
    lines: [
      ['meaning', practice.meaning],
      ['domain', practice.domain],
      ['recurs', practice.cadence ?? ''],
      ...practice.expects.map((expectation): Line => ['expects', expectationText(expectation)]),
      ['best proof', practice.evidence.best],
      ['ask for', practice.evidence.askFor],
      ...obtainLines(practice, sources),
      ['remedy', practice.remedy],
      ...ownerLines(practice, models),
      ['only one framework', practice.onlyOne ?? ''],
      ['controls', pointing.join(', ')],
    ],
  };
}

/** Who answers for it and who does it, under each operating model. */
function ownerLines({ id, domain }: Practice, models: readonly OperatingModel[]): readonly Line[] {
  return models.map((model) => {
    const own = model.practices[id];
    const base = model.domains[domain];
    const responsible = own?.responsible ?? base?.responsible ?? [];
    const accountable = own?.accountable ?? base?.accountable ?? '?';
    return [`under ${model.id}`, `accountable ${accountable}, responsible ${responsible.join(' + ')}`];
  });
}

/** Product, menu and button of the exports that yield its evidence; what yields that alone comes first. */
function obtainLines({ evidence: { kinds } }: Practice, sources: Sources): readonly Line[] {
  const yielding = Object.values(sources).filter((source) => source.kinds.some((kind) => kinds.includes(kind)));
  const plainest = yielding.toSorted((a, b) => a.kinds.length - b.kinds.length);
  return plainest.slice(0, MOST_PATHS).map(({ product, obtain }) => ['obtain', `${product}: ${obtain}`]);
}

const MOST_PATHS = 8;

function expectationText({ fact, is, shows, bears, because }: Expectation): string {
  const test = Object.entries(is)
    .filter(([key]) => key !== 'named')
    .map(([key, value]) => `${key} ${value}`)
    .join(', ');
  const movable = 'named' in is && is.named !== undefined ? `, threshold ${is.named}` : '';
  return `${fact} (${test}${movable}; shows ${shows}, bears ${bears}): ${because}`;
}

function frameworkEntry(framework: Framework): Entry {
  const counts = Object.entries(framework.counts).map(([what, count]) => `${count} ${what}`);
  return {
    kind: 'framework',
    id: framework.id,
    title: framework.title,
    lines: [
      ['version', framework.version],
      ['publisher', framework.publisher],
      ['standing', framework.standing === undefined ? '' : `${framework.standing.word}. ${framework.standing.note}`],
      ['counts', counts.join(', ')],
      ['parts', (framework.parts ?? []).map(({ id, title }) => `${id} (${title})`).join(', ')],
      ['notice', framework.notice],
      ['because', framework.because],
      ['mapping', framework.mappingNote],
      ['kept', framework.retention === undefined ? '' : `${framework.retention.citation}: ${framework.retention.rule}`],
    ],
  };
}

function controlEntry(control: Control, framework: Framework, catalog: Catalog, sources: Sources): Entry {
  const { requirement = '', references = {}, practices: edges } = control;
  const practiceOf = ({ practice: id }: Control['practices'][number]) =>
    catalog.practices.find((each) => each.id === id);
  const owning = edges.find(({ bears }) => bears === 'directly') ?? edges[0];
  const primary = owning === undefined ? undefined : practiceOf(owning);
  return {
    kind: 'control',
    id: control.id,
    title: control.title,
    lines: [
      ['framework', `${framework.id}, ${framework.title}`],
      ['meaning', control.summary],
      ['citation', control.citation ?? ''],
      ['requirement', requirement],
      ['parts', (control.parts ?? []).join(', ')],
      ['weight', control.weight ?? ''],
      ['asked by', (control.askedBy ?? []).join(', ')],
      ['usually asked', control.usuallyAsked ?? ''],
      ...edges.flatMap((edge): readonly Line[] => [
        ['practice', `${edge.practice} (bears ${edge.bears}): ${edge.because}`],
        ...(practiceOf(edge)?.expects ?? []).map((each): Line => ['  expects', expectationText(each)]),
      ]),
      ...control.own.map((expectation): Line => ['own threshold', expectationText(expectation)]),
      ['not measured', control.notMeasured ?? ''],
      ['only people know', control.onlyPeopleKnow ?? ''],
      ...(primary === undefined
        ? []
        : [
            ['best proof', primary.evidence.best] satisfies Line,
            ['ask for', primary.evidence.askFor] satisfies Line,
            ...obtainLines(primary, sources),
            ...ownerLines(primary, catalog.models),
          ]),
      ...(framework.references ?? []).map(({ framework: list, title, note }): Line => {
        const ids = references[list] ?? [];
        return ['see also', ids.length === 0 ? '' : `${title}: ${ids.join(', ')} (${note})`];
      }),
    ],
  };
}

/** What a publisher took back is still asked for by its old name. */
function withdrawnEntries({ title, withdrawn = [] }: Framework): readonly Entry[] {
  return withdrawn.map(({ id, successors }) => ({
    kind: 'control',
    id,
    title: `withdrawn in ${title}`,
    lines: [['now', successors.join(', ') || 'no successor is named']],
  }));
}

function modelEntry(model: OperatingModel): Entry {
  return {
    kind: 'model',
    id: model.id,
    title: model.title,
    lines: [
      ['meaning', model.meaning],
      ['because', model.because],
      ...model.parties.map((party): Line => ['party', `${party.id}, ${party.title}: ${party.meaning}`]),
      ['escalation', model.escalation.join(' > ')],
    ],
  };
}

/** The title in a template's front matter. */
function titleOf(template: string): string {
  return /^title:\s*"?(.*?)"?\s*$/m.exec(template)?.[1] ?? '';
}
