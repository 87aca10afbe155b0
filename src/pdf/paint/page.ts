import type { Mark } from '../../model/page.ts';
import { type Box, boundsOf, union } from '../bounds.ts';
import { depthOf, type Layer, lower } from '../layer.ts';
import { type Brush, closeTag, leaveText, openTag, setFill, setStroke, startBrush, type Ways } from './brush.ts';
import { type Bytes, say, sayHundredths, sayNumber, startBytes, written } from './bytes.ts';
import { decimal } from './objects.ts';
import { pathOperators } from './path.ts';

/** A content stream, which structure node each of its marked contents belongs to, and the room that figures take on it. */
export interface Painted {
  /** Good until the next page is painted. */
  readonly content: Buffer;
  readonly owners: readonly number[];
  readonly figures: ReadonlyMap<number, Box>;
}

export interface Painter {
  paint(layers: readonly Layer[], height: number): Painted;
}

export function startPainter(ways: Ways): Painter {
  const out = startBytes();
  return {
    paint(layers, height) {
      out.at = 0;
      const brush = startBrush(out, height, ways);
      for (const { marks, top, only } of layers) {
        brush.top = top;
        for (const mark of marks) if (only === undefined || only === depthOf(mark)) paintMark(mark, brush);
      }
      closeTag(brush);
      leaveText(brush);
      const { owners, figures } = brush;
      return { content: written(out), owners, figures };
    },
  };
}

function paintMark(mark: Mark, brush: Brush): void {
  if (mark.mark === 'text') paintText(mark, brush);
  else if (mark.mark === 'link' || mark.mark === 'target') return;
  else paintShape(mark, brush);
  if (brush.inFigure && mark.tag !== undefined) {
    const box = union(brush.figures.get(mark.tag), boundsOf(lower(mark, brush.top)));
    if (box) brush.figures.set(mark.tag, box);
  }
}

function paintText(mark: Extract<Mark, { mark: 'text' }>, brush: Brush): void {
  openTag(mark.tag, brush, true);
  const { out, ways } = brush;
  const { font, size } = mark;
  if (font !== brush.font || size !== brush.size) {
    say(out, `/${ways.embedded.get(font)?.id ?? ''} ${decimal(size)} Tf\n`);
    brush.font = font;
    brush.size = size;
    ways.fonts.add(font);
  }
  setFill(mark.ink, brush);
  if (mark.turned !== undefined) {
    paintTurned(mark, mark.turned, brush);
    return;
  }
  // Whole numbers of hundredths: those cost no memory.
  const x = Math.round(mark.x * 100);
  const y = Math.round(up(mark.y, brush) * 100);
  sayHundredths(out, x - brush.x);
  say(out, ' ');
  sayHundredths(out, y - brush.y);
  say(out, ' Td');
  ways.glyphs.show(out, font, mark.text, size);
  say(out, '\n');
  brush.x = x;
  brush.y = y;
}

/** In a text object of its own: whatever came after it would rise as it does. */
function paintTurned(mark: Extract<Mark, { mark: 'text' }>, degrees: number, brush: Brush): void {
  const { out, ways } = brush;
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  say(out, `${[cos, sin, -sin, cos].map((part) => part.toFixed(5)).join(' ')} `);
  sayPoint(out, mark.x, up(mark.y, brush));
  say(out, ' Tm');
  ways.glyphs.show(out, mark.font, mark.text, mark.size);
  say(out, '\n');
  closeTag(brush);
  leaveText(brush);
}

type Shape = Exclude<Mark, { mark: 'text' | 'link' | 'target' }>;

function paintShape(mark: Shape, brush: Brush): void {
  const label = mark.mark === 'image' ? brush.ways.imageLabel(mark.bytes) : undefined;
  if (mark.mark === 'image' && label === undefined) return;
  openTag(mark.tag, brush, false);
  if (mark.mark === 'rule') paintRule(mark, brush);
  else if (mark.mark === 'image') {
    const place = `${decimal(mark.x)} ${decimal(up(mark.y, brush, mark.height))}`;
    say(brush.out, `q ${decimal(mark.width)} 0 0 ${decimal(mark.height)} ${place} cm /${label} Do Q\n`);
  } else paintArea(mark, brush);
}

function paintRule({ x1, y1, x2, y2, ink, weight }: Extract<Mark, { mark: 'rule' }>, brush: Brush): void {
  const { out } = brush;
  setStroke(ink, weight, brush);
  sayPoint(out, x1, up(y1, brush));
  say(out, ' m ');
  sayPoint(out, x2, up(y2, brush));
  say(out, ' l S\n');
}

function paintArea(mark: Extract<Mark, { mark: 'box' | 'path' }>, brush: Brush): void {
  const { out } = brush;
  if (mark.fill) setFill(mark.fill, brush);
  if (mark.stroke) setStroke(mark.stroke, mark.weight ?? 0.5, brush);
  const holes = mark.mark === 'path' && mark.evenOdd ? '*' : '';
  const finish = mark.fill && mark.stroke ? `B${holes}` : mark.fill ? `f${holes}` : 'S';
  const round = mark.mark === 'box' && mark.radius ? roundedBox(mark.width, mark.height, mark.radius) : undefined;
  const path = mark.mark === 'path' ? mark.d : round;
  if (path !== undefined) say(out, pathOperators(path, mark.x, up(mark.y, brush)));
  else if (mark.mark === 'box') {
    sayPoint(out, mark.x, up(mark.y, brush, mark.height));
    say(out, ' ');
    sayPoint(out, mark.width, mark.height);
    say(out, ' re');
  }
  say(out, ` ${finish}\n`);
}

/** From the bottom of the page, as PDF counts: of a mark in the present layer, or of what stands so far below its top. */
function up(y: number, { height, top }: Brush, below = 0): number {
  return height - (y + top + below);
}

function sayPoint(out: Bytes, x: number, y: number): void {
  sayNumber(out, x);
  say(out, ' ');
  sayNumber(out, y);
}

function roundedBox(width: number, height: number, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2);
  const k = r * 0.4477;
  const [w, h] = [width, height];
  return (
    `M${r} 0H${w - r}C${w - k} 0 ${w} ${k} ${w} ${r}V${h - r}C${w} ${h - k} ${w - k} ${h} ${w - r} ${h}` +
    `H${r}C${k} ${h} 0 ${h - k} 0 ${h - r}V${r}C0 ${k} ${k} 0 ${r} 0Z`
  );
}
