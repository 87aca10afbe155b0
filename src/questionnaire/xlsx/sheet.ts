import { type Element, isOn, walkXml } from '../archive/xml.ts';
import { parseCell, parseRange, parseRanges, type Range } from './refs.ts';
import { plainText } from './texts.ts';

export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly style: number;
  readonly text: string;
  /** `master` when other cells hang on its formula. */
  readonly formula: 'none' | 'own' | 'master';
}

export interface Validation {
  readonly ranges: readonly Range[];
  readonly type: string;
  readonly operator: string;
  readonly first: string;
  readonly second: string;
  readonly prompt: string | null;
}

export interface SheetContent {
  /** By row, then by column: only cells that stand in the file. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, SheetCell>>;
  readonly rowStyles: ReadonlyMap<number, number>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly columns: readonly {
    readonly from: number;
    readonly to: number;
    readonly style: number;
    readonly hidden: boolean;
  }[];
  readonly merges: readonly Range[];
  readonly validations: readonly Validation[];
  readonly guarded: boolean;
  readonly lastRow: number;
  readonly lastColumn: number;
}

type Growing<T> = { -readonly [K in keyof T]: T[K] };

/** -1 of none. Never spread over the arguments of a call, of which there may be some hundred thousand at most. */
function greatest(numbers: Iterable<number>): number {
  let most = -1;
  for (const number of numbers) most = Math.max(most, number);
  return most;
}

/** One sheet in one pass. Ranges are kept as they are written: some span the whole sheet. */
export function readSheet(xml: string, texts: readonly string[]): SheetContent {
  const rows = new Map<number, Map<number, SheetCell>>();
  const rowStyles = new Map<number, number>();
  const hiddenRows = new Set<number>();
  const columns: SheetContent['columns'][number][] = [];
  const merges: Range[] = [];
  const validations: Validation[] = [];
  let guarded = false;
  let row = -1;
  let cell: (Growing<SheetCell> & { type: string; raw: string }) | undefined;
  let column = -1;
  let validation: Growing<Validation> | undefined;
  let catching = '';
  let caught = '';

  const openCell = ({ attributes }: Element) => {
    const at = parseCell(attributes['r'] ?? '');
    column = at?.column ?? column + 1;
    const style = Number(attributes['s'] ?? 0);
    cell = { row, column, style, text: '', formula: 'none', type: attributes['t'] ?? 'n', raw: '' };
  };
  const openRow = ({ attributes }: Element) => {
    row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']) - 1;
    column = -1;
    if (attributes['s'] !== undefined) rowStyles.set(row, Number(attributes['s']));
    if (isOn(attributes['hidden'])) hiddenRows.add(row);
  };
  const openValidation = ({ attributes }: Element) => {
    const prompt = [attributes['promptTitle'], attributes['prompt']].filter((part) => part !== undefined).join(': ');
    validation = {
      ranges: parseRanges(attributes['sqref'] ?? ''),
      type: attributes['type'] ?? 'none',
      operator: attributes['operator'] ?? 'between',
      first: '',
      second: '',
      prompt: prompt === '' ? null : prompt,
    };
  };
  const closeCell = () => {
    if (cell === undefined) return;
    const { type, raw, ...rest } = cell;
    const text = type === 's' ? (texts[Number(raw)] ?? '') : type === 'inlineStr' ? plainText(cell.text) : raw;
    const line = rows.get(row) ?? new Map<number, SheetCell>();
    rows.set(row, line);
    line.set(cell.column, { ...rest, text: type === 'b' ? (raw === '1' ? 'TRUE' : 'FALSE') : text });
    cell = undefined;
  };
  const openers: Readonly<Record<string, (element: Element) => void>> = {
    row: openRow,
    c: openCell,
    f: ({ attributes }) => {
      if (cell === undefined) return;
      const shared =
        attributes['ref'] !== undefined && ['shared', 'array', 'dataTable'].includes(attributes['t'] ?? '');
      cell.formula = shared ? 'master' : 'own';
    },
    col: ({ attributes }) =>
      void columns.push({
        from: Number(attributes['min']) - 1,
        to: Number(attributes['max']) - 1,
        style: Number(attributes['style'] ?? 0),
        hidden: isOn(attributes['hidden']),
      }),
    mergeCell: ({ attributes }) => {
      const range = parseRange(attributes['ref'] ?? '');
      if (range !== undefined) merges.push(range);
    },
    sheetProtection: ({ attributes }) => {
      guarded = isOn(attributes['sheet']);
    },
    dataValidation: openValidation,
  };
  const CAUGHT = new Set(['v', 't', 'formula1', 'formula2', 'f', 'sqref']);
  walkXml(xml, {
    open: (element) => {
      openers[element.name]?.(element);
      if (CAUGHT.has(element.name)) {
        catching = element.name;
        caught = '';
      }
    },
    text: (text) => {
      if (catching !== '') caught += text;
    },
    close: ({ name }) => {
      if (name === catching) {
        if (name === 'v' && cell !== undefined) cell.raw = caught;
        if (name === 't' && cell !== undefined) cell.text += caught;
        if (validation !== undefined && name === 'sqref') validation.ranges = parseRanges(caught);
        catching = '';
      }
      // Within a validation of the extended kind the formula stands in an element of its own.
      if (validation !== undefined && name === 'formula1') validation.first = caught;
      if (validation !== undefined && name === 'formula2') validation.second = caught;
      if (name === 'c') closeCell();
      if (name === 'dataValidation' && validation !== undefined) {
        validations.push(validation);
        validation = undefined;
      }
    },
  });
  const lastRow = greatest(rows.keys());
  const lastColumn = greatest([...rows.values()].map((line) => greatest(line.keys())));
  return { rows, rowStyles, hiddenRows, columns, merges, validations, guarded, lastRow, lastColumn };
}
