import type { Figure } from '../../model/document.ts';
import type { Mark } from '../../model/page.ts';
import { mix, WHITE } from '../colour.ts';
import type { Strip } from '../setting.ts';
import { type Line, lineMarks } from '../typeset.ts';
import { amount, type Easel, setLabel, strip, widthOf } from './kit.ts';

type Sankey = Extract<Figure, { kind: 'sankey' }>;
type Node = Sankey['columns'][number]['nodes'][number];

/** Of the width: what the boxes of a column take; the rest is for what flows between them. */
const BOX_SHARE = 0.26;
const APART = 3;
const PAD = 1.6;
const BAR = 4;
/** Beside caption and head, of the page. */
const MOST_OF_PAGE = 0.78;
/** A unit of value is drawn at most so high, so that a small picture stays small. */
const POINTS_A_UNIT = 9;
const LEAST_SCALE = 0.3;

/** A box a node with its words inside, as high as its value and never lower than its words; bands as wide as what flows. */
export function sankey(figure: Sankey, easel: Easel): readonly Strip[] {
  const { setting, tag } = easel;
  const { theme } = setting;
  if (figure.columns.length < 2 || figure.columns.some(({ nodes }) => nodes.length === 0)) return [];
  const width = setting.width * Math.min(BOX_SHARE, 0.8 / figure.columns.length);
  const between = (setting.width - width * figure.columns.length) / (figure.columns.length - 1);
  const set = figure.columns.map(({ nodes }) => nodes.map((node) => setNode(node, width, easel)));
  const scale = scaleFor(set, (setting.sheet.bottom - setting.sheet.top) * MOST_OF_PAGE);
  if (scale === undefined) return inWords(figure.columns, easel);
  const height = Math.max(...set.map((nodes) => heightOf(nodes, scale)));
  const placed = set.map((nodes, column) => {
    const x = setting.left + column * (width + between);
    // Columns of unlike height stand in the middle of the highest.
    let y = (height - heightOf(nodes, scale)) / 2;
    return nodes.map((node): Placed => {
      const own = nodeHeight(node, scale);
      const box = { ...node, x, y, height: own };
      y += own + APART;
      return box;
    });
  });
  const flows = bandsOf(figure.links, placed, { scale, width }).map(
    ({ d, tone }): Mark => ({ mark: 'path', d, x: 0, y: 0, fill: mix(theme.tones[tone], WHITE, 0.78), tag }),
  );
  const boxes = placed.flat().flatMap((node) => boxMarks(node, width, easel));
  return [headStrip(figure.columns, { width, between }, easel), strip(height, [...flows, ...boxes])];
}

/** More than a page holds is told as a list. */
function inWords(columns: Sankey['columns'], easel: Easel): readonly Strip[] {
  const { label, note } = styles(easel);
  const { left, width } = easel.setting;
  return columns.flatMap(({ title, nodes }) =>
    [{ label: title, note: '' }, ...nodes].flatMap((node, index) =>
      [[node.label, index === 0 ? label : note] as const, [node.note, note] as const].flatMap(([text, style]) =>
        setLabel(text, style, width, easel).map((line) => ({
          ...strip(style.leading, lineMarks(line, { x: left, y: 0, width, style })),
          glued: false,
        })),
      ),
    ),
  );
}

interface SetNode {
  readonly node: Node;
  readonly label: readonly Line[];
  readonly note: readonly Line[];
  readonly beside: boolean;
  /** Its words with the air around them. */
  readonly least: number;
}

