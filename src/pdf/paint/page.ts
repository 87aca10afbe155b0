import type { FontName, Ink, Mark, Page } from '../../model/page.ts';
import type { StructureNode } from '../structure.ts';
import type { Glyphs } from './glyphs.ts';
import { decimal } from './objects.ts';
import { pathOperators } from './path.ts';
import type { EmbeddedFont } from './pen.ts';

/** A page's content stream, and which structure node each of its marked contents belongs to. */
export interface PaintedPage {
  readonly content: string;
  readonly owners: readonly number[];
  readonly fonts: ReadonlySet<FontName>;
}

interface Brush {
  readonly out: string[];
  readonly owners: number[];
  readonly fonts: Set<FontName>;
  readonly height: number;
  tag: number | 'artifact' | 'none';
  /** Whether the marked content was opened inside the text object, and so must close before it. */
  tagInText: boolean;
  inText: boolean;
  font: FontName | '';
  size: number;
  fill: Ink | undefined;
  stroke: string;
  weight: string;
  x: number;
  y: number;
}

export function paintPage(
  page: Page,
  ink: {
    readonly structure: readonly StructureNode[];
    readonly glyphs: Glyphs;
    readonly embedded: ReadonlyMap<FontName, EmbeddedFont>;
    readonly imageLabel: (bytes: Uint8Array) => string | undefined;
  },
): PaintedPage {
  const brush: Brush = {
    // pdfkit turned the page upside down; turn it back, so that y counts from the bottom as PDF does.
    out: [`1 0 0 -1 0 ${decimal(page.height)} cm`],
    owners: [],
    fonts: new Set(),
    height: page.height,
    tag: 'none',
    tagInText: false,
    inText: false,
    font: '',
    size: 0,
    fill: undefined,
    stroke: '',
    weight: '',
    x: 0,
    y: 0,
  };
  for (const mark of page.marks) {
    if (mark.mark === 'link' || mark.mark === 'target') continue;
    if (mark.mark === 'text') paintText(mark, brush, ink);
    else paintShape(mark, brush, ink);
  }
  closeTag(brush);
  leaveText(brush);
  return { content: `${brush.out.join('\n')}\n`, owners: brush.owners, fonts: brush.fonts };
}

type Ways = Parameters<typeof paintPage>[1];

function paintText(mark: Extract<Mark, { mark: 'text' }>, brush: Brush, ways: Ways): void {
  openTag(mark.tag, brush, ways.structure, true);
  const { out } = brush;
  if (mark.font !== brush.font || mark.size !== brush.size) {
    out.push(`/${ways.embedded.get(mark.font)?.id ?? ''} ${decimal(mark.size)} Tf`);
    brush.font = mark.font;
    brush.size = mark.size;
    brush.fonts.add(mark.font);
  }
  setFill(mark.ink, brush);
  const [x, y] = [hundredth(mark.x), hundredth(brush.height - mark.y)];
  out.push(`${decimal(x - brush.x)} ${decimal(y - brush.y)} Td ${ways.glyphs.show(mark.font, mark.text, mark.size)}`);
  brush.x = x;
  brush.y = y;
}

function paintShape(mark: Exclude<Mark, { mark: 'text' | 'link' | 'target' }>, brush: Brush, ways: Ways): void {
  const label = mark.mark === 'image' ? ways.imageLabel(mark.bytes) : undefined;
  if (mark.mark === 'image' && label === undefined) return;
  openTag(mark.tag, brush, ways.structure, false);
  const { out } = brush;
  const up = (y: number): string => decimal(brush.height - y);
  if (mark.mark === 'rule') {
    setStroke(mark.ink, mark.weight, brush);
    out.push(`${decimal(mark.x1)} ${up(mark.y1)} m ${decimal(mark.x2)} ${up(mark.y2)} l S`);
  } else if (mark.mark === 'image') {
    const matrix = `${decimal(mark.width)} 0 0 ${decimal(mark.height)} ${decimal(mark.x)} ${up(mark.y + mark.height)}`;
    out.push(`q ${matrix} cm /${label} Do Q`);
  } else {
    if (mark.fill) setFill(mark.fill, brush);
    if (mark.stroke) setStroke(mark.stroke, mark.weight ?? 0.5, brush);
    const holes = mark.mark === 'path' && mark.evenOdd ? '*' : '';
    const finish = mark.fill && mark.stroke ? `B${holes}` : mark.fill ? `f${holes}` : 'S';
    if (mark.mark === 'path') out.push(`${pathOperators(mark.d, mark.x, brush.height - mark.y)} ${finish}`);
    else if (mark.radius) {
      out.push(
        `${pathOperators(roundedBox(mark.width, mark.height, mark.radius), mark.x, brush.height - mark.y)} ${finish}`,
      );
    } else {
      const box = `${decimal(mark.x)} ${up(mark.y + mark.height)} ${decimal(mark.width)} ${decimal(mark.height)}`;
      out.push(`${box} re ${finish}`);
    }
  }
}

/** Consecutive marks of one node share one marked content; it closes where nesting with the text object demands. */
function openTag(tag: number | undefined, brush: Brush, structure: readonly StructureNode[], text: boolean): void {
  const wanted = tag ?? 'artifact';
  if (brush.tag !== wanted) {
    if (brush.tag !== 'none' && !brush.tagInText) leaveText(brush);
    closeTag(brush);
    if (!text) leaveText(brush);
    else if (!brush.inText) enterText(brush);
    brush.tagInText = brush.inText;
    brush.tag = wanted;
    brush.out.push(
      wanted === 'artifact'
        ? '/Artifact BMC'
        : `/${structure[wanted]?.role ?? 'P'} <</MCID ${brush.owners.push(wanted) - 1}>> BDC`,
    );
    return;
  }
  if (text && !brush.inText) enterText(brush);
  else if (!text && brush.inText) {
    if (brush.tagInText) {
      closeTag(brush);
      openTag(tag, brush, structure, false);
    } else leaveText(brush);
  }
}

function closeTag(brush: Brush): void {
  if (brush.tag === 'none') return;
  if (!brush.tagInText) leaveText(brush);
  brush.out.push('EMC');
  brush.tag = 'none';
}

function enterText(brush: Brush): void {
  brush.out.push('BT');
  brush.inText = true;
  brush.x = 0;
  brush.y = 0;
}

function leaveText(brush: Brush): void {
  if (!brush.inText) return;
  brush.out.push('ET');
  brush.inText = false;
}

function setFill(ink: Ink, brush: Brush): void {
  if (ink === brush.fill) return;
  if (brush.fill === undefined || colour(ink) !== colour(brush.fill)) brush.out.push(`${colour(ink)} rg`);
  brush.fill = ink;
}

function setStroke(ink: Ink, weight: number, brush: Brush): void {
  const stroke = `${colour(ink)} RG`;
  if (stroke !== brush.stroke) brush.out.push(stroke);
  brush.stroke = stroke;
  const width = `${decimal(weight)} w`;
  if (width !== brush.weight) brush.out.push(width);
  brush.weight = width;
}

const colours = new WeakMap<Ink, string>();

function colour(ink: Ink): string {
  let operands = colours.get(ink);
  if (operands === undefined) {
    operands = ink.map((part) => String(Math.round((part / 255) * 1000) / 1000)).join(' ');
    colours.set(ink, operands);
  }
  return operands;
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
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
