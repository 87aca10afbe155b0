import type { Block } from '../../model/document.ts';
import type { Mark } from '../../model/page.ts';
import { keptWhole, type Setting, type Strip } from '../setting.ts';
import { lineMarks, typeset } from '../typeset.ts';

const SPACE_TO_SIGN = 34;
const DATE_WIDTH = 110;
const GAP = 24;

/** A line to sign on and one for the date, with role and name beneath; each stays whole, and those who sign together stand on one page. */
export function signatureBlock(block: Extract<Block, { type: 'signature' }>, setting: Setting): readonly Strip[] {
  const { theme, structure, left, width } = setting;
  const right = left + width;
  const strong = { ...theme.type.table, font: 'semibold' as const };
  const quiet = theme.type.tick;
  const signWidth = width - DATE_WIDTH - GAP;
  const strips = block.lines.map(({ role, name }): Strip => {
    const marks: Mark[] = [
      rule(left, left + signWidth, SPACE_TO_SIGN, theme.rule),
      rule(right - DATE_WIDTH, right, SPACE_TO_SIGN, theme.rule),
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
    say('Date', quiet, right - DATE_WIDTH, DATE_WIDTH);
    return { height: Math.max(bottom, SPACE_TO_SIGN + 16) + 4, space: 8, marks, glued: false };
  });
  return keptWhole(strips, setting.sheet);
}

function rule(x1: number, x2: number, y: number, ink: Setting['theme']['ink']): Mark {
  return { mark: 'rule', x1, y1: y, x2, y2: y, weight: 0.7, ink };
}
