import type { Block, Inline } from '../../model/document.ts';
import type { Mark } from '../../model/page.ts';
import type { Late, Setting, Strip } from '../setting.ts';
import type { TextStyle } from '../theme.ts';
import { baselineOf, lineMarks, lineStrips, typeset } from '../typeset.ts';
import { underBar } from './text.ts';

export interface ContentsEntry {
  readonly id: string;
  readonly level: number;
  readonly content: Inline;
}

const NUMBER_ROOM = 34;
const DOT_STEP = 4.4;

/** One entry a heading: title, dotted leader, page number, and the whole line a link. */
export function* contentsBlock(
  block: Extract<Block, { type: 'contents' }>,
  entries: readonly ContentsEntry[],
  setting: Setting,
): Generator<Strip> {
  const { type } = setting.theme;
  const shown = entries.filter((entry) => entry.level <= block.depth);
  const title = setting.structure.add({ role: 'P', parent: setting.parent });
  const titleLines = typeset([{ text: block.title }], { style: type.h1, width: setting.width, tag: title }, setting);
  const titleStrips = lineStrips(titleLines, { style: type.h1, space: 10, glued: true }, setting);
  yield* titleStrips.map((strip, index) => (index === 0 ? underBar(strip, setting) : strip));
  yield { height: 10, space: 0, marks: [], glued: true };
  const toc = setting.structure.add({ role: 'TOC', parent: setting.parent });
  const least = Math.min(...shown.map((entry) => entry.level));
  for (const entry of shown) yield* entryStrips(entry, entry.level - least, toc, setting);
}

function* entryStrips(entry: ContentsEntry, depth: number, toc: number, setting: Setting): Generator<Strip> {
  const { theme, structure } = setting;
  const style: TextStyle =
    depth === 0 ? { ...theme.type.body, font: 'semibold', leading: 15 } : { ...theme.type.table, leading: 13.2 };
  const left = setting.left + depth * 15;
  const width = setting.width - depth * 15 - NUMBER_ROOM;
  const item = structure.add({ role: 'TOCI', parent: toc });
  const link = structure.add({ role: 'Link', parent: structure.add({ role: 'Reference', parent: item }) });
  const plain = entry.content.map(({ text, italic, code }) => ({
    text,
    ...(italic ? { italic } : {}),
    ...(code ? { code } : {}),
  }));
  const lines = typeset(plain, { style, width, tag: link }, setting);
  const label = plain.map((run) => run.text).join('');
  for (const [index, line] of lines.entries()) {
    const last = index === lines.length - 1;
    const area: Mark = {
      mark: 'link',
      x: left,
      y: 0,
      width: setting.left + setting.width - left,
      height: style.leading,
      to: `#${entry.id}`,
      text: label,
      tag: link,
    };
    const marks = [...lineMarks(line, { x: left, y: 0, width, style }), area];
    const number: Late = (pageOf) =>
      numberMarks(pageOf(entry.id), { from: left + line.width, style, tag: link }, setting);
    const space = index > 0 ? 0 : depth === 0 ? 8 : 1.5;
    yield { height: style.leading, space, marks, glued: !last, ...(last ? { late: [number] } : {}) };
  }
}

/** Dots stand on one grid over all lines, so that they align. */
function numberMarks(
  page: number | undefined,
  at: { readonly from: number; readonly style: TextStyle; readonly tag: number },
  setting: Setting,
): readonly Mark[] {
  const { theme, measurer } = setting;
  const { style } = at;
  const text = page === undefined ? '' : String(page);
  if (text === '') return [];
  const width = (measurer.width(style.font, text) * style.size) / 1000;
  const right = setting.left + setting.width;
  const y = baselineOf(style);
  const dots: Mark[] = [];
  for (let x = right - NUMBER_ROOM + DOT_STEP * 2; x > at.from + 6; x -= DOT_STEP)
    dots.push({ mark: 'box', x, y: y - 0.9, width: 0.9, height: 0.9, fill: theme.rule });
  return [
    ...dots,
    { mark: 'text', x: right - width, y, text, font: style.font, size: style.size, ink: style.ink, width, tag: at.tag },
  ];
}
