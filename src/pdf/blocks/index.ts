import type { Block, Brand } from '../../model/document.ts';
import { sectionHead, underName } from '../name-again.ts';
import type { Flow, RepeatedHead, Setting } from '../setting.ts';
import { calloutBlock } from './callout.ts';
import { type ContentsEntry, contentsBlock } from './contents.ts';
import { coverBlock } from './cover.ts';
import { figureBlock } from './figure.ts';
import { keyValuesBlock } from './key-values.ts';
import { withLogo } from './logo.ts';
import { signatureBlock } from './signature.ts';
import { tableBlock } from './table.ts';
import { anchorBlock, headingBlock, listBlock, paragraphBlock, ruleBlock } from './text.ts';

/** What a few blocks know of the whole document. */
export interface Context {
  readonly brand: Brand;
  /** Of the whole document. */
  readonly blocks: readonly Block[];
  readonly entries: readonly ContentsEntry[];
  /** The heading laid last: its level, so that none is skipped in the tags, and its words, which tables repeat on further pages. */
  readonly last: { level: number; words: string };
}

export function* layBlocks(blocks: readonly Block[], setting: Setting, context: Context): Generator<Flow> {
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'heading') {
      const level = Math.min(block.level, context.last.level + 1) as 1 | 2 | 3 | 4;
      context.last.level = level;
      // The document's own title stands at the head of each page.
      context.last.words = block.level === 1 ? '' : block.content.map((run) => run.text).join('');
      const lay = (where: Setting) => headingBlock(block, level, where);
      yield* context.blocks === blocks && index === 0 && level === 1
        ? withLogo(context.brand, setting, lay)
        : lay(setting);
    } else if (
      block.type === 'paragraph' &&
      (introduces(block, blocks[index - 1], blocks[index + 1]) || leads(blocks, index) || isSignedBelow(blocks, index))
    )
      yield* underName(paragraphBlock({ ...block, keepWithNext: true }, setting), nameOver(block, setting, context));
    else if (block.type === 'key-values')
      yield* underName(
        keyValuesBlock(block, setting, {
          after: pairsOf(blocks[index - 1]),
          before: pairsOf(blocks[index + 1]) || blocks[index + 1]?.type === 'list',
          leads: leads(blocks, index),
        }),
        nameOver(block, setting, context),
      );
    else if (block.type === 'table') {
      const told = (block.size === 'small' && isSmall(blocks[index + 1])) || isSignedBelow(blocks, index);
      yield* tableBlock(block, setting, { told, of: context.last.words });
    } else if (block.type === 'signature') yield* signatureBlock(block, setting);
    else yield* underName(layBlock(block, setting, context), nameOver(block, setting, context));
  }
}

/** Small print, pairs and boxes mean little without the name of what they are about; prose goes on by itself. */
function nameOver(block: Block, setting: Setting, { last }: Context): RepeatedHead | undefined {
  if (!isSmall(block) && block.type !== 'key-values' && block.type !== 'callout') return undefined;
  return sectionHead(last.words, setting);
}

const SHORT = 180;

/** A few words between a heading and what it is the heading of: they stay with both. */
function introduces(
  block: Extract<Block, { type: 'paragraph' }>,
  before: Block | undefined,
  after: Block | undefined,
): boolean {
  if (
    before?.type !== 'heading' ||
    !after ||
    !['key-values', 'table', 'figure', 'list', 'callout', 'heading'].includes(after.type)
  )
    return false;
  return block.content.reduce((length, run) => length + run.text.length, 0) <= SHORT;
}

/** A band and the small print under it stand above what they are about: a heading and its band alone at the foot of a page tell nothing. */
function leads(blocks: readonly Block[], index: number): boolean {
  let first = index;
  while (isSmall(blocks[first])) first -= 1;
  const band = blocks[first];
  const next = blocks[index + 1];
  return band?.type === 'key-values' && band.columns === 'band' && (next?.type === 'table' || isSmall(next));
}

/** Names on a sheet without a word of what they agree to could stand under anything: what is signed goes with its signers. */
function isSignedBelow(blocks: readonly Block[], index: number): boolean {
  const next = blocks.slice(index + 1).find(({ type }) => type !== 'heading' && type !== 'paragraph');
  return next?.type === 'signature';
}

function isSmall(block: Block | undefined): boolean {
  return block?.type === 'paragraph' && block.style === 'small';
}

function pairsOf(block: Block | undefined): boolean {
  return block?.type === 'key-values' && block.columns !== 'band';
}

function layBlock(
  block: Exclude<Block, { type: 'heading' | 'key-values' | 'table' | 'signature' }>,
  setting: Setting,
  context: Context,
): Iterable<Flow> {
  const nested = (inner: readonly Block[], where: Setting): Iterable<Flow> => layBlocks(inner, where, context);
  switch (block.type) {
    case 'cover':
      return coverBlock(block, context.brand, setting, nested);
    case 'paragraph':
      return paragraphBlock(block, setting);
    case 'list':
      return listBlock(block, setting);
    case 'callout':
      return calloutBlock(block, setting, nested);
    case 'figure':
      return figureBlock(block, setting);
    case 'contents':
      return contentsBlock(block, context.entries, setting);
    case 'anchor':
      return anchorBlock(block, setting);
    case 'rule':
      return ruleBlock(setting);
    case 'break':
      return [{ turn: block.to }];
  }
}
