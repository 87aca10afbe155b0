import type { Place } from '../kernel/place.ts';
import { UNDATED } from '../model/observed.ts';
import { isLostValue, isPlaceholder, parseFlag, parseNumber } from './cell.ts';
import type { Fields, TimeOptions } from './contract.ts';
import type { Observe } from './dates/observe.ts';

/** What one shape of file knows of a row: its texts by name, untouched, and what hangs below. The rest is the same for all shapes. */
export interface Lookup {
  readonly present: (name: string) => boolean;
  readonly text: (name: string) => string | undefined;
  readonly texts: (name: string) => readonly string[];
  readonly child: (name: string) => Fields | undefined;
  readonly children: (name: string) => readonly Fields[];
  readonly names: () => readonly string[];
}

/** What reading a field may need beside the row: the file's dates and somebody to tell. */
export interface FieldTools {
  readonly observe: Observe;
  readonly unknownWord: (field: string, word: string, place: Place) => void;
  readonly lostValue: (field: string, place: Place) => void;
}

export function fieldsOf(lookup: Lookup, placeOf: () => Place, tools: FieldTools): Fields {
  const text = (name: string): string | undefined => {
    const raw = lookup.text(name);
    if (raw === undefined || isPlaceholder(raw)) return undefined;
    if (!isLostValue(raw)) return raw;
    tools.lostValue(name, placeOf());
    return undefined;
  };
  const number = (name: string): number | undefined => {
    const found = text(name);
    return found === undefined ? undefined : parseNumber(found);
  };
  return {
    get place() {
      return placeOf();
    },
    has: (name) => lookup.present(name),
    text,
    texts: (name) => lookup.texts(name).filter((raw) => !isPlaceholder(raw) && !isLostValue(raw)),
    number,
    integer: (name) => {
      const found = number(name);
      return found !== undefined && Number.isSafeInteger(found) ? found : undefined;
    },
    flag: (name) => {
      const found = text(name);
      return found === undefined ? undefined : parseFlag(found);
    },
    word: (name, words) => {
      const found = text(name);
      if (found === undefined) return undefined;
      const known = wordOf(found, words);
      if (known === undefined) tools.unknownWord(name, found, placeOf());
      return known;
    },
    time: (name: string, options?: TimeOptions) => {
      const found = text(name);
      return found === undefined ? UNDATED : tools.observe(found, options);
    },
    child: (name) => lookup.child(name),
    children: (name) => lookup.children(name),
    names: () => lookup.names(),
  };
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
