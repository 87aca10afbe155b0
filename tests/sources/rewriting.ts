import { cellTexts, type Delimiter, splitDelimited } from '../../src/intake/delimited.ts';

/** A table as its rows, and what stands before its header. */
interface Table {
  readonly before: readonly (readonly string[])[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: Delimiter;
}

/** Not the same export: it has other rows, or a column that a source with plain headers takes for another tool's. */
export const LESS = 'without its last row';
export const MORE = 'with one column more';

/** Each way in which the same report comes a second time. */
const AGAIN: Readonly<Record<string, (table: Table) => Buffer>> = {
  'from the last row to the first': (table) => written({ ...table, rows: table.rows.toReversed() }),
  'sorted by its last column': (table) =>
    written({ ...table, rows: table.rows.toSorted((a, b) => ((a.at(-1) ?? '') < (b.at(-1) ?? '') ? -1 : 1)) }),
  'with Windows line ends': (table) => written(table, { end: '\r\n' }),
  'with bare carriage returns': (table) => written(table, { end: '\r' }),
  'with a byte order mark': (table) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), written(table)]),
  'in UTF-16': (table) => Buffer.from(`\ufeff${written(table).toString()}`, 'utf16le'),
  'every cell quoted': (table) => written(table, { quoted: true }),
  [MORE]: (table) =>
    written({ ...table, header: [...table.header, 'Exported by'], rows: table.rows.map((row) => [...row, 'nobody']) }),
  [LESS]: (table) => written({ ...table, rows: table.rows.slice(0, -1) }),
};

export function tableAgain(bytes: Buffer): [string, Buffer][] {
  const table = tableOf(bytes);
  return table === undefined ? [] : Object.entries(AGAIN).map(([way, make]) => [way, make(table)]);
}

/** A document that is a list, or holds exactly one, in another order and another layout. */
export function jsonAgain(bytes: Buffer): [string, Buffer][] {
  let document: unknown;
  try {
    document = JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''));
  } catch {
    return [];
  }
  const reversed = JSON.stringify(document, (_, value) => value, 1);
  const list = Array.isArray(document) ? JSON.stringify(document.toReversed()) : undefined;
  return [
    ['laid out anew', Buffer.from(reversed)],
    ['in UTF-16', Buffer.from(`\ufeff${reversed}`, 'utf16le')],
    ...(list === undefined ? [] : [['from the last item to the first', Buffer.from(list)] as [string, Buffer]]),
  ];
}

function tableOf(bytes: Buffer): Table | undefined {
  const text = bytes[0] === 0xff ? bytes.toString('utf16le') : bytes.toString('utf8');
  const plain = text.replace(/^\ufeff/, '');
  if (plain.startsWith('#TYPE') || plain.includes('\ufffd')) return undefined;
  const delimiter =
    ([',', ';', '\t'] as const).toSorted((a, b) => plain.split(b).length - plain.split(a).length)[0] ?? ',';
  const all: string[][] = [];
  const splitter = splitDelimited(delimiter, (record) => void all.push(cellTexts(record)), { recordBytes: 1 << 24 });
  splitter.write(Buffer.from(plain));
  splitter.end();
  const filled = all.filter((row) => row.some((cell) => cell !== ''));
  const at = filled.findIndex((row) => row.length === filled.at(-1)?.length);
  const header = filled[at];
  return header && { before: filled.slice(0, at), header, rows: filled.slice(at + 1), delimiter };
}

function written({ before, header, rows, delimiter }: Table, { end = '\n', quoted = false } = {}): Buffer {
  const cell = (text: string) => (quoted || /["\r\n,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const line = (row: readonly string[]) => row.map(cell).join(delimiter);
  return Buffer.from([...before, header, ...rows].map((row) => `${line(row)}${end}`).join(''));
}

/** Lines of a log or a document of XML, the same to every reader. */
export function textAgain(bytes: Buffer): [string, Buffer][] {
  const text = bytes.toString('utf8');
  if (!bytes.equals(Buffer.from(text)) || text.startsWith('\ufeff') || text.includes('\r')) return [];
  return [
    ['with Windows line ends', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['with a byte order mark', Buffer.from(`\ufeff${text}`)],
    // A declaration of another encoding would then be wrong.
    ...(/^<\?xml[^>]*encoding/.test(text)
      ? []
      : [['in UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')] as [string, Buffer]]),
  ];
}
