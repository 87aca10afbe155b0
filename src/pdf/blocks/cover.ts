import type { Block, Brand } from '../../model/document.ts';
import type { Ink, Mark } from '../../model/page.ts';
import { contrast, mix, READABLE, WHITE } from '../colour.ts';
import { imageSize } from '../image-size.ts';
import type { Flow, Setting } from '../setting.ts';
import type { TextStyle } from '../theme.ts';
import { lineMarks, typeset, typesetBalanced } from '../typeset.ts';

const LOGO = { width: 150, height: 46 };

/** A sheet of its own: band with title, client and facts below it, the notice at the foot. Long titles get smaller type, never fewer words. */
export function coverBlock(block: Extract<Block, { type: 'cover' }>, brand: Brand, setting: Setting): readonly Flow[] {
  const { sheet, theme } = setting;
  const marks: Mark[] = [];
  const bandBottom = sheet.height * 0.52;
  marks.push(
    { mark: 'box', x: 0, y: 0, width: sheet.width, height: bandBottom, fill: theme.band },
    { mark: 'box', x: 0, y: bandBottom, width: sheet.width, height: 5, fill: mix(theme.band, WHITE, 0.45) },
  );
  const put = writer(marks, setting);
  const soft = softOn(theme.band, theme.onBand);
  marks.push(...brandMarks(brand, setting));
  if (brand.classification) {
    const style: TextStyle = { ...theme.type.furniture, font: 'semibold', size: 8.5, leading: 12, ink: theme.onBand };
    put(brand.classification, style, { top: 62, align: 'right', left: sheet.left + LOGO.width + 30 });
  }
  const title = fittingTitle(block.title, setting, bandBottom - 200);
  const subtitle: TextStyle = { ...theme.type.lead, size: 13.5, leading: 19, ink: soft };
  const titleHeight = heightOf(block.title, title, setting);
  const subtitleHeight = heightOf(block.subtitle, subtitle, setting);
  const titleTop = bandBottom - 40 - subtitleHeight - titleHeight - (subtitleHeight > 0 ? 10 : 0);
  marks.push({ mark: 'box', x: sheet.left, y: titleTop - 20, width: 44, height: 3, fill: soft });
  put(block.title, title, { top: titleTop });
  put(block.subtitle, subtitle, { top: bandBottom - 40 - subtitleHeight });

  const client: TextStyle = { ...theme.type.h1, size: 18, leading: 24 };
  let y = put(block.client, client, { top: bandBottom + 38 });
  y += 8;
  const fact: TextStyle = { ...theme.type.body, size: 10, leading: 15.5 };
  for (const line of block.lines) y = put(line, fact, { top: y });
  const notice = theme.type.small;
  const noticeTop = Math.max(y + 16, sheet.height - 56 - heightOf(block.notice, notice, setting));
  const rule = { x1: sheet.left, x2: sheet.right, y1: noticeTop - 9, y2: noticeTop - 9, weight: 0.6 };
  if (block.notice !== '') marks.push({ mark: 'rule', ...rule, ink: theme.hairline });
  put(block.notice, notice, { top: noticeTop });
  return [{ turn: 'sheet', marks }];
}

/** Puts a paragraph at a place and says where it ends. */
function writer(marks: Mark[], setting: Setting) {
  const { sheet, structure } = setting;
  return (
    text: string,
    style: TextStyle,
    at: { readonly top: number; readonly align?: 'left' | 'right'; readonly left?: number },
  ): number => {
    if (text.trim() === '') return at.top;
    const left = at.left ?? sheet.left;
    const width = sheet.right - left;
    const tag = structure.add({ role: 'P', parent: setting.parent });
    const lines = typesetBalanced([{ text }], { style, width, tag }, setting);
    for (const [index, line] of lines.entries())
      marks.push(...lineMarks(line, { x: left, y: at.top + index * style.leading, width, align: at.align, style }));
    return at.top + lines.length * style.leading;
  };
}

function fittingTitle(title: string, setting: Setting, room: number): TextStyle {
  const at = (size: number): TextStyle => ({
    font: 'bold',
    size,
    leading: size * 1.16,
    ink: setting.theme.onBand,
  });
  const sizes = [36, 31, 27, 23, 19, 15, 12];
  return at(sizes.find((size) => heightOf(title, at(size), setting) <= Math.min(room, size * 1.16 * 3)) ?? 11);
}

function heightOf(text: string, style: TextStyle, setting: Setting): number {
  if (text.trim() === '') return 0;
  const width = setting.sheet.right - setting.sheet.left;
  return typeset([{ text }], { style, width }, setting).length * style.leading;
}

/** The logo on a plate of white, which suits dark and light ones alike; without a usable one, the organisation's name. */
function brandMarks(brand: Brand, setting: Setting): readonly Mark[] {
  const { sheet, theme, structure } = setting;
  const size = brand.logo ? imageSize(brand.logo.bytes) : undefined;
  if (brand.logo && size) {
    const scale = Math.min(LOGO.width / size.width, LOGO.height / size.height);
    const [width, height] = [size.width * scale, size.height * scale];
    const plate = { x: sheet.left, y: 44, width: width + 20, height: height + 16 };
    const tag = structure.add({ role: 'Figure', parent: setting.parent, alt: `Logo: ${brand.organisation}` });
    return [
      { mark: 'box', ...plate, fill: WHITE, radius: 3 },
      { mark: 'image', x: plate.x + 10, y: plate.y + 8, width, height, bytes: brand.logo.bytes, tag },
    ];
  }
  const style: TextStyle = { font: 'semibold', size: 12, leading: 16, ink: theme.onBand };
  const tag = structure.add({ role: 'P', parent: setting.parent });
  const width = (sheet.right - sheet.left) * 0.6;
  return typeset([{ text: brand.organisation }], { style, width, tag }, setting).flatMap((line, index) =>
    lineMarks(line, { x: sheet.left, y: 60 + index * style.leading, width, style }),
  );
}

/** A quieter tone of the band's text colour, as far as it can still be read. */
function softOn(band: Ink, text: Ink): Ink {
  for (const share of [0.28, 0.2, 0.12, 0.06]) {
    const soft = mix(text, band, share);
    if (contrast(soft, band) >= READABLE) return soft;
  }
  return text;
}
