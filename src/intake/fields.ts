import type { Place } from '../kernel/place.ts';
import { UNDATED } from '../model/observed.ts';
import { isLostValue, isPlaceholder, parseFlag, parseNumber } from './cell.ts';
import type { Fields, TimeOptions } from './contract.ts';
import type { Observe } from './dates/observe.ts';

/** What one shape of file knows of a row: its texts by name, untouched, and what hangs below. The rest is the same for all shapes. */
export interface RowShape<R> {
  readonly place: (row: R) => Place;
  readonly present: (row: R, name: string) => boolean;
  readonly text: (row: R, name: string) => string | undefined;
  readonly texts: (row: R, name: string) => readonly string[];
  /** What is below, as rows of their own. */
  readonly below: (row: R, name: string, tools: FieldTools) => readonly Fields[];
  /** Only what can be entered: lists and texts are no child. */
  readonly child: (row: R, name: string, tools: FieldTools) => Fields | undefined;
  readonly names: (row: R) => readonly string[];
}

/** What reading a field may need beside the row: the file's dates and somebody to tell. */
export interface FieldTools {
  readonly observe: Observe;
  readonly unknownWord: (field: string, word: string, known: readonly string[], place: Place) => void;
  readonly lostValue: (field: string, place: Place) => void;
  /** For whoever shows what a row was understood by: each text that is read, also one that says nothing. */
  readonly saw?: (field: string, text: string, place: Place) => void;
  /** The same for seconds or milliseconds since 1970, which nobody reads as a day. */
  readonly sawEpoch?: (field: string, instant: number, place: Place) => void;
}

interface Held<R> {
  shape: RowShape<R>;
  row: R;
  tools: FieldTools;
}

type OfRow = Held<unknown> & Fields;

/** Shared by all rows of all files: a row of millions must not carry a dozen functions of its own. */
const ACCESSORS: Fields = {
  get place() {
    const { shape, row } = this as OfRow;
    return shape.place(row);
  },
  has(this: OfRow, name: string) {
    return this.shape.present(this.row, name);
  },
  text(this: OfRow, name: string) {
    const raw = this.shape.text(this.row, name);
    if (raw !== undefined) this.tools.saw?.(name, raw, this.place);
    if (raw === undefined || isPlaceholder(raw)) return undefined;
    if (!isLostValue(raw)) return raw;
    this.tools.lostValue(name, this.place);
    return undefined;
  },
  texts(this: OfRow, name: string) {
    const all = this.shape.texts(this.row, name);
    if (all.length > 0) this.tools.saw?.(name, all.join(', '), this.place);
    return all.filter((raw) => {
      if (isPlaceholder(raw)) return false;
      if (!isLostValue(raw)) return true;
      this.tools.lostValue(name, this.place);
      return false;
    });
  },
  number(this: OfRow, name: string) {
    const found = this.text(name);
    return found === undefined ? undefined : parseNumber(found);
  },
  integer(this: OfRow, name: string) {
    const found = this.number(name);
    return found !== undefined && Number.isSafeInteger(found) ? found : undefined;
  },
  flag(this: OfRow, name: string) {
    const found = this.text(name);
    return found === undefined ? undefined : parseFlag(found);
  },
  word<W extends string>(this: OfRow, name: string, words: Readonly<Record<string, W>>) {
    const found = this.text(name);
    if (found === undefined) return undefined;
    const known = wordOf(found, words);
    if (known === undefined) this.tools.unknownWord(name, found, Object.keys(words), this.place);
    return known;
  },
  time(this: OfRow, name: string, options?: TimeOptions) {
    const found = this.text(name);
    if (found === undefined) return UNDATED;
    const observed = this.tools.observe(found, options);
    if (options?.epoch !== undefined && observed.instant !== undefined && /^[\d.]+$/.test(found))
      this.tools.sawEpoch?.(name, observed.instant, this.place);
    return observed;
  },
  child(this: OfRow, name: string) {
    return this.shape.child(this.row, name, this.tools);
  },
  children(this: OfRow, name: string) {
    return this.shape.below(this.row, name, this.tools);
  },
  names(this: OfRow) {
    return this.shape.names(this.row);
  },
};

export function fieldsOf<R>(shape: RowShape<R>, row: R, tools: FieldTools): Fields {
  const held: Held<R> & Fields = Object.create(ACCESSORS);
  held.shape = shape;
  held.row = row;
  held.tools = tools;
  return held;
}

const FOLDED = new WeakMap<object, ReadonlyMap<string, string>>();

/** Sources write their words once; the table without regard to case is made once for each. */
function wordOf<W extends string>(text: string, words: Readonly<Record<string, W>>): W | undefined {
  if (Object.hasOwn(words, text)) return words[text];
  let folded = FOLDED.get(words);
  if (!folded) {
    folded = new Map(Object.keys(words).map((key) => [key.toLowerCase().trim(), key]));
    FOLDED.set(words, folded);
  }
  const key = folded.get(text.toLowerCase());
  return key === undefined ? undefined : words[key];
}
