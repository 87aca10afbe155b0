import { unescaped } from './pdf-strings.ts';

export type GlyphMap = ReadonlyMap<string, ReadonlyMap<number, string>>;

/** What the codes of a font stand for, from its ToUnicode table (ISO 32000, 9.10.3). */
export function codesOf(cmap: string): ReadonlyMap<number, string> {
  const codes = new Map<number, string>();
  for (const [, body = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', to = ''] of body.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F\s]+)>/g))
      codes.set(Number.parseInt(code, 16), characters(to));
  }
  for (const [, body = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', list, first = ''] of body.matchAll(
      /<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*(?:\[([^\]]*)\]|<([0-9a-fA-F]+)>)/g,
    )) {
      addRange(codes, { from: Number.parseInt(from, 16), to: Number.parseInt(to, 16), list, first });
    }
  }
  return codes;
}

function addRange(
  codes: Map<number, string>,
  range: { from: number; to: number; list: string | undefined; first: string },
): void {
  const { from, to, list, first } = range;
  if (list !== undefined) {
    let code = from;
    for (const [, each = ''] of list.matchAll(/<([0-9a-fA-F\s]*)>/g)) {
      codes.set(code, characters(each));
      code += 1;
    }
    return;
  }
  const start = Number.parseInt(first, 16);
  for (let code = from; code <= Math.min(to, from + 65_535); code += 1)
    codes.set(code, String.fromCodePoint(Math.min(0x10ffff, start + code - from)));
}

function characters(hex: string): string {
  const bytes = Buffer.from(hex.replace(/\s/g, ''), 'hex');
  return bytes.length % 2 === 0 ? bytes.swap16().toString('utf16le') : bytes.toString('latin1');
}

const TOKENS =
  /\/([A-Za-z]{1,4}\d{1,5})\s+-?[\d.]+\s+Tf\b|<([0-9a-fA-F\s]*)>|\(((?:\\[\s\S]|[^\\()]){0,20000})\)|(-?\d[\d.]*)|\b(ET|Td|TD|Tm|BT|T\*)(?![A-Za-z])/g;

/** Wider than this between two glyphs (thousandths of an em), and it is read as a space. */
const GAP = -150;

/** What the operators of a page draw, in their order. */
export function shownText(content: string, glyphs: GlyphMap, between = ' '): string {
  let font: ReadonlyMap<number, string> | undefined;
  let shown = '';
  for (const [, name, hex, literal, number, operator] of content.matchAll(TOKENS)) {
    if (name !== undefined) font = glyphs.get(name);
    else if (hex !== undefined) shown += decoded(Buffer.from(hex.replace(/\s/g, ''), 'hex'), font);
    else if (literal !== undefined) shown += decoded(unescaped(literal), font);
    else if (number !== undefined) shown += Number(number) < GAP ? ' ' : '';
    else if (operator !== undefined) shown += between;
  }
  return shown;
}

function decoded(bytes: Buffer, font: ReadonlyMap<number, string> | undefined): string {
  if (!font) return bytes.toString('latin1');
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) text += font.get(bytes.readUInt16BE(at)) ?? '';
  return text;
}
