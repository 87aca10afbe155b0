import type { StructureNode } from '../structure.ts';
import { type Objects, pdfString } from './objects.ts';

/** Where a structure node is drawn: marked contents and link annotations, in the order of painting. */
export type Content =
  | { readonly page: number; readonly mcid: number }
  | { readonly page: number; readonly annotation: number };

/** Collects what belongs to whom while pages are painted; writes the structure tree when all are. */
export interface Tags {
  drawn(node: number, content: Content): void;
  /** The key of an annotation in the parent tree. */
  annotationKey(node: number): number;
}

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
    objects.put(idOf(index), element(node, parent, kids, content, painted.pages));
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
  parent: number,
  kids: readonly string[],
  content: readonly Content[],
  pages: readonly { readonly id: number }[],
): string {
  const own = content[0]?.page;
  const pageId = (page: number): number => pages[page]?.id ?? 0;
  const drawn = content.map((item) => {
    if ('annotation' in item) return `<</Type /OBJR /Pg ${pageId(item.page)} 0 R /Obj ${item.annotation} 0 R>>`;
    if (item.page === own) return String(item.mcid);
    return `<</Type /MCR /Pg ${pageId(item.page)} 0 R /MCID ${item.mcid}>>`;
  });
  const all = [...kids, ...drawn];
  const attributes = [
    ...(node.scope === undefined ? [] : [`/Scope /${node.scope}`]),
    ...(node.span === undefined ? [] : [`/ColSpan ${node.span}`]),
  ];
  return [
    `<</S /${node.role} /P ${parent} 0 R`,
    own === undefined ? '' : `/Pg ${pageId(own)} 0 R`,
    all.length === 0 ? '' : all.length === 1 ? `/K ${all[0]}` : `/K [${all.join(' ')}]`,
    node.alt === undefined ? '' : `/Alt ${pdfString(node.alt)}`,
    attributes.length === 0 ? '' : `/A <</O /Table ${attributes.join(' ')}>>`,
    '>>',
  ].join('');
}
