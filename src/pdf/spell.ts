import type { FontName } from '../model/page.ts';
import type { Measurer } from './measurer.ts';

/** Text in one font; `shown` marks a stand-in such as `[U+200B]`. */
export interface Spelled {
  readonly text: string;
  readonly font: FontName;
  readonly shown: boolean;
}

// Layout gives line feed and soft hyphen a meaning of their own; every other control, format, private or unassigned character is shown.
const UNSAFE = /[^\P{C}\n\u00AD]|[\p{Zl}\p{Zp}]|[^\P{Default_Ignorable_Code_Point}\u00AD]/u;
/** Written from right to left, which our lines are not: drawn the other way round such a word is another one, whatever font has it. */
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}]/u;
const PLAIN = /^[\n\x20-\x7e]*$/;

/** Well formed, composed, with one kind of line end. */
export function clean(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, '    ');
}

/** What can be drawn with it: each character in the wished font, else in a near one, else as its number, which is also collected. */
export function spell(text: string, font: FontName, measurer: Measurer, undrawn: Set<string>): readonly Spelled[] {
  const safe = clean(text);
  if (PLAIN.test(safe)) return safe === '' ? [] : [{ text: safe, font, shown: false }];
  const spelled: Spelled[] = [];
  const say = (part: string, partFont: FontName, shown: boolean): void => {
    const last = spelled.at(-1);
    if (last && last.font === partFont && last.shown === shown)
      spelled[spelled.length - 1] = { ...last, text: last.text + part };
    else spelled.push({ text: part, font: partFont, shown });
  };
  const bold = font === 'bold' || font === 'semibold' || font === 'monobold';
  for (const character of safe) {
    const found = fontFor(character, font, bold, measurer);
    if (found !== undefined) say(character, found, false);
    else if (/\p{Zs}/u.test(character)) say(' ', font, false);
    else {
      const code = numberOf(character);
      undrawn.add(code);
      say(`[${code}]`, bold ? 'monobold' : 'mono', true);
    }
  }
  return spelled;
}

/** The same without fonts, for titles, bookmarks and metadata, which a viewer draws: only what could deceive is shown. */
export function spellPlain(text: string): string {
  const safe = clean(text).replace(/\n/g, ' ');
  if (PLAIN.test(safe)) return safe;
  return [...safe]
    .filter((character) => character !== '\u00AD')
    .map((character) => (UNSAFE.test(character) ? `[${numberOf(character)}]` : character))
    .join('');
}

const FURTHER: readonly FontName[] = ['further1', 'further3', 'further2', 'further4'];
const FURTHER_BOLD: readonly FontName[] = ['further2', 'further1', 'further4', 'further3'];

function fontFor(character: string, font: FontName, bold: boolean, measurer: Measurer): FontName | undefined {
  if (character === '\n' || character === '\u00AD') return font;
  if (UNSAFE.test(character) || RIGHT_TO_LEFT.test(character)) return undefined;
  const codePoint = character.codePointAt(0) ?? 0;
  const further = bold ? FURTHER_BOLD : FURTHER;
  const near: readonly FontName[] = bold ? [font, 'semibold', 'monobold'] : [font, 'regular', 'mono'];
  return [...near, ...further].find((candidate) => measurer.covers(candidate, codePoint));
}

function numberOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
