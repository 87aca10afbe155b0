import { byCodeUnit, groupBy } from '../../kernel/order.ts';
import { outermost } from '../../kernel/place.ts';
import type { PracticeAssessment } from '../../model/assessment.ts';
import type { Edition } from '../../model/engagement.ts';
import type { Excerpt } from '../../model/excerpt.ts';
import type { Basis, Measure, UnknownReason } from '../../model/fact.ts';
import type { Findings, MissingEvidence } from '../../model/findings.ts';
import type { ExhibitPlacement, SkippedFile } from '../../model/package.ts';
import type { Practice } from '../../model/practice.ts';
import { EDITION_TRAITS, PHRASES } from '../words.ts';
import type { CitationView } from './shape/common.ts';

/** What every part of the view looks through: the findings of one edition, and ways to find things in them. */
export interface Lens {
  readonly findings: Findings;
  readonly edition: Edition;
  readonly named: boolean;
  readonly compact: boolean;
  readonly practice: (id: string) => Practice | undefined;
  readonly practiceTitle: (id: string) => string;
  /** `INS-BKP-03 Immutable backups`: an id alone tells its question to nobody who does not know the list by heart. */
  readonly controlTitle: (id: string) => string;
  readonly assessed: (id: string) => PracticeAssessment | undefined;
  readonly missing: (practice: string) => readonly MissingEvidence[];
  /** What a fact asks, or nothing where it is not among the findings. */
  readonly question: (fact: string) => string;
  /** What a fact measured, where it is known. */
  readonly measure: (fact: string) => Measure | undefined;
  /** Of a fact the rows that it counts and does not keep, by exhibit. */
  readonly unlisted: (fact: string) => readonly { readonly path: string; readonly rows: number }[];
  /** Why a fact is not known; nothing where it is, or is not among the findings. */
  readonly unknownBecause: (fact: string) => UnknownReason | undefined;
  readonly domainTitle: (id: string) => string;
  /** `Northlake IT`, or the title where no name is told, or where that of any party is one that no column has room for: the matrix tells both. */
  readonly party: (id: string) => string;
  readonly partyInFull: (id: string) => string;
  /** Approvers may be told by party or by name. */
  readonly partyOrPerson: (word: string) => string;
  /** `E-007`; an inner file of a container has its container's number. */
  readonly exhibitNumber: (path: string) => string;
  readonly placement: (path: string) => ExhibitPlacement | undefined;
  readonly skipped: readonly SkippedFile[];
  /** `Cisco Duo: Users`: an id tells a reader nothing who does not know our list; it stands where no title is known. */
  readonly sourceTitle: (id: string) => string;
  /** A note as a reader has it: practices and sources by their titles, where the terminal told their ids. */
  readonly noteText: (message: string) => string;
  /** What to do about a note, for editions that whoever makes the package reads. */
  readonly hint: (text: string) => string;
  /** What is shown of exhibits, by path; nothing in editions that show none of them. */
  readonly excerpts: ReadonlyMap<string, Excerpt>;
  /** Citations already put into words: many controls rest on the same rows. */
  readonly cited: WeakMap<readonly Basis[], Cited>;
}

export interface Cited {
  readonly citations: readonly CitationView[];
  /** `and 34 more`, or nothing. */
  readonly more: string;
}

export interface LensOptions {
  readonly edition: Edition;
  readonly placements: readonly ExhibitPlacement[];
  readonly domains: readonly { readonly id: string; readonly title: string }[];
  readonly skipped?: readonly SkippedFile[];
  readonly excerpts?: readonly Excerpt[];
  readonly sources?: SourceTitles;
}

/** What each source is called, by its id. */
export type SourceTitles = Readonly<Record<string, { readonly product: string; readonly title: string }>>;

