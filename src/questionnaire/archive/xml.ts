import { SaxesParser } from 'saxes';

export interface Element {
  /** Without its prefix. */
  readonly name: string;
  readonly prefix: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Where its tag begins in the text, and where the text after it goes on. */
  readonly start: number;
  readonly tagEnd: number;
  readonly empty: boolean;
}

export interface XmlVisitor {
  readonly open: (element: Element, depth: number) => void;
  readonly text?: (text: string) => void;
  /** `end` is where the text goes on behind the closing tag, `inner` where the closing tag begins. */
  readonly close?: (element: Element, at: { readonly inner: number; readonly end: number }) => void;
}

const DEEPEST = 256;

/** Walks one part with the places of its tags, so that they can be changed and all else be left. Entities are how XML attacks its readers. */
export function walkXml(xml: string, visit: XmlVisitor): void {
  const parser = new SaxesParser({ xmlns: false });
  const open: Element[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a DOCTYPE stands in it');
  });
  parser.on('opentag', (tag) => {
    const tagEnd = parser.position;
    const element: Element = {
      ...nameOf(tag.name),
      attributes: tag.attributes,
      start: xml.lastIndexOf('<', tagEnd - 1),
      tagEnd,
      empty: tag.isSelfClosing,
    };
    if (open.length >= DEEPEST) throw new Error('it is nested too deep');
    visit.open(element, open.length);
    open.push(element);
  });
  if (visit.text !== undefined) {
    parser.on('text', visit.text);
    parser.on('cdata', visit.text);
  }
  parser.on('closetag', () => {
    const element = open.pop();
    if (element === undefined || visit.close === undefined) return;
    const end = parser.position;
    visit.close(element, { inner: element.empty ? end : xml.lastIndexOf('<', end - 1), end });
  });
  parser.write(xml).close();
}

function nameOf(tag: string): { readonly name: string; readonly prefix: string } {
  const colon = tag.indexOf(':');
  return colon < 0 ? { name: tag, prefix: '' } : { name: tag.slice(colon + 1), prefix: tag.slice(0, colon + 1) };
}

/** An attribute whatever its prefix is. */
export function attribute({ attributes }: Pick<Element, 'attributes'>, name: string): string | undefined {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  const key = Object.keys(attributes).find((each) => each.endsWith(`:${name}`));
  return key === undefined ? undefined : attributes[key];
}

export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The text with pieces of it replaced; what lies between them stays as it is. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    pieces.push(text.slice(at, edit.from), edit.text);
    at = edit.to;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Any text as XML can hold it. */
export function xmlText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(FORBIDDEN, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** How Office writes that something is so. */
export function isOn(flag: string | undefined): boolean {
  return flag === '1' || flag === 'true' || flag === 'on';
}
