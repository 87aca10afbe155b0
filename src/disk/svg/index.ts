import { SaxesParser } from 'saxes';
import { type Ink, mix, WHITE } from '../../kernel/colour.ts';
import type { Brand } from '../../model/document.ts';
import { colourOf } from './colours.ts';
import { growth, IDENTITY, type Matrix, matrixOf, moved, times } from './matrix.ts';
import { pathSteps, type Step } from './path.ts';

type Drawing = Extract<Brand['logo'], { format: 'svg' }>;
type Shape = Drawing['shapes'][number];

/** What an element hands down to those inside it. */
interface Look {
  readonly matrix: Matrix;
  readonly fill: string;
  readonly stroke: string;
  readonly weight: number;
  readonly opacity: number;
  readonly evenOdd: boolean;
}

const SHAPES = ['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'];
const GROUPS = ['svg', 'g', 'a', 'switch'];
/** They draw nothing, or only where something points at them, which nothing that we take does. Scripts are never run. */
const SILENT = ['title', 'desc', 'metadata', 'script', 'namedview', 'defs'];
const LARGEST = { text: 1_000_000, shapes: 5_000 };
const START: Look = { matrix: IDENTITY, fill: 'black', stroke: 'none', weight: 1, opacity: 1, evenOdd: false };

/** Draws on white: nothing of the file goes on but plain shapes in plain colours. Text says what we cannot draw. */
export function readSvg(text: string): Drawing | string {
  if (text.length > LARGEST.text) return 'it is larger than 1 MB';
  const shapes: Shape[] = [];
  const looks: Look[] = [START];
  let size: readonly number[] | undefined;
  let skipping = 0;
  const parser = new SaxesParser({ xmlns: false });
  try {
    parser.on('error', () => {
      throw new Trouble('it is no well-formed XML');
    });
    parser.on('opentag', ({ name, attributes }) => {
      const element = name.replace(/^.*:/, '');
      if (skipping > 0 || SILENT.includes(element)) {
        skipping += 1;
        return;
      }
      if (![...SHAPES, ...GROUPS].includes(element)) throw new Trouble(`it holds <${element}>`);
      const look = lookOf({ ...attributes, ...declared(attributes['style']) }, looks.at(-1) ?? START);
      if (size === undefined) size = sizeOf(attributes);
      looks.push(look);
      if (SHAPES.includes(element)) shapes.push(...shapeOf(element, attributes, look));
      if (shapes.length > LARGEST.shapes) throw new Trouble('it holds more than 5,000 shapes');
    });
    parser.on('closetag', () => {
      if (skipping > 0) skipping -= 1;
      else looks.pop();
    });
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Trouble) return error.message;
    throw error;
  }
  const [left = 0, top = 0, width = 0, height = 0] = size ?? [];
  if (!(width > 0 && height > 0)) return 'it says neither viewBox nor width and height';
  if (shapes.length === 0) return 'it draws nothing';
  const onto: Matrix = [1, 0, 0, 1, -left, -top];
  const placed = shapes.map((shape) => ({ ...shape, steps: shape.steps.map((step) => moved(step, onto)) }));
  return { format: 'svg', width, height, shapes: placed };
}

class Trouble extends Error {}

