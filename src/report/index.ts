import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { Deck } from '../model/deck.ts';
import type { Brand, Document } from '../model/document.ts';
import type { Edition } from '../model/engagement.ts';
import type { Excerpt } from '../model/excerpt.ts';
import type { Findings } from '../model/findings.ts';
import type { CustodyEntry, ExhibitPlacement, SkippedFile } from '../model/package.ts';
import type { Workbook } from '../model/workbook.ts';
import { brandOf, paperIn } from './brand.ts';
import { collectCalendar, collectCsv } from './calendar.ts';
import { csv } from './csv.ts';
import { custodyOf } from './custody.ts';
import { composeDeck, type DeckOptions } from './deck/index.ts';
import { type Setting, writeDocument } from './document.ts';
import { numberedPaths } from './edition/paths.ts';
import { scrub } from './edition/scrub.ts';
import { forEdition, type Withheld } from './edition.ts';
import { htmlPage } from './html/page.ts';
import { findingsJson } from './json.ts';
import { oscalFiles } from './oscal/index.ts';
import { profilesOf, workbooksOf } from './sheets/index.ts';
import { type PreparedTemplate, prepareTemplates } from './template/engine.ts';
import type { FrontMatter } from './template/front-matter.ts';
import { ownTemplates, type Templates } from './template/source.ts';
import { viewOf } from './view/index.ts';
import { type Lens, lensOn, type SourceTitles } from './view/lens.ts';
import type { Omission } from './view/omissions.ts';
import { View } from './view/shape/index.ts';
import { EDITION_TRAITS, OMISSION_COLUMNS } from './words.ts';

export { type AloneMaterials, composeMatrix, composeTransition, type MatrixOptions } from './alone/index.ts';
export { summary as transitionSummary } from './alone/transition-view.ts';
export { collectFile } from './calendar.ts';
export { forEdition, type Withheld } from './edition.ts';
export { wantedExcerpts } from './excerpts/wanted.ts';
export { findingsJson, inspectionJson } from './json.ts';
export { composePortfolio } from './portfolio/index.ts';
export { portfolioView } from './portfolio/view.ts';
export type { Templates } from './template/source.ts';
export { EDITION_TRAITS } from './words.ts';

export interface ComposeOptions {
  readonly edition: Edition;
  readonly templates: Templates;
  /** Where each exhibit stands in the package; without them exhibits are numbered in the order of their paths. */
  readonly placements: readonly ExhibitPlacement[];
  /** How far the package can be trusted to be what it says, in a sentence. */
  readonly assurance: string;
  /** `proofpack 0.1.0`: what made the findings, as OSCAL names the tool. */
  readonly software?: string;
  /** Titles of the practices' domains, from the catalogue. */
  readonly domains?: readonly { readonly id: string; readonly title: string }[];
  /** What lies in the engagement folder and is no exhibit. */
  readonly skipped?: readonly SkippedFile[];
  /** What was found in the exhibits and must not be shown. */
  readonly withheld?: Withheld;
  /** What can be shown of the exhibits that leave; only editions that name people show it. */
  readonly excerpts?: readonly Excerpt[];
  /** What each source is called; its id stands where none is given. */
  readonly sources?: SourceTitles;
  readonly logo?: Brand['logo'];
  readonly paper?: Document['paper'];
}

export interface Composed {
  readonly documents: readonly Document[];
  readonly workbooks: readonly Workbook[];
  /** Inside the bag: `data/index.html`. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** The first digits of the SHA-256 of `data/machine/findings.json`: each page carries them at its foot. */
  readonly mark: string;
  /** What became of the exhibits and who decided what, before the package is built. */
  readonly custody: readonly CustodyEntry[];
  readonly notes: readonly Diagnostic[];
  /** Slides for those who decide; made when they are asked for. */
  readonly deck: () => Deck;
}

const MARK_DIGITS = 12;

