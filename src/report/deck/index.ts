import type { Deck, DeckChart, DeckSeries, Slide } from '../../model/deck.ts';
import type { Brand, Figure } from '../../model/document.ts';
import { HEADLINE_FIGURE, SPLIT_FIGURE, TREND_FIGURE } from '../figures/index.ts';
import type { FigureSource } from '../markup.ts';
import type { View } from '../view/shape/index.ts';
import { DECK_WORDS as WORDS } from './words.ts';

export interface DeckOptions {
  readonly view: View;
  readonly figures: ReadonlyMap<string, FigureSource>;
  readonly brand: Brand;
  readonly mark: string;
  /** By the practices' titles. */
  readonly cadence: readonly { readonly practice: string; readonly found: number; readonly expected: number }[];
}

/** Further frameworks are on the slide of the two numbers and in the package. */
const FRAMEWORKS_SHOWN = 3;
const ISSUES_SHOWN = 6;
const GAPS_SHOWN = 7;
const DUTIES_SHOWN = 10;
/** Of a framework in many parts: more bars cannot be read from afar. */
const PARTS_SHOWN = 12;
const LONGEST = 150;

/** Eight to twelve slides for those who decide, of the same view as the documents: nothing is judged here, and nothing is said that they do not say. */
export function composeDeck(options: DeckOptions): Deck {
  const { view, figures, brand, mark } = options;
  const slides = [
    titleSlide(view),
    headlineSlide(figures),
    issuesSlide(view),
    ...view.frameworks
      .slice(0, FRAMEWORKS_SHOWN)
      .map(({ title, headline, figure }) => barsSlide(title, headline, figures.get(figure))),
    gapsSlide(view),
    planSlide(view),
    barsSlide(WORDS.owners, '', figures.get(SPLIT_FIGURE)),
    recurringSlide(options.cadence),
    trendSlide(figures.get(TREND_FIGURE)),
    checkingSlide(view, mark),
  ];
  return {
    title: WORDS.title(view.client.name),
    subject: WORDS.subject,
    author: view.organisation,
    madeOn: view.asOf,
    brand,
    footer: WORDS.footer(view.edition.word, view.asOf, mark),
    slides: slides.filter((slide) => slide !== undefined),
  };
}

function titleSlide({ client, prepared, period, asOf, edition }: View): Slide {
  const lines = [
    WORDS.period(period.from, period.to),
    WORDS.asOf(asOf),
    ...(prepared.line === '' ? [] : [WORDS.prepared(prepared.line)]),
    edition.word,
  ];
  return { kind: 'title', title: client.name, says: WORDS.says, lines, notice: WORDS.notice };
}

function headlineSlide(figures: DeckOptions['figures']): Slide | undefined {
  const figure = figures.get(HEADLINE_FIGURE)?.figure;
  if (figure?.kind !== 'headline') return undefined;
  return { kind: 'tiles', title: WORDS.headline, says: WORDS.headlineSays, tiles: figure.tiles };
}

function issuesSlide({ issues, moreIssues }: View): Slide {
  const shares = [3.2, 4.4, 2.4, 1.2];
  return {
    kind: 'table',
    title: WORDS.issues,
    says: WORDS.issuesSays(moreIssues),
    columns: WORDS.issueColumns.map((title, index) => ({ title, share: shares[index] ?? 1 })),
    rows: issues.slice(0, ISSUES_SHOWN).map(({ title, text, owner, due }) => [title, text, owner, due].map(cut)),
    empty: WORDS.noIssues,
  };
}

/** The picture of the documents, as a chart with numbers that can be opened. */
function barsSlide(title: string, says: string, source: FigureSource | undefined): Slide | undefined {
  const figure = source?.figure;
  if (figure?.kind !== 'stacked-bars') return undefined;
  const { alt, legend } = figure;
  const rows = largest(figure.rows);
  const series = legend.map(({ label, tone }, index) => ({
    name: label,
    tone,
    values: rows.map(({ values }) => values[index] ?? 0),
  }));
  const chart: DeckChart = {
    kind: 'stacked-bars',
    alt,
    labels: rows.map(({ label }) => label),
    series,
    percent: false,
  };
  const told = says === '' ? alt : says;
  const all = figure.rows.length;
  return { kind: 'chart', title, says: rows.length < all ? WORDS.largest(told, rows.length, all) : told, chart };
}

type Row = Extract<Figure, { kind: 'stacked-bars' }>['rows'][number];