interface Placed extends SetNode {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

function styles({ setting }: Easel) {
  const { type, muted } = setting.theme;
  return { label: { ...type.label, font: 'semibold' as const }, note: { ...type.tick, ink: muted } };
}

/** Label and note on one line where there is room, so that many boxes fit. */
function setNode(node: Node, width: number, easel: Easel): SetNode {
  const { label: labelStyle, note: noteStyle } = styles(easel);
  const room = width - BAR - 8;
  const noteWidth = widthOf(node.note, noteStyle, easel) + 1;
  const beside = widthOf(node.label, labelStyle, easel) + 6 + noteWidth <= room;
  const label = setLabel(node.label, labelStyle, beside ? room - noteWidth : room, easel);
  const note = setLabel(node.note, noteStyle, beside ? noteWidth : room, easel);
  const below = beside ? 0 : note.length * noteStyle.leading;
  return { node, label, note, beside, least: label.length * labelStyle.leading + below + 2 * PAD };
}

function nodeHeight({ node, least }: SetNode, scale: number): number {
  return Math.max(least, amount(node.value) * scale);
}

function heightOf(nodes: readonly SetNode[], scale: number): number {
  return nodes.reduce((sum, node) => sum + nodeHeight(node, scale), (nodes.length - 1) * APART);
}

/** The largest scale at which every column fits on a page; nothing where their words alone do not. */
function scaleFor(columns: readonly (readonly SetNode[])[], most: number): number | undefined {
  for (let scale = POINTS_A_UNIT; scale >= LEAST_SCALE; scale *= 0.95)
    if (columns.every((nodes) => heightOf(nodes, scale) <= most)) return scale;
  return undefined;
}

/** Where the next band leaves and reaches each box: bands of one box stand one below the other, in the order of where they lead. */
function bandsOf(
  links: Sankey['links'],
  placed: readonly (readonly Placed[])[],
  { scale, width }: { readonly scale: number; readonly width: number },
): readonly { readonly d: string; readonly tone: Node['tone'] }[] {
  const used = new Map<string, number>();
  const slot = (side: string, column: number, index: number, node: Placed, band: number): number => {
    const key = `${side} ${column} ${index}`;
    const whole = amount(node.node.value) * scale;
    const before = used.get(key) ?? (node.height - Math.min(whole, node.height)) / 2;
    used.set(key, before + band);
    return node.y + before;
  };
  const sorted = links.toSorted((a, b) => a.column - b.column || a.from - b.from || a.to - b.to);
  return sorted.flatMap(({ column, from, to, value }) => {
    const [source, target] = [placed[column]?.[from], placed[column + 1]?.[to]];
    const band = amount(value) * scale;
    if (source === undefined || target === undefined || band <= 0) return [];
    const start = { x: source.x + width, y: slot('right', column, from, source, band) };
    const end = { x: target.x, y: slot('left', column + 1, to, target, band) };
    return [{ d: bandPath(start, end, band), tone: source.node.tone }];
  });
}

function bandPath(start: Point, end: Point, band: number): string {
  const middle = (start.x + end.x) / 2;
  const at = (x: number, y: number): string => `${round(x)} ${round(y)}`;
  return [
    `M${at(start.x, start.y)}`,
    `C${at(middle, start.y)} ${at(middle, end.y)} ${at(end.x, end.y)}`,
    `L${at(end.x, end.y + band)}`,
    `C${at(middle, end.y + band)} ${at(middle, start.y + band)} ${at(start.x, start.y + band)}Z`,
  ].join('');
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function boxMarks(
  { node, label, note, beside, x, y, height, least }: Placed,
  width: number,
  easel: Easel,
): readonly Mark[] {
  const { setting, tag } = easel;
  const { theme } = setting;
  const { label: labelStyle, note: noteStyle } = styles(easel);
  const marks: Mark[] = [
    { mark: 'box', x, y, width, height, fill: theme.wash, stroke: theme.hairline, weight: 0.5, tag },
    { mark: 'box', x, y, width: BAR, height, fill: theme.tones[node.tone], tag },
  ];
  const room = { x: x + BAR + 4, width: width - BAR - 8 };
  let top = y + (height - least) / 2 + PAD;
  const first = top + labelStyle.leading - noteStyle.leading;
  for (const line of label) {
    marks.push(...lineMarks(line, { ...room, y: top, style: labelStyle }));
    top += labelStyle.leading;
  }
  for (const line of note) {
    marks.push(
      ...lineMarks(line, { ...room, y: beside ? first : top, align: beside ? 'right' : 'left', style: noteStyle }),
    );
    top += noteStyle.leading;
  }
  return marks;
}

function headStrip(
  columns: Sankey['columns'],
  at: { readonly width: number; readonly between: number },
  easel: Easel,
): Strip {
  const style = { ...easel.setting.theme.type.tick, font: 'semibold' as const };
  const set = columns.map(({ title }) => setLabel(title, style, at.width, easel));
  const marks = set.flatMap((lines, column) =>
    lines.flatMap((line, index) =>
      lineMarks(line, {
        x: easel.setting.left + column * (at.width + at.between),
        y: index * style.leading,
        width: at.width,
        style,
      }),
    ),
  );
  return strip(Math.max(...set.map((lines) => lines.length)) * style.leading + 4, marks);
}
