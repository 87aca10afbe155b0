import { describe, expect, it } from 'vitest';
import { type Bytes, say, sayNumber, sayWhole, startBytes, written } from '../../src/pdf/paint/bytes.ts';
import { decimal } from '../../src/pdf/paint/objects.ts';
import fc from '../house/fast-check.ts';

const saying = (say: (bytes: Bytes) => void): string => {
  const bytes = startBytes();
  say(bytes);
  return written(bytes).toString('latin1');
};

describe('what is written into a page', () => {
  it('are numbers of at most two places, as short as they can be', () => {
    expect(saying((bytes) => sayNumber(bytes, 12.3456))).toBe('12.35');
    expect(saying((bytes) => sayNumber(bytes, -0.5))).toBe('-0.5');
    expect(saying((bytes) => sayNumber(bytes, -0.001))).toBe('0');
    expect(saying((bytes) => sayWhole(bytes, 1000))).toBe('1000');
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
        expect(saying((bytes) => sayNumber(bytes, value))).toBe(decimal(value));
      }),
    );
    fc.assert(
      fc.property(fc.nat(), (value) => {
        expect(saying((bytes) => sayWhole(bytes, value))).toBe(String(value));
      }),
    );
  });

  it('is all there, however much it is', () => {
    const words = Array.from({ length: 9_000 }, (_, index) => (index % 50 === 0 ? 'é'.repeat(100) : `word ${index}`));
    expect(saying((bytes) => words.forEach((word) => void say(bytes, word)))).toBe(words.join(''));
  });
});
