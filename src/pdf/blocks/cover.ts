import type { Block, Brand } from '../../model/document.ts';
import type { Ink, Mark } from '../../model/page.ts';
import { contrast, mix, READABLE, WHITE } from '../colour.ts';
import type { Flow, Setting } from '../setting.ts';
import type { TextStyle } from '../theme.ts';
import { lineMarks, typeset, typesetBalanced } from '../typeset.ts';
import { fittedLogo, groundOf } from './logo.ts';

const LOGO = { width: 150, height: 46 };

/** A sheet of its own: band with title, client and facts below it, the notice at the foot. What does not fit follows on the next page, whole. */
export function coverBlock(
  block: Extract<Block, { type: 'cover' }>,
  brand: Brand,
  setting: Setting,
  layBlocks: (blocks: readonly Block[], setting: Setting) => Iterable<Flow>,
): readonly Flow[] {
  const { sheet, theme } = setting;
  const { type } = theme;
  const bandBottom = sheet.height * 0.52;
  const writer = startWriter(setting);
  writer.marks.push(
    { mark: 'box', x: 0, y: 0, width: sheet.width, height: bandBottom, fill: theme.band },
    { mark: 'box', x: 0, y: bandBottom, width: sheet.width, height: 5, fill: mix(theme.band, WHITE, 0.45) },
  );
  const head = brandMarks(brand, writer, setting);
  const band: TextStyle = { ...type.furniture, font: 'semibold', size: 8.5, leading: 12, ink: theme.onBand };
  const { classification = '' } = brand;
  const beside = { left: sheet.left + (sheet.right - sheet.left) * 0.64, align: 'right' as const };
  writer.put(classification, band, { ...beside, top: 62, bottom: 110 });

  const soft = softOn(theme.band, theme.onBand);
  const subtitle: TextStyle = { ...type.lead, size: 13.5, leading: 19, ink: soft };
  const titleRoom = { top: head + 40, bottom: bandBottom - 40 };
  const subtitleHeight = Math.min(heightOf(block.subtitle, subtitle, setting), subtitle.leading * 3);
  const gap = subtitleHeight > 0 ? 10 : 0;
  const room = titleRoom.bottom - titleRoom.top - subtitleHeight - gap;
  const title = fittingTitle(block.title, setting, room);
  const titleHeight = Math.min(room, heightOf(block.title, title, setting));
  const titleTop = titleRoom.bottom - subtitleHeight - gap - titleHeight;
  writer.marks.push({ mark: 'box', x: sheet.left, y: titleTop - 20, width: 44, height: 3, fill: soft });
  writer.put(block.title, title, { top: titleTop, bottom: titleTop + titleHeight, balanced: true });
  const subtitleTop = titleRoom.bottom - subtitleHeight;
  writer.put(block.subtitle, subtitle, { top: subtitleTop, bottom: titleRoom.bottom, balanced: true });

  const notice = type.small;
  const noticeHeight = Math.min(heightOf(block.notice, notice, setting), notice.leading * 8);
  const noticeTop = sheet.height - 56 - noticeHeight;
  const bottom = noticeTop - 18;
  const client: TextStyle = { ...type.h1, size: 18, leading: 24 };
  let y = writer.put(block.client, client, { top: bandBottom + 38, bottom, balanced: true }) + 8;
  const fact: TextStyle = { ...type.body, size: 10, leading: 15.5 };
  for (const line of block.lines) y = writer.put(line, fact, { top: y, bottom });
  if (block.notice.trim() !== '') {
    const rule = { x1: sheet.left, x2: sheet.right, y1: noticeTop - 9, y2: noticeTop - 9, weight: 0.6 };
    writer.marks.push({ mark: 'rule', ...rule, ink: theme.hairline });
  }
  writer.put(block.notice, notice, { top: noticeTop, bottom: sheet.height - 54 });
  const rest = writer.left.map((text): Block => ({ type: 'paragraph', content: [{ text }] }));
  return [{ turn: 'sheet', marks: writer.marks }, ...layBlocks(rest, setting)];
}

/** Puts texts at places; one that is taller than its room is begun there and kept in `left`, to be told in full elsewhere. */
function startWriter(setting: Setting) {
  const { sheet, structure } = setting;
  const marks: Mark[] = [];
  const left: string[] = [];
  return {
    marks,
    left,
    /** Says where the text ends. */
    put(
      text: string,
      style: TextStyle,
      at: {
        readonly top: number;
        readonly bottom: number;
        readonly align?: 'left' | 'right';
        readonly left?: number;
        readonly right?: number;
        readonly balanced?: boolean;
      },
    ): number {
      if (text.trim() === '') return at.top;
      const x = at.left ?? sheet.left;
      const width = (at.right ?? sheet.right) - x;
      const tag = structure.add({ role: 'P', parent: setting.parent });
      const set = at.balanced ? typesetBalanced : typeset;
      const lines = set([{ text }], { style, width, tag }, setting);
      const fitting = Math.max(0, Math.floor((at.bottom - at.top + 0.01) / style.leading));
      if (lines.length > fitting) left.push(text);
      for (const [index, line] of lines.slice(0, fitting).entries())
        marks.push(...lineMarks(line, { x, y: at.top + index * style.leading, width, align: at.align, style }));
      return at.top + Math.min(lines.length, fitting) * style.leading;
    },
  };
}

function fittingTitle(title: string, setting: Setting, room: number): TextStyle {
  const { onBand: ink } = setting.theme;
  const at = (size: number): TextStyle => ({ font: 'bold', size, leading: size * 1.16, ink });
  const sizes = [36, 31, 27, 23, 19, 15, 12];
  return at(sizes.find((size) => heightOf(title, at(size), setting) <= Math.min(room, size * 1.16 * 3)) ?? 11);
}

function heightOf(text: string, style: TextStyle, setting: Setting): number {
  if (text.trim() === '') return 0;
  const width = setting.sheet.right - setting.sheet.left;
  return typeset([{ text }], { style, width }, setting).length * style.leading;
}

/** The logo on a plate of white, or on the band where it is white itself; without a usable one, the organisation's name. Says where it ends. */
function brandMarks(brand: Brand, writer: ReturnType<typeof startWriter>, setting: Setting): number {
  const { sheet, theme } = setting;
  const logo = fittedLogo(brand, LOGO);
  if (logo) {
    const plate = { x: sheet.left, y: 44, width: logo.width + 20, height: logo.height + 16 };
    writer.marks.push(
      { mark: 'box', ...plate, fill: groundOf(brand, setting), radius: 3 },
      ...logo.marks({ x: plate.x + 10, y: plate.y + 8 }, setting),
    );
    return plate.y + plate.height;
  }
  const style: TextStyle = { font: 'semibold', size: 12, leading: 16, ink: theme.onBand };
  const right = sheet.left + (sheet.right - sheet.left) * 0.6;
  return writer.put(brand.organisation, style, { top: 60, bottom: 60 + 4 * style.leading, right, balanced: true });
}

/** A quieter tone of the band's text colour, as far as it can still be read. */
function softOn(band: Ink, text: Ink): Ink {
  for (const share of [0.28, 0.2, 0.12, 0.06]) {
    const soft = mix(text, band, share);
    if (contrast(soft, band) >= READABLE) return soft;
  }
  return text;
}
