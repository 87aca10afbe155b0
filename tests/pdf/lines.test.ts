import { describe, expect, it } from 'vitest';
import {
  baselineOf,
  lineMarks,
  lineStrips,
  linesOf as linesOfAtoms,
  typeset,
  typesetBalanced,
} from '../../src/pdf/typeset.ts';
import { atomsOf, extentOf } from '../../src/pdf/words.ts';
import fc from '../house/fast-check.ts';
import { say, settingOf } from './kit.ts';

// Ten points a character: a width of 100 holds ten of them.
const style = { font: 'regular', size: 20, leading: 24, ink: [0, 0, 0] } as const;
const setting = settingOf();
const linesOf = (text: string, width: number): readonly string[] =>
  typeset(say(text), { style, width }, setting).map((line) => line.parts.map((part) => part.text).join(''));

describe('lines', () => {
  it.each([
    ['fill up greedily', 'one two three four', 100, ['one two', 'three four']],
    ['end where the text says', 'one\ntwo\n\nthree', 100, ['one', 'two', '', 'three']],
    ['keep the blanks inside and drop those at a break', 'a  b        cdefgh', 100, ['a  b', 'cdefgh']],
    ['keep the indent of a hard line', 'if\n  then', 100, ['if', '  then']],
    ['break at a soft hyphen and show it there only', 'evi\u00ADdence\u00ADless', 100, ['evidence-', 'less']],
    ['show no soft hyphen where none is needed', 'evi\u00ADdence', 100, ['evidence']],
    ['break after a hyphen between letters', 'well-established', 130, ['well-', 'established']],
    ['keep an identifier of capitals whole', 'see INS-MFA-01', 100, ['see', 'INS-MFA-01']],
    ['keep dates and identifiers whole', 'on 2026-10-15', 100, ['on', '2026-10-15']],
    ['keep control ids whole', 'see 164.308(a)(7)', 130, ['see', '164.308(a)(7)']],
    ['chop a long token near a separator', 'C:/data/backups/x', 100, ['C:/data/', 'backups/x']],
    ['chop a name of many words at their joint', 'ServicesCooperative', 100, ['Services', 'Cooperativ', 'e']],
    [
      'cut a long word of a language with a hyphen, at a syllable',
      'Grundbuchberatung',
      100,
      ['Grundbuch-', 'beratung'],
    ],
    ['never put a hyphen into a value', 'grundbuchberatung', 100, ['grundbuchb', 'eratung']],
    ['chop a long token anywhere when it has none', 'abcdefghijklmno', 100, ['abcdefghij', 'klmno']],
    ['keep a percent sign with its number', 'assessed, 73 % of', 130, ['assessed,', '73 % of']],
    ['put nothing in one empty line', '', 100, ['']],
  ])('%s', (_name, text, width, lines) => {
    expect(linesOf(text, width)).toEqual(lines);
  });

  it('of plain text are the very ones that are made of atoms', () => {
    const word = fc.oneof(
      fc.constantFrom('well-established', 'and/or', 'INS-MFA-01', '73', '%', ']', '[U+200B]', '[U+200B][U+200B]', ''),
      fc.string({ unit: fc.constantFrom(...'abcXY01-/.%'), minLength: 1, maxLength: 14 }),
    );
    const text = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, fc.integer({ min: 5, max: 200 }), (plain, width) => {
        const atoms = atomsOf(say(plain), style, 7, setting);
        expect(typeset(say(plain), { style, width, tag: 7 }, setting)).toEqual(linesOfAtoms(atoms, width, setting));
      }),
      { numRuns: 500 },
    );
  });

  it('keep every character, and no line is wider than asked', () => {
    const words = fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 20 });
    fc.assert(
      fc.property(words, fc.integer({ min: 60, max: 400 }), (parts, width) => {
        const text = parts.join(' ');
        const lines = typeset(say(text), { style, width }, settingOf());
        for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 0.02);
        const kept = lines.flatMap((line) => line.parts.map((part) => part.text)).join('');
        const whole = typeset(say(text), { style, width: 1e9 }, settingOf());
        const all = whole.flatMap((line) => line.parts.map((part) => part.text)).join('');
        expect(kept.replace(/[\s-]/g, '')).toBe(all.replace(/[\s-]/g, ''));
      }),
    );
  });

  it('break a token of 20,000 characters in well under a second', () => {
    const before = performance.now();
    const lines = linesOf('QUJD'.repeat(5000), 460);
    expect(performance.now() - before).toBeLessThan(1000);
    expect(lines.join('')).toBe('QUJD'.repeat(5000));
    expect(Math.max(...lines.map((line) => line.length))).toBe(46);
  });

  it('of a balanced title are as few and of nearly one length', () => {
    const lines = typesetBalanced(say('The evidence for each of the controls shown'), { style, width: 400 }, setting);
    expect(lines.map((line) => line.parts[0]?.text)).toEqual(['The evidence for each', 'of the controls shown']);
  });

  it('end in a blank beyond their width where two words would else be read as one', () => {
    const [line] = typeset(say('one two three'), { style, width: 100, tag: 0 }, setting);
    const marks = line ? lineMarks(line, { x: 0, y: 0, width: 100, style }) : [];
    expect(marks).toMatchObject([{ mark: 'text', text: 'one two ', width: 70, y: baselineOf(style) }]);
  });

  it('hold the first two and the last two together', () => {
    const lines = typeset(say('a b c d e'), { style, width: 10 }, setting);
    const strips = lineStrips(lines, { style, space: 6 }, setting);
    expect(strips.map((strip) => strip.glued)).toEqual([true, false, false, true, false]);
    expect(strips.map((strip) => strip.space)).toEqual([6, 0, 0, 0, 0]);
  });

  it('have an extent: the longest word and the longest line', () => {
    expect(extentOf(say('one three\nto'), style, setting)).toEqual({ min: 50, max: 90, sum: 110, lines: 2 });
  });
});

describe('links', () => {
  const linked = (to: string): readonly string[] => {
    const lines = typeset(
      [{ text: 'here', to }],
      { style, width: 100, tag: 0 },
      settingOf({ targets: new Set(['x']) }),
    );
    return lines.flatMap((line) => line.parts.flatMap((part) => part.to ?? []));
  };
  it.each([
    ['#x', ['#x']],
    ['#nowhere', []],
    ['https://example.org/a b', ['https://example.org/a%20b']],
    ['mailto:a@example.org', ['mailto:a@example.org']],
    ['http://example.org', []],
    ['javascript:alert(1)', []],
    ['JaVaScRiPt:alert(1)', []],
    ['java\nscript:alert(1)', []],
    ['file:///etc/passwd', []],
    ['data:text/html,x', []],
    ['https:nohost:x', []],
    ['//example.org', []],
    [' https://example.org', []],
  ])('%j leads to %j', (to, goals) => {
    expect(linked(to)).toEqual(goals);
  });
});
