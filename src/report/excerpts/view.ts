import { byCodeUnit } from '../../kernel/order.ts';
import { placeText } from '../../kernel/place.ts';
import type { CitedAs, Excerpt, ExcerptLine, ExcerptRow, WantedExcerpt } from '../../model/excerpt.ts';
import type { FigureSource } from '../markup.ts';
import { fileTarget } from '../view/file-target.ts';
import type { Lens } from '../view/lens.ts';
import { positions } from '../view/positions.ts';
import type { ExcerptView } from '../view/shape/excerpts.ts';
import { type Against, againstByPath, againstView } from './against.ts';
import { excerptAnchor } from './anchor.ts';
import { byPlace } from './by-place.ts';
import { CITED_WORDS, EXCERPT_WORDS } from './words.ts';

export interface ViewedExcerpts {
  readonly excerpts: readonly ExcerptView[];
  readonly figures: ReadonlyMap<string, FigureSource>;
}

/** What is shown of each exhibit, in the order of their numbers. */
export function excerptViews(lens: Lens, wanted: readonly WantedExcerpt[]): ViewedExcerpts {
  const cited = new Map(wanted.map((each) => [each.path, each]));
  const against = againstByPath(lens.findings);
  const figures = new Map<string, FigureSource>();
  const excerpts = [...lens.excerpts.values()]
    .map((excerpt) => ({ excerpt, number: lens.exhibitNumber(excerpt.path) }))
    .sort((a, b) => byCodeUnit(a.number, b.number) || byCodeUnit(a.excerpt.path, b.excerpt.path))
    .map(({ excerpt, number }) => {
      const { path } = excerpt;
      const file = fileTarget(lens.placement(path));
      const view = { ...EMPTY, anchor: excerptAnchor(number, path), number, path, file };
      if (excerpt.form !== 'picture')
        return { ...view, ...ofForm(excerpt, cited.get(path)), ...ofMarks(excerpt, against.get(path) ?? []) };
      const figure = `picture-${number}-${path}`;
      const { bytes, width, height } = excerpt;
      const alt = EXCERPT_WORDS.pictureAlt(number, path);
      figures.set(figure, { caption: '', figure: { kind: 'picture', alt, bytes, width, height, file } });
      return { ...view, figure, told: EXCERPT_WORDS.picture(width, height) };
    });
  return { excerpts, figures };
}

const EMPTY = {
  told: '',
  against: [],
  moreAgainst: '',
  same: [],
  names: [],
  table: [],
  records: [],
  lines: [],
  figure: '',
};

/** What is marked as an exception has a reason beside it. */
function ofMarks(
  excerpt: Exclude<Excerpt, { form: 'picture' }>,
  all: readonly Against[],
): Pick<ExcerptView, 'against' | 'moreAgainst'> {
  if (excerpt.form === 'pdf') return { against: [], moreAgainst: '' };
  const rows = excerpt.form === 'lines' ? placesOf(excerpt) : excerpt.shown;
  const marked = rows.filter(({ as }) => as === 'exception').map(({ place }) => placeText(place));
  return againstView(all, new Set(marked));
}

type CitedInAll = Pick<WantedExcerpt, 'citedInAll' | 'isLeast'> | undefined;

type Part = Pick<ExcerptView, 'told' | 'same' | 'names' | 'table' | 'records' | 'lines'>;

function ofForm(excerpt: Exclude<Excerpt, { form: 'picture' }>, inAll: CitedInAll): Partial<Part> {
  switch (excerpt.form) {
    case 'pdf':
      return { told: EXCERPT_WORDS.pdf(excerpt.pages) };
    case 'lines':
      return { told: toldOf(placesOf(excerpt), excerpt.of, inAll), lines: excerpt.shown.map(lineView) };
    case 'rows': {
      const cited = excerpt.shown.filter(({ as }) => as !== null);
      const told = excerpt.shown.filter(tells(cited)).toSorted((a, b) => byPlace(a.place, b.place));
      const shown = told.map(withDays);
      const sentence = toldOf(shown, excerpt.of, inAll);
      const { alike, rows } = partedBySameness(shown);
      const names = [...new Set(rows.flatMap(({ fields }) => fields.map(({ name }) => name)))];
      const headOf = headsOf(rows);
      const same = alike.map(({ name, text }) => ({ name, text: shortened(text, CELL_SIGNS) }));
      if (!fitsTable(names, rows))
        return { told: sentence, same, records: rows.map((row) => ({ ...headOf(row), ...recordView(row) })) };
      return {
        told: sentence,
        same,
        names,
        table: rows.map((row) => ({ ...headOf(row), cells: cellsOf(row, names) })),
      };
    }
  }
}

/** `1790683200 (2026-09-29)`: a number of seconds tells no reader its day. */
function withDays(row: ExcerptRow): ExcerptRow {
  const fields = row.fields.map(({ name, text, day }) => ({
    name,
    text: day === undefined ? text : EXCERPT_WORDS.dated(text, day),
  }));
  return { ...row, fields };
}

/** A neighbour of which nothing was read says nothing, nor does one that the file does not hold: it has only what stands around all that is cited. */
function tells(cited: readonly ExcerptRow[]): (row: ExcerptRow) => boolean {
  const isAround = (name: string, text: string) =>
    cited.every(({ fields }) => fields.some((field) => field.name === name && field.text === text));
  return ({ as, fields }) =>
    as !== null || fields.some(({ name, text }) => text.trim() !== '' && !isAround(name, text));
}

