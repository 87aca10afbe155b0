import type { Slide } from '../model/deck.ts';
import { FONT } from './font.ts';
import type { Inks } from './inks.ts';
import type { Border, Canvas } from './library.ts';
import { BODY, WIDTH } from './sheet.ts';

type Table = Extract<Slide, { kind: 'table' }>;

/** Points, from what is read best to what can just be read. */
const SIZES = [14, 12, 11, 10, 9] as const;
/** Of a letter as it is on average, in ems; a line of text, likewise. */
const [LETTER, LINE] = [0.5, 1.2];
/** Of a cell, in inches: above and below, right, left. */
const PAD = { over: 0.06, right: 0.12, left: 0.02 };
const POINTS = 72;

export function table(slide: Table, canvas: Canvas, inks: Inks): void {
  const { columns, rows } = slide;
  const widths = widthsOf(slide);
  const size = SIZES.find((each) => heightOf(rows, widths, each) <= BODY.h) ?? 9;
  const [none, below]: readonly [Border, Border] = [{ type: 'none' }, { type: 'solid', color: inks.line, pt: 0.75 }];
  const edges: [Border, Border, Border, Border] = [none, none, below, none];
  const head = columns.map(({ title }) => ({
    text: title,
    options: { bold: true, color: inks.soft, fontSize: Math.min(12, size), border: edges },
  }));
  const body = rows.map((row) =>
    row.map((text, index) => ({
      text,
      options: { bold: index === 0, color: inks.text, fontSize: size, border: edges },
    })),
  );
  canvas.addTable([head, ...body], {
    x: BODY.x,
    y: BODY.y,
    w: WIDTH,
    colW: [...widths],
    fontFace: FONT,
    valign: 'top',
    margin: [PAD.over, PAD.right, PAD.over, PAD.left],
    autoPage: false,
  });
}

function widthsOf({ columns }: Table): readonly number[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map(({ share }) => (WIDTH * share) / all);
}

/** Reckoned, since the program that shows the slides sets them: head and rows, in inches. */
function heightOf(rows: Table['rows'], widths: readonly number[], size: number): number {
  const line = (size * LINE) / POINTS;
  const lines = (text: string, index: number): number => {
    const room = (widths[index] ?? 1) - PAD.left - PAD.right;
    return linesIn(text, Math.max(4, Math.floor((room * POINTS) / (size * LETTER))));
  };
  const height = (row: readonly string[]): number => Math.max(1, ...row.map(lines)) * line + 2 * PAD.over;
  return rows.reduce((sum, row) => sum + height(row), line + 2 * PAD.over);
}

/** How many lines of so many letters; a word longer than a line takes several. */
function linesIn(text: string, letters: number): number {
  let [lines, used] = [1, 0];
  for (const word of text.split(/\s+/)) {
    const long = [...word].length;
    if (used > 0 && used + 1 + long > letters) [lines, used] = [lines + 1, 0];
    lines += Math.max(0, Math.ceil(long / letters) - 1);
    used += (used > 0 ? 1 : 0) + (long > letters ? long % letters : long);
  }
  return lines;
}
