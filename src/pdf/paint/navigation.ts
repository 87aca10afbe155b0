import type { Mark } from '../../model/page.ts';
import type { Bookmark } from '../layout.ts';
import { spellPlain } from '../spell.ts';
import { decimal, type Objects, pdfString } from './objects.ts';

/** Where a target stands, `top` counting from the bottom of its page. */
export interface Place {
  readonly target: string;
  readonly pageId: number;
  readonly x: number;
  readonly top: number;
}

/** By their targets, places inside the document with their names, in an order that no locale can change. The first place of a target counts. */
export type Names = ReadonlyMap<string, { readonly name: string; readonly place: Place }>;

export function destinationNames(pages: readonly { readonly places: readonly Place[] }[]): Names {
  const names = new Map<string, { readonly name: string; readonly place: Place }>();
  for (const { places } of pages)
    for (const place of places)
      if (!names.has(place.target)) names.set(place.target, { name: `d${String(names.size).padStart(6, '0')}`, place });
  return names;
}

export function destination(place: Place): string {
  return `[${place.pageId} 0 R /XYZ ${decimal(Math.max(0, place.x - 12))} ${decimal(place.top)} null]`;
}

/** One link annotation; nothing when its target is not in the document. */
export function linkBody(
  mark: Extract<Mark, { mark: 'link' }>,
  page: { readonly height: number; readonly key: number },
  names: Names,
): string | undefined {
  const [x1, y1] = [mark.x, page.height - mark.y - mark.height];
  const rectangle = [x1, y1, x1 + mark.width, y1 + mark.height].map(decimal).join(' ');
  const name = mark.to.startsWith('#') ? names.get(mark.to.slice(1))?.name : undefined;
  if (mark.to.startsWith('#') && name === undefined) return undefined;
  const goal = name === undefined ? `/A <</S /URI /URI ${pdfString(mark.to)}>>` : `/Dest (${name})`;
  const contents = pdfString(spellPlain(mark.text));
  return `<</Type /Annot /Subtype /Link /Rect [${rectangle}] /Border [0 0 0] /F 4 ${goal} /Contents ${contents} /StructParent ${page.key}>>`;
}

interface Item extends Bookmark {
  readonly number: number;
  readonly children: Item[];
}

/** The bookmarks as text objects; returns the number of their root. */
export function writeOutline(bookmarks: readonly Bookmark[], names: Names, objects: Objects): number | undefined {
  if (bookmarks.length === 0) return undefined;
  const roots = nested(bookmarks, objects);
  const root = objects.reserve();
  writeItems(roots, root, names, objects);
  objects.put(root, `<</Type /Outlines ${ends(roots)} /Count ${roots.length}>>`);
  return root;
}

function nested(bookmarks: readonly Bookmark[], objects: Objects): readonly Item[] {
  const roots: Item[] = [];
  const path: Item[] = [];
  for (const bookmark of bookmarks) {
    const item = { ...bookmark, number: objects.reserve(), children: [] };
    while ((path.at(-1)?.level ?? 0) >= bookmark.level) path.pop();
    (path.at(-1)?.children ?? roots).push(item);
    path.push(item);
  }
  return roots;
}

/** Chapters stand closed, as their negative count says; a reader opens what is wanted. */
function writeItems(items: readonly Item[], parent: number, names: Names, objects: Objects): void {
  for (const [index, item] of items.entries()) {
    const before = items[index - 1];
    const after = items[index + 1];
    const body = [
      `<</Title ${pdfString(item.title)} /Parent ${parent} 0 R /Dest (${names.get(item.id)?.name ?? ''})`,
      before ? ` /Prev ${before.number} 0 R` : '',
      after ? ` /Next ${after.number} 0 R` : '',
      item.children.length > 0 ? ` ${ends(item.children)} /Count -${item.children.length}` : '',
      '>>',
    ];
    objects.put(item.number, body.join(''));
    writeItems(item.children, item.number, names, objects);
  }
}

function ends(items: readonly Item[]): string {
  return `/First ${items[0]?.number ?? 0} 0 R /Last ${items.at(-1)?.number ?? 0} 0 R`;
}