function sizeOf(attributes: Readonly<Record<string, string>>): readonly number[] {
  const box = (attributes['viewBox'] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (box.length === 4 && box.every(Number.isFinite)) return box;
  return [0, 0, Number.parseFloat(attributes['width'] ?? ''), Number.parseFloat(attributes['height'] ?? '')];
}

function declared(style: string | undefined): Readonly<Record<string, string>> {
  const pairs = (style ?? '').split(';').map((each) => each.split(':'));
  return Object.fromEntries(pairs.flatMap(([key, value]) => (key && value ? [[key.trim(), value.trim()]] : [])));
}

function lookOf(said: Readonly<Record<string, string>>, above: Look): Look {
  for (const refused of ['filter', 'mask', 'clip-path'])
    if ((said[refused] ?? 'none') !== 'none') throw new Trouble(`it uses "${refused}"`);
  if (said['class'] !== undefined) throw new Trouble('it is coloured by a style sheet ("class")');
  const own = matrixOf(said['transform'] ?? '');
  if (own === undefined) throw new Trouble(`it is moved by "${said['transform']}"`);
  const opacity = Number(said['opacity'] ?? 1);
  const rule = said['fill-rule'];
  return {
    matrix: times(above.matrix, own),
    fill: said['display'] === 'none' ? 'none' : (said['fill'] ?? above.fill),
    stroke: said['display'] === 'none' ? 'none' : (said['stroke'] ?? above.stroke),
    weight: Number.parseFloat(said['stroke-width'] ?? String(above.weight)),
    opacity: above.opacity * (Number.isFinite(opacity) ? Math.min(1, Math.max(0, opacity)) : 1),
    evenOdd: rule === undefined ? above.evenOdd : rule === 'evenodd',
  };
}

function shapeOf(element: string, said: Readonly<Record<string, string>>, look: Look): readonly Shape[] {
  const data =
    element === 'path'
      ? (said['d'] ?? '')
      : outline(element, (key) => Number.parseFloat(said[key] ?? '0') || 0, said['points'] ?? '');
  const steps = pathSteps(data);
  if (steps === undefined) throw new Trouble(`a <${element}> of it cannot be read`);
  const [fill, stroke] = [inkOf(look.fill, look), inkOf(look.stroke, look)];
  if (steps.length === 0 || (fill === undefined && stroke === undefined)) return [];
  const shape: { -readonly [K in keyof Shape]: Shape[K] } = {
    steps: steps.map((step: Step) => moved(step, look.matrix)),
    weight: (Number.isFinite(look.weight) ? look.weight : 1) * growth(look.matrix),
    evenOdd: look.evenOdd,
  };
  if (fill !== undefined) shape.fill = fill;
  if (stroke !== undefined) shape.stroke = stroke;
  return [shape];
}

/** What shows through on white paper is a paler colour. */
function inkOf(text: string, { opacity }: Look): Ink | undefined {
  if (text === 'none' || text === 'transparent') return undefined;
  const ink = colourOf(text);
  if (ink === undefined) throw new Trouble(`it is coloured by "${text}"`);
  return opacity < 1 ? mix(WHITE, ink, opacity) : ink;
}

function outline(element: string, of: (key: string) => number, points: string): string {
  const oval = (cx: number, cy: number, rx: number, ry: number): string =>
    `M${cx - rx} ${cy}A${rx} ${ry} 0 1 1 ${cx + rx} ${cy}A${rx} ${ry} 0 1 1 ${cx - rx} ${cy}Z`;
  switch (element) {
    case 'rect': {
      const [x, y, width, height] = [of('x'), of('y'), of('width'), of('height')];
      const [rx, ry] = [Math.min(of('rx') || of('ry'), width / 2), Math.min(of('ry') || of('rx'), height / 2)];
      if (rx === 0 || ry === 0) return `M${x} ${y}h${width}v${height}h${-width}z`;
      const turn = (dx: number, dy: number): string => `a${rx} ${ry} 0 0 1 ${dx} ${dy}`;
      const [w, h] = [width - 2 * rx, height - 2 * ry];
      return `M${x + rx} ${y}h${w}${turn(rx, ry)}v${h}${turn(-rx, ry)}h${-w}${turn(-rx, -ry)}v${-h}${turn(rx, -ry)}z`;
    }
    case 'circle':
      return oval(of('cx'), of('cy'), of('r'), of('r'));
    case 'ellipse':
      return oval(of('cx'), of('cy'), of('rx'), of('ry'));
    case 'line':
      return `M${of('x1')} ${of('y1')}L${of('x2')} ${of('y2')}`;
    default:
      return points.trim() === '' ? '' : `M${points}${element === 'polygon' ? 'z' : ''}`;
  }
}
