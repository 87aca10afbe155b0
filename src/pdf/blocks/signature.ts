import type { Block } from '../../model/document.ts';
import type { Mark } from '../../model/page.ts';
import { inset, type Setting, type Strip } from '../setting.ts';
import { lineMarks, typeset } from '../typeset.ts';

type Signature = Extract<Block, { type: 'signature' }>;

const SPACE_TO_SIGN = 34;
const DATE_WIDTH = 110;
const GAP = 24;
/** Beside one another where each has at least as much as on a narrow sheet. */
const LEAST_WIDTH = 300;
/** Of a page: signers that take more are parted, two or more on each. */
const KEPT_SHARE = 0.7;

/** A line to sign on and one for the date, with role and name beneath; each stays whole, and those who sign together stand on one page. */
export function signatureBlock(block: Signature, setting: Setting): readonly Strip[] {
  const abreast = setting.width >= 2 * LEAST_WIDTH + GAP ? 2 : 1;
  const width = (setting.width - (abreast - 1) * GAP) / abreast;
  const rows: Strip[] = [];
  for (let index = 0; index < block.lines.length; index += abreast) {
    const places = block.lines.slice(index, index + abreast).map((line, column) => {
      const left = column * (width + GAP);
      return placeToSign(line, inset(setting, { left, right: setting.width - left - width }));
    });
    const height = Math.max(...places.map((place) => place.height));
    rows.push({ height, space: 8, marks: places.flatMap(({ marks }) => marks), glued: false });
  }
  return together(rows, setting);
}

function together(rows: readonly Strip[], { sheet }: Setting): readonly Strip[] {
  const height = rows.reduce((sum, strip) => sum + strip.height + strip.space, 0);
  const kept = height <= (sheet.bottom - sheet.top) * KEPT_SHARE;
  const last = rows.length - 1;
  return rows.map((strip, index) => ({ ...strip, glued: index < last && (kept || index === 0 || index === last - 1) }));
}

function placeToSign({ role, name }: Signature['lines'][number], setting: Setting) {
  const { theme, structure, left, width } = setting;
  const right = left + width;
  const strong = { ...theme.type.table, font: 'semibold' as const };
  const quiet = theme.type.tick;
  const date = Math.min(DATE_WIDTH, width * 0.3);
  const signWidth = width - date - GAP;
  const marks: Mark[] = [
    rule(left, left + signWidth, SPACE_TO_SIGN, theme.rule),
    rule(right - date, right, SPACE_TO_SIGN, theme.rule),
  ];
  let y = SPACE_TO_SIGN + 4;
  const say = (text: string, style: typeof quiet, x: number, room: number): number => {
    if (text.trim() === '') return 0;
    const tag = structure.add({ role: 'P', parent: setting.parent });
    const lines = typeset([{ text }], { style, width: room, tag }, setting);
    for (const [index, line] of lines.entries())
      marks.push(...lineMarks(line, { x, y: y + index * style.leading, width: room, style }));
    return lines.length * style.leading;
  };
  y += say(name, strong, left, signWidth);
  y += say(role, quiet, left, signWidth);
  const bottom = y;
  y = SPACE_TO_SIGN + 4;
  say('Date', quiet, right - date, date);
  return { height: Math.max(bottom, SPACE_TO_SIGN + 16) + 4, marks };
}

function rule(x1: number, x2: number, y: number, ink: Setting['theme']['ink']): Mark {
  return { mark: 'rule', x1, y1: y, x2, y2: y, weight: 0.7, ink };
}
