import type { FontName, Ink } from '../../model/page.ts';
import type { Box } from '../bounds.ts';
import type { StructureNode } from '../structure.ts';
import { type Bytes, say, sayWhole } from './bytes.ts';
import type { Glyphs } from './glyphs.ts';
import { decimal } from './objects.ts';
import type { EmbeddedFont } from './pen.ts';

/** What all pages of a document are painted with. */
export interface Ways {
  readonly structure: readonly StructureNode[];
  readonly glyphs: Glyphs;
  readonly embedded: ReadonlyMap<FontName, EmbeddedFont>;
  readonly fonts: Set<FontName>;
  readonly imageLabel: (bytes: Uint8Array) => string | undefined;
}

/** What the operators that were written leave behind: a font or colour is told when it changes. */
export interface Brush {
  readonly out: Bytes;
  readonly ways: Ways;
  readonly height: number;
  owners: number[];
  figures: Map<number, Box>;
  /** How far down the marks of the present layer stand. */
  top: number;
  tag: number | 'artifact' | 'none';
  /** Whether what is painted belongs to a figure. */
  inFigure: boolean;
  /** Whether the marked content was opened inside the text object, and so must close before it. */
  tagInText: boolean;
  inText: boolean;
  font: FontName | '';
  size: number;
  fill: Ink | undefined;
  stroke: string;
  weight: string;
  /** Where the text object stands, in hundredths of a point. */
  x: number;
  y: number;
}

export function startBrush(out: Bytes, height: number, ways: Ways): Brush {
  return {
    out,
    ways,
    height,
    owners: [],
    figures: new Map(),
    top: 0,
    tag: 'none',
    inFigure: false,
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
}

/** Consecutive marks of one node share one marked content; it closes where nesting with the text object demands. */
export function openTag(tag: number | undefined, brush: Brush, text: boolean): void {
  const wanted = tag ?? 'artifact';
  if (brush.tag !== wanted) {
    if (brush.tag !== 'none' && !brush.tagInText) leaveText(brush);
    closeTag(brush);
    if (!text) leaveText(brush);
    else if (!brush.inText) enterText(brush);
    brush.tagInText = brush.inText;
    brush.tag = wanted;
    const role = wanted === 'artifact' ? undefined : (brush.ways.structure[wanted]?.role ?? 'P');
    brush.inFigure = role === 'Figure';
    if (wanted === 'artifact') say(brush.out, '/Artifact BMC\n');
    else {
      say(brush.out, openings[role ?? 'P'] ?? openingOf(role ?? 'P'));
      sayWhole(brush.out, brush.owners.push(wanted) - 1);
      say(brush.out, '>> BDC\n');
    }
    return;
  }
  if (text && !brush.inText) enterText(brush);
  else if (!text && brush.inText) {
    if (brush.tagInText) {
      closeTag(brush);
      openTag(tag, brush, false);
    } else leaveText(brush);
  }
}

/** What a marked content of a role begins with: made once, since it is said for every cell. */
const openings: Partial<Record<string, string>> = {};

function openingOf(role: string): string {
  const opening = `/${role} <</MCID `;
  openings[role] = opening;
  return opening;
}

export function closeTag(brush: Brush): void {
  if (brush.tag === 'none') return;
  if (!brush.tagInText) leaveText(brush);
  say(brush.out, 'EMC\n');
  brush.tag = 'none';
}

function enterText(brush: Brush): void {
  say(brush.out, 'BT\n');
  brush.inText = true;
  brush.x = 0;
  brush.y = 0;
}

export function leaveText(brush: Brush): void {
  if (!brush.inText) return;
  say(brush.out, 'ET\n');
  brush.inText = false;
}

export function setFill(ink: Ink, brush: Brush): void {
  if (ink === brush.fill) return;
  if (brush.fill === undefined || colour(ink) !== colour(brush.fill)) say(brush.out, `${colour(ink)} rg\n`);
  brush.fill = ink;
}

export function setStroke(ink: Ink, weight: number, brush: Brush): void {
  const stroke = `${colour(ink)} RG`;
  if (stroke !== brush.stroke) say(brush.out, `${stroke}\n`);
  brush.stroke = stroke;
  const width = `${decimal(weight)} w`;
  if (width !== brush.weight) say(brush.out, `${width}\n`);
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
