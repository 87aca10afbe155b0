import { mostListed } from './kernel/order.ts';
import type { Catalog } from './model/catalog.ts';
import type { Control, Framework } from './model/control.ts';
import type { OperatingModel } from './model/ownership.ts';
import type { Expectation, Practice } from './model/practice.ts';
import { obtainableFrom } from './obtainable.ts';

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

export type Line = readonly [label: string, text: string];
/** Of a source, what tells how to get its export. */
type Sources = Readonly<Record<string, { readonly product: string; readonly obtain: string }>>;

export function practiceEntry(practice: Practice, { frameworks, models }: Catalog, sources: Sources): Entry {
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

/** Every hat, under each operating model. */
export function ownerLines({ id, domain }: Practice, models: readonly OperatingModel[]): readonly Line[] {
  return models.map((model) => {
    const hats = { ...model.domains[domain], ...model.practices[id] };
    const told = [
      `accountable ${hats.accountable ?? '?'}`,
      `responsible ${(hats.responsible ?? []).join(' + ')}`,
      ...(hats.evidence === undefined ? [] : [`evidence ${hats.evidence}`]),
      ...(hats.approves === undefined ? [] : [`approves ${hats.approves}`]),
      ...(hats.afterHours === undefined ? [] : [`after hours ${hats.afterHours}`]),
      ...(hats.escalation === undefined ? [] : [`escalation ${hats.escalation.join(' > ')}`]),
    ];
    return [`under ${model.id}`, told.join(', ')];
  });
}

/** Product, menu and button of the exports that answer what decides it. */
function obtainLines({ expects }: Practice, sources: Sources): readonly Line[] {
  const direct = expects.filter(({ bears }) => bears === 'directly');
  const facts = (direct.length > 0 ? direct : expects).map(({ fact }) => fact);
  return obtainFacts(facts, sources);
}

export function obtainFacts(facts: readonly string[], sources: Sources): readonly Line[] {
  const obtainable = OBTAINABLE.get(sources) ?? obtainableFrom(sources, []);
  OBTAINABLE.set(sources, obtainable);
  return mostListed(facts.map((fact) => obtainable[fact] ?? []))
    .slice(0, MOST_PATHS)
    .map((path) => ['obtain', path]);
}

// Each fact, practice and control asks for them.
const OBTAINABLE = new WeakMap<Sources, ReturnType<typeof obtainableFrom>>();
const MOST_PATHS = 8;

export function expectationText({ fact, is, shows, bears, because, fallingShort }: Expectation): string {
  const test = Object.entries(is)
    .filter(([key]) => key !== 'named')
    .map(([key, value]) => `${key} ${value}`)
    .join(', ');
  const movable = 'named' in is && is.named !== undefined ? `, threshold ${is.named}` : '';
  const short = fallingShort === undefined ? '' : ` Falling short shows ${fallingShort.shows}: ${fallingShort.because}`;
  return `${fact} (${test}${movable}; shows ${shows}, bears ${bears}): ${because}${short}`;
}

export function frameworkEntry(framework: Framework): Entry {
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

export function controlEntry(control: Control, framework: Framework, catalog: Catalog, sources: Sources): Entry {
  const { requirement = '', references = {}, practices: edges } = control;
  const practiceOf = ({ practice: id }: Control['practices'][number]) =>
    catalog.practices.find((each) => each.id === id);
  const owning = edges.find(({ bears }) => bears === 'directly') ?? edges[0];
  const primary = owning === undefined ? undefined : practiceOf(owning);
  const direct = edges.filter(({ bears }) => bears === 'directly');
  const proving = (direct.length > 0 ? direct : edges.slice(0, 1)).flatMap((edge) => practiceOf(edge) ?? []);
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
      ['answered by', control.onlyPeopleKnow === undefined ? '' : ANSWERED_BY_PEOPLE],
      ...proving.flatMap((practice): readonly Line[] => [
        ['best proof', `${practice.id}: ${practice.evidence.best}`],
        ['  ask for', practice.evidence.askFor],
        ...obtainLines(practice, sources).map(([label, text]): Line => [`  ${label}`, text]),
      ]),
      ...(primary === undefined ? [] : ownerLines(primary, catalog.models)),
      ...(framework.references ?? []).map(({ framework: list, title, note }): Line => {
        const ids = references[list] ?? [];
        return ['see also', ids.length === 0 ? '' : `${title}: ${ids.join(', ')} (${note})`];
      }),
    ],
  };
}

const ANSWERED_BY_PEOPLE = 'a named person, in the entry of this control under "claims:" in engagement.yaml';

/** What a publisher took back is still asked for by its old name. */
export function withdrawnEntries({ title, withdrawn = [] }: Framework): readonly Entry[] {
  return withdrawn.map(({ id, successors }) => ({
    kind: 'control',
    id,
    title: `withdrawn in ${title}`,
    lines: [['now', successors.join(', ') || 'no successor is named']],
  }));
}

export function modelEntry(model: OperatingModel): Entry {
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
