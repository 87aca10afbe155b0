import type { FontName, Mark } from '../../model/page.ts';
import type { Layer } from '../layer.ts';
import { linkBody, type Names, type Place } from './navigation.ts';
import { decimal, type Objects, reference } from './objects.ts';
import type { EmbeddedFont, Pen } from './pen.ts';
import type { Pictures } from './pictures.ts';
import type { Tags } from './tags.ts';

export interface PageSize {
  readonly number: number;
  readonly width: number;
  readonly height: number;
}

/** What is kept of a painted page. */
export interface Sheet {
  readonly id: number;
  readonly size: PageSize;
  /** Its streams, in the order in which they are drawn. */
  contents: readonly number[];
  readonly owners: Int32Array;
  readonly links: readonly Extract<Mark, { mark: 'link' }>[];
  readonly places: readonly Place[];
}

/** What leads from a page and to it. */
export function navigation(layers: readonly Layer[], page: { readonly id: number; readonly height: number }) {
  const links: Extract<Mark, { mark: 'link' }>[] = [];
  const places: Place[] = [];
  for (const { marks, top, only } of layers) {
    if (only === 'grounds' || only === 'rules') continue;
    for (const mark of marks) {
      if (mark.mark === 'link') links.push({ ...mark, y: mark.y + top });
      else if (mark.mark === 'target')
        places.push({ target: mark.id, pageId: page.id, x: mark.x, top: page.height - (mark.y + top) });
    }
  }
  return { links, places };
}

export function resourcesOf(
  used: ReadonlySet<FontName>,
  embedded: ReadonlyMap<FontName, EmbeddedFont>,
  pictures: Pictures,
): string {
  const fonts = [...embedded].flatMap(([name, font]) => (used.has(name) ? [`/${font.id} ${font.ref().id} 0 R`] : []));
  const images = pictures.all().map(({ label, id }) => `/${label} ${id} 0 R`);
  return `<</Font <<${fonts.join(' ')}>> /XObject <<${images.join(' ')}>>>>`;
}

/** The pages, which share all resources, and their links; says whose the links are, in the order of their keys. */
export function writePages(
  sheets: readonly Sheet[],
  to: {
    readonly pen: Pen;
    readonly objects: Objects;
    readonly tags: Tags;
    readonly names: Names;
    readonly resources: number;
  },
): readonly number[] {
  const { pen, objects, tags, names, resources } = to;
  const pages = pen._root.data['Pages'] as PageTree;
  const annotated: number[] = [];
  for (const [index, { id, size, contents, links }] of sheets.entries()) {
    const annotations: number[] = [];
    for (const link of links) {
      if (link.tag === undefined) continue;
      const body = linkBody(link, { height: size.height, key: sheets.length + annotated.length }, names);
      if (body === undefined) continue;
      const annotation = objects.add(body);
      tags.drawn(link.tag, id, { annotation });
      annotated.push(link.tag);
      annotations.push(annotation);
    }
    const linked = annotations.length > 0 ? `/Annots [${references(annotations)}]` : '';
    objects.put(
      id,
      `<</Type /Page /Parent ${pages.id} 0 R /MediaBox [0 0 ${decimal(size.width)} ${decimal(size.height)}] /Resources ${resources} 0 R ` +
        `/Contents [${references(contents)}] /StructParents ${index} /Tabs /S${linked}>>`,
    );
    pages.data.Kids.push(reference(id));
    pages.data.Count += 1;
  }
  return annotated;
}

interface PageTree {
  readonly id: number;
  readonly data: { readonly Kids: object[]; Count: number };
}

function references(ids: readonly number[]): string {
  return ids.map((id) => `${id} 0 R`).join(' ');
}
