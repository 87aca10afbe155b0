import type { Block } from '../../model/document.ts';
import { boxHead, underTitle } from '../name-again.ts';
import type { Flow, Frame, Setting } from '../setting.ts';
import { inset } from '../setting.ts';
import { lineStrips, typeset } from '../typeset.ts';

const PAD = 8;
const BAR = 3;

/** A tinted box with a bar in its tone; it may run over pages and is drawn anew on each. */
export function calloutBlock(
  block: Extract<Block, { type: 'callout' }>,
  setting: Setting,
  layBlocks: (blocks: readonly Block[], setting: Setting) => Iterable<Flow>,
): readonly Flow[] {
  const { theme } = setting;
  const ink = theme.tones[block.tone];
  const style = { ...theme.type.h4, ink: block.tone === 'plain' || block.tone === 'muted' ? theme.ink : ink };
  const parent = setting.structure.add({ role: 'Div', parent: setting.parent });
  const inner = inset({ ...setting, parent }, { left: BAR + 12, right: 12 });
  const frame: Frame = {
    draw: ({ top, bottom, begins, ends }) => {
      const y = begins ? top : top - 5;
      const height = (ends ? bottom : bottom + 5) - y;
      return [
        { mark: 'box', x: setting.left, y, width: setting.width, height, fill: theme.tints[block.tone] },
        { mark: 'box', x: setting.left, y, width: BAR, height, fill: ink },
      ];
    },
  };
  const content: Flow[] = [];
  if (block.title !== '') {
    const tag = setting.structure.add({ role: 'P', parent });
    const lines = typeset([{ text: block.title }], { style, width: inner.width, tag }, inner);
    content.push(...lineStrips(lines, { style, space: 0, glued: block.blocks.length > 0 }, inner));
  }
  const titleEnd = content.length + 1;
  content.push(...underTitle(layBlocks(block.blocks, inner), boxHead(block.title, inner, style)));
  const pad = { height: PAD * theme.air, space: 0, marks: [], glued: true };
  const strips: Flow[] = [
    { ...pad, space: 10 * theme.air },
    ...content,
    { ...pad, glued: false },
    { height: 0, space: 4, marks: [], glued: false },
  ];
  return strips.map((strip, index) => {
    if ('turn' in strip || index === strips.length - 1) return strip;
    const frames = [frame, ...(strip.frames ?? [])];
    // Close under the padding and the title; and the last strip never leaves its padding alone on the next page.
    return {
      ...strip,
      frames,
      space: index === 1 ? 0 : index === titleEnd ? Math.min(strip.space, 3) : strip.space,
      glued: strip.glued || index === strips.length - 3,
    };
  });
}