/** Findings through templates into all that an edition's package shows. Pure: the same request gives the same result. */
export function compose(findings: Findings, options: ComposeOptions): Composed {
  const templates = checkTemplates(options.templates);
  const shown = forEdition(findings, options.edition, options.placements, options.withheld);
  const lens = lensOn(shown, {
    edition: options.edition,
    placements: placementsIn(findings, options),
    domains: options.domains ?? [],
    skipped: options.skipped ?? [],
    excerpts: shownExcerpts(options),
    sources: options.sources ?? {},
  });
  const machine = jsonText(findingsJson(shown));
  const digest = sha256(machine);
  const mark = digest.slice(0, MARK_DIGITS);
  const brand = brandOf(shown.engagement, options.logo);
  const wanted = templates.filter(({ front }) => front.editions.includes(options.edition));
  const documents = (made: readonly PreparedTemplate[]) =>
    made.map(({ front }) => front).filter(({ output }) => output === 'pdf');
  const first = viewOf(lens, { documents: [], assurance: options.assurance, digest });
  const made = wanted.filter(({ front }) => front.when === null || isTold(first.view[front.when as keyof View]));
  const beside = workbooksOf(lens, first).filter(({ fileName }) =>
    documents(made).some(({ file }) => file === fileName),
  );
  const profiles = profilesOf(lens, first);
  const workbooks = [...beside, ...profiles.map(({ about: _, ...workbook }) => workbook)];
  const view: View = {
    ...first.view,
    where: whereOf(documents(made)),
    documents: [
      ...documents(made).map(({ title, file, about }) => ({
        title,
        file,
        path: `${file}.pdf`,
        about,
        workbook: beside.some(({ fileName }) => fileName === file) ? `${file}.xlsx` : '',
      })),
      ...profiles.map(({ title, fileName, about }) => ({
        title,
        file: `${fileName}.xlsx`,
        path: `${fileName}.xlsx`,
        about,
        workbook: '',
      })),
    ],
  };
  const setting: Setting = {
    view,
    figures: first.figures,
    brand: brand.value,
    paper: options.paper ?? paperIn(shown.engagement.client.timeZone),
    footer: shown.engagement.brand.footer ?? brand.value.organisation,
  };
  const written = made.map((template) => ({ output: template.front.output, ...writeDocument(template, setting) }));
  const pages = written.filter(({ output }) => output === 'html').map(({ value }) => value);
  return {
    documents: written.filter(({ output }) => output === 'pdf').map(({ value }) => value),
    workbooks,
    files: [
      ...pages.map((page) => ({ path: `data/${page.fileName}.html`, text: htmlPage(page) })),
      { path: 'data/machine/findings.json', text: machine },
      { path: 'data/machine/engagement.json', text: jsonText(shown.engagement) },
      { path: 'data/machine/OMISSIONS.csv', text: omissionsCsv(first.omissions) },
      ...oscalFiles(lens, { software: options.software ?? 'proofpack', digest }).map(({ name, content }) => ({
        path: `data/machine/${name}`,
        // Only programs read them, and they are long: without line breaks.
        text: `${JSON.stringify(content)}\n`,
      })),
      // For those who collect; whoever receives answers has no use for it.
      ...(lens.named
        ? [
            { path: 'data/machine/COLLECT-BY.csv', text: collectCsv(lens) },
            { path: 'data/machine/collect-by.ics', text: collectCalendar(lens) },
          ]
        : []),
    ],
    mark,
    deck: () => composeDeck({ view, figures: first.figures, brand: brand.value, mark, cadence: cadenceOf(lens) }),
    custody: custodyOf(shown, {
      placements: placementsIn(findings, options),
      software: options.software ?? 'proofpack',
      templates: ownTemplates(options.templates),
    }),
    notes: [
      ...ownTemplates(options.templates).map(({ file }) => diagnostic('template-own', { file }, { path: file })),
      ...brand.notes,
      ...written.flatMap(({ notes }) => notes),
    ],
  };
}

type Where = View['where'];

/** The file that tells it, by what is told; the first one where several do. */
function whereOf(fronts: readonly FrontMatter[]): Where {
  const telling = (told: keyof Where) => fronts.find(({ tells }) => tells.includes(told))?.file ?? '';
  return {
    questions: telling('questions'),
    controls: telling('controls'),
    gaps: telling('gaps'),
    evidence: telling('evidence'),
    statements: telling('statements'),
  };
}

/** Reads and lints all templates; throws `template-invalid` with every problem at `file:line:column`. */
export function checkTemplates(templates: Templates): readonly PreparedTemplate[] {
  const known = prepared.get(templates);
  if (known !== undefined) return known;
  const made = prepareTemplates(templates, View);
  prepared.set(templates, made);
  return made;
}

/** Several editions of one run share their templates. */
const prepared = new WeakMap<Templates, readonly PreparedTemplate[]>();

/** In an edition without names the placements follow the paths that it shows. */
function placementsIn(findings: Findings, { edition, placements }: ComposeOptions): readonly ExhibitPlacement[] {
  if (EDITION_TRAITS[edition].named) return placements;
  const paths = numberedPaths(findings, placements);
  return placements.map((placement) => ({
    ...placement,
    original: paths.get(placement.original) ?? placement.original,
  }));
}

function cadenceOf({ findings, practiceTitle }: Lens): DeckOptions['cadence'] {
  return findings.cadence.map(({ practice, found, expected }) => ({
    practice: practiceTitle(practice),
    found,
    expected,
  }));
}

/** What may not be shown is taken out of them as out of the findings. */
function shownExcerpts({ edition, excerpts = [], withheld }: ComposeOptions): readonly Excerpt[] {
  if (!EDITION_TRAITS[edition].named) return [];
  const words = withheld?.words ?? new Map();
  return excerpts.map((excerpt) =>
    excerpt.form === 'rows' || excerpt.form === 'lines' ? scrub(excerpt, words) : excerpt,
  );
}

function isTold(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function omissionsCsv(omissions: readonly Omission[]): string {
  return csv([
    OMISSION_COLUMNS,
    ...omissions.map(({ what, subject, reason, cure, by }) => [what, subject, reason, cure, by]),
  ]);
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
