import type { Message } from './message.ts';

export const INTAKE_MESSAGES = {
  'exhibit-empty': {
    severity: 'warning',
    says: ({ path }: { path: string }) => `${path} holds no data; an empty file proves nothing.`,
    hint: 'Export it again and check that the tool reported no error while exporting.',
  },
  'last-cell-open': {
    severity: 'info',
    says: () =>
      'The file ends without a line break, in a cell that is not read: its rows count, and what they come to as a whole is not told.',
    hint: 'If the file is all there, say so in the engagement file: exhibits, "whole: true".',
  },
  'exhibit-without-records': {
    severity: 'warning',
    says: ({ path, source }: { path: string; source: string }) =>
      `${path} was recognised as ${source}, and nothing in it is evidence.`,
    hint: 'Look whether what was exported holds what you meant to show: a scan without hosts or a list of other things proves nothing.',
  },
  'exhibit-unrecognised': {
    severity: 'info',
    says: ({ path, saw }: { path: string; saw: string }) => `${path} is no export that we know (${saw}).`,
    hint: 'It travels as a plain exhibit. If it is an export, name its source under "exhibits" or write a mapping profile.',
  },
  'exhibit-ambiguous': {
    severity: 'warning',
    says: ({ path, sources }: { path: string; sources: readonly string[] }) =>
      `${path} fits ${sources.length} sources: ${sources.join(', ')}.`,
    hint: 'Name the right one in the engagement file under "exhibits": { source: … }.',
  },
  'exhibit-unreadable': {
    severity: 'warning',
    says: ({ path, reason }: { path: string; reason: string }) => `${path} could not be read to its end: ${reason}`,
    hint: 'Export it again; nothing of a broken file was used.',
  },
  'exhibit-refused': {
    severity: 'error',
    says: ({ path, reason }: { path: string; reason: string }) => `${path} was refused: ${reason}`,
    hint: 'Unpack it yourself, check what is inside, and hand over the files that matter.',
  },
  'exhibit-broken-off': {
    severity: 'error',
    says: ({ path }: { path: string }) =>
      `${path} broke off while it was read, after some of its records had been handed over.`,
    hint: 'Give readEvidence an onStartAgain that forgets them, or leave the file out.',
  },
  'zone-assumed': {
    severity: 'info',
    says: ({ zone, count }: { zone: string; count: number }) =>
      `${count} ${count === 1 ? 'time has' : 'times have'} no zone; ${zone} was assumed.`,
    hint: 'Name the zone of this file under "exhibits:" (timeZone), or that of the client. Until then both readings of a time are judged and the worse one counts.',
  },
  'date-order-assumed': {
    severity: 'warning',
    says: ({ order }: { order: string }) =>
      `No date in the file tells day from month; the engagement's order ${order} was assumed.`,
    hint: 'Set client.dateOrder in the engagement file to the order that the tool uses.',
  },
  'date-order-unknown': {
    severity: 'warning',
    says: ({ count }: { count: number }) => `${count} dates could be read in two ways and were left unknown.`,
    hint: 'Set client.dateOrder (mdy, dmy or ymd) in the engagement file.',
  },
  'encoding-fallback': {
    severity: 'info',
    says: ({ encoding }: { encoding: string }) => `The file is not UTF-8; it was decoded as ${encoding}.`,
    hint: 'If names look wrong, export the file as UTF-8.',
  },
  'row-rejected': {
    severity: 'warning',
    says: ({ reason }: { reason: string }) => `Row left out: ${reason}`,
    hint: 'Correct the export at its origin; the rest of the file was used.',
  },
  'rows-rejected-more': {
    severity: 'warning',
    says: ({ count }: { count: number }) => `${count} more rows of this file were left out for like reasons.`,
    hint: 'The counts of rows read and rejected are in the Evidence Index.',
  },
  'word-unknown': {
    severity: 'warning',
    says: ({ field, word }: { field: string; word: string }) =>
      `"${word}" in ${field} is no word that this tool is known to use; it was left unknown.`,
    hint: 'Tell us about it; meanwhile it counts neither for nor against.',
  },
  'page-cap': {
    severity: 'warning',
    says: ({ rows }: { rows: number }) => `Exactly ${rows} rows: the export may have been cut off at a page limit.`,
    hint: 'Check the number of rows in the tool itself, or export in smaller parts.',
  },
  'rows-differ': {
    severity: 'warning',
    says: ({ stated, read }: { stated: number; read: number }) => `The file states ${stated} rows and holds ${read}.`,
    hint: 'Export all pages; the verdict treats the file as incomplete.',
  },
  'rows-said-differ': {
    severity: 'warning',
    says: ({ by, stated, read }: { by: string; stated: number; read: number }) =>
      `${by} states ${stated} rows, and the file holds ${read}.`,
    hint: 'Export all of it again, or correct "produced.rowsStated" in the engagement file.',
  },
  'more-pages': {
    severity: 'warning',
    says: () => 'The file says itself that there are further pages; it is not the whole.',
    hint: 'Follow the link to the last page and hand over all of them in one file.',
  },
  'whole-stated': {
    severity: 'info',
    says: ({ by, because }: { by: string; because: string }) => `${by} states that the file is whole: ${because}`,
    hint: 'Without that statement a last row without a line break is left out, since it may be half of one.',
  },
  'cut-off': {
    severity: 'warning',
    says: () => 'The file was cut off; what is missing from it says nothing.',
    hint: 'Export it again, in smaller parts if the tool stops at a limit.',
  },
  'total-differs': {
    severity: 'warning',
    says: ({ of, stated, read }: { of: string; stated: number; read: number }) =>
      `The file sums up ${stated} ${of}, and its rows come to ${read}.`,
    hint: 'Export it again; until both agree the file is not taken for complete.',
  },
  'produced-differs': {
    severity: 'warning',
    says: ({ field, by, said, file }: { field: string; by: string; said: string; file: string }) =>
      `${by} states "${said}" as ${field}, and the file says "${file}".`,
    hint: 'Check whether the right file was handed over, and correct "produced" in the engagement file.',
  },
  'rows-repeated': {
    severity: 'info',
    says: ({ count, rows }: { count: number; rows: number }) =>
      `${count} of ${rows} rows repeat an earlier row to the letter; each is counted once.`,
    hint: 'Nothing needs to be done; a query that joins tables often prints rows twice.',
  },
  'counted-before': {
    severity: 'info',
    says: ({ count, records, of }: { count: number; records: number; of: string }) =>
      `${count} of ${records} records are in ${of} as well and are counted once, from there.`,
    hint: 'Nothing needs to be done; exports of overlapping periods share their rows.',
  },
  'duplicates-unchecked': {
    severity: 'warning',
    says: ({ count }: { count: number }) =>
      `${count} rows were too many to be compared with those before; what is twice among them counts twice.`,
    hint: 'Hand over exports of separate periods only, or split the engagement.',
  },
  'exhibit-duplicate': {
    severity: 'info',
    says: ({ path, of }: { path: string; of: string }) => `${path} holds the same bytes as ${of}; it is counted once.`,
    hint: 'Remove one of the two, or keep both: nothing is counted twice.',
  },
  'wrong-client': {
    severity: 'error',
    says: ({ path, found, expected }: { path: string; found: string; expected: string }) =>
      `${path} speaks of ${found}, and this engagement is for ${expected}.`,
    hint: "If it is another client's export, remove it or exclude it by name: exhibits: { <path>: { exclude: true, because: … } }.",
  },
  'time-in-future': {
    severity: 'warning',
    says: ({ raw }: { raw: string }) => `${raw} lies after the as-of date and does not count.`,
    hint: 'Check the clock of the machine that wrote it, or move asOf.',
  },
  'source-said-unknown': {
    severity: 'warning',
    says: ({ path, source }: { path: string; source: string }) =>
      `exhibits: ${path} names the source ${source}, which there is not.`,
    hint: 'Run "proofpack list sources" for the names.',
  },
  'source-said-unfit': {
    severity: 'warning',
    says: ({ path, source, reason }: { path: string; source: string; reason: string }) =>
      `exhibits: ${path} names the source ${source}, but the file does not fit it: ${reason}`,
    hint: 'Check the name, or leave it out and let the file be recognised.',
  },
  'exhibit-said-missing': {
    severity: 'warning',
    says: ({ path }: { path: string }) =>
      `exhibits: ${path} is named in the engagement file, and there is no such file.`,
    hint: 'Check the spelling of the path; it is relative to the engagement folder, with forward slashes.',
  },
  'time-unreadable': {
    severity: 'warning',
    says: ({ raw, count }: { raw: string; count: number }) =>
      count === 1
        ? `"${raw}" could not be read as a time and was left undated.`
        : `${count} texts could not be read as times and were left undated, the first: "${raw}".`,
    hint: 'Export the times in ISO form (2026-10-15 14:30) if the tool can.',
  },
  'value-lost': {
    severity: 'warning',
    says: ({ field }: { field: string }) => `${field} holds the name of a type instead of its value.`,
    hint: 'Expand the column before exporting, for example with Select-Object and a calculated property that joins the values.',
  },
} as const satisfies Record<string, Message>;

