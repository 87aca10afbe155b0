import type { Inline } from '../model/document.ts';
import type { Mark } from '../model/page.ts';
import { chop } from './chop.ts';
import { type Line, SLACK } from './line.ts';
import { plainLines } from './plain-lines.ts';
import type { Setting, Strip } from './setting.ts';
import type { TextStyle } from './theme.ts';
import { type Atom, atomsOf, type Part, plainPart, type Segment } from './words.ts';

export type { Line } from './line.ts';

/** Greedy line breaking: every character of the runs stands on some line, and no line is wider than asked. */
export function typeset(
  inline: Inline,
  options: {
    readonly style: TextStyle;
    readonly width: number;
    readonly tag?: number | undefined;
    /** The width of plain text, where it was measured before. */
    readonly plain?: number | undefined;
  },
  setting: Setting,
): readonly Line[] {
  const { style, width, tag } = options;
  const plain = plainPart(inline, style, tag, setting, options.plain);
  if (plain && plain.width <= width) return [{ parts: [plain], width: plain.width, spaced: false }];
  const lines = plain && plainLines(plain, width, setting);
  return lines ?? linesOf(atomsOf(inline, style, tag, setting), width, setting);
}

/** As few lines as the width allows, and these of nearly one length: titles end in no lone word. */
export function typesetBalanced(
  inline: Inline,
  options: { readonly style: TextStyle; readonly width: number; readonly tag?: number | undefined },
  setting: Setting,
): readonly Line[] {
  const atoms = atomsOf(inline, options.style, options.tag, setting);
  let best = linesOf(atoms, options.width, setting);
  if (best.length < 2 || best.length > 6) return best;
  let [narrow, wide] = [options.width / best.length, options.width];
  for (let step = 0; step < 7; step += 1) {
    const middle = (narrow + wide) / 2;
    const lines = linesOf(atoms, middle, setting);
    if (lines.length > best.length) narrow = middle;
    else {
      wide = middle;
      best = lines;
    }
  }
  return best;
}

export function linesOf(atoms: readonly Atom[], width: number, setting: Setting): readonly Line[] {
  const lines: Line[] = [];
  let parts: Part[] = [];
  let used = 0;
  let gap: Part | undefined;
  const turn = (spaced = gap !== undefined): void => {
    lines.push({ parts: joined(parts), width: used, spaced });
    parts = [];
    used = 0;
    gap = undefined;
  };
  const add = (more: readonly Part[]): void => {
    if (gap && parts.length > 0) {
      parts.push(gap);
      used += gap.width;
    }
    gap = undefined;
    for (const part of more) {
      parts.push(part);
      used += part.width;
    }
  };
  const room = (): number => width - used - (parts.length > 0 ? (gap?.width ?? 0) : 0) + SLACK;
  /** As many segments as fit; when not even one does on an empty line, the first is chopped. */
  const addSegments = (segments: readonly Segment[]): void => {
    let rest = segments;
    while (rest.length > 0) {
      const count = fitting(rest, room(), setting);
      const last = rest[count - 1];
      if (last) {
        add(rest.slice(0, count).flatMap((segment) => segment.parts));
        if (count < rest.length && last.hyphen) add([hyphenAfter(last, setting)]);
        rest = rest.slice(count);
      } else if (parts.length === 0) {
        const [first, ...others] = rest;
        for (const chunk of chop(first?.parts ?? [], width, setting.measurer)) {
          if (parts.length > 0) turn();
          add(chunk);
        }
        rest = others;
        continue;
      }
      if (rest.length > 0) turn();
    }
  };
  let hardStart = false;
  for (const atom of atoms) {
    const indents = hardStart && atom.atom === 'space';
    hardStart = atom.atom === 'newline';
    if (atom.atom === 'newline') turn(true);
    else if (atom.atom === 'space') {
      // Spaces at the start of a hard line indent it; anywhere else they wait for the next word.
      if (!indents) gap = gap ? widened(gap, atom.part) : atom.part;
      else if (atom.part.width < width / 2) {
        parts.push(atom.part);
        used += atom.part.width;
      }
    } else if (atom.width <= room()) add(atom.segments.flatMap((segment) => segment.parts));
    else {
      if (parts.length > 0 && fitting(atom.segments, room(), setting) === 0) turn();
      addSegments(atom.segments);
    }
  }
  if (parts.length > 0 || lines.length === 0) turn(false);
  return lines;
}

