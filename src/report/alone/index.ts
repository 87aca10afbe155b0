import { sha256 } from '../../kernel/sha256.ts';
import type { Brand, Document } from '../../model/document.ts';
import type { Findings } from '../../model/findings.ts';
import type { SpokenMatrix } from '../../model/responsibility-words.ts';
import type { Transition } from '../../model/transition.ts';
import type { Workbook } from '../../model/workbook.ts';
import { brandOf, paperIn } from '../brand.ts';
import { writeDocument } from '../document.ts';
import { matrixSheets } from '../sheets/matrix.ts';
import { prepareTemplates } from '../template/engine.ts';
import type { Templates } from '../template/source.ts';
import { viewOf } from '../view/index.ts';
import { lensOn } from '../view/lens.ts';
import { View } from '../view/shape/index.ts';
import { nameless } from './nameless.ts';
import { ofParty } from './of-party.ts';
import { spokenSheet } from './spoken-sheet.ts';
import { transitionSheets } from './transition-sheets.ts';
import { TransitionView, transitionView } from './transition-view.ts';
import { ALONE } from './words.ts';

/** What a document outside of a package is made with. */
export interface AloneMaterials {
  readonly templates: Templates;
  readonly domains: readonly { readonly id: string; readonly title: string }[];
  /** Beside the title. */
  readonly logo?: Brand['logo'] | undefined;
}

export interface MatrixOptions extends AloneMaterials {
  /** Only what this party has a hat in. */
  readonly party?: string | undefined;
  /** Without the names of people and of the client, and without what is open. */
  readonly redact: boolean;
  /** The same control by control in the words of others. */
  readonly spoken?: SpokenMatrix | undefined;
}

export interface Alone {
  readonly findings: Findings;
  /** Changes with every hat of every practice and control, and with nothing else. */
  readonly version: string;
  readonly document: Document;
  readonly workbook: Workbook;
}

const VERSION_DIGITS = 12;

/** The responsibility matrix alone: what it is at the as-of date, without a word on what the evidence shows. */
export function composeMatrix(whole: Findings, options: MatrixOptions): Alone {
  const told = options.redact ? nameless(whole) : whole;
  const findings = options.party === undefined ? told : ofParty(told, options.party);
  const { ownership, engagement } = findings;
  const lens = lensOn(findings, { edition: 'internal', placements: [], domains: options.domains });
  const version = `${engagement.asOf}.${versionOf(findings)}`;
  const viewed = viewOf(lens, { documents: [], assurance: '', digest: version });
  const party = ownership.parties.find(({ id }) => id === options.party);
  const title = party === undefined ? TITLES.matrix : ALONE.dutiesOf(party.title);
  const view = { ...viewed.view, edition: { ...viewed.view.edition, word: '' } };
  const document = written('responsibility-matrix', { view, shape: View, title }, findings, options);
  const sheets = matrixSheets(lens, viewed)
    .filter(({ name }) => !options.redact || name !== 'Open issues')
    .map(withoutVerdicts);
  const more = options.spoken === undefined ? [] : [spokenSheet(options.spoken)];
  return { findings, version, document, workbook: bookOf(title, [...sheets, ...more], findings) };
}

/** The handover from one model to another. */
export function composeTransition(
  transition: Transition,
  findings: Findings,
  options: AloneMaterials,
): Omit<Alone, 'version'> {
  const view = transitionView(transition, findings, options.domains);
  const document = written('transition', { view, shape: TransitionView, title: TITLES.transition }, findings, options);
  const workbook = bookOf(TITLES.transition, transitionSheets(transition, findings), findings);
  return { findings, document, workbook };
}

const TITLES = { matrix: 'Responsibility matrix', transition: 'Handover plan' } as const;

function written(
  id: string,
  of: {
    readonly view: View | TransitionView;
    readonly shape: Parameters<typeof prepareTemplates>[1];
    readonly title: string;
  },
  { engagement }: Findings,
  { templates, logo }: AloneMaterials,
): Document {
  const text = templates.documents[id] ?? '';
  const only: Templates = { documents: { [`alone/${id}`]: text }, partials: templates.partials };
  const [template] = prepareTemplates(only, of.shape);
  if (template === undefined) throw new RangeError(`there is no template alone/${id}`);
  const brand = brandOf(engagement, logo).value;
  const setting = {
    view: of.view,
    figures: new Map(),
    brand,
    paper: paperIn(engagement.client.timeZone),
    footer: engagement.brand.footer ?? brand.organisation,
  };
  const { value } = writeDocument(template, setting);
  return { ...value, title: of.title, running: { ...value.running, right: of.title } };
}

function bookOf(title: string, sheets: Workbook['sheets'], { engagement }: Findings): Workbook {
  const author = engagement.brand.organisation ?? engagement.prepared?.organisation ?? '';
  return { fileName: title, title: `${title}: ${engagement.client.name}`, author, madeOn: engagement.asOf, sheets };
}

function withoutVerdicts(sheet: Workbook['sheets'][number]): Workbook['sheets'][number] {
  const kept = sheet.columns.map(({ title }) => title !== 'Verdict');
  return {
    ...sheet,
    columns: sheet.columns.filter((_, i) => kept[i]),
    rows: sheet.rows.map((row) => row.filter((_, i) => kept[i])),
  };
}

function versionOf({ ownership: { assignments, controls } }: Findings): string {
  return sha256(JSON.stringify([assignments, controls])).slice(0, VERSION_DIGITS);
}
