import type { Slide } from '../model/deck.ts';
import { chart } from './chart.ts';
import { FONT } from './font.ts';
import type { Inks } from './inks.ts';
import type { Border, Canvas } from './library.ts';

/** Inches of a wide slide: 13.33 by 7.5. */
export const SHEET = { width: 13.33, height: 7.5, side: 0.6 };
const WIDTH = SHEET.width - 2 * SHEET.side;
const BODY = { x: SHEET.side, y: 1.75, w: WIDTH, h: 4.95 };

export function paint(slide: Slide, canvas: Canvas, inks: Inks): void {
  if (slide.kind === 'title') {
    titleSlide(slide, canvas, inks);
    return;
  }
  const { title, says } = slide;
  canvas.addText(title, {
    x: SHEET.side,
    y: 0.45,
    w: WIDTH,
    h: 0.6,
    fontFace: FONT,
    fontSize: 26,
    bold: true,
    color: inks.accent,
    margin: 0,
    valign: 'middle',
  });
  canvas.addText(unbroken(says), {
    x: SHEET.side,
    y: 1.05,
    w: WIDTH,
    h: 0.6,
    fontFace: FONT,
    fontSize: 13,
    color: inks.soft,
    margin: 0,
    valign: 'top',
  });
  canvas.addNotes(slide.kind === 'chart' ? `${says}\n\n${slide.chart.alt}` : says);
  switch (slide.kind) {
    case 'tiles':
      tiles(slide.tiles, canvas, inks);
      break;
    case 'chart':
      chart(slide.chart, { canvas, inks, box: BODY });
      break;
    case 'table':
      if (slide.rows.length > 0) table(slide, canvas, inks);
      else points([slide.empty], canvas, inks);
      break;
    case 'points':
      points(slide.points, canvas, inks);
      break;
  }
}

function titleSlide(
  { title, says, lines, notice }: Extract<Slide, { kind: 'title' }>,
  canvas: Canvas,
  inks: Inks,
): void {
  const text = { x: SHEET.side, w: WIDTH, fontFace: FONT, color: inks.onBand, margin: 0 };
  canvas.background = { color: inks.band };
  canvas.addText(title, {
    ...text,
    y: 1.7,
    h: 1.5,
    fontSize: title.length > 60 ? 26 : 38,
    bold: true,
    valign: 'bottom',
    fit: 'shrink',
  });
  canvas.addText(says, { ...text, y: 3.3, h: 0.8, fontSize: 17, valign: 'top' });
  canvas.addText(
    lines.map((line) => ({ text: line, options: { breakLine: true } })),
    { ...text, y: 4.25, h: 1.5, fontSize: 13, valign: 'top' },
  );
  canvas.addText(notice, { ...text, y: 6.4, h: 0.5, fontSize: 11, italic: true });
  canvas.addNotes(notice);
}

/** Two numbers a framework, side by side; more than four frameworks share rows. */
function tilesInARow(count: number): number {
  return count > 8 ? 4 : Math.min(2, count);
}

function tiles(all: Extract<Slide, { kind: 'tiles' }>['tiles'], canvas: Canvas, inks: Inks): void {
  const columns = tilesInARow(all.length);
  const rows = Math.ceil(all.length / Math.max(1, columns));
  const [beside, below] = [0.5, 0.35];
  const height = Math.min(2, (BODY.h - below * (rows - 1)) / Math.max(1, rows));
  const width = (WIDTH - beside * (columns - 1)) / Math.max(1, columns);
  for (const [index, { value, caption, tone }] of all.entries()) {
    const x = SHEET.side + (index % columns) * (width + beside);
    const y = BODY.y + 0.1 + Math.floor(index / columns) * (height + below);
    const ink = inks.tones[tone];
    canvas.addShape('rect', { x, y, w: width, h: 0.07, fill: { color: ink }, line: { color: ink, width: 0 } });
    const text = { x, w: width, fontFace: FONT, margin: 0 };
    const size = rows > 3 || columns > 2 ? 28 : 40;
    const number = { y: y + 0.12, h: height * 0.55, fontSize: size, bold: true, color: inks.text };
    canvas.addText(value, { ...text, ...number, valign: 'middle' });
    const words = { y: y + 0.12 + height * 0.55, h: height * 0.35, fontSize: columns > 2 ? 12 : 16, color: inks.soft };
    canvas.addText(unbroken(caption), { ...text, ...words, valign: 'top' });
  }
}

/** A number and its percent sign are one word. */
function unbroken(text: string): string {
  return text.replace(/(\d) %/g, '$1\u00A0%');
}

function table({ columns, rows }: Extract<Slide, { kind: 'table' }>, canvas: Canvas, inks: Inks): void {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const [none, below]: readonly [Border, Border] = [{ type: 'none' }, { type: 'solid', color: inks.line, pt: 0.75 }];
  const edges: [Border, Border, Border, Border] = [none, none, below, none];
  const head = columns.map(({ title }) => ({
    text: title,
    options: { bold: true, color: inks.soft, fontSize: 12, border: edges },
  }));
  const body = rows.map((row) =>
    row.map((text, index) => ({
      text,
      options: { bold: index === 0, color: inks.text, fontSize: rows.length > 5 ? 12 : 14, border: edges },
    })),
  );
  canvas.addTable([head, ...body], {
    x: BODY.x,
    y: BODY.y,
    w: WIDTH,
    colW: columns.map(({ share }) => (WIDTH * share) / all),
    fontFace: FONT,
    valign: 'top',
    margin: [0.06, 0.12, 0.06, 0.02],
    autoPage: false,
  });
}

function points(all: readonly string[], canvas: Canvas, inks: Inks): void {
  const lines = all.map((text) => ({ text, options: { bullet: { indent: 14 }, breakLine: true, paraSpaceAfter: 10 } }));
  canvas.addText(lines, { ...BODY, fontFace: FONT, fontSize: 16, color: inks.text, margin: 0, valign: 'top' });
}
