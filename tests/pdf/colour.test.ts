import { describe, expect, it } from 'vitest';
import type { Tone } from '../../src/model/document.ts';
import type { Ink } from '../../src/model/page.ts';
import { contrast, inkOf, WHITE } from '../../src/pdf/colour.ts';
import { makeTheme } from '../../src/pdf/theme.ts';
import fc from '../house/fast-check.ts';

describe('colours', () => {
  it('are read from hexadecimal and nothing else', () => {
    expect(inkOf('#0B5FA5')).toEqual([11, 95, 165]);
    expect(inkOf('#fff')).toEqual([255, 255, 255]);
    for (const bad of ['', '0B5FA5', '#12345', 'red', '#gggggg']) expect(inkOf(bad)).toBeUndefined();
  });

  it('of a bad brand fall back instead of turning black', () => {
    const theme = makeTheme({ organisation: 'x', colour: 'blurple' });
    expect(theme.band).toEqual([31, 58, 95]);
  });

  it('can be read on whatever they stand on, whatever the brand', () => {
    const part = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.tuple(part, part, part), ([red, green, blue]) => {
        const hex = `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
        const theme = makeTheme({ organisation: 'x', colour: hex });
        const pairs: readonly (readonly [Ink, Ink])[] = [
          [theme.onBand, theme.band],
          [theme.accent, WHITE],
          [theme.ink, WHITE],
          [theme.muted, WHITE],
          [theme.muted, theme.wash],
          [theme.ink, theme.wash],
          ...(Object.keys(theme.tones) as Tone[]).flatMap((tone): readonly (readonly [Ink, Ink])[] => [
            [theme.tones[tone], WHITE],
            [theme.tones[tone], theme.tints[tone]],
            [theme.ink, theme.tints[tone]],
          ]),
        ];
        for (const [text, background] of pairs) expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});
