import type { Tone } from '../../model/document.ts';
import type { CitedAs } from '../../model/excerpt.ts';

/** Told by a sign and a word, and by colour only besides. */
export const CITED_WORDS = {
  basis: { sign: '●', word: 'cited', tone: 'accent' },
  exception: { sign: '▲', word: 'exception', tone: 'bad' },
} as const satisfies Record<CitedAs, { sign: string; word: string; tone: Tone }>;

export const EXCERPT_WORDS = {
  shown: (where: string, of: number | null) => `${where}${of === null ? '' : ` of ${of}`} shown`,
  cited: (cited: number, exceptions: number) => {
    const told = [
      ...(cited > 0 ? [`${cited} cited`] : []),
      ...(exceptions > 0 ? [`${exceptions} ${exceptions === 1 ? 'exception' : 'exceptions'}`] : []),
    ];
    return told.join(', ');
  },
  notShown: (count: number) => `${count} more ${count === 1 ? 'is' : 'are'} cited and not shown here`,
  /** Where measures keep a part of their rows: how many those of all of them are nobody counted. */
  notAllShown: 'more are cited than are shown here',
  moreMeasures: (count: number) => `and to ${count} more ${count === 1 ? 'measure' : 'measures'}`,
  lines: (of: number) => (of === 1 ? '1 line' : `${of} lines`),
  more: (signs: number) => `… (${signs} more signs)`,
  moreFields: (count: number) => `and ${count} more ${count === 1 ? 'field' : 'fields'}`,
  picture: (width: number, height: number) =>
    `A picture of ${width} × ${height} points, as it was handed over; nothing was read from it.`,
  pictureAlt: (number: string, path: string) =>
    `Picture ${number}, ${path}, as it was handed over. No verdict rests on what it shows.`,
  pdf: (pages: number | null) =>
    pages === null
      ? 'A PDF whose number of pages cannot be told; nothing was read from it.'
      : `A PDF of ${pages} ${pages === 1 ? 'page' : 'pages'}; nothing was read from it.`,
  /** A number that is a time, with its day. */
  dated: (number: string, day: string) => `${number} (${day})`,
  blank: '(blank)',
  /** Where a place is the whole of its file. */
  whole: 'whole file',
} as const;
