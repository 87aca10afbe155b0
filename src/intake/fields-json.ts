import type { Place } from '../kernel/place.ts';
import { isPlaceholder } from './cell.ts';
import type { Fields } from './contract.ts';
import { type FieldTools, fieldsOf, type RowShape } from './fields.ts';
import { type Found, findAll, isObject, property, scalarText } from './json-path.ts';

interface JsonRow {
  readonly value: unknown;
  readonly place: Place;
}

/** One value of a JSON document, by dotted paths. */
export function jsonFields(value: unknown, place: Place, tools: FieldTools): Fields {
  return fieldsOf(JSON_ROW, { value, place }, tools);
}

const JSON_ROW: RowShape<JsonRow> = {
  place: ({ place }) => place,
  present: ({ value }, name) => findAll(value, name).some((found) => saysSomething(found.value)),
  text: ({ value }, name) => textOf(findAll(value, name)),
  texts: ({ value }, name) => findAll(value, name).flatMap((found) => scalars(found.value)),
  child: (row, name, tools) => {
    const found = findAll(row.value, name).find((entry) => isObject(entry.value));
    return found && enter(row, found, tools);
  },
  below: (row, name, tools) =>
    findAll(row.value, name)
      .flatMap(entries)
      .map((found) => enter(row, found, tools)),
  names: ({ value }) => (isObject(value) ? Object.keys(value) : []),
};

function enter({ place }: JsonRow, { value, at }: Found, tools: FieldTools): Fields {
  return jsonFields(value, { ...place, at: `${place.at ?? ''}${at}` }, tools);
}

function textOf(found: readonly Found[]): string | undefined {
  for (const { value } of found) {
    const text = scalarText(value) ?? stampOf(value);
    if (text !== undefined) return text;
    const listed = Array.isArray(value) ? scalars(value) : [];
    if (listed.length > 0) return listed.join(', ');
  }
  return undefined;
}

/** ConvertTo-Json writes a date as `{ "value": "/Date(…)/", "DateTime": "…" }`, and MongoDB's tools as `{ "$date": … }`. */
function stampOf(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const stamp = property(value, 'value');
  if (typeof stamp === 'string' && stamp.startsWith('/Date(')) return stamp;
  return scalarText(property(value, '$date')) ?? scalarText(property(value, 'DateTime'));
}

function scalars(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(scalars);
  const text = scalarText(value);
  return text === undefined ? [] : [text];
}

function entries(found: Found): readonly Found[] {
  if (!Array.isArray(found.value)) return found.value === null ? [] : [found];
  return found.value.map((value, index) => ({ value, at: `${found.at}/${index}` }));
}

function saysSomething(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  return typeof value !== 'string' || !isPlaceholder(value.trim());
}
