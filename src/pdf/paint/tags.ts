import type { Box } from '../bounds.ts';
import { spellPlain } from '../spell.ts';
import type { StructureNode } from '../structure.ts';
import { decimal, type Objects, pdfString } from './objects.ts';

/** Where a structure node is drawn: marked contents and link annotations, in the order of painting. */
export type Content =
  | { readonly page: number; readonly mcid: number }
  | { readonly page: number; readonly annotation: number };

/** Collects what belongs to whom while pages are painted. */
export function startTags(nodeCount: number, pageCount: number) {
  const contents: Content[][] = Array.from({ length: nodeCount }, () => []);
  const annotations: number[] = [];
  return {
    contents,
    annotations,
    drawn(node: number, content: Content): void {
      contents[node]?.push(content);
    },
    annotationKey(node: number): number {
      return pageCount + annotations.push(node) - 1;
    },
  };
}

/** The structure tree as text objects; returns the number of its root element and of the parent tree. */
export function writeTags(
  structure: readonly StructureNode[],
  painted: {
    readonly contents: readonly (readonly Content[])[];
    readonly annotations: readonly number[];
    readonly pages: readonly { readonly id: number; readonly owners: readonly number[] }[];
    readonly treeRoot: number;
    /** Where figures stand on their first page, y counting from the bottom. */
    readonly figures: ReadonlyMap<number, Box>;
  },
  objects: Objects,
): { readonly root: number; readonly parentTree: number; readonly nextKey: number } {
  const ids = structure.map(() => objects.reserve());
  const children: number[][] = structure.map(() => []);
  for (const [index, node] of structure.entries()) children[node.parent]?.push(index);
  const idOf = (node: number): number => ids[node] ?? 0;
  for (const [index, node] of structure.entries()) {
    const parent = node.parent < 0 ? painted.treeRoot : idOf(node.parent);
    const kids = (children[index] ?? []).map((child) => `${idOf(child)} 0 R`);
    const content = painted.contents[index] ?? [];
    const attributes = attributesOf(node, painted.figures.get(index));
    objects.put(idOf(index), element(node, { parent, kids, content, attributes }, painted.pages));
  }
  const nums = painted.pages.map(({ owners }, key) => {
    const owned = objects.add(`[${owners.map((owner) => `${idOf(owner)} 0 R`).join(' ')}]`);
    return `${key} ${owned} 0 R`;
  });
  const links = painted.annotations.map((node, index) => `${painted.pages.length + index} ${idOf(node)} 0 R`);
  const parentTree = objects.add(`<</Nums [${[...nums, ...links].join(' ')}]>>`);
  return { root: idOf(0), parentTree, nextKey: nums.length + links.length };
}

function element(
  node: StructureNode,
  has: {
    readonly parent: number;
    readonly kids: readonly string[];
    readonly content: readonly Content[];
    readonly attributes: string;
  },
  pages: readonly { readonly id: number }[],
): string {
  const own = has.content[0]?.page;
  const pageId = (page: number): number => pages[page]?.id ?? 0;
  const drawn = has.content.map((item) => {
    if ('annotation' in item) return `<</Type /OBJR /Pg ${pageId(item.page)} 0 R /Obj ${item.annotation} 0 R>>`;
    if (item.page === own) return String(item.mcid);
    return `<</Type /MCR /Pg ${pageId(item.page)} 0 R /MCID ${item.mcid}>>`;
  });
  const all = has.kids.length === 0 ? drawn : [...has.kids, ...drawn];
  const page = own === undefined ? '' : `/Pg ${pageId(own)} 0 R`;
  const kids = all.length === 0 ? '' : all.length === 1 ? `/K ${all[0]}` : `/K [${all.join(' ')}]`;
  const alt = node.alt === undefined ? '' : `/Alt ${pdfString(spellPlain(node.alt))}`;
  return `<</S /${node.role} /P ${has.parent} 0 R${page}${kids}${alt}${has.attributes}>>`;
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
