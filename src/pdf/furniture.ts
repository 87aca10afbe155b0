import type { Document } from '../model/document.ts';
import type { Mark } from '../model/page.ts';
import type { Setting } from './setting.ts';
import type { TextStyle } from './theme.ts';
import { type Line, lineMarks, typeset } from './typeset.ts';

/** Running header and footer of one page: what many pages share, and what only this one says. */
export interface Running {
  readonly shared: readonly Mark[];
  readonly own: readonly Mark[];
}

/** Decoration to a screen reader: the document's own words say it all once. */
export function startFurniture(
  document: Document,
  mark: string,
  setting: Setting,
): (number: number, of: number) => Running {
  const { sheet, theme } = setting;
  const { headTop, footTop } = sheet;
  const style = theme.type.furniture;
  const strong: TextStyle = { ...style, font: 'semibold' };
  const mono: TextStyle = { ...style, font: 'mono', size: style.size * 0.92 };
  const width = sheet.right - sheet.left;
  const put = (line: Line | undefined, y: number, align: 'left' | 'right', look: TextStyle): readonly Mark[] =>
    line ? lineMarks(line, { x: sheet.left, y, width, align, style: look }) : [];
  const right = oneLine(document.running.right, style, width * 0.5, setting);
  const left = oneLine(document.running.left, strong, width - (right?.width ?? 0) - 16, setting);
  const hash = oneLine(mark, mono, width * 0.3, setting);
  const always = [
    hairline(sheet.left, sheet.right, headTop + 15, theme.hairline),
    hairline(sheet.left, sheet.right, footTop - 6, theme.hairline),
    ...put(right, headTop, 'right', style),
    ...put(left, headTop, 'left', strong),
  ];
  /** By the room that the page's number leaves for them. */
  const known = new Map<number, readonly Mark[]>();
  return (number, of) => {
    const counted = oneLine(`Page ${number} of ${of}`, strong, width, setting);
    const taken = counted?.width ?? 0;
    const beside = width - taken - (hash?.width ?? 0) - 40;
    const own = [...put(counted, footTop, 'right', strong)];
    if (hash) {
      const x = sheet.right - taken - 16 - hash.width;
      own.push(...lineMarks(hash, { x, y: footTop, width: hash.width, style: mono }));
    }
    let shared = known.get(beside);
    if (shared === undefined) {
      const foot = footOf(document.running.footer, beside, style, setting).flatMap((text, index) => {
        const line = oneLine(text, style, index === 0 ? beside : width, setting);
        return put(line, footTop + index * style.leading, 'left', style);
      });
      shared = [...always, ...foot];
      known.set(beside, shared);
    }
    return { shared, own };
  };
}

const BETWEEN = ' · ';

/** What does not fit beside the page's number goes on below it, part by part: a long classification never hides as of when the page speaks. */
function footOf(text: string, room: number, style: TextStyle, setting: Setting): readonly string[] {
  const fits = (each: string): boolean => typeset([{ text: each }], { style, width: room }, setting).length === 1;
  if (fits(text)) return [text];
  const parts = text.split(BETWEEN);
  const first = parts.findLastIndex((_, index) => fits(parts.slice(0, index).join(BETWEEN)));
  const taken = Math.max(1, first);
  return [parts.slice(0, taken).join(BETWEEN), parts.slice(taken).join(BETWEEN)];
}

/** A running title that is too long is shortened: it is told in full on the first page. */
function oneLine(text: string, style: TextStyle, room: number, setting: Setting): Line | undefined {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat === '' || room < 20) return undefined;
  const [whole, ...more] = typeset([{ text: flat }], { style, width: room }, setting);
  if (!whole || more.length === 0) return whole;
  const ellipsis = (setting.measurer.width(style.font, '…') * style.size) / 1000;
  const [first] = typeset([{ text: flat }], { style, width: room - ellipsis }, setting);
  const last = first?.parts.at(-1);
  if (!first || !last) return whole;
  const parts = [...first.parts.slice(0, -1), { ...last, text: `${last.text}…`, width: last.width + ellipsis }];
  return { parts, width: first.width + ellipsis, spaced: false };
}

function hairline(x1: number, x2: number, y: number, ink: Setting['theme']['ink']): Mark {
  return { mark: 'rule', x1, y1: y, x2, y2: y, weight: 0.5, ink };
}
