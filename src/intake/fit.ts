import type { JsonLinesReading, JsonReading, TableReading, TextReading, XmlReading } from './contract.ts';
import type { Delimiter } from './delimited.ts';
import type { Found } from './json-path.ts';

/** A reading that fits a file, with what was found out while trying it. */
export type Fit = TableFit | JsonFit | JsonLinesFit | XmlFit | TextFit;

interface FitHead {
  /** Headers, keys, elements or phrases that were seen. */
  readonly saw: readonly string[];
  /** It is the right kind of file, and nothing is in it. */
  readonly empty: boolean;
}

export interface TableFit extends FitHead {
  readonly shape: 'table';
  readonly reading: TableReading;
  readonly layout: { readonly by: Delimiter; readonly skipBytes: number } | { readonly by: 'position' };
  /** Records before the header. */
  readonly headerAt: number;
}

export interface JsonFit extends FitHead {
  readonly shape: 'json';
  readonly reading: JsonReading;
  readonly document: unknown;
  /** The document is an envelope around its items, or itself the only item. */
  readonly around: 'envelope' | 'item';
  readonly items: readonly Found[];
  /** The path at which the items were found. */
  readonly path: string;
  /** Of each list of the document only the first elements are there: the file has to be read in pieces. */
  readonly inPart: boolean;
}

export interface JsonLinesFit extends FitHead {
  readonly shape: 'json-lines';
  readonly reading: JsonLinesReading;
}

export interface XmlFit extends FitHead {
  readonly shape: 'xml';
  readonly reading: XmlReading;
}

export interface TextFit extends FitHead {
  readonly shape: 'text';
  readonly reading: TextReading;
}

/** How many rows, items or lines `where` and `required` look at. */
export const LOOK_ROWS = 200;
export const LOOK_LINES = 2_000;
export const HEADER_WITHIN = 15;

/** A key that must be there, with a value when one is asked for. */
export function valueFits(texts: readonly string[], wanted: true | string | RegExp): boolean {
  if (wanted === true) return true;
  return texts.some((text) => (typeof wanted === 'string' ? text === wanted : text.search(wanted) >= 0));
}
