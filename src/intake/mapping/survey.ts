import { INTAKE_LOOKS } from '../../kernel/messages/intake-words.ts';
import { foldedWords } from '../../model/mapping/vocabulary.ts';
import { UNDATED } from '../../model/observed.ts';
import { parseNumber } from '../cell.ts';
import type { Circumstances } from '../circumstances.ts';
import type { Fields } from '../contract.ts';
import { newTally, type OrderTally } from '../dates/order.ts';
import { readWritten } from '../dates/written.ts';
import { startPass } from '../pass.ts';
import { readerOf } from '../read-shapes.ts';
import { fitOf, lookAt, lookText } from '../recognise.ts';
import type { TextFile } from '../text-file.ts';
import { Unreadable } from '../trouble.ts';
import { type Layout, layoutOf } from './layout.ts';
import { commaNumber } from './numbers.ts';
import { readingFor } from './source.ts';

/** An unknown file looked through from its first row to its last. */
export interface Survey extends Layout {
  readonly path: string;
  readonly rows: number;
  readonly columns: readonly ColumnSurvey[];
  /** Rows that begin as rows of totals do; their cells are not counted among the values. */
  readonly totals: readonly TotalsRow[];
}

export interface TotalsRow {
  readonly column: string;
  readonly text: string;
  readonly row: number | undefined;
}

export interface ColumnSurvey {
  readonly name: string;
  readonly filled: number;
  /** How often each value was seen, until there were too many different ones. */
  readonly values: ReadonlyMap<string, number>;
  readonly many: boolean;
  readonly dates: number;
  /** What the dates tell of the order of day and month. */
  readonly order: OrderTally;
  readonly numbers: number;
  readonly commaNumbers: number;
  /** Whole numbers of the size of seconds or milliseconds since 1970. */
  readonly seconds: number;
  readonly milliseconds: number;
}

export interface SurveyRequest {
  /** Whether a word is one that tools write over columns; whether it is one that rows of totals begin with. Both folded. */
  readonly knows: (header: string) => boolean;
  readonly isTotal: (word: string) => boolean;
  readonly items?: string | undefined;
}

/** Throws `Unreadable` when the file breaks or holds no rows. */
export async function surveyText(file: TextFile, request: SurveyRequest): Promise<Survey> {
  const { sample, look } = await lookAt(file);
  const layout = layoutOf(sample, look, request);
  if (!layout) throw new Unreadable(sample.blank ? INTAKE_LOOKS.empty() : lookText(sample, look));
  const growing = layout.names.map(startColumn);
  const totals: TotalsRow[] = [];
  let rows = 0;
  const reading = readingFor(layout, (row) => {
    rows += 1;
    const total = totalsRow(row, layout, request.isTotal);
    if (total) totals.push(total);
    else for (const column of growing) column.see(row.text(column.name));
    return undefined;
  });
  const fit = fitOf(reading, sample, look);
  if (!fit) throw new Unreadable(lookText(sample, look));
  const pass = startPass(file.path, BARE, { order: { order: undefined, assumed: false } });
  await readerOf(file, fit)(pass);
  return { ...layout, path: file.path, rows, columns: growing.map((column) => column.result()), totals };
}

/** Nothing is known of the file but itself. */
const BARE: Circumstances = {
  source: undefined,
  excluded: null,
  produced: null,
  whole: null,
  zone: 'UTC',
  dateOrder: undefined,
  said: {},
  asStated: UNDATED,
};

/** Its first cell that is filled is a word for totals, and other cells are left blank: a device may be called Total. */
function totalsRow(row: Fields, { names, reads }: Layout, isTotal: (word: string) => boolean): TotalsRow | undefined {
  if (reads.shape !== 'table') return undefined;
  const filled = names.filter((name) => row.text(name) !== undefined);
  const [column] = filled;
  const text = column === undefined ? undefined : row.text(column);
  if (column === undefined || text === undefined || filled.length * 2 > names.length + 1) return undefined;
  const [first = '', second = ''] = foldedWords(text).split(' ');
  return isTotal(first) || isTotal(`${first} ${second}`) ? { column, text, row: row.place.row } : undefined;
}

const MOST_VALUES = 60;
const SECONDS = [315_532_800, 4_102_444_800] as const;

function startColumn(name: string) {
  const values = new Map<string, number>();
  const order = newTally();
  const tally = { filled: 0, dates: 0, numbers: 0, commaNumbers: 0, seconds: 0, milliseconds: 0 };
  let many = false;
  return {
    name,
    see(text: string | undefined): void {
      if (text === undefined) return;
      tally.filled += 1;
      const known = values.get(text);
      if (known !== undefined || values.size < MOST_VALUES) values.set(text, (known ?? 0) + 1);
      else many = true;
      seeNumber(text, tally);
      seeDate(text, tally, order);
    },
    result: (): ColumnSurvey => ({ name, values, many, order, ...tally }),
  };
}

function seeNumber(
  text: string,
  tally: { numbers: number; commaNumbers: number; seconds: number; milliseconds: number },
): void {
  if (commaNumber(text) !== undefined) tally.commaNumbers += 1;
  const number = parseNumber(text);
  if (number === undefined) return;
  tally.numbers += 1;
  if (number >= SECONDS[0] && number <= SECONDS[1]) tally.seconds += 1;
  if (number >= SECONDS[0] * 1000 && number <= SECONDS[1] * 1000) tally.milliseconds += 1;
}

function seeDate(text: string, tally: { dates: number }, order: OrderTally): void {
  const written = readWritten(text);
  if (!written) return;
  tally.dates += 1;
  const { any, dmy, mdy } = written.days;
  if (any !== undefined) return;
  if (dmy !== undefined && mdy === undefined) order.dayFirst += 1;
  else if (mdy !== undefined && dmy === undefined) order.monthFirst += 1;
  else if (dmy !== mdy) order.open += 1;
}
