import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { type Noted, noted } from '../kernel/noted.ts';
import type { Block, Brand, Cell, Document, Inline } from '../model/document.ts';
import { type FigureSource, parseMarkup } from './markup.ts';
import type { PreparedTemplate } from './template/engine.ts';
import { templateInvalid } from './template/problem.ts';
import { PHRASES } from './words.ts';

/** What every view has that a template prints: whose document it is, for whom and as of when. */
export interface Printed {
  readonly client: { readonly name: string };
  readonly edition: { readonly word: string; readonly compact: boolean };
  readonly asOf: string;
}

export interface Setting {
  readonly view: Printed;
  readonly figures: ReadonlyMap<string, FigureSource>;
  readonly brand: Brand;
  readonly paper: Document['paper'];
  readonly footer: string;
}

/** One template with one view: blocks under a head, each id once, each link with a target. */
export function writeDocument(template: PreparedTemplate, setting: Setting): Noted<Document> {
  const { view, brand, paper, footer } = setting;
  const { blocks, problems } = parseMarkup(template.render(view), template.file, setting.figures);
  if (problems.length > 0) throw templateInvalid(problems);
  const { front } = template;
  const linked = withTargets(withOwnIds(blocks), front.file, front.output === 'html');
  const kept = linked.value.map((block, index, all) =>
    // The words under a heading introduce what follows; alone at the foot of a page they introduce nothing.
    block.type === 'paragraph' && all[index - 1]?.type === 'heading' && all[index + 1]?.type !== 'heading'
      ? { ...block, keepWithNext: true }
      : block,
  );
  const document: Document = {
    id: template.id,
    fileName: front.file,
    title: front.title,
    subject: front.about,
    author: brand.organisation,
    language: 'en',
    orientation: front.orientation,
    paper,
    density: view.edition.compact ? 'dense' : 'normal',
    running: {
      left: view.client.name,
      right: front.title,
      footer: [brand.classification ?? '', view.edition.word, PHRASES.asOf(view.asOf), footer]
        .filter((part) => part !== '')
        .join(' · '),
    },
    brand,
    madeOn: view.asOf,
    blocks: kept,
  };
  return noted(document, linked.notes);
}

/** What comes second under the same id gets a number, so that contents and bookmarks lead to the right one. */
function withOwnIds(blocks: readonly Block[]): readonly Block[] {
  const used = new Map<string, number>();
  return blocks.map((block) => {
    if (!('id' in block) || block.id === undefined) return block;
    const times = (used.get(block.id) ?? 0) + 1;
    used.set(block.id, times);
    return times === 1 ? block : { ...block, id: `${block.id}-${times}` };
  });
}

function withTargets(blocks: readonly Block[], document: string, page: boolean): Noted<readonly Block[]> {
  const targets = new Set(idsOf(blocks).map((id) => `#${id}`));
  const dangling = new Set<string>();
  const inline = (content: Inline): Inline =>
    content.map((run) => {
      if (run.to === undefined || holds(run.to, targets, page)) return run;
      dangling.add(run.to);
      const { to: _, ...words } = run;
      return words;
    });
  const value = blocks.map((block) => mapInline(block, inline));
  const notes = [...dangling].map((target): Diagnostic => diagnostic('link-without-target', { document, target }));
  return noted(value, notes);
}

function holds(to: string, targets: ReadonlySet<string>, page: boolean): boolean {
  return to.startsWith('#') ? targets.has(to) : page || !to.startsWith('./') || to.startsWith('./exhibits/');
}

function idsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'callout') return idsOf(block.blocks);
    const own = 'id' in block && block.id !== undefined ? [block.id] : [];
    const ofRows = block.type === 'table' ? [...block.rows].flat().flatMap(({ id }) => id ?? []) : [];
    return [...own, ...ofRows];
  });
}

/** The same block with its words changed by `change`. */
export function mapInline(block: Block, change: (content: Inline) => Inline): Block {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return { ...block, content: change(block.content) };
    case 'list':
      return { ...block, items: block.items.map(change) };
    case 'callout':
      return { ...block, blocks: block.blocks.map((each) => mapInline(each, change)) };
    case 'key-values':
      return { ...block, rows: block.rows.map(({ key, value }) => ({ key, value: change(value) })) };
    case 'table': {
      const cell = (each: Cell): Cell => ({ ...each, content: change(each.content) });
      return { ...block, rows: [...block.rows].map((row) => row.map(cell)) };
    }
    default:
      return block;
  }
}
