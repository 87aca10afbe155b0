import type { Place } from '../kernel/place.ts';
import { isPlaceholder } from './cell.ts';
import type { Fields } from './contract.ts';
import { type FieldTools, fieldsOf } from './fields.ts';
import { type Found, findAll, property, scalarText } from './json-path.ts';

/** One value of a JSON document, by dotted paths. */
export function jsonFields(value: unknown, place: Place, tools: FieldTools): Fields {
  const base = place.at ?? '';
  const below = (found: Found): Fields => jsonFields(found.value, { ...place, at: `${base}${found.at}` }, tools);
  return fieldsOf(
    {
      present: (name) => findAll(value, name).some((found) => saysSomething(found.value)),
      text: (name) => textOf(findAll(value, name)),
      texts: (name) => findAll(value, name).flatMap((found) => scalars(found.value)),
      child: (name) => {
        const found = findAll(value, name).find((entry) => isRecord(entry.value));
        return found ? below(found) : undefined;
      },
      children: (name) => findAll(value, name).flatMap(entries).map(below),
      names: () => (isRecord(value) ? Object.keys(value) : []),
    },
    () => place,
    tools,
  );
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
  if (!isRecord(value)) return undefined;
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
