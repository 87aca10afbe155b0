import type { Box } from '../bounds.ts';
import { spellPlain } from '../spell.ts';
import type { StructureNode } from '../structure.ts';
import { type Bytes, say, sayWhole } from './bytes.ts';
import { numberAt, putNumber, startNumbers } from './numbers.ts';
import { decimal, type Objects, pdfString } from './objects.ts';

/** What belongs to whom, collected while pages are painted. Kept as numbers: a report may have a million nodes, and nearly all have one content. */
export interface Tags {
  /** A marked content of a page, or another object on it, is a kid of its node. */
  drawn(node: number, page: number, content: { readonly mcid: number } | { readonly annotation: number }): void;
  /** The page of a node's first content, 0 where it has none; kids on it need not name their page. */
  pageOf(node: number): number;
  sayContents(node: number, bytes: Bytes): void;
}

export function startTags(): Tags {
  const [pages, firsts] = [startNumbers(), startNumbers()];
  const more = new Map<number, string[]>();
  const pageOf = (node: number): number => numberAt(pages, node);
  const added = (node: number, kid: string): void => {
    const kids = more.get(node);
    if (kids) kids.push(kid);
    else more.set(node, [kid]);
  };
  return {
    pageOf,
    drawn(node, page, content) {
      const first = pageOf(node);
      const inline = 'mcid' in content && (first === 0 || first === page);
      if (first === 0) putNumber(pages, node, page);
      // One more than it is, since 0 says that there is none.
      if (inline && numberAt(firsts, node) === 0 && !more.has(node)) putNumber(firsts, node, content.mcid + 1);
      else if (inline) added(node, String(content.mcid));
      else if ('mcid' in content) added(node, `<</Type /MCR /Pg ${page} 0 R /MCID ${content.mcid}>>`);
      else added(node, `<</Type /OBJR /Pg ${page} 0 R /Obj ${content.annotation} 0 R>>`);
    },
    sayContents(node, bytes) {
      const first = numberAt(firsts, node);
      const others = more.get(node);
      if (!others) {
        if (first === 0) return;
        say(bytes, '/K ');
        sayWhole(bytes, first - 1);
        return;
      }
      const all = first === 0 ? others : [String(first - 1), ...others];
      say(bytes, all.length === 1 ? `/K ${all[0]}` : `/K [${all.join(' ')}]`);
    },
  };
}

/** The structure tree as text objects; returns the number of its root element and of the parent tree. */
export function writeTags(
  structure: readonly StructureNode[],
  painted: {
    readonly tags: Tags;
    /** The owner of each marked content, page by page. */
    readonly owners: readonly Int32Array[];
    /** The owners of the annotations, in the order of their keys, which follow those of the pages. */
    readonly annotated: readonly number[];
    readonly treeRoot: number;
    /** Where figures stand on their first page, y counting from the bottom. */
    readonly figures: ReadonlyMap<number, Box>;
  },
  objects: Objects,
): { readonly root: number; readonly parentTree: number; readonly nextKey: number } {
  const root = objects.reserve(structure.length);
  writeNodes(structure, { ...painted, root }, objects);
  const nums = painted.owners.map((owned, key) => `${key} ${writeOwners(owned, root, objects)} 0 R`);
  const links = painted.annotated.map((node, index) => `${nums.length + index} ${root + node} 0 R`);
  const parentTree = objects.add(`<</Nums [${[...nums, ...links].join(' ')}]>>`);
  return { root, parentTree, nextKey: nums.length + links.length };
}

function writeNodes(
  structure: readonly StructureNode[],
  from: Pick<Parameters<typeof writeTags>[1], 'tags' | 'treeRoot' | 'figures'> & { readonly root: number },
  objects: Objects,
): void {
  const { tags, root } = from;
  const kids = kidsOf(structure);
  for (const [index, node] of structure.entries()) {
    const bytes = objects.begin(root + index);
    say(bytes, openings[node.role] ?? openingOf(node.role));
    sayWhole(bytes, node.parent < 0 ? from.treeRoot : root + node.parent);
    say(bytes, ' 0 R');
    const page = tags.pageOf(index);
    if (page !== 0) {
      say(bytes, '/Pg ');
      sayWhole(bytes, page);
      say(bytes, ' 0 R');
    }
    if (kids.first(index) > 0) sayKids(index, kids, root, bytes);
    else tags.sayContents(index, bytes);
    if (node.alt !== undefined) say(bytes, `/Alt ${pdfString(spellPlain(node.alt))}`);
    say(bytes, attributesOf(node, from.figures.get(index)));
    say(bytes, '>>');
  }
}

/** What a node of a role begins with: made once, since a report has a million. */
const openings: Partial<Record<string, string>> = {};

function openingOf(role: string): string {
  const opening = `<</S /${role} /P `;
  openings[role] = opening;
  return opening;
}

/** Nodes under a node, one leading to the next; 0, which is the root and nobody's kid, ends them. */
interface Kids {
  first(node: number): number;
  next(node: number): number;
}

function kidsOf(structure: readonly StructureNode[]): Kids {
  const [firsts, nexts] = [new Int32Array(structure.length), new Int32Array(structure.length)];
  for (let index = structure.length - 1; index > 0; index -= 1) {
    const parent = structure[index]?.parent ?? 0;
    nexts[index] = firsts[parent] ?? 0;
    firsts[parent] = index;
  }
  return { first: (node) => firsts[node] ?? 0, next: (node) => nexts[node] ?? 0 };
}

function sayKids(node: number, kids: Kids, root: number, bytes: Bytes): void {
  const only = kids.next(kids.first(node)) === 0;
  say(bytes, only ? '/K ' : '/K [');
  for (let kid = kids.first(node); kid > 0; kid = kids.next(kid))
    sayReference(bytes, root + kid, kid === kids.first(node));
  if (!only) say(bytes, ']');
}

function sayReference(bytes: Bytes, id: number, first: boolean): void {
  if (!first) say(bytes, ' ');
  sayWhole(bytes, id);
  say(bytes, ' 0 R');
}

function writeOwners(owned: Int32Array, root: number, objects: Objects): number {
  const id = objects.reserve();
  const bytes = objects.begin(id);
  say(bytes, '[');
  for (let at = 0; at < owned.length; at += 1) sayReference(bytes, root + (owned[at] ?? 0), at === 0);
  say(bytes, ']');
  return id;
}

function attributesOf(node: StructureNode, figure: Box | undefined): string {
  if (figure) {
    const { left, top, right, bottom } = figure;
    return `/A <</O /Layout /Placement /Block /BBox [${[left, bottom, right, top].map(decimal).join(' ')}]>>`;
  }
  if (node.numbering) return `/A <</O /List /ListNumbering /${node.numbering}>>`;
  if (node.scope === undefined && node.span === undefined) return '';
  const scope = node.scope === undefined ? '' : `/Scope /${node.scope}`;
  const span = node.span === undefined ? '' : `/ColSpan ${node.span}`;
  return `/A <</O /Table ${scope}${span}>>`;
}
