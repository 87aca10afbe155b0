import { createHash } from 'node:crypto';
import type { SignatureRoom } from '../../kernel/signature-room.ts';
import type { Document } from '../../model/document.ts';
import type { FontName, Mark } from '../../model/page.ts';
import type { Box } from '../bounds.ts';
import type { Fonts } from '../fonts.ts';
import type { Running } from '../furniture.ts';
import type { Layer } from '../layer.ts';
import type { Bookmark, Layout } from '../layout.ts';
import type { StructureNode } from '../structure.ts';
import { startGlyphs } from './glyphs.ts';
import { metadataXml } from './metadata.ts';
import { destination, destinationNames, type Names, writeOutline } from './navigation.ts';
import { type Objects, packObjects, reference } from './objects.ts';
import { startPainter } from './page.ts';
import { handOut, openPen, type Pen, writeRaw, writeStream } from './pen.ts';
import { startPictures } from './pictures.ts';
import { navigation, type PageSize, resourcesOf, type Sheet, writePages } from './sheets.ts';
import { leaveSignatureRoom } from './signature.ts';
import { startTags, type Tags, writeTags } from './tags.ts';

/** A whole layout into the bytes of a file: the same pages, the same bytes. */
export async function paint(
  document: Document,
  layout: Layout,
  fonts: Fonts,
  room?: SignatureRoom | undefined,
): Promise<Uint8Array> {
  const pieces = startPieces();
  const painting = startPainting(document, layout.structure, { fonts, write: pieces.add });
  for (const { marks, running, ...page } of layout.pages)
    painting.page(page, [{ marks: marks.slice(running.shared + running.own), top: 0 }]);
  for (const { number, marks, running } of layout.pages) {
    const [shared, own] = [marks.slice(0, running.shared), marks.slice(running.shared, running.shared + running.own)];
    painting.titles(number, { shared, own });
  }
  await painting.finish({ outline: layout.outline, room });
  return pieces.joined();
}

/** The pieces of a file, for whoever wants it whole. */
export function startPieces() {
  const pieces: Uint8Array[] = [];
  let length = 0;
  return {
    add(piece: Uint8Array): void {
      pieces.push(piece);
      length += piece.length;
    },
    joined(): Uint8Array {
      const whole = new Uint8Array(length);
      let at = 0;
      for (const piece of pieces) {
        whole.set(piece, at);
        at += piece.length;
      }
      return whole;
    },
  };
}

/** A PDF/A-3a and PDF/UA-1 file in the making. A page is written and forgotten when it is painted, whatever the order; its titles follow. */
export interface Painting {
  page(page: PageSize, layers: readonly Layer[]): void;
  titles(number: number, running: Running): void;
  finish(last: { readonly outline: readonly Bookmark[]; readonly room?: SignatureRoom | undefined }): Promise<void>;
}

/** `structure` may grow while pages are painted. The file is handed to `write` piece by piece, as soon as each is made. */
export function startPainting(
  document: Document,
  structure: readonly StructureNode[],
  { fonts, write }: { readonly fonts: Fonts; readonly write: (piece: Uint8Array) => void },
): Painting {
  const { pen, embedded } = openPen(document, fonts);
  const finished = handOut(pen, write);
  const objects = packObjects(pen);
  const tags = startTags();
  const identity = createHash('sha256').update(metadataXml(document));
  const pictures = startPictures(pen);
  const used = new Set<FontName>();
  const glyphs = startGlyphs(fonts, embedded);
  const painter = startPainter({ structure, glyphs, embedded, fonts: used, imageLabel: pictures.label });
  const sheets: Sheet[] = [];
  const figures = new Map<number, Box>();
  const shared = new Map<string, number>();

  const sharedTitles = (marks: readonly Mark[], height: number): number => {
    const { content } = painter.paint([{ marks, top: 0 }], height);
    const key = content.toString('latin1');
    const id = shared.get(key) ?? objects.reserve();
    if (!shared.has(key)) identity.update(writeStream(pen, id, { content }));
    shared.set(key, id);
    return id;
  };
  return {
    page(size, layers) {
      const { content, owners, figures: here } = painter.paint(layers, size.height);
      const [id, stream] = [objects.reserve(), objects.reserve()];
      identity.update(writeStream(pen, stream, { content }));
      for (let mcid = 0; mcid < owners.length; mcid += 1) tags.drawn(owners[mcid] ?? 0, id, { mcid });
      for (const [tag, box] of here) if (!figures.has(tag)) figures.set(tag, turned(box, size.height));
      const found = navigation(layers, { id, height: size.height });
      sheets[size.number - 1] = { id, size, contents: [stream], owners: Int32Array.from(owners), ...found };
    },
    titles(number, running) {
      const sheet = sheets[number - 1];
      if (!sheet || running.shared.length + running.own.length === 0) return;
      const { height } = sheet.size;
      const first = sharedTitles(running.shared, height);
      const id = objects.reserve();
      const { content } = painter.paint([{ marks: running.own, top: 0 }], height);
      // Two short lines: to deflate them costs more than it saves.
      writeRaw(pen, id, { content: Buffer.from(content) });
      identity.update(content);
      sheet.contents = [first, id, ...sheet.contents];
    },
    finish({ outline, room }) {
      pen._id = identity.digest().subarray(0, 16);
      pen._addInfo = () => pen.appendXML(metadataXml(document));
      const names = destinationNames(sheets);
      // Where whoever searches a file for words looks for its fonts.
      const resources = objects.addPlain(resourcesOf(used, embedded, pictures));
      const annotated = writePages(sheets, { pen, objects, tags, names, resources });
      writeCatalogue({ pen, objects, structure, outline, names, sheets, annotated, tags, figures });
      const [first] = sheets;
      if (room && first) leaveSignatureRoom(room, { pen, objects, page: first.id });
      objects.flush();
      pen.end();
      return finished;
    },
  };
}

/** From the bottom of the page, as PDF counts. */
function turned({ left, top, right, bottom }: Box, height: number): Box {
  return { left, right, top: height - top, bottom: height - bottom };
}

function writeCatalogue(from: {
  readonly pen: Pen;
  readonly objects: Objects;
  readonly structure: readonly StructureNode[];
  readonly outline: readonly Bookmark[];
  readonly names: Names;
  readonly sheets: readonly Sheet[];
  readonly annotated: readonly number[];
  readonly tags: Tags;
  readonly figures: ReadonlyMap<number, Box>;
}): void {
  const { pen, objects, names, sheets } = from;
  const { data } = pen._root;
  const named = [...names.values()].map(({ name, place }) => `(${name}) ${destination(place)}`);
  const catalogueNames = data['Names'] as { readonly data: Record<string, unknown> };
  if (named.length > 0) catalogueNames.data['Dests'] = reference(objects.add(`<</Names [${named.join(' ')}]>>`));
  else delete catalogueNames.data['Dests'];
  const outline = writeOutline(from.outline, names, objects);
  if (outline !== undefined) {
    data['Outlines'] = reference(outline);
    data['PageMode'] = 'UseOutlines';
  }
  const tree = data['StructTreeRoot'] as { readonly id: number; readonly data: Record<string, unknown> };
  const { tags, figures, annotated } = from;
  const owners = sheets.map((sheet) => sheet.owners);
  const written = writeTags(from.structure, { tags, owners, annotated, figures, treeRoot: tree.id }, objects);
  tree.data['K'] = reference(written.root);
  tree.data['ParentTree'] = reference(written.parentTree);
  tree.data['ParentTreeNextKey'] = written.nextKey;
}