/** In the order of the framework. */
function largest(rows: readonly Row[]): readonly Row[] {
  const sum = ({ values }: Row): number => values.reduce((total, value) => total + value, 0);
  const kept = new Set(rows.toSorted((a, b) => sum(b) - sum(a)).slice(0, PARTS_SHOWN));
  return rows.filter((row) => kept.has(row));
}

function gapsSlide({ gaps }: View): Slide | undefined {
  if (gaps.length === 0) return undefined;
  const owners = [...new Set(gaps.map(({ owner }) => owner))];
  const tones = ['bad', 'part', 'muted'] as const;
  const words = [...new Set(gaps.map(({ severity }) => severity))];
  const ordered = WORDS.severities.filter((word) => words.some((severity) => same(severity, word)));
  const series = ordered.map((name) => ({
    name,
    tone: tones[WORDS.severities.indexOf(name)] ?? 'muted',
    values: owners.map((owner) => gaps.filter((gap) => gap.owner === owner && same(gap.severity, name)).length),
  }));
  const high = gaps.filter(({ severity }) => same(severity, WORDS.severities[0])).length;
  const says = WORDS.gapsSays(gaps.length, high);
  return {
    kind: 'chart',
    title: WORDS.gaps,
    says,
    chart: { kind: 'stacked-bars', alt: says, labels: owners, series, percent: false },
  };
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function planSlide({ gaps }: View): Slide {
  const shown = gaps.slice(0, GAPS_SHOWN);
  const shares = [1, 2.4, 2.2, 4, 1.2, 1.3];
  return {
    kind: 'table',
    title: WORDS.gapsPlan,
    says: WORDS.gapsPlanSays(gaps.length, shown.length),
    columns: WORDS.gapColumns.map((title, index) => ({ title, share: shares[index] ?? 1 })),
    rows: shown.map(({ id, practice, owner, action, due, status }) =>
      [id, practice, owner, action, due, status].map(cut),
    ),
    empty: WORDS.noGaps,
  };
}

/** Those that were found least often, against how often they must be. */
function recurringSlide(cadence: DeckOptions['cadence']): Slide | undefined {
  if (cadence.length === 0) return undefined;
  const lacking = ({ expected, found }: DeckOptions['cadence'][number]): number => Math.max(0, expected - found);
  const shown = cadence.toSorted((a, b) => lacking(b) - lacking(a)).slice(0, DUTIES_SHOWN);
  const met = cadence.filter((line) => lacking(line) === 0).length;
  const says = WORDS.recurringSays(met, cadence.length);
  const series = [
    { name: WORDS.recurringFound, tone: 'good' as const, values: shown.map(({ found }) => found) },
    { name: WORDS.recurringMissing, tone: 'stale' as const, values: shown.map(lacking) },
  ];
  const chart = {
    // Weekly duties beside yearly ones: on one scale the yearly could not be seen.
    kind: 'full-bars' as const,
    alt: says,
    labels: shown.map(({ practice }) => practice),
    series,
    percent: false,
  };
  return { kind: 'chart', title: WORDS.recurring, says, chart };
}

/** A package that had not the framework leaves a gap in its line. */
function trendSlide(source: FigureSource | undefined): Slide | undefined {
  const figure = source?.figure;
  if (figure?.kind !== 'trend') return undefined;
  const tones = ['accent', 'part', 'stale', 'unknown'] as const;
  const series = figure.rows.map(
    ({ label, points }, index): DeckSeries => ({
      name: label,
      tone: tones[index % tones.length] ?? 'muted',
      values: points.map((point) => (point === null ? null : Math.floor((100 * point.supported) / point.of))),
    }),
  );
  const labels = figure.packages.map(({ asOf }) => asOf);
  return {
    kind: 'chart',
    title: WORDS.trend,
    says: WORDS.trendSays,
    chart: { kind: 'lines', alt: figure.alt, labels, series, percent: true },
  };
}

function checkingSlide({ assurance }: View, mark: string): Slide {
  return {
    kind: 'points',
    title: WORDS.checking,
    says: WORDS.checkingSays,
    points: WORDS.checks(mark, assurance).filter((text) => text !== ''),
  };
}

/** A slide is read from afar: what is longer stands in the package. */
function cut(text: string): string {
  const points = [...text];
  if (points.length <= LONGEST) return text;
  const whole = points.slice(0, LONGEST).join('');
  return WORDS.cut(whole.slice(0, Math.max(whole.lastIndexOf(' '), LONGEST / 2)));
}
