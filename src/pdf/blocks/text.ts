import type { Block } from '../../model/document.ts';
import { lower } from '../layer.ts';
import type { Flow, Setting, Strip } from '../setting.ts';
import { inset, isBlank } from '../setting.ts';
import type { Role } from '../structure.ts';
import type { TextStyle } from '../theme.ts';
import { lineMarks, lineStrips, typeset, typesetBalanced } from '../typeset.ts';
import { extentOf } from '../words.ts';

type Of<T extends Block['type']> = Extract<Block, { type: T }>;

const HEADINGS = [
  { space: 26, after: 5 },
  { space: 19, after: 2 },
  { space: 14, after: 1 },
  { space: 9, after: 0 },
] as const;
const ROLES = ['H1', 'H2', 'H3', 'H4'] as const satisfies readonly Role[];
const MARKER_WIDTH = 16;

/** Heading levels never skip one downwards in the tags, whatever the document says: PDF/UA asks so. */
export function headingBlock(block: Of<'heading'>, level: 1 | 2 | 3 | 4, setting: Setting): readonly Strip[] {
  const { theme } = setting;
  const usual = [theme.type.h1, theme.type.h2, theme.type.h3, theme.type.h4][block.level - 1] ?? theme.type.h4;
  const style = block.level === 1 ? fittingTitle(block.content, usual, setting) : usual;
  const spacing = HEADINGS[block.level - 1] ?? HEADINGS[3];
  const tag = setting.structure.add({ role: ROLES[level - 1] ?? 'H4', parent: setting.parent });
  const strips = lineStrips(
    typesetBalanced(block.content, { style, width: setting.width, tag }, setting),
    { style, space: spacing.space * theme.air, glued: true },
    setting,
  );
  const [first, ...rest] = strips;
  if (!first) return [];
  const titled = block.level === 1 ? underBar(first, setting) : first;
  const target = { mark: 'target' as const, x: setting.left, y: -6, id: block.id };
  return [
    { ...titled, level: block.level, marks: [target, ...titled.marks] },
    ...rest,
    { height: spacing.after * theme.air, space: 0, marks: [], glued: true },
  ];
}

/** A long title in smaller type, so that it takes two lines where it can. */
function fittingTitle(content: Of<'heading'>['content'], usual: TextStyle, setting: Setting): TextStyle {
  const at = (share: number): TextStyle => ({ ...usual, size: usual.size * share, leading: usual.leading * share });
  const lines = (style: TextStyle): number => typeset(content, { style, width: setting.width }, setting).length;
  return at([1, 0.86, 0.74].find((share) => lines(at(share)) <= 2) ?? 0.74);
}

const BAR = 9;

/** The top level carries a short bar in the colour of the brand. */
export function underBar(strip: Strip, setting: Setting): Strip {
  const marks = strip.marks.map((mark) => lower(mark, BAR));
  const bar = { mark: 'box' as const, x: setting.left, y: 0, width: 34, height: 3, fill: setting.theme.band };
  return { ...strip, height: strip.height + BAR, marks: [bar, ...marks] };
}

export function paragraphBlock(block: Of<'paragraph'>, setting: Setting): readonly Strip[] {
  if (isBlank(block.content)) return [];
  const { type, air } = setting.theme;
  const small = block.style === 'small';
  const style = block.style === 'lead' ? type.lead : small ? type.small : type.body;
  const tag = setting.structure.add({ role: 'P', parent: setting.parent });
  const lines = typeset(block.content, { style, width: setting.width, tag }, setting);
  // What ends in a colon announces what follows.
  const announces = block.content.at(-1)?.text.trimEnd().endsWith(':') === true;
  const glued = block.keepWithNext === true || announces;
  return lineStrips(lines, { style, space: style.leading * (small || air < 1 ? 0.34 : 0.48), glued }, setting);
}

export function listBlock(block: Of<'list'>, setting: Setting): readonly Strip[] {
  const { air } = setting.theme;
  const style = setting.theme.type.body;
  const list = setting.structure.add({
    role: 'L',
    parent: setting.parent,
    numbering: block.ordered ? 'Decimal' : 'Disc',
  });
  const widest = block.ordered ? extentOf([{ text: `${block.items.length}.` }], style, setting).max : 0;
  const marker = Math.max(MARKER_WIDTH, widest + 6);
  const inner = inset(setting, { left: marker });
  return block.items.flatMap((item, index) => {
    const entry = setting.structure.add({ role: 'LI', parent: list });
    const label = setting.structure.add({ role: 'Lbl', parent: entry });
    const body = setting.structure.add({ role: 'LBody', parent: entry });
    const lines = typeset(item, { style, width: inner.width, tag: body }, setting);
    const strips = lineStrips(lines, { style, space: (index === 0 ? 5.5 : 2.6) * air }, inner);
    const [first, ...rest] = strips;
    if (!first) return [];
    const said = markerOf(block.ordered ? `${index + 1}.` : '•', label, style, setting);
    return [{ ...first, marks: [...said, ...first.marks] }, ...rest];
  });
}

function markerOf(text: string, tag: number, style: TextStyle, setting: Setting): Strip['marks'] {
  const strong = { ...style, font: 'semibold' as const, ink: setting.theme.accent };
  return typeset([{ text }], { style: strong, width: 60, tag }, setting).flatMap((line) =>
    lineMarks(line, { x: setting.left, y: 0, width: 60, style: strong }),
  );
}

export function ruleBlock(setting: Setting): readonly Strip[] {
  const { left, width, theme } = setting;
  const rule = {
    mark: 'rule' as const,
    x1: left,
    y1: 0.5,
    x2: left + width,
    y2: 0.5,
    weight: 0.6,
    ink: theme.hairline,
  };
  return [{ height: 1, space: 14, marks: [rule], glued: false }];
}

export function anchorBlock(block: Of<'anchor'>, setting: Setting): readonly Flow[] {
  return [{ height: 0, space: 0, glued: true, marks: [{ mark: 'target', x: setting.left, y: 0, id: block.id }] }];
}
