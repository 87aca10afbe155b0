import type { Place } from '../kernel/place.ts';
import type { ProducedBy } from '../model/exhibit.ts';
import type { MappingProfile } from '../model/mapping.ts';
import type { Observed } from '../model/observed.ts';
import type { Draft, RecordKind } from '../model/record.ts';

/**
 * What a source declares. The engine opens, decodes, unpacks, splits, trims, counts and places; a source says how its export is
 * known and what one row means. A source never sees bytes, never throws, keeps no state between files.
 */
export interface SourceDefinition {
  /** `restic`, `Microsoft Entra ID`. */
  readonly product: string;
  /** `restic snapshots (JSON)`. */
  readonly title: string;
  readonly kinds: readonly RecordKind[];
  /** Product > menu > button, or the command: it feeds the collection guide. */
  readonly obtain: string;
  /** What the same command does when one of its flags is forgotten: such an export is asked for after every other one. */
  readonly risk?: string;
  readonly proves: string;
  readonly cannotProve: string;
  /** How the tool cuts its exports, where it does. */
  readonly paging?: {
    /** Rows of a full page, beside the usual 999, 1000, 5000, 10,000 and 50,000: an export of so many, or of a multiple, may be the first pages. */
    readonly sizes?: readonly number[];
    /** Each page holds a report of its own, and a further one an older report: the first page is whole. */
    readonly older?: true;
  };
  /** One shape a dialect. The file is this source's when any of them fits. */
  readonly reads: readonly Reading[];
  /** Set when a person's mapping profile speaks and not we: then its words must be held to exactly, and its use is told. */
  readonly mapping?: { readonly name: string; readonly profile: MappingProfile };
}

export type Reading = TableReading | JsonReading | JsonLinesReading | XmlReading | TextReading;

/** Rows under a header: CSV, TSV, semicolons, fixed width (`layout: 'fixed-width'`). Header names are matched trimmed and without regard to case. */
export interface TableReading {
  readonly shape: 'table';
  readonly layout?: 'delimited' | 'fixed-width';
  /** All must be there. An inner list means any one of these names. The engine looks for the header within the first 15 records. */
  readonly required: readonly (string | readonly string[])[];
  /** None may be there. */
  readonly forbidden?: readonly string[];
  /** Every header of the file must be among required, optional and these: for headers too plain to be recognised by a few names. */
  readonly onlyAlso?: readonly string[];
  /** Values that must occur in a column among the first 200 rows, where headers alone do not tell (`{ Category: /security/i }`). */
  readonly where?: Readonly<Record<string, RegExp>>;
  readonly row: (row: Fields, file: FileContext) => Yield;
  readonly end?: (file: FileContext) => Yield;
  /** Rows that waited for another one, out of what `end` gives: also told when a file ends without a line end in a cell that nobody reads. */
  readonly held?: (file: FileContext) => Yield;
  readonly produced?: (file: FileContext) => ProducedBy;
}

/** One JSON document: an array of items, or an object that holds them under `items`. */
export interface JsonReading {
  readonly shape: 'json';
  /** Path to the array (or single object) of items: `''` the document itself, `value`, `Findings`, `hits.hits`. Alternatives are tried in order. */
  readonly items: string | readonly string[];
  /** Keys (dotted paths) that the document itself must hold; with a value, that value (`{ 'MetaData.Tool': 'ScubaGear' }`). */
  readonly document?: Readonly<Record<string, true | string | RegExp>>;
  /** Keys (dotted paths) that the first items must hold. */
  readonly required: readonly (string | readonly string[])[];
  readonly forbidden?: readonly string[];
  /** As in a table: values that must occur among the first 200 items. */
  readonly where?: Readonly<Record<string, RegExp>>;
  /** Text before the JSON that some tools write (`scoutsuite_results =`). */
  readonly prefix?: RegExp;
  readonly item: (item: Fields, file: FileContext) => Yield;
  readonly end?: (file: FileContext) => Yield;
  readonly produced?: (file: FileContext) => ProducedBy;
}

/** One JSON value a line. */
export interface JsonLinesReading {
  readonly shape: 'json-lines';
  /** Keys that some line among the first 200 must hold; with a value, that value. */
  readonly required: Readonly<Record<string, true | string | RegExp>>;
  readonly forbidden?: readonly string[];
  readonly line: (line: Fields, file: FileContext) => Yield;
  /** Called for lines that are no JSON, such as an error stream saved into the same file; without it they are left out with a note. */
  readonly other?: (line: TextLine, file: FileContext) => Yield;
  readonly end?: (file: FileContext) => Yield;
  readonly produced?: (file: FileContext) => ProducedBy;
}

