import { expect, it } from 'vitest';
import { needlesOf } from '../../src/kernel/needles.ts';
import fc from '../house/fast-check.ts';

it('finds whole words in any case, the longest first', () => {
  const needles = needlesOf(['pc-1', 'Ann', 'Ann Lee', '(x) y', '--']);
  const found = needles.find('PC-1 pc-12 xpc-1 ann lee, ann; (X) Y -- a');
  expect(found.map(({ needle }) => needle)).toEqual(['pc-1', 'Ann Lee', 'Ann', '(x) y', '--']);
});

it('finds each word that it is given, whatever signs are in it and around it', () => {
  const sign = fc.constantFrom('a', 'B', '1', 'ä', '-', '.', '(', ' ', '\\', '$', '@');
  fc.assert(
    fc.property(
      fc.array(sign, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('', ' ', '-', '.', '"'),
      (signs, around) => {
        const word = signs.join('');
        expect(needlesOf([word]).replace(`${around}${word}${around}`, () => '#')).toContain('#');
      },
    ),
  );
});

it('leaves no place out where a word stands for itself, and finds no other', () => {
  const sign = fc.constantFrom(
    'a',
    'B',
    'z',
    '7',
    'é',
    'ß',
    '\u212a',
    '\u{1d518}',
    '\u{1f600}',
    '\ud800',
    '–',
    '-',
    ' ',
  );
  const text = fc.array(sign, { maxLength: 40 }).map((signs) => signs.join(''));
  const word = fc.array(sign, { minLength: 1, maxLength: 4 }).map((signs) => signs.join(''));
  const letter = /[\p{L}\p{N}]/u;
  fc.assert(
    fc.property(text, fc.array(word, { minLength: 1, maxLength: 5 }), (where, words) => {
      const found = needlesOf(words).find(where);
      for (const { needle, from, to } of found) expect(where.slice(from, to).toLowerCase()).toBe(needle.toLowerCase());
      // A word that begins with a sign is found by its first run of letters: those alone are held against a plain search here.
      for (const each of words.filter((one) => /^[\p{L}\p{N}]/u.test(one) && letter.test(one.slice(-1)))) {
        const [small, length] = [where.toLowerCase(), each.length];
        for (
          let from = small.indexOf(each.toLowerCase());
          from >= 0;
          from = small.indexOf(each.toLowerCase(), from + 1)
        ) {
          if (letter.test(where.charAt(from - 1)) || letter.test(where.charAt(from + length))) continue;
          if (letter.test(whole(where, from - 1)) || letter.test(whole(where, from + length))) continue;
          expect(found.some((one) => one.from < from + length && one.to > from)).toBe(true);
        }
      }
    }),
    { numRuns: 2000 },
  );
});

/** The sign that a place of a text belongs to, both halves of it. */
function whole(text: string, at: number): string {
  const first = /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;
  return first < 0 ? '' : String.fromCodePoint(text.codePointAt(first) ?? 0x20);
}

it('takes no longer for ten thousand words than for ten', () => {
  const words = Array.from({ length: 20_000 }, (_, i) => `LFD-WS${i}`);
  const text = 'LFD-WS7 is beside lfd-srv1 and LFD-WSX, '.repeat(5000);
  const took = (needles: ReturnType<typeof needlesOf>) => {
    const started = process.cpuUsage();
    needles.find(text);
    return process.cpuUsage(started).user / 1000;
  };
  const [few, many] = [needlesOf(words.slice(0, 10)), needlesOf(words)];
  took(few);
  expect(took(many)).toBeLessThan(20 * took(few) + 200);
});
