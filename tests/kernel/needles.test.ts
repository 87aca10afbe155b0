import fc from 'fast-check';
import { expect, it } from 'vitest';
import { needlesOf } from '../../src/kernel/needles.ts';

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
