import { matchesOf } from './matches.ts';
import type { Span } from './spans.ts';
import type { Form } from './windows.ts';

/** Where a text ends inside of what a person named: the brackets of JSON that are still open, or an element. */
export type Open = { readonly brackets: string } | { readonly element: string; readonly depth: number };

interface Asked {
  /** Keys and elements, in small letters. */
  readonly wanted: ReadonlySet<string>;
  readonly form: Form;
  readonly open: Open | undefined;
}

interface Under {
  readonly spans: readonly Span[];
  readonly open: Open | undefined;
}

/** Lists, objects and elements under names that a person gave: each value of a list, an object whole, every text and attribute of an element. */
export function valuesUnder(text: string, asked: Asked): Under {
  const json = insideJson(text, asked);
  if (asked.form !== 'xml') return json;
  const xml = insideElements(text, asked);
  return { spans: [...json.spans, ...xml.spans], open: json.open ?? xml.open };
}

const HEAD = /"([^"\\\n]{1,80})"\s{0,8}:\s{0,80}(?=[{[])/g;
const TOKEN = /\s{0,200}(?:"((?:[^"\\\n]|\\.)*)"|(-?\d[\d.eE+-]{0,40}|true|false)|null|([[\]{}])|[,:])/y;

function insideJson(text: string, { wanted, form, open }: Asked): Under {
  const spans: Span[] = [];
  let left = open && 'brackets' in open ? collectInside(text, { at: 0, before: open.brackets, form, spans }) : '';
  for (const head of matchesOf(HEAD, text)) {
    if (!wanted.has((head[1] ?? '').toLowerCase())) continue;
    left = collectInside(text, { at: head.index + head[0].length, before: '', form, spans }) || left;
  }
  return { spans, open: left === '' ? undefined : { brackets: left } };
}

interface Inside {
  readonly at: number;
  /** Brackets that were opened before. */
  readonly before: string;
  readonly form: Form;
  readonly spans: Span[];
}

/** The brackets that are open where the text ends; none where what was named ends before. */
function collectInside(text: string, { at, before, form, spans }: Inside): string {
  let open = before;
  let end = at;
  let object = before.includes('{') ? 0 : -1;
  const takeObject = (to: number) => {
    spans.push({
      as: 'column',
      from: object,
      to,
      ...(before.includes('{') && object === 0 ? { more: true } : { quote: true }),
    });
    object = -1;
  };
  do {
    TOKEN.lastIndex = end;
    const token = TOKEN.exec(text);
    if (token === null) {
      if (text.slice(end).trim() === '') break;
      if (object < 0) return '';
      // Whatever stands in an object goes with it; in a line of a log it ends with the line.
      end = form === 'json' ? end + 1 : lineEnd(text, end);
      if (form === 'json') continue;
      takeObject(end);
      return '';
    }
    end = TOKEN.lastIndex;
    const [whole, quoted, bare, bracket] = token;
    if (bracket === '{' && object < 0) object = end - 1;
    if (bracket === '{' || bracket === '[') open += bracket;
    else if (bracket !== undefined) open = open.slice(0, -1);
    if (object >= 0 && !open.includes('{')) takeObject(end);
    const value = quoted ?? bare ?? '';
    if (object >= 0 || value === '') continue;
    const from = token.index + whole.length - value.length - (quoted === undefined ? 0 : 1);
    spans.push({ as: 'column', from, to: from + value.length, ...(quoted === undefined ? { quote: true } : {}) });
  } while (open !== '');
  if (object >= 0) takeObject(text.length);
  return open;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

const TAG = /<(?:!\[CDATA\[((?:[^\]]|\](?!\]>))*)\]\]>|(\/?)([\w.:-]{1,80})((?:\s(?:[^<>"']|"[^"<]*"|'[^'<]*')*)?)>)/g;
const ATTRIBUTE = /=\s?(?:"([^"<]+)"|'([^'<]+)')/g;

function insideElements(text: string, { wanted, open }: Asked): Under {
  const spans: Span[] = [];
  let element = open && 'element' in open ? open.element : '';
  let depth = open && 'element' in open ? open.depth : 0;
  const take = (from: number, to: number) => {
    const plain = text.slice(from, to).trim();
    const start = from + text.slice(from, to).indexOf(plain);
    if (depth > 0 && plain !== '') spans.push({ as: 'column', from: start, to: start + plain.length });
  };
  let end = 0;
  for (const tag of matchesOf(TAG, text)) {
    const [whole, data, closing, name = '', attributes = ''] = tag;
    take(end, tag.index);
    end = tag.index + whole.length;
    if (data !== undefined) {
      take(tag.index + '<![CDATA['.length, end - ']]>'.length);
      continue;
    }
    const local = name.replace(/^.*:/, '').toLowerCase();
    if (closing !== '') {
      if (depth > 0 && local === element) depth -= 1;
      continue;
    }
    const named = wanted.has(local) || wanted.has(name.toLowerCase());
    const alone = attributes.endsWith('/');
    if (depth > 0 || named) spans.push(...attributesOf(attributes, tag.index + 1 + name.length));
    if (alone) continue;
    if (depth > 0 && local === element) depth += 1;
    else if (depth === 0 && named) [element, depth] = [local, 1];
  }
  take(end, text.length);
  return { spans, open: depth > 0 ? { element, depth } : undefined };
}

function attributesOf(attributes: string, at: number): readonly Span[] {
  return [...matchesOf(ATTRIBUTE, attributes)].map(({ index, 0: whole, 1: double, 2: single }) => {
    const value = double ?? single ?? '';
    const from = at + index + whole.length - 1 - value.length;
    return { as: 'column', from, to: from + value.length };
  });
}
