import type { Box } from '../bounds.ts';
import { spellPlain } from '../spell.ts';
import type { StructureNode } from '../structure.ts';
import { decimal, type Objects, pdfString } from './objects.ts';

/** What belongs to whom, collected while pages are painted. Kept as text: a report may have a hundred thousand nodes. */
export interface Tags {
  /** A marked content of the page, or another object on it, written as a kid of its node. */
  drawn(node: number, pageId: number, content: { readonly mcid: number } | { readonly annotation: number }): void;
  /** The key of an annotation in the parent tree. */
  annotationKey(node: number): number;
  readonly annotations: readonly number[];
  readonly kids: readonly string[];
  readonly kidCounts: Uint32Array;
  /** The page of a node's first content; kids on it need not name their page. */
  readonly firstPages: Uint32Array;
}

export function startTags(nodeCount: number, pageCount: number): Tags {
  const kids: string[] = new Array<string>(nodeCount).fill('');
  const kidCounts = new Uint32Array(nodeCount);
  const firstPages = new Uint32Array(nodeCount);
  const annotations: number[] = [];
  return {
    kids,
    kidCounts,
    firstPages,
    annotations,
    drawn(node, pageId, content) {
      const first = firstPages[node] || pageId;
      firstPages[node] = first;
      const page = `/Pg ${pageId} 0 R`;
      const kid =
        'annotation' in content
          ? `<</Type /OBJR ${page} /Obj ${content.annotation} 0 R>>`
          : pageId === first
            ? content.mcid
            : `<</Type /MCR ${page} /MCID ${content.mcid}>>`;
      kids[node] = kidCounts[node] === 0 ? String(kid) : `${kids[node]} ${kid}`;
      kidCounts[node] = (kidCounts[node] ?? 0) + 1;
    },
    annotationKey: (node) => pageCount + annotations.push(node) - 1,
  };
}

/** The structure tree as text objects; returns the number of its root element and of the parent tree. */
export function writeTags(
  structure: readonly StructureNode[],
  painted: {
    readonly tags: Tags;
    /** The owner of each marked content, page by page. */
    readonly owners: readonly (readonly number[])[];
    readonly treeRoot: number;
    /** Where figures stand on their first page, y counting from the bottom. */
    readonly figures: ReadonlyMap<number, Box>;
  },
  objects: Objects,
): { readonly root: number; readonly parentTree: number; readonly nextKey: number } {
  const { tags, owners, figures } = painted;
  const root = objects.reserve(structure.length);
  const kids = [...tags.kids];
  const counts = tags.kidCounts.slice();
  for (const [index, { parent }] of structure.entries()) {
    if (parent < 0) continue;
    kids[parent] = counts[parent] === 0 ? `${root + index} 0 R` : `${kids[parent]} ${root + index} 0 R`;
    counts[parent] = (counts[parent] ?? 0) + 1;
  }
  for (const [index, node] of structure.entries()) {
    const parent = node.parent < 0 ? painted.treeRoot : root + node.parent;
    const page = tags.firstPages[index] ? `/Pg ${tags.firstPages[index]} 0 R` : '';
    const count = counts[index] ?? 0;
    const own = count === 0 ? '' : count === 1 ? `/K ${kids[index]}` : `/K [${kids[index]}]`;
    const alt = node.alt === undefined ? '' : `/Alt ${pdfString(spellPlain(node.alt))}`;
    const attributes = attributesOf(node, figures.get(index));
    objects.put(root + index, `<</S /${node.role} /P ${parent} 0 R${page}${own}${alt}${attributes}>>`);
  }
  const nums = owners.map((owned, key) => {
    const id = objects.add(`[${owned.map((owner) => `${root + owner} 0 R`).join(' ')}]`);
    return `${key} ${id} 0 R`;
  });
  const links = tags.annotations.map((node, index) => `${owners.length + index} ${root + node} 0 R`);
  const parentTree = objects.add(`<</Nums [${[...nums, ...links].join(' ')}]>>`);
  return { root, parentTree, nextKey: nums.length + links.length };
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
