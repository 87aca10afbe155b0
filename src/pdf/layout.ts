import type { Block, Document } from '../model/document.ts';
import type { Page } from '../model/page.ts';
import type { ContentsEntry } from './blocks/contents.ts';
import { layBlocks } from './blocks/index.ts';
import { type Running, startFurniture } from './furniture.ts';
import { type Depth, type Layer, marksOf } from './layer.ts';
import type { Measurer } from './measurer.ts';
import { type Filled, type Placed, paginate } from './paginate.ts';
import type { Setting } from './setting.ts';
import { spellPlain } from './spell.ts';
import { type StructureNode, startStructure } from './structure.ts';
import { makeTheme, type Sheet, sheetOf } from './theme.ts';
import { watermark } from './watermark.ts';

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

/** A page as it was filled, without its running titles. */
export interface LaidPage {
  readonly number: number;
  /** It says where others stand: its layers are known only when all pages are laid. */
  readonly waits: boolean;
  layers(): readonly Layer[];
}

/** A document being laid out: its pages leave one after the other, so that none need be kept. What is said of all of them is asked at the end. */
export interface Laying {
  readonly sheet: Sheet;
  readonly structure: readonly StructureNode[];
  readonly pages: Iterable<LaidPage>;
  running(number: number): Running;
  outline(): readonly Bookmark[];
  undrawn(): readonly string[];
}

/** Pure: one document, one measurer, the same pages. `mark` is the short hash in the footer. */
export function layOut(document: Document, measurer: Measurer, options: { readonly mark: string }): Layout {
  const laying = startLayout(document, measurer, options);
  const { width, height } = laying.sheet;
  const pages = [...laying.pages].map(({ number, layers }) => {
    const { shared, own } = laying.running(number);
    const running = { shared: shared.length, own: own.length };
    return { number, width, height, marks: [...shared, ...own, ...marksOf(layers())], running };
  });
  return { pages, structure: laying.structure, outline: laying.outline(), undrawn: laying.undrawn() };
}

export function startLayout(document: Document, measurer: Measurer, options: { readonly mark: string }): Laying {
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
    last: { level: 0, words: '' },
  };
  const known: Known = { pageOf: new Map(), bare: [] };
  const under = { cover: watermark(document, setting, 'cover'), page: watermark(document, setting, 'page') };
  const furniture = startFurniture(document, options.mark, setting);
  return {
    sheet,
    structure: structure.nodes,
    pages: laidPages(paginate(layBlocks(document.blocks, setting, context), sheet), under, known),
    running: (number) => (known.bare[number - 1] ? NO_TITLES : furniture(number, known.bare.length)),
    outline: () =>
      headings
        .filter((heading) => heading.bookmark && known.pageOf.has(heading.id))
        .map(({ id, level, content }) => ({ id, level, title: spellPlain(content.map((run) => run.text).join('')) })),
    undrawn: () => [...undrawn].sort(),
  };
}

const NO_TITLES: Running = { shared: [], own: [] };
const EMPTY: Filled = { placed: [], frames: [], bare: false };

/** What is learnt of the pages as they are laid. */
interface Known {
  /** The first target of an id counts. */
  readonly pageOf: Map<string, number>;
  readonly bare: boolean[];
}

type Watermarks = Readonly<Record<'cover' | 'page', Layer['marks']>>;

function* laidPages(filled: Iterable<Filled>, under: Watermarks, known: Known): Generator<LaidPage> {
  for (const page of filled) yield laid(page, under, known);
  if (known.bare.length === 0) yield laid(EMPTY, under, known);
}

function laid(page: Filled, under: Watermarks, { pageOf, bare }: Known): LaidPage {
  const number = bare.push(page.bare);
  let waits = false;
  for (const { marks, late } of page.placed) {
    waits ||= late !== undefined;
    for (const mark of marks) if (mark.mark === 'target' && !pageOf.has(mark.id)) pageOf.set(mark.id, number);
  }
  return { number, waits, layers: () => layersOf(page, under, (id) => pageOf.get(id)) };
}

/** A sheet of its own covers its watermark; on any other page that lies over the grounds, and under the rules and what is read. */
function layersOf(page: Filled, under: Watermarks, pageOf: (id: string) => number | undefined): readonly Layer[] {
  if (page.bare) return [{ marks: under.cover, top: 0 }, ...page.placed];
  const all = (only: Depth): readonly Layer[] => page.placed.map(({ marks, top }) => ({ marks, top, only }));
  return [
    ...all('grounds'),
    { marks: page.frames, top: 0 },
    { marks: under.page, top: 0 },
    ...all('rules'),
    ...page.placed.flatMap((placed) => othersOf(placed, pageOf)),
  ];
}

function othersOf({ marks, late, top }: Placed, pageOf: (id: string) => number | undefined): readonly Layer[] {
  const others: Layer = { marks, top, only: 'others' };
  return late ? [others, ...late.map((draw) => ({ marks: draw(pageOf), top }))] : [others];
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
