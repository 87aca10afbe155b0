import type { Slide } from '../model/deck.ts';
import type { Brand } from '../model/document.ts';
import { chart } from './chart.ts';
import { cover } from './cover.ts';
import { FONT } from './font.ts';
import type { Inks } from './inks.ts';
import type { Canvas } from './library.ts';
import { BODY, SHEET, WIDTH } from './sheet.ts';
import { table } from './table.ts';

/** Of what a slide says: so many letters fit into two lines of the usual size. */
const TWO_LINES = 260;

interface Place {
  readonly canvas: Canvas;
  readonly inks: Inks;
  readonly brand: Brand;
}

export function paint(slide: Slide, { canvas, inks, brand }: Place): void {
  if (slide.kind === 'title') {
    cover(slide, { canvas, inks, brand });
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
    fontSize: says.length > TWO_LINES ? 10 : 13,
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

function points(all: readonly string[], canvas: Canvas, inks: Inks): void {
  const lines = all.map((text) => ({ text, options: { bullet: { indent: 14 }, breakLine: true, paraSpaceAfter: 10 } }));
  canvas.addText(lines, { ...BODY, fontFace: FONT, fontSize: 16, color: inks.text, margin: 0, valign: 'top' });
}
