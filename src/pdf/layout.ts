import type { Block, Document } from '../model/document.ts';
import type { Mark, Page } from '../model/page.ts';
import type { ContentsEntry } from './blocks/contents.ts';
import { layBlocks } from './blocks/index.ts';
import { furniture, watermark } from './furniture.ts';
import type { Measurer } from './measurer.ts';
import { type Filled, paginate } from './paginate.ts';
import type { Setting } from './setting.ts';
import { lower } from './setting.ts';
import { spellPlain } from './spell.ts';
import { type StructureNode, startStructure } from './structure.ts';
import { makeTheme, sheetOf } from './theme.ts';

export interface Bookmark {
  readonly title: string;
  readonly level: number;
  readonly id: string;
}

/** Pages as values, before any ink: what is tested, and all that the painter knows. */
export interface Layout {
  readonly pages: readonly Page[];
  readonly structure: readonly StructureNode[];
  readonly outline: readonly Bookmark[];
  /** Characters shown by their number because no font of ours has them or because they must not act, as `U+202E`. */
  readonly undrawn: readonly string[];
}

/** Pure: one document, one measurer, the same pages. `mark` is the short hash in the footer. */
export function layOut(document: Document, measurer: Measurer, options: { readonly mark: string }): Layout {
  const sheet = sheetOf(document);
  const structure = startStructure();
  const undrawn = new Set<string>();
  const setting: Setting = {
    left: sheet.left,
    width: sheet.right - sheet.left,
    sheet,
    theme: makeTheme(document.brand, document.density),
    measurer,
    structure,
    parent: 0,
    undrawn,
    targets: targetsOf(document.blocks),
  };
  const headings = headingsOf(document.blocks);
  const context = {
    brand: document.brand,
    blocks: document.blocks,
    entries: headings.filter((heading) => heading.contents),
    last: { level: 0 },
  };
  const filled = paginate(layBlocks(document.blocks, setting, context), sheet);
  const pages = filled.length > 0 ? filled : [{ under: [], over: [], bare: false }];
  const pageOf = pagesOfTargets(pages);
  const of = pages.length;
  const finished = pages.map((page, index) => {
    const number = index + 1;
    const running = page.bare ? [] : furniture(document, { number, of, mark: options.mark }, setting);
    const marks: Mark[] = [...page.under, ...watermark(document, setting, page.bare ? 0.72 : 0.5), ...running];
    for (const mark of page.over) {
      if (mark.mark !== 'late') marks.push(mark);
      else for (const late of mark.draw((id) => pageOf.get(id))) marks.push(lower(late, mark.y));
    }
    return { number, width: sheet.width, height: sheet.height, marks };
  });
  const outline = headings
    .filter((heading) => heading.bookmark && pageOf.has(heading.id))
    .map(({ id, level, content }) => ({ id, level, title: spellPlain(content.map((run) => run.text).join('')) }));
  return { pages: finished, structure: structure.nodes, outline, undrawn: [...undrawn].sort() };
}

interface Heading extends ContentsEntry {
  readonly bookmark: boolean;
  readonly contents: boolean;
}

function headingsOf(blocks: readonly Block[]): readonly Heading[] {
  return blocks.flatMap((block) => {
    if (block.type === 'callout') return headingsOf(block.blocks);
    return block.type === 'heading' ? [block] : [];
  });
}

function targetsOf(blocks: readonly Block[]): ReadonlySet<string> {
  const ids = blocks.flatMap((block): readonly string[] => {
    if (block.type === 'callout') return [...targetsOf(block.blocks)];
    return 'id' in block && block.id !== undefined ? [block.id] : [];
  });
  return new Set(ids);
}

/** The first target of an id counts. */
function pagesOfTargets(pages: readonly Filled[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [index, page] of pages.entries()) {
    for (const mark of page.over) if (mark.mark === 'target' && !found.has(mark.id)) found.set(mark.id, index + 1);
  }
  return found;
}