const megabytes = (bytes: number) => `${Math.round(bytes / 1_048_576)} MB`;

/** Why a file was refused, could not be read, or lost a row: the ends of the sentences above. */
export const INTAKE_REASONS = {
  badCharacters: (encoding: string) => `it holds bytes that are no ${encoding} text.`,
  cutCharacter: () => 'it breaks off in the middle of a character.',
  recordTooLong: (bytes: number) =>
    `one record is longer than ${megabytes(bytes)}; a quotation mark was opened and never closed.`,
  quoteOpen: () => 'it ends inside a quoted cell.',
  phraseTooLong: () => 'the line is too long to be a line of a log.',
  lineTooLong: (bytes: number) => `one line is longer than ${megabytes(bytes)}.`,
  jsonBroken: (line: number, column: number) => `its JSON breaks at line ${line}, column ${column}.`,
  jsonTooDeep: (depth: number) => `its JSON is nested more than ${depth} levels deep.`,
  jsonTooMany: (values: number) => `its JSON document holds more than ${values} values.`,
  jsonTwice: (key: string, line: number, column: number) =>
    `its JSON names "${key}" twice in one object, at line ${line}, column ${column}.`,
  jsonTooLarge: (bytes: number) => `its JSON document is larger than ${megabytes(bytes)}.`,
  jsonItemTooLarge: (bytes: number) => `one item of its JSON is larger than ${megabytes(bytes)}.`,
  jsonInItem: (at: string, what: string) => `in its item ${at} ${what}`,
  jsonAroundItems: (what: string) => `outside of its items ${what}`,
  jsonEnds: () => 'its JSON breaks off.',
  yamlBroken: (line: number) => `its YAML breaks at line ${line}.`,
  yamlOpen: () =>
    'it ends without a line break, so that it may be cut; if it is all there, say so in the engagement file: exhibits, "whole: true".',
  yamlAliases: () => 'its YAML repeats itself without end.',
  yamlTooLarge: (bytes: number) => `its YAML document is larger than ${megabytes(bytes)}.`,
  lastLineBroken: (line: number) => `it breaks off in line ${line}.`,
  lineNoJson: () => 'the line is no JSON object, or one that names a key twice.',
  xmlBroken: (what: string) => `its XML breaks: ${what}.`,
  xmlEntities: () => 'its DOCTYPE declares entities, which are never expanded.',
  xmlTooDeep: (depth: number) => `its elements are nested more than ${depth} levels deep.`,
  xmlTextTooLong: (bytes: number) => `one text or comment in it is longer than ${megabytes(bytes)}.`,
  xmlTooLarge: (nodes: number) => `one element holds more than ${nodes} others.`,
  rowTooWide: (cells: number, headers: number) => `it has ${cells} cells under ${headers} headers.`,
  rowCut: () => 'the file ends inside it; rows behind it may be missing too.',
  rowOpen: () =>
    'the file ends in it without a line break, so that it may be cut; if it is all there, say so in the engagement file: exhibits, "whole: true".',
  lineOpen: () =>
    'the file ends in this line without a line break, so that it may be cut; if it is all there, say so in the engagement file: exhibits, "whole: true".',
  rowFailed: (what: string) => `its values could not be understood (${what}).`,
  gzipBroken: () => 'its compressed data breaks off.',
  gzipMore: () => 'something stands behind the end of its compressed data.',
  zipBroken: (what: string) => `its directory of entries is broken: ${what}.`,
  zipEnd: () => 'its directory of entries and the record at its end do not agree, or there is more than one.',
  zipGap: () => 'it holds bytes that belong to none of its entries.',
  encrypted: () => 'its entries are encrypted.',
  tarHeader: () => 'a header in it is broken or tells things that do not agree.',
  tarCut: () => 'it breaks off before its end.',
  tarMore: () => 'something stands behind its end.',
  tarPadding: (name: string) => `something stands behind the end of its entry ${name}.`,
  tooLarge: (bytes: number) => `it unpacks to more than ${megabytes(bytes)}.`,
  entryTooLarge: (name: string, bytes: number) => `its entry ${name} unpacks to more than ${megabytes(bytes)}.`,
  containerTooLarge: (bytes: number) => `it is an archive of more than ${megabytes(bytes)}.`,
  ratio: (ratio: number) => `it unpacks to more than ${ratio} times its size.`,
  tooManyEntries: (entries: number) => `it holds more than ${entries} entries.`,
  entryName: (name: string) => `its entry ${name} has a name that leads out of the archive or means two things.`,
  entryNameLong: (bytes: number) => `one of its entries has a name of more than ${bytes} bytes.`,
  entryMethod: (name: string, method: number) =>
    `its entry ${name} is packed by a method that is not unpacked here (${method}).`,
  entryTwice: (name: string) => `two of its entries are named ${name}.`,
  entryLink: (name: string) => `its entry ${name} is a link, a device or a part of a file.`,
  entryEncrypted: (name: string) => `its entry ${name} is encrypted.`,
  entryDiffers: (name: string) => `its entry ${name} is described in two places in two ways.`,
  entryOverlaps: (name: string) => `its entry ${name} overlaps another one.`,
  entryCorrupt: (name: string) => `its entry ${name} does not match its checksum or cannot be unpacked.`,
  tooSlow: (seconds: number) => `reading it takes longer than ${Math.floor(seconds)} seconds.`,
  tooMuchMemory: (bytes: number) => `reading it takes more than ${megabytes(bytes)} of memory.`,
  nested: (depth: number) => `it is packed more than ${depth} times over.`,
} as const;

