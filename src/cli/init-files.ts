import { ANSWERED_BY } from '../answered-by.ts';
import type { SourceDefinition } from '../intake/contract.ts';
import { groupBy, sortedBy } from '../kernel/order.ts';
import type { Catalog } from '../model/catalog.ts';
import type { OperatingModel } from '../model/ownership.ts';
import type { Practice } from '../model/practice.ts';
import { type Lent, leftToPortfolio } from './init-portfolio.ts';
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
  /** Of these, what the portfolio above says. */
  readonly lent: Lent;
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
  const text = fill(template, {
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
  return leftToPortfolio(text, answers.lent);
}

/** JSON's quotes are YAML's. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function list(words: readonly string[]): string {
  return `[${words.join(', ')}]`;
}

/** By whom and what: the practices of the chosen frameworks under the chosen model; and once for each export, from which menu. */
function collectText(
  answers: Answers,
  of: {
    readonly catalog: Catalog;
    readonly model: OperatingModel | undefined;
    readonly sources: Readonly<Record<string, SourceDefinition>>;
    readonly text: string;
  },
): string {
  const { head = '', party = '', practice = '', exports = '', foot = '', ...where } = parts(of.text);
  const asked = practicesAsked(answers, of.catalog);
  const byParty = groupBy(
    asked,
    ({ id, domain }) => of.model?.practices[id]?.evidence ?? of.model?.domains[domain]?.evidence ?? '',
  );
  const titles = new Map(of.model?.parties.map(({ id, title }) => [id, title]));
  const sections = [...byParty].map(([id, practices]) => {
    const told = practices.map((each) => {
      const names = sourcesFor(each, of.sources).map(({ product, title }) => `${product}: ${title}`);
      const line = fill(practice, { practice: each.title, best: each.evidence.best, askFor: each.evidence.askFor });
      return names.length === 0 ? line : line + fill(exports, { exports: names.join('; ') });
    });
    return `${fill(party, { party: titles.get(id) ?? id })}${told.join('')}`;
  });
  const { client, periodFrom, periodTo } = answers;
  const chosen = of.catalog.frameworks.filter(({ id }) => answers.frameworks.includes(id));
  const frameworks = chosen.map(({ title }) => title).join(', ');
  const heading = fill(head, { client, periodFrom, periodTo, model: of.model?.title ?? answers.model, frameworks });
  const found = distinct(asked.flatMap((each) => sourcesFor(each, of.sources)));
  return `${heading}${sections.join('\n')}${whereText(found, where)}${foot}`;
}

function whereText(sources: readonly SourceDefinition[], texts: Readonly<Record<string, string>>): string {
  const { where = '', product = '', source = '' } = texts;
  const byProduct = groupBy(
    sortedBy(sources, ({ product: name, title }) => `${name}\u0000${title}`),
    ({ product: name }) => name,
  );
  const told = [...byProduct].map(
    ([name, each]) =>
      fill(product, { product: name }) + each.map(({ title, obtain }) => fill(source, { title, obtain })).join(''),
  );
  return `${where}${told.join('\n')}`;
}

/** The exports that answer what the practice is judged by; a tool that has the kind of record may be silent on the question. */
function sourcesFor(
  { expects }: Practice,
  sources: Readonly<Record<string, SourceDefinition>>,
): readonly SourceDefinition[] {
  const judging = expects.filter(({ bears }) => bears !== 'as-context');
  const ids = judging.flatMap(({ fact }) => ANSWERED_BY[fact] ?? []);
  return distinct(ids.flatMap((id) => sources[id] ?? []));
}

function distinct<T>(entries: readonly T[]): readonly T[] {
  return [...new Set(entries)];
}

function practicesAsked(answers: Answers, catalog: Catalog): readonly Practice[] {
  const pointed = new Set(
    catalog.frameworks
      .filter(({ id }) => answers.frameworks.includes(id))
      .flatMap(({ controls }) => controls.flatMap(({ practices }) => practices.map((edge) => edge.practice))),
  );
  return catalog.practices.filter(({ id }) => pointed.has(id));
}
