import { describe, expect, it } from 'vitest';
import { clean, spell, spellPlain } from '../../src/pdf/spell.ts';
import fc from '../house/fast-check.ts';
import { HALF_EM } from './kit.ts';

const spelled = (text: string): { text: string; undrawn: readonly string[] } => {
  const undrawn = new Set<string>();
  const parts = spell(text, 'regular', HALF_EM, undrawn);
  return { text: parts.map((part) => part.text).join(''), undrawn: [...undrawn] };
};

describe('text that could deceive or vanish is shown by number', () => {
  it.each([
    ['a right-to-left override', 'a\u202Eb', 'a[U+202E]b'],
    ['a zero-width space', 'a\u200Bb', 'a[U+200B]b'],
    ['a zero-width joiner', 'a\u200Db', 'a[U+200D]b'],
    ['a byte order mark', '\uFEFFa', '[U+FEFF]a'],
    ['a NUL', 'a\0b', 'a[U+0000]b'],
    ['an escape sequence', '\u001B[31m', '[U+001B][31m'],
    ['half a surrogate pair', 'a\uD800b', 'a[U+FFFD]b'],
    ['a variation selector', 'a\uFE0F', 'a[U+FE0F]'],
    ['a private character', '\uE000', '[U+E000]'],
    ['a tag character', '\u{E0041}', '[U+E0041]'],
    ['a character no font has', '漢', '[U+6F22]'],
    ['an emoji', '🔥', '[U+1F525]'],
  ])('%s', (_name, text, shown) => {
    expect(spelled(text).text).toBe(shown);
    expect(spelled(text).undrawn).toHaveLength(1);
  });

  it.each([
    ['a decomposed letter is composed', 'e\u0301', 'é'],
    ['line ends are one kind', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['a tab is four blanks', 'a\tb', 'a    b'],
    ['a soft hyphen stays for the line breaker', 'a\u00ADb', 'a\u00ADb'],
    ['a rare blank is a blank', 'a\u3000b', 'a b'],
  ])('%s', (_name, text, shown) => {
    expect(spelled(text)).toEqual({ text: shown, undrawn: [] });
  });

  it('never throws, never keeps a control character, and is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = spelled(text).text;
        expect(once).not.toMatch(/[^\P{Cc}\n]|\p{Cs}|[\u200B-\u200F\u202A-\u202E\u2066-\u2069]/u);
        expect(spelled(once).text).toBe(clean(once));
        expect(spellPlain(text)).not.toMatch(/\p{Cc}|\p{Cs}/u);
      }),
    );
  });
});