function widened(a: Part, b: Part): Part {
  return { ...a, text: a.text + b.text, width: a.width + b.width };
}

function fitting(segments: readonly Segment[], room: number, setting: Setting): number {
  let used = 0;
  let count = 0;
  for (const [index, segment] of segments.entries()) {
    used += segment.width;
    const last = index === segments.length - 1;
    const hyphen = segment.hyphen && !last ? hyphenAfter(segment, setting).width : 0;
    if (used + hyphen <= room) count = index + 1;
    if (used > room) break;
  }
  return count;
}

function hyphenAfter(segment: Segment, setting: Setting): Part {
  const look = segment.parts.at(-1);
  if (!look) throw new RangeError('a segment has at least one part');
  return { ...look, text: '-', width: (setting.measurer.width(look.font, '-') * look.size) / 1000 };
}

/** Neighbours of one look become one part: a line of prose is one mark. */
function joined(parts: readonly Part[]): readonly Part[] {
  if (parts.length < 2) return parts;
  const result: Part[] = [];
  let from = 0;
  for (let index = 1; index <= parts.length; index += 1) {
    const [first, next] = [parts[from], parts[index]];
    if (!first || (next && sameLook(first, next))) continue;
    const group = parts.slice(from, index);
    const text = group.map((part) => part.text).join('');
    result.push({ ...first, text, width: group.reduce((sum, part) => sum + part.width, 0) });
    from = index;
  }
  return result;
}

function sameLook(a: Part, b: Part): boolean {
  return a.font === b.font && a.size === b.size && a.ink === b.ink && a.tag === b.tag && a.to === b.to;
}

/** The baseline of a line whose top is 0: capitals stand in the middle of its height. */
export function baselineOf(style: TextStyle): number {
  return (style.leading + 0.66 * style.size) / 2;
}

export type Align = 'left' | 'right' | 'centre';

/** The marks of one line; `x` and `width` say where it may stand. */
export function lineMarks(line: Line, at: LinePlace): readonly Mark[] {
  const marks: Mark[] = [];
  pushLineMarks(marks, line, at, at.y);
  return marks;
}

interface LinePlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly align?: Align | undefined;
  readonly style: TextStyle;
}

/** The same behind others, for those who have many lines; the line's top is told apart, so that lines of a cell share the rest. */
export function pushLineMarks(marks: Mark[], line: Line, at: Omit<LinePlace, 'y'>, top: number): void {
  const spare = at.width - line.width;
  let x = at.x + (at.align === 'right' ? spare : at.align === 'centre' ? spare / 2 : 0);
  const y = top + baselineOf(at.style);
  const last = line.spaced ? line.parts.at(-1) : undefined;
  for (const part of line.parts) {
    const { font, size, ink, width, tag } = part;
    const text = part === last ? `${part.text} ` : part.text;
    if (!isBlankText(text)) {
      if (tag === undefined) marks.push({ mark: 'text', x, y, text, font, size, ink, width });
      else marks.push({ mark: 'text', x, y, text, font, size, ink, width, tag });
    }
    if (part.to !== undefined)
      marks.push({
        mark: 'link',
        x,
        y: top,
        width,
        height: at.style.leading,
        to: part.to,
        text: part.text,
        ...(tag === undefined ? {} : { tag }),
      });
    x += width;
  }
}

const BLANK = 0x20;

/** The first character tells of nearly all texts. */
function isBlankText(text: string): boolean {
  const first = text.charCodeAt(0);
  return first > BLANK && first < 0x7f ? false : text.trim() === '';
}

/** One strip a line, the first two and the last two together: no widows, no orphans. */
export function lineStrips(
  lines: readonly Line[],
  options: {
    readonly style: TextStyle;
    readonly space: number;
    readonly glued?: boolean;
    readonly align?: Align | undefined;
  },
  setting: Setting,
): readonly Strip[] {
  return lines.map((line, index) => ({
    height: options.style.leading,
    space: index === 0 ? options.space : 0,
    marks: lineMarks(line, {
      x: setting.left,
      y: 0,
      width: setting.width,
      align: options.align,
      style: options.style,
    }),
    glued:
      index === lines.length - 1
        ? options.glued === true
        : options.glued === true || index === 0 || index === lines.length - 2,
  }));
}
