import { byCodeUnit, groupBy } from '../../kernel/order.ts';
import type { Figure } from '../../model/document.ts';
import type { Practice } from '../../model/practice.ts';
import type { FigureSource } from '../markup.ts';
import type { Lens } from '../view/lens.ts';
import { FIGURE_WORDS } from './words.ts';

type Sankey = Extract<Figure, { kind: 'sankey' }>;
type Node = Sankey['columns'][number]['nodes'][number];

/** More boxes than these would be too low for their words. */
const SOURCES_SHOWN = 11;
const STATED = '\u0000stated';
const SILENT = '\u0000silent';

/** Which evidence carries which practices, and which frameworks ask for them. Each practice counts once, in equal parts. */
export function evidenceFlow(lens: Lens): FigureSource | undefined {
  const words = FIGURE_WORDS.sankey;
  const practices = lens.findings.practices.map((practice) => ({
    practice,
    sources: sourcesOf(practice, lens),
    askers: askersOf(practice, lens),
  }));
  const asked = practices.filter(({ askers }) => askers.length > 0);
  if (asked.length === 0 || asked.every(({ sources }) => sources[0] === SILENT)) return undefined;
  const sources = rankedSources(asked, lens);
  const domains = [...new Set(asked.map(({ practice }) => practice.domain))];
  const frameworks = lens.findings.frameworks.map(({ framework }) => framework);
  const rank = (source: string): number =>
    Math.max(
      0,
      sources.findIndex(({ ids }) => ids.includes(source)),
    );
  const links = [
    ...linksOf(asked, 0, ({ practice, sources: from }) =>
      from.map((source) => [rank(source), domains.indexOf(practice.domain), from.length]),
    ),
    ...linksOf(asked, 1, ({ practice, askers }) =>
      askers.map((asker) => [
        domains.indexOf(practice.domain),
        frameworks.findIndex(({ id }) => id === asker),
        askers.length,
      ]),
    ),
  ];
  const value = (column: number, index: number): number =>
    links.reduce((sum, link) => {
      const own =
        column === 0 ? link.column === 0 && link.from === index : link.column === column - 1 && link.to === index;
      return own ? sum + link.value : sum;
    }, 0);
  const columns = [
    { title: words.evidence, nodes: sources.map((source, index) => ({ ...source.node, value: value(0, index) })) },
    {
      title: words.practices,
      nodes: domains.map((domain, index) => ({ ...domainNode(domain, asked, lens), value: value(1, index) })),
    },
    {
      title: words.frameworks,
      nodes: frameworks.map(({ id, shortTitle }, index): Node => {
        const count = asked.filter(({ askers }) => askers.includes(id)).length;
        const counted = { n: count, of: asked.length };
        return { label: shortTitle, note: String(count), counted, tone: 'accent', value: value(2, index) };
      }),
    },
  ];
  return { caption: words.caption, figure: { kind: 'sankey', alt: altOf(asked, sources), columns, links } };
}

interface Flowing {
  readonly practice: Practice;
  /** By what it is told: sources of exports, statements, or nothing. */
  readonly sources: readonly string[];
  readonly askers: readonly string[];
}

/** The sources of the exhibits that its reasons rest on; what a person only says counts where no export speaks. */
function sourcesOf({ id }: Practice, { assessed, findings: { exhibits } }: Lens): readonly string[] {
  const reasons = (assessed(id)?.reasons ?? []).filter(
    ({ bears, outcome }) => bears !== 'as-context' && outcome !== 'unknown',
  );
  const paths = new Set(
    reasons.flatMap(({ places, exceptions }) => [...places, ...exceptions].map(({ place }) => place.path)),
  );
  const sources = exhibits.flatMap(({ path, source, mapping }) =>
    paths.has(path) && source !== null ? [mapping?.name ?? source] : [],
  );
  if (sources.length > 0) return [...new Set(sources)].sort(byCodeUnit);
  return [reasons.length > 0 ? STATED : SILENT];
}

function askersOf({ id }: Practice, { findings: { frameworks } }: Lens): readonly string[] {
  return frameworks
    .filter(({ framework }) =>
      framework.controls.some(({ practices }) => practices.some((edge) => edge.practice === id)),
    )
    .map(({ framework }) => framework.id);
}

interface Source {
  readonly ids: readonly string[];
  readonly node: Omit<Node, 'value'>;
  readonly count: number;
}

/** Those that bear on most practices first, the others together; then what is only said, then nothing. */
function rankedSources(asked: readonly Flowing[], { sourceTitle }: Lens): readonly Source[] {
  const words = FIGURE_WORDS.sankey;
  const bearing = (ids: readonly string[]): number =>
    asked.filter(({ sources }) => sources.some((id) => ids.includes(id))).length;
  const all = [...new Set(asked.flatMap(({ sources }) => sources))];
  const exports = all
    .filter((id) => id !== STATED && id !== SILENT)
    .map((id) => ({ id, count: bearing([id]) }))
    .sort((a, b) => b.count - a.count || byCodeUnit(a.id, b.id));
  const few = exports.length > SOURCES_SHOWN + 1 ? exports.slice(0, SOURCES_SHOWN) : exports;
  const rest = exports.slice(few.length).map(({ id }) => id);
  const source = (ids: readonly string[], label: string, tone: Node['tone']): Source => {
    const count = bearing(ids);
    return { ids, count, node: { label, note: String(count), counted: { n: count, of: asked.length }, tone } };
  };
  const named = few.map(({ id }) => source([id], sourceTitle(id), 'accent'));
  const together = (ids: readonly string[], label: string, tone: Node['tone']): readonly Source[] =>
    ids.length === 0 ? [] : [source(ids, label, tone)];
  return [
    ...named,
    ...together(rest, words.others(rest.length), 'accent'),
    ...together(
      all.filter((id) => id === STATED),
      words.statements,
      'stale',
    ),
    ...together(
      all.filter((id) => id === SILENT),
      words.nothing,
      'unknown',
    ),
  ];
}

function domainNode(domain: string, asked: readonly Flowing[], lens: Lens): Omit<Node, 'value'> {
  const own = asked.filter(({ practice }) => practice.domain === domain);
  const shown = own.filter(({ sources }) => sources[0] !== SILENT && sources[0] !== STATED).length;
  const counted = { n: shown, of: own.length };
  return {
    label: lens.domainTitle(domain),
    note: FIGURE_WORDS.sankey.domain(shown, own.length),
    counted,
    tone: 'accent',
  };
}

type End = readonly [from: number, to: number, among: number];

/** Equal parts of each practice, added up between the same two nodes. */
function linksOf(asked: readonly Flowing[], column: number, endsOf: (one: Flowing) => readonly End[]): Sankey['links'] {
  const ends = asked.flatMap(endsOf).map(([from, to, among]) => ({ from, to, value: 1 / among }));
  return [...groupBy(ends, ({ from, to }) => `${from} ${to}`).values()].flatMap((same) => {
    const [first] = same;
    return first === undefined
      ? []
      : [{ column, from: first.from, to: first.to, value: same.reduce((sum, each) => sum + each.value, 0) }];
  });
}

function altOf(asked: readonly Flowing[], sources: readonly Source[]): string {
  const words = FIGURE_WORDS.sankey;
  const count = (source: string): number => asked.filter(({ sources: [first] }) => first === source).length;
  const [stated, silent] = [count(STATED), count(SILENT)];
  const [first] = sources;
  const most = first === undefined || first.node.tone !== 'accent' ? '' : words.most(first.node.label, first.count);
  return words.alt({ practices: asked.length, shown: asked.length - stated - silent, stated, silent, most });
}
