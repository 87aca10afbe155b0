import type { MonthState } from '../model/continuity.ts';
import type { Tone } from '../model/document.ts';

/** A sign for each month of a strip, told apart without its colour. */
export const MONTH_WORDS = {
  shown: { sign: '●', tone: 'good', means: 'Rows dated in the month are as expected.' },
  'in-part': { sign: '▲', tone: 'part', means: 'Rows show some of it, or only what bears in part.' },
  stated: { sign: '○', tone: 'muted', means: 'By the word of a person or a plan alone.' },
  against: { sign: '×', tone: 'bad', means: 'Rows show the contrary.' },
  none: { sign: '–', tone: 'unknown', means: 'No row speaks of the month.' },
  'not-asked': {
    sign: '·',
    tone: 'unknown',
    means: 'No row speaks of it, and the month begins before the period of this package.',
  },
} as const satisfies Record<MonthState, { sign: string; tone: Tone; means: string }>;
