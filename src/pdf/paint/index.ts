import { createHash } from 'node:crypto';
import type { SignatureRoom } from '../../kernel/signature-room.ts';
import type { Document } from '../../model/document.ts';
import type { Page } from '../../model/page.ts';
import { type Box, boundsOf, union } from '../bounds.ts';
import type { Fonts } from '../fonts.ts';
import type { Layout } from '../layout.ts';
import { startGlyphs } from './glyphs.ts';
import { metadataXml } from './metadata.ts';
import { destination, destinationNames, linkBody, type Place, writeOutline } from './navigation.ts';
import { type Objects, packObjects, reference } from './objects.ts';
import { paintPage } from './page.ts';
import { openPen, type Pen, raw } from './pen.ts';
import { leaveSignatureRoom } from './signature.ts';
import { startTags, type Tags, writeTags } from './tags.ts';

/** Pages of marks into the bytes of a PDF/A-3a and PDF/UA-1 file: the same pages, the same bytes. */
export async function paint(
  document: Document,
  layout: Layout,
  fonts: Fonts,
  room?: SignatureRoom | undefined,
): Promise<Uint8Array> {
  const { pen, embedded } = openPen(document, fonts);
  const finished = bytesOf(pen);
  const objects = packObjects(pen);
  const glyphs = startGlyphs(fonts, embedded);
  const tags = startTags(layout.structure.length, layout.pages.length);
  const names = destinationNames(layout.pages);
  const places = new Map<string, Place>();
  const identity = createHash('sha256').update(metadataXml(document));
  const owners: (readonly number[])[] = [];
  const imageLabel = images(pen);
  const figures = new Map<number, Box>();
  const pageIds: number[] = [];
  for (const [index, page] of layout.pages.entries()) {
    pen.addPage({ size: [page.width, page.height], margin: 0 });
    const painted = paintPage(page, { structure: layout.structure, glyphs, embedded, imageLabel });
    const bytes = Buffer.from(painted.content, 'latin1');
    identity.update(bytes);
    pen.page.content.write(bytes);
    for (const name of painted.fonts) {
      const font = embedded.get(name);
      if (font) pen.page.fonts[font.id] = font.ref();
    }
    const { dictionary } = pen.page;
    pageIds.push(dictionary.id);
    dictionary.data['StructParents'] = index;
    for (const [mcid, owner] of painted.owners.entries()) tags.drawn(owner, dictionary.id, { mcid });
    addLinks(page, { pen, objects, names, tags });
    collectPlaces(page, dictionary.id, places);
    collectFigures(page, layout, figures);
    owners.push(painted.owners);
  }
  pen._id = identity.digest().subarray(0, 16);
  pen._addInfo = () => pen.appendXML(metadataXml(document));
  writeCatalogue({ pen, objects, layout, names, places, tags, owners, figures });
  const [first] = pageIds;
  if (room && first !== undefined) leaveSignatureRoom(room, { pen, objects, page: first });
  objects.flush();
  pen.end();
  return finished;
}

function addLinks(
  page: Page,
  to: {
    readonly pen: Pen;
    readonly objects: Objects;
    readonly names: ReadonlyMap<string, string>;
    readonly tags: Tags;
  },
): void {
  const ids: number[] = [];
  for (const mark of page.marks) {
    if (mark.mark !== 'link' || mark.tag === undefined) continue;
    const key = to.tags.annotationKey(mark.tag);
    const body = linkBody(mark, { height: page.height, key }, to.names);
    if (body === undefined) continue;
    const id = to.objects.add(body);
    to.tags.drawn(mark.tag, to.pen.page.dictionary.id, { annotation: id });
    ids.push(id);
  }
  if (ids.length > 0) to.pen.page.dictionary.data['Annots'] = raw(`[${ids.map((id) => `${id} 0 R`).join(' ')}]`);
}

function collectPlaces(page: Page, pageId: number, places: Map<string, Place>): void {
  for (const mark of page.marks) {
    if (mark.mark === 'target' && !places.has(mark.id))
      places.set(mark.id, { pageId, x: mark.x, top: page.height - mark.y });
  }
}

function collectFigures(page: Page, layout: Layout, figures: Map<number, Box>): void {
  const here = new Map<number, Box>();
  for (const mark of page.marks) {
    if (mark.mark === 'target' || mark.tag === undefined) continue;
    if (figures.has(mark.tag) || layout.structure[mark.tag]?.role !== 'Figure') continue;
    const box = union(here.get(mark.tag), boundsOf(mark));
    if (box) here.set(mark.tag, box);
  }
  const up = (y: number): number => page.height - y;
  for (const [tag, { left, right, top, bottom }] of here)
    figures.set(tag, { left, right, top: up(top), bottom: up(bottom) });
}

function writeCatalogue(from: {
  readonly pen: Pen;
  readonly objects: Objects;
  readonly layout: Layout;
  readonly names: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, Place>;
  readonly tags: Tags;
  readonly owners: readonly (readonly number[])[];
  readonly figures: ReadonlyMap<number, Box>;
}): void {
  const { pen, objects, names, places } = from;
  const { data } = pen._root;
  const named = [...names].map(([id, name]) => {
    const place = places.get(id);
    return place ? `(${name}) ${destination(place)}` : '';
  });
  const catalogueNames = data['Names'] as { readonly data: Record<string, unknown> };
  if (named.length > 0) catalogueNames.data['Dests'] = reference(objects.add(`<</Names [${named.join(' ')}]>>`));
  else delete catalogueNames.data['Dests'];
  const outline = writeOutline(from.layout.outline, names, objects);
  if (outline !== undefined) {
    data['Outlines'] = reference(outline);
    data['PageMode'] = 'UseOutlines';
  }
  const tree = data['StructTreeRoot'] as { readonly id: number; readonly data: Record<string, unknown> };
  const { tags, owners, figures } = from;
  const written = writeTags(from.layout.structure, { tags, owners, figures, treeRoot: tree.id }, objects);
  tree.data['K'] = reference(written.root);
  tree.data['ParentTree'] = reference(written.parentTree);
  tree.data['ParentTreeNextKey'] = written.nextKey;
}

/** A picture is embedded once; one that pdfkit cannot read is left out, its alternative text remains. */
function images(pen: Pen): (bytes: Uint8Array) => string | undefined {
  const known = new Map<Uint8Array, { readonly label: string; readonly obj: unknown } | undefined>();
  return (bytes) => {
    if (!known.has(bytes)) known.set(bytes, embedded(pen, bytes));
    const image = known.get(bytes);
    if (image) pen.page.xobjects[image.label] = image.obj;
    return image?.label;
  };
}

function embedded(pen: Pen, bytes: Uint8Array): { readonly label: string; readonly obj: unknown } | undefined {
  try {
    const image = pen.openImage(bytes);
    if (!image.obj) image.embed(pen);
    return { label: image.label, obj: image.obj };
  } catch {
    return undefined;
  }
}

function bytesOf(pen: Pen): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pen.on('data', (chunk) => chunks.push(chunk));
    pen.on('error', reject);
    pen.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
  });
}
