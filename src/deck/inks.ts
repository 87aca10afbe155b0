import { hexOf, type Ink, inkOf, mix, readableOn, textOn, WHITE } from '../kernel/colour.ts';
import type { Brand, Tone } from '../model/document.ts';

/** As pptxgenjs wants them: six digits without a sign. */
export interface Inks {
  readonly band: string;
  readonly onBand: string;
  readonly accent: string;
  readonly text: string;
  readonly soft: string;
  readonly line: string;
  readonly wash: string;
  readonly tones: Readonly<Record<Tone, string>>;
}

const TEXT: Ink = [28, 33, 38];
const OWN: Ink = [11, 95, 165];

/** Status colours stay outside of the brand, as in the documents; white numbers can be read on each of them. */
export function inksOf({ colour }: Brand): Inks {
  const band = inkOf(colour) ?? OWN;
  const accent = digits(readableOn(WHITE, band));
  return {
    band: digits(band),
    onBand: digits(textOn(band, TEXT)),
    accent,
    text: digits(TEXT),
    soft: '59636E',
    line: 'D8DDE3',
    wash: digits(mix(WHITE, TEXT, 0.04)),
    tones: {
      // Neighbours differ in lightness too, so that bars can be told from another in print without colours.
      good: '2A8050',
      part: '7E5200',
      bad: '8A1A13',
      stale: '6B4FA0',
      unknown: '374151',
      muted: '6A737D',
      accent,
      plain: '59636E',
    },
  };
}

function digits(ink: Ink): string {
  return hexOf(ink).slice(1).toUpperCase();
}
