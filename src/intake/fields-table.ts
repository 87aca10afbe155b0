import type { Place } from '../kernel/place.ts';
import { isPlaceholder } from './cell.ts';
import type { Fields } from './contract.ts';
import { type FieldTools, fieldsOf } from './fields.ts';
import { jsonFields } from './fields-json.ts';
import type { Header } from './table-header.ts';

/** A row of a table. A cell that holds JSON (audit logs carry their details so) can be entered with `child`. */
export function tableFields(cell: (column: number) => string, header: Header, place: Place, tools: FieldTools): Fields {
  const columnsOf = (name: string): readonly number[] => columnsNamed(header, name);
  const textOf = (name: string): string | undefined => {
    for (const column of columnsOf(name)) {
      const text = cell(column);
      if (!isPlaceholder(text)) return text;
    }
    return undefined;
  };
  const enter = (name: string): unknown => parsedCell(textOf(name));
  const fields = (value: unknown, name: string) => jsonFields(value, { ...place, at: `/${name}` }, tools);
  return fieldsOf(
    {
      present: (name) => textOf(name) !== undefined,
      text: textOf,
      texts: (name) => columnsOf(name).flatMap((column) => listed(cell(column))),
      child: (name) => {
        const value = enter(name);
        return isRecord(value) ? fields(value, name) : undefined;
      },
      children: (name) =>
        [enter(name)]
          .flat()
          .filter(isRecord)
          .map((value) => fields(value, name)),
      names: () => header.names,
    },
    () => place,
    tools,
  );
}

function columnsNamed(header: Header, name: string): readonly number[] {
  return header.columns.get(name) ?? header.columns.get(name.trim().toLowerCase()) ?? [];
}

function listed(text: string): readonly string[] {
  const value = text.startsWith('[') ? parsedCell(text) : undefined;
  if (!Array.isArray(value)) return [text];
  return value.filter((entry) => ['string', 'number', 'boolean'].includes(typeof entry)).map(String);
}

function parsedCell(text: string | undefined): unknown {
  if (text === undefined || !/^[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