/** XML by local names; the engine hands over one subtree for each `element`, whose ancestors' attributes stay reachable (`^HOST/@name`). */
export interface XmlReading {
  readonly shape: 'xml';
  readonly root: string | readonly string[];
  /** Elements (local names) that must occur somewhere. */
  readonly required?: readonly string[];
  /** Local names of the subtrees to hand over, at any depth. A subtree inside another one is handed over with the outer one only. */
  readonly elements: readonly string[];
  readonly element: (element: Fields, file: FileContext, name: string) => Yield;
  readonly end?: (file: FileContext) => Yield;
  readonly produced?: (file: FileContext) => ProducedBy;
}

/** Log and report text. */
export interface TextReading {
  readonly shape: 'text';
  /** Each must match some line among the first 2,000. */
  readonly anchors: readonly RegExp[];
  readonly forbidden?: readonly RegExp[];
  /** How lines begin that the tool makes too long for a line of a log and in which nothing is read: leaving them out is no loss. */
  readonly passesOver?: RegExp;
  /** Called for every line, in order; state lives in `file.memory`. */
  readonly line: (line: TextLine, file: FileContext) => Yield;
  readonly end?: (file: FileContext) => Yield;
  readonly produced?: (file: FileContext) => ProducedBy;
}

export interface TextLine {
  readonly text: string;
  readonly number: number;
  readonly place: Place;
}

/** Drafts become records when the engine adds their place (`at` when a record belongs to an earlier place than the current one). */
export type Yield = Placed | readonly Placed[] | Rejection | undefined;
export type Placed = Draft & { readonly at?: Place };

/** One row that cannot be used, and why; costs that row only. */
export interface Rejection {
  readonly reject: string;
  /** A person wants rows of this sort left out: they are counted and told once, as nothing that went wrong. */
  readonly asked?: true;
}

export interface FileContext {
  /** Path in the engagement folder; inside a container `outer.zip!/inner.csv`. */
  readonly path: string;
  /** Last segment of the path. */
  readonly name: string;
  /** What the person said of this file in the engagement. */
  readonly said: { readonly system?: string; readonly perspective?: 'external' | 'internal'; readonly by?: string };
  /** For a snapshot whose rows carry no time: the date that the person stated, else undated. */
  readonly asStated: Observed;
  /** Records of a table before its header. */
  readonly preamble: readonly (readonly string[])[];
  /** The JSON document around the items, or the XML root. */
  readonly document: Fields;
  /** Empty at the start of each file; for readings that must remember (stanzas, summaries at the end). */
  readonly memory: Map<string, unknown>;
  /** Reads a time from text that is no field: a log line's stamp. */
  time(raw: string | undefined, options?: TimeOptions): Observed;
  readonly place: Place;
}

/**
 * One row, item or element, by name. Names are header names in tables; dotted paths in JSON (`device.hostname`, `$` for a bare value);
 * in XML `child/grandchild`, `@attribute`, `child/@attribute`, `.` for its own text, `^Ancestor/@attribute` for an enclosing element.
 * Blank cells, null and placeholders (`-`, `N/A`, `--`) are absent.
 */
export interface Fields {
  readonly place: Place;
  has(name: string): boolean;
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  number(name: string): number | undefined;
  integer(name: string): number | undefined;
  /** true/yes/1/enabled and their opposites; anything else absent. */
  flag(name: string): boolean | undefined;
  /** The tool's word, turned into ours; unknown words are noted and absent. Keys are compared without regard to case. */
  word<W extends string>(name: string, words: Readonly<Record<string, W>>): W | undefined;
  time(name: string, options?: TimeOptions): Observed;
  child(name: string): Fields | undefined;
  children(name: string): readonly Fields[];
  /** Header names, keys, or attribute and child names, in file order. */
  names(): readonly string[];
}

export interface TimeOptions {
  /** `client`: no zone in the file, the engagement's is assumed and printed. A fixed zone where the tool documents one. Default: what the text says, else `client`. */
  readonly zone?: 'client' | 'UTC' | (string & {});
  /** For numeric dates such as 3/4/2026: the tool's fixed order, or `infer` (default) from the whole file, else the engagement's. */
  readonly order?: 'mdy' | 'dmy' | 'ymd' | 'infer';
  /** Numbers as seconds or milliseconds since 1970. Default: ISO or one of the written forms. */
  readonly epoch?: 'seconds' | 'milliseconds';
  /** Texts (lower case) that mean "never" for this tool, beside 1970-01-01, 0001-01-01, 1900-01-01 and 3000-01-01. */
  readonly never?: readonly string[];
}

/** The one default export of a source file; the file's name is the source's id. */
export function defineSource(source: SourceDefinition): SourceDefinition {
  return source;
}