export function lensOn(
  findings: Findings,
  { edition, placements, domains, skipped = [], excerpts = [], sources = {} }: LensOptions,
): Lens {
  const practices = new Map(findings.practices.map((practice) => [practice.id, practice]));
  const assessed = new Map(findings.practiceAssessments.map((each) => [each.practice, each]));
  const controls = new Map(
    findings.frameworks.flatMap(({ framework }) => framework.controls.map(({ id, title }) => [id, title] as const)),
  );
  const questions = new Map(findings.facts.map(({ id, question }) => [id, question]));
  const measures = new Map(
    findings.facts.flatMap(({ id, fact }) => (fact.status === 'known' ? [[id, fact.measure] as const] : [])),
  );
  const unknowns = new Map(
    findings.facts.flatMap(({ id, fact }) => (fact.status === 'unknown' ? [[id, fact.because] as const] : [])),
  );
  const unlisted = new Map(
    findings.facts.flatMap(({ id, fact }) => (fact.status === 'known' ? [[id, fact.unlisted ?? []] as const] : [])),
  );
  const missing = groupBy(findings.missing, ({ practice }) => practice);
  const parties = new Map(findings.ownership.parties.map((party) => [party.id, party]));
  const titles = new Map(domains.map(({ id, title }) => [id, title]));
  const numbers = exhibitNumbers(findings, placements);
  const byPath = new Map(placements.map((placement) => [placement.original, placement]));
  const { named, compact, hints } = EDITION_TRAITS[edition];
  // One name that no column has room for, and all parties go by their titles: a reader should not guess which of them is a person.
  const byTitle = findings.ownership.parties.some(({ name = '', title }) => isLong(name, title));
  const partyInFull = (id: string): string => {
    const party = parties.get(id);
    if (party === undefined) return id === '' ? PHRASES.nobody : id;
    return party.name === undefined ? party.title : PHRASES.named(party.name, party.title);
  };
  return {
    findings,
    edition,
    named,
    compact,
    practice: (id) => practices.get(id),
    practiceTitle: (id) => practices.get(id)?.title ?? id,
    controlTitle: (id) => PHRASES.control(id, controls.get(id) ?? ''),
    assessed: (id) => assessed.get(id),
    missing: (practice) => missing.get(practice) ?? [],
    question: (fact) => questions.get(fact) ?? '',
    measure: (fact) => measures.get(fact),
    unlisted: (fact) => unlisted.get(fact) ?? [],
    unknownBecause: (fact) => unknowns.get(fact),
    domainTitle: (id) => titles.get(id) ?? readable(id),
    party: (id) => {
      const { name = '', title = id } = parties.get(id) ?? {};
      if (id === '') return PHRASES.nobody;
      return name === '' || byTitle ? title : name;
    },
    partyInFull,
    partyOrPerson: (word) => (parties.has(word) ? partyInFull(word) : word),
    exhibitNumber: (path) => numbers.get(path) ?? numbers.get(outermost(path)) ?? path,
    cited: new WeakMap(),
    skipped,
    sourceTitle: (id) => titleOf(id, sources),
    noteText: (message) =>
      withTitles(message, (id) => practices.get(id)?.title ?? (sources[id] && titleOf(id, sources))),
    hint: (text) => (hints ? text : ''),
    excerpts: new Map(excerpts.map((excerpt) => [excerpt.path, excerpt])),
    placement: (path) => byPath.get(path) ?? byPath.get(outermost(path)),
  };
}

/** Ids are words with hyphens; in the name of a file they are no ids. */
const ID = /(?<![\w/.\\-])[a-z0-9]+(?:-[a-z0-9]+)+(?![\w/\\-]|\.\w)/g;

function withTitles(message: string, titleFor: (id: string) => string | undefined): string {
  return message.replace(ID, (id) => {
    const title = titleFor(id);
    return title === undefined ? id : PHRASES.quoted(title);
  });
}

/** A title that names its product needs it no second time. */
function titleOf(id: string, sources: SourceTitles): string {
  const source = sources[id];
  if (source === undefined) return id;
  const { product } = source;
  // What forms it can come in is no word on this file.
  const title = source.title.replace(/ \([^()]*\)$/, '');
  const isNamed = product.split(/\W+/).some((word) => title.toLowerCase().includes(word.toLowerCase()));
  return isNamed ? title : PHRASES.sourceTitle(product, title);
}

/** In letters: what a narrow column holds on two lines. A longer one makes each row of a table as high as it is long. */
const LONGEST_NAME = 24;

function isLong(name: string, title: string): boolean {
  return name.length > LONGEST_NAME && name.length > title.length;
}

/** The package's numbers where it has decided them; in the order of the paths otherwise. */
export function exhibitNumbers(
  findings: Findings,
  placements: readonly ExhibitPlacement[],
): ReadonlyMap<string, string> {
  if (placements.length > 0) return new Map(placements.map(({ original, number }) => [original, number]));
  const outer = [...new Set(findings.exhibits.map(({ path }) => outermost(path)))].sort(byCodeUnit);
  return new Map(outer.map((path, index) => [path, `E-${String(index + 1).padStart(3, '0')}`]));
}

function readable(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
