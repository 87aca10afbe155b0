import type { SourceDefinition } from '../intake/contract.ts';
import { sortedBy } from '../kernel/order.ts';
import type { Catalog } from '../model/catalog.ts';
import type { OperatingModel } from '../model/ownership.ts';
import type { Practice } from '../model/practice.ts';
import { fill, parts } from './template.ts';

/** What `init` must know; everything else in an engagement file is added by hand. */
export interface Answers {
  readonly client: string;
  readonly timeZone: string;
  readonly domains: readonly string[];
  readonly preparedBy: string | undefined;
  readonly organisation: string | undefined;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly asOf: string;
  readonly frameworks: readonly string[];
  readonly model: string;
  readonly editions: readonly string[];
}

export interface InitTexts {
  readonly engagement: string;
  readonly collect: string;
}

export interface NewFile {
  readonly path: string;
  readonly text: string;
}

export interface Collecting {
  readonly catalog: Catalog;
  readonly sources: Readonly<Record<string, SourceDefinition>>;
  readonly texts: InitTexts;
  readonly registers: Readonly<Record<string, string>>;
}

export function initFiles(answers: Answers, { catalog, sources, texts, registers }: Collecting): readonly NewFile[] {
  const model = catalog.models.find(({ id }) => id === answers.model);
  return [
    { path: 'engagement.yaml', text: engagementText(answers, model, texts.engagement) },
    { path: 'COLLECT.md', text: collectText(answers, { catalog, model, sources, text: texts.collect }) },
    ...Object.entries(registers).map(([name, text]) => ({ path: `registers/${name}`, text })),
  ];
}

function engagementText(answers: Answers, model: OperatingModel | undefined, template: string): string {
  const { preparedBy, organisation } = answers;
  const by = preparedBy === undefined ? [] : [`by: ${quoted(preparedBy)}`];
  const of = organisation === undefined ? [] : [`organisation: ${quoted(organisation)}`];
  return fill(template, {
    client: quoted(answers.client),
    timeZone: answers.timeZone,
    domains: list(answers.domains.map(quoted)),
    prepared:
      by.length > 0
        ? `prepared: { ${[...by, ...of].join(', ')} }`
        : '# prepared: { by: Marta Ruiz, role: vCISO, organisation: Northlake IT }',
    periodFrom: answers.periodFrom,
    periodTo: answers.periodTo,
    asOf: answers.asOf,
    frameworks: list(answers.frameworks),
    model: answers.model,
    parties: (model?.parties ?? []).map(({ id, title }) => `#   ${id}: { name: , title: ${title} }`).join('\n'),
    editions: list(answers.editions),
  });
}

/** JSON's quotes are YAML's. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function list(words: readonly string[]): string {
  return `[${words.join(', ')}]`;
}

/** By whom, what, and from which menu: the practices of the chosen frameworks under the chosen model. */
function collectText(
  answers: Answers,
  of: {
    readonly catalog: Catalog;
    readonly model: OperatingModel | undefined;
    readonly sources: Readonly<Record<string, SourceDefinition>>;
    readonly text: string;
  },
): string {
  const { head = '', party = '', practice = '', source = '', foot = '' } = parts(of.text);
  const byParty = new Map<string, Practice[]>();
  for (const each of practicesAsked(answers, of.catalog)) {
    const collector = of.model?.practices[each.id]?.evidence ?? of.model?.domains[each.domain]?.evidence ?? '';
    byParty.set(collector, [...(byParty.get(collector) ?? []), each]);
  }
  const titles = new Map(of.model?.parties.map(({ id, title }) => [id, title]));
  const sections = [...byParty].map(([id, practices]) => {
    const asked = practices.map(({ title, evidence }) => {
      const yielding = sortedBy(
        Object.values(of.sources).filter(({ kinds }) => kinds.some((kind) => evidence.kinds.includes(kind))),
        ({ title: name }) => name,
      );
      const exports = yielding.map((each) => fill(source, { title: each.title, obtain: each.obtain }));
      return fill(practice, { practice: title, best: evidence.best, askFor: evidence.askFor }) + exports.join('');
    });
    return `${fill(party, { party: titles.get(id) ?? id })}${asked.join('')}`;
  });
  const { client, periodFrom, periodTo, model, frameworks } = answers;
  const heading = fill(head, { client, periodFrom, periodTo, model, frameworks: frameworks.join(', ') });
  return `${heading}${sections.join('\n')}${foot}`;
}

function practicesAsked(answers: Answers, catalog: Catalog): readonly Practice[] {
  const pointed = new Set(
    catalog.frameworks
      .filter(({ id }) => answers.frameworks.includes(id))
      .flatMap(({ controls }) => controls.flatMap(({ practices }) => practices.map((edge) => edge.practice))),
  );
  return catalog.practices.filter(({ id }) => pointed.has(id));
}
