import type { Bounds, Format, Takes } from '../../model/questionnaire.ts';
import { parseRange, type Range } from './refs.ts';
import type { SheetContent, Validation } from './sheet.ts';

/** What a formula of a drop-down can point at. */
export interface Lookup {
  readonly own: () => SheetContent;
  readonly sheet: (name: string) => SheetContent | undefined;
  readonly named: (name: string) => string | undefined;
}

/** More than this is no list that anybody picks from. */
const MOST_WORDS = 5_000;

export function takesOf(validation: Validation | undefined, format: Format, lookup: Lookup): Takes {
  const within = () => boundsOf(validation);
  switch (validation?.type) {
    case 'list':
      return { kind: 'list', words: wordsOf(validation.first, lookup), format };
    case 'whole':
    case 'decimal':
      return { kind: 'number', whole: validation.type === 'whole', format, within: within() };
    case 'date':
      return { kind: 'date', format, within: within() };
    case 'textLength':
      return { kind: 'length', format, within: within() };
    default:
      return { kind: 'anything', format };
  }
}

/** The words of a drop-down: written out, a range here or on another sheet, or a name for one; null when only a spreadsheet can tell. */
function wordsOf(formula: string, lookup: Lookup, depth = 0): readonly string[] | null {
  const plain = formula.trim().replace(/^=/, '');
  const written = /^"([\s\S]*)"$/.exec(plain)?.[1];
  if (written !== undefined)
    return written
      .replaceAll('""', '"')
      .split(',')
      .map((word) => word.trim())
      .filter(isSaid);
  const [, quoted, bare, inside] = /^(?:(?:'((?:[^']|'')+)'|([^'!()]+))!)?([$A-Za-z0-9:]+)$/.exec(plain) ?? [];
  const range = inside === undefined ? undefined : parseRange(inside);
  if (range !== undefined) {
    const name = quoted?.replaceAll("''", "'") ?? bare;
    const sheet = name === undefined ? lookup.own() : lookup.sheet(name);
    return sheet === undefined ? null : textsIn(sheet, range);
  }
  const named = lookup.named(plain.toLowerCase());
  return named === undefined || depth > 4 ? null : wordsOf(named, lookup, depth + 1);
}

/** Only cells that are there are looked at: a range may be a whole column. */
function textsIn(sheet: SheetContent, { top, left, bottom, right }: Range): readonly string[] | null {
  const words: string[] = [];
  for (const row of [...sheet.rows.keys()].sort((a, b) => a - b)) {
    if (row < top || row > bottom) continue;
    for (const [column, { text }] of sheet.rows.get(row) ?? []) {
      if (column >= left && column <= right && isSaid(text)) words.push(text);
      if (words.length > MOST_WORDS) return null;
    }
  }
  return words;
}

function isSaid(word: string): boolean {
  return word.trim() !== '';
}

function boundsOf(validation: Validation | undefined): Bounds {
  const [first, second] = [numberOf(validation?.first), numberOf(validation?.second)];
  switch (validation?.operator) {
    case 'between':
      return { least: first, most: second, except: null };
    case 'greaterThan':
      return { least: first, most: null, except: first };
    case 'greaterThanOrEqual':
      return { least: first, most: null, except: null };
    case 'lessThan':
      return { least: null, most: first, except: first };
    case 'lessThanOrEqual':
      return { least: null, most: first, except: null };
    case 'equal':
      return { least: first, most: first, except: null };
    case 'notEqual':
      return { least: null, most: null, except: first };
    default:
      return { least: null, most: null, except: null };
  }
}

function numberOf(formula: string | undefined): number | null {
  const number = Number(formula);
  return formula === undefined || formula.trim() === '' || !Number.isFinite(number) ? null : number;
}
