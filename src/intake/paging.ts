import { isObject } from './json-path.ts';

/** What the envelope around a list says of further pages. */
export interface Paging {
  /** A link, token or mark that leads on: this is not the last page. */
  readonly more: boolean;
  /** The service counted no further than this. */
  readonly capped: boolean;
  readonly total: number | undefined;
}

const ENVELOPES: ReadonlySet<string> = new Set([
  'meta',
  'metadata',
  'page',
  'paging',
  'pagination',
  'cursor',
  'links',
  'hits',
  'data',
]);
const LEADS_ON: ReadonlySet<string> = new Set([
  'odatanextlink',
  'nextlink',
  'nexttoken',
  'nextmarker',
  'nextpagetoken',
  'nextpagelink',
  'nextcursor',
  'nextoffset',
  'nextpage',
]);
const MORE_IF_TRUE: ReadonlySet<string> = new Set(['istruncated', 'hasmore', 'hasnextpage', 'moreavailable']);
const MORE_IF_FALSE: ReadonlySet<string> = new Set(['islast', 'islastpage']);
const TOTALS: ReadonlySet<string> = new Set([
  'odatacount',
  'totalelements',
  'totalresources',
  'totalitems',
  'totalresults',
  'totalrecords',
  'totalcount',
  'totalobjects',
  'totalrows',
  'totalhits',
]);
/** `total` alone may be the sum of anything; beside one of these it is the number of rows that there are. */
const PAGE_SIZES: ReadonlySet<string> = new Set([
  'limit',
  'offset',
  'perpage',
  'pagesize',
  'maxresults',
  'startat',
  'hits',
]);
const PAGES: ReadonlySet<string> = new Set(['totalpages', 'pagecount', 'numberofpages']);

/** Reads the keys of the document and of the envelopes one level below, as the services of this trade name them. */
export function pagingOf(document: unknown): Paging {
  const found = { more: false, capped: false, total: undefined as number | undefined };
  let pages = 0;
  for (const envelope of envelopesOf(document)) {
    const names = new Map(Object.entries(envelope).map(([name, value]) => [plain(name), value]));
    const isPaged = [...names.keys()].some((name) => PAGE_SIZES.has(name));
    for (const [name, value] of names) {
      if (LEADS_ON.has(name) && leads(value)) found.more = true;
      else if (name === 'next' && isAddress(value)) found.more = true;
      else if (MORE_IF_TRUE.has(name) && value === true) found.more = true;
      else if (MORE_IF_FALSE.has(name) && value === false) found.more = true;
      else if (TOTALS.has(name) || (name === 'subtotal' && isPaged)) found.total = countIn(value) ?? found.total;
      else if (name === 'total' && isPaged && !names.has('subtotal')) {
        found.total ??= countIn(value);
        if (isObject(value) && value['relation'] === 'gte') found.capped = true;
      } else if (PAGES.has(name)) pages = countIn(value) ?? 0;
    }
  }
  return { ...found, more: found.more || (pages > 1 && found.total === undefined) };
}

function envelopesOf(document: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (!isObject(document)) return [];
  const below = Object.entries(document).flatMap(([name, value]) =>
    ENVELOPES.has(plain(name)) && isObject(value) ? [value] : [],
  );
  return [document, ...below, ...below.flatMap((one) => (isObject(one['pagination']) ? [one['pagination']] : []))];
}

function plain(name: string): string {
  return name.length > 40 ? name : name.replace(/[^a-zA-Z]/g, '').toLowerCase();
}

function leads(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() !== '' : typeof value === 'number' && value > 0;
}

function isAddress(value: unknown): boolean {
  const text = isObject(value) ? value['href'] : value;
  return typeof text === 'string' && /^(?:https?:\/\/|\/)/.test(text);
}

function countIn(value: unknown): number | undefined {
  const number = isObject(value) ? value['value'] : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined;
}
