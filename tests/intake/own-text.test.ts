import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownText } from '../../src/intake/own-text.ts';

it('gives the same text, whatever it is', () => {
  const any = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constant('a lone \ud800 is no character'),
  );
  fc.assert(fc.property(any, (text) => expect(ownText(text)).toBe(text)));
});

it('still does when more were met than it remembers', () => {
  for (let i = 0; i < 10_000; i += 1) expect(ownText(`LFD-WS-${i}.client.example`)).toBe(`LFD-WS-${i}.client.example`);
});