function placesOf({ path, shown }: Extract<Excerpt, { form: 'lines' }>): readonly Pick<ExcerptRow, 'place' | 'as'>[] {
  return shown.map(({ number, as }) => ({ place: { path, line: number }, as }));
}

/** `Rows 14–22 of 1403 shown: 5 cited, 1 exception; 12 more are cited and not shown here.` */
function toldOf(
  shown: readonly Pick<ExcerptRow, 'place' | 'as'>[],
  of: number | null,
  { citedInAll, isLeast }: NonNullable<CitedInAll> = { citedInAll: 0, isLeast: false },
): string {
  const count = (kind: CitedAs): number => shown.filter(({ as }) => as === kind).length;
  const [basis, exceptions] = [count('basis'), count('exception')];
  const more = citedInAll - basis - exceptions;
  const where = positions(shown.map(({ place }) => place));
  const isWhole = where === '' || (of === 1 && shown.length === 1 && shown[0]?.place.at !== undefined);
  const told = isWhole ? EXCERPT_WORDS.shown(EXCERPT_WORDS.whole, null) : EXCERPT_WORDS.shown(where, of);
  const rows = `${capital(told)}: ${EXCERPT_WORDS.cited(basis, exceptions)}`;
  return `${rows}${more > 0 ? `; ${isLeast ? EXCERPT_WORDS.notAllShown : EXCERPT_WORDS.notShown(more)}` : ''}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A table of few and short columns reads best as one; everything else field by field. */
const MOST_COLUMNS = 7;
const ROW_SIGNS = 105;

function fitsTable(names: readonly string[], rows: readonly ExcerptRow[]): boolean {
  if (names.length > MOST_COLUMNS) return false;
  const signs = names.map((name) =>
    rows.reduce((most, { fields }) => {
      const text = fields.find((field) => field.name === name)?.text ?? '';
      return Math.max(most, Math.min(text.length, 40));
    }, name.length),
  );
  return signs.reduce((sum, one) => sum + one, 0) <= ROW_SIGNS;
}

type HeadOf = (row: Pick<ExcerptRow, 'place' | 'as'>) => Pick<ExcerptView['records'][number], 'at' | 'mark' | 'tone'>;

/** Items of one list are told by their number alone, for the line above says of which. */
function headsOf(rows: readonly Pick<ExcerptRow, 'place'>[]): HeadOf {
  const lists = new Set(rows.map(({ place }) => place.at?.replace(/\/\d+$/, '')));
  return ({ place, as }) => {
    const item = lists.size === 1 ? /\/\d+$/.exec(place.at ?? '')?.[0] : undefined;
    const told = item === undefined ? place : { path: place.path, at: item };
    const at = place.row !== undefined ? String(place.row) : positions([told]);
    return { at: at === '' ? EXCERPT_WORDS.whole : at, ...markOf(as) };
  };
}

function markOf(as: CitedAs | null): { readonly mark: string; readonly tone: string } {
  if (as === null) return { mark: '', tone: 'muted' };
  const { sign, word, tone } = CITED_WORDS[as];
  return { mark: `${sign}\u00a0${word}`, tone };
}

/** What is the same in every row of many is told once above them. */
const ROWS_ALIKE = 4;

function partedBySameness(shown: readonly ExcerptRow[]): {
  readonly alike: ExcerptRow['fields'];
  readonly rows: readonly ExcerptRow[];
} {
  const [first, ...others] = shown;
  if (first === undefined || shown.length < ROWS_ALIKE) return { alike: [], rows: shown };
  const texts = others.map(({ fields }) => new Map(fields.map(({ name, text }) => [name, text])));
  const alike = first.fields.filter(({ name, text }) => text !== '' && texts.every((row) => row.get(name) === text));
  if (alike.length === first.fields.length) return { alike: [], rows: shown };
  const told = new Set(alike.map(({ name }) => name));
  const rows = shown.map((row) => ({ ...row, fields: row.fields.filter(({ name }) => !told.has(name)) }));
  return { alike, rows };
}

function cellsOf({ fields }: ExcerptRow, names: readonly string[]): string[] {
  const texts = new Map(fields.map(({ name, text }) => [name, text]));
  return names.map((name) => shortened(texts.get(name) ?? '', CELL_SIGNS));
}

const CELL_SIGNS = 200;
const MOST_FIELDS = 24;
const LINE_SIGNS = 600;

function recordView(row: ExcerptRow): Pick<ExcerptView['records'][number], 'fields' | 'more'> {
  const said = row.fields.filter(({ text }) => text.trim() !== '');
  const more = said.length - MOST_FIELDS;
  return {
    fields: said.slice(0, MOST_FIELDS).map(({ name, text }) => ({ name, text: shortened(text, CELL_SIGNS) })),
    more: more > 0 ? EXCERPT_WORDS.moreFields(more) : '',
  };
}

function lineView({ number, as, text }: ExcerptLine): ExcerptView['lines'][number] {
  // Columns of a log are made of blanks: a blank that stays keeps them.
  const kept = shortened(text, LINE_SIGNS)
    .replace(/\t/g, '    ')
    .replace(/ {2,}|^ /g, (blanks) => '\u00a0'.repeat(blanks.length));
  return { at: String(number), ...markOf(as), text: kept === '' ? EXCERPT_WORDS.blank : kept };
}

function shortened(text: string, signs: number): string {
  const points = text.length > signs ? [...text] : [];
  if (points.length <= signs) return text;
  return points.slice(0, signs).join('') + EXCERPT_WORDS.more(points.length - signs);
}
