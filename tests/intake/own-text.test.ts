import { expect, it } from 'vitest';
import { ownText } from '../../src/intake/own-text.ts';
import fc from '../house/fast-check.ts';

it('gives the same text, whatever it is', () => {
  const code = fc.integer({ min: 0, max: 0xffff });
  const any = fc.array(code, { maxLength: 100 }).map((codes) => String.fromCharCode(...codes));
  fc.assert(fc.property(any, (text) => ownText(text) === text));
});

it('still does when more were met than it remembers', () => {
  for (let i = 0; i < 10_000; i += 1) expect(ownText(`LFD-WS-${i}.client.example`)).toBe(`LFD-WS-${i}.client.example`);
});
