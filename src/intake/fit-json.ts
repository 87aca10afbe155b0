import type { JsonReading } from './contract.ts';
import { type JsonFit, type JsonLinesFit, LOOK_ROWS, valueFits } from './fit.ts';
import { textsAt } from './fit-text.ts';
import { type Found, findAll, holdsPath, isObject } from './json-path.ts';

const LOOK_ITEMS = 20;

export interface JsonDocument {
  readonly value: unknown;
  readonly inPart: boolean;
}

/** Each path to the items is tried in order; the first one that gives items that fit is taken. */
export function fitJson(reading: JsonReading, { value: document, inPart }: JsonDocument): JsonFit | undefined {
  const wanted = Object.entries(reading.document ?? {});
  if (!wanted.every(([path, value]) => holdsPath(document, path) && valueFits(textsAt(document, path), value))) {
    return undefined;
  }
  const saw = wanted.map(([path]) => `key ${path}`);
  const base = { shape: 'json', reading, document, inPart } as const;
  for (const path of pathsOf(reading, document)) {
    const items = itemsAt(document, path);
    if (items === undefined) continue;
    if (items.length === 0) {
      // An empty list is anybody's; it takes a key of the document to say whose.
      if (wanted.length > 0) return { ...base, around: 'envelope', path, items, saw, empty: true };
      continue;
    }
    const keys = keysSeen(reading, items);
    if (!keys) continue;
    const around = items.length === 1 && items[0]?.value === document ? 'item' : 'envelope';
    return { ...base, around, path, items, saw: [...saw, ...keys], empty: false };
  }
  return undefined;
}

/** Tools that print a list also print it an item a line. What stands around a list is not there then, so that readings which need it do not fit. */
export function fitItemsByLine(
  reading: JsonReading,
  lines: readonly Record<string, unknown>[],
): JsonLinesFit | undefined {
  if (lines.length === 0 || reading.document !== undefined || ![reading.items].flat().includes('')) return undefined;
  const fit = fitJson({ ...reading, items: '' }, { value: lines, inPart: false });
  // Of a log with lines of many kinds, one that looks like an item makes no list.
  if (fit === undefined || !mostAreItems(reading, lines)) return undefined;
  const { item, end, produced } = reading;
  const byLine = {
    shape: 'json-lines',
    required: {},
    line: item,
    ...(end && { end }),
    ...(produced && { produced }),
  } as const;
  return { shape: 'json-lines', reading: byLine, saw: fit.saw, empty: false };
}

function mostAreItems(reading: JsonReading, lines: readonly Record<string, unknown>[]): boolean {
  const look = lines.slice(0, LOOK_ITEMS);
  const alone = { ...reading, where: {} };
  const items = look.filter((value) => keysSeen(alone, [{ value, at: '' }]) !== undefined);
  return items.length * 2 > look.length;
}

/** Windows PowerShell wraps a list that came through a pipe: `{ "value": […], "Count": 2 }`. */
function pathsOf(reading: JsonReading, document: unknown): readonly string[] {
  const paths = [reading.items].flat();
  const wrapped = isObject(document) && Object.keys(document).sort().join() === 'Count,value';
  return wrapped && !paths.includes('value') ? [...paths, 'value'] : paths;
}

/** The items of a list, or a single object as the only item; undefined when the path leads nowhere. */
export function itemsAt(document: unknown, path: string): readonly Found[] | undefined {
  const found = findAll(document, path);
  if (found.length === 0) return undefined;
  return found.flatMap(({ value, at }) => {
    if (Array.isArray(value)) return value.map((entry, index) => ({ value: entry, at: `${at}/${index}` }));
    return value === null ? [] : [{ value, at }];
  });
}

/** One of the first items must hold all required keys, and none of them a forbidden one. */
function keysSeen(reading: JsonReading, items: readonly Found[]): readonly string[] | undefined {
  const look = items.slice(0, LOOK_ITEMS);
  if (look.some(({ value }) => reading.forbidden?.some((path) => holdsPath(value, path)))) return undefined;
  const where = Object.entries(reading.where ?? {});
  const rows = items.slice(0, LOOK_ROWS);
  const valuesFit = where.every(([path, wanted]) => rows.some(({ value }) => valueFits(textsAt(value, path), wanted)));
  if (!valuesFit) return undefined;
  for (const { value } of look) {
    const keys = reading.required.map((names) => [names].flat().find((path) => holdsPath(value, path)));
    if (keys.every((key) => key !== undefined)) return keys.map((key) => `key ${key}`);
  }
  return undefined;
}