/** What a file that nobody knows looks like. */
export const INTAKE_LOOKS = {
  empty: () => 'nothing',
  archive: () => 'an archive',
  binary: () => 'no text',
  packed: (form: string) => `${form}, which is not unpacked here`,
  office: () => 'an office document',
  html: () => 'a web page',
  xml: (root: string) => `XML with the root ${root}`,
  json: (keys: readonly string[]) => (keys.length === 0 ? 'JSON' : `JSON with the keys ${keys.join(', ')}`),
  jsonLines: (keys: readonly string[]) => `JSON Lines with the keys ${keys.join(', ')}`,
  table: (headers: readonly string[]) => `a table with the headers ${headers.join(', ')}`,
  text: (line: string) => `text that begins with "${line}"`,
  noFit: () => 'its headers, keys or phrases are others',
} as const;

/** How an export is known, for whoever looks a source up. */
export const SIGNATURE_WORDS = {
  format: {
    table: 'Table (CSV, TSV, semicolons)',
    'fixed-width': 'Fixed-width table',
    json: 'JSON',
    'json-lines': 'JSON Lines',
    xml: 'XML',
    text: 'Text',
  },
  columns: (names: readonly string[]) => `columns ${names.join(', ')}`,
  document: (keys: readonly string[]) => `the document holds ${keys.join(', ')}`,
  items: (names: readonly string[]) => `each item holds ${names.join(', ')}`,
  lines: (keys: readonly string[]) => `a line holds ${keys.join(', ')}`,
  root: (names: readonly string[]) => `root ${names.join(' | ')}`,
  elements: (names: readonly string[]) => `elements ${names.join(', ')}`,
  anchors: (patterns: readonly string[]) => `lines that match ${patterns.map((each) => `/${each}/`).join(', ')}`,
  where: (column: string, pattern: string) => `in ${column} a value like /${pattern}/`,
  without: (names: readonly string[]) => `without ${names.join(', ')}`,
} as const;
