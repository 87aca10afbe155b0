import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import type { Document } from '../../model/document.ts';
import type { FontName } from '../../model/page.ts';
import type { Fonts, ParsedFont } from '../fonts.ts';
import { spellPlain } from '../spell.ts';

/** An indirect object of pdfkit. */
export interface Ref {
  readonly id: number;
  readonly data: Record<string, unknown>;
  write(chunk: Uint8Array): void;
  end(): void;
}

/** A font being embedded: what was drawn with it so far. */
export interface EmbeddedFont {
  readonly id: string;
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
  readonly subset: { readonly glyphs: number[] };
  ref(): Ref;
}

/**
 * What we use of pdfkit, its own and its private parts: it serialises objects, embeds fonts and pictures and writes the file; content streams, tags,
 * links, bookmarks and metadata are ours. The version is pinned and `tests/pdf/painting.test.ts` fails when a new one differs.
 */
export interface Pen {
  readonly _root: Ref;
  readonly _info: Ref;
  readonly _font: EmbeddedFont;
  readonly _offsets: (number | null)[];
  readonly _offset: number;
  _id: Uint8Array;
  _addInfo(): void;
  _finalize(): void;
  _write(data: string | Uint8Array): void;
  appendXML(xml: string): void;
  font(font: ParsedFont): void;
  openImage(bytes: Uint8Array): { readonly label: string; obj: Ref | null; embed(pen: Pen): void };
  ref(data: Record<string, unknown>): Ref;
  read(): Uint8Array | null;
  push(chunk: Uint8Array | null): void;
  /** Called at the end, where the document has a form. */
  endAcroForm(): void;
  end(): void;
}

export function openPen(document: Document, fonts: Fonts): { pen: Pen; embedded: ReadonlyMap<FontName, EmbeddedFont> } {
  const made = dayOf(document.madeOn);
  const options = {
    autoFirstPage: false,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: document.language,
    displayTitle: true,
    font: fonts.parsed('regular'),
    info: {
      Title: spellPlain(document.title),
      Subject: spellPlain(document.subject),
      Author: spellPlain(document.author),
      Creator: 'proofpack',
      Producer: 'proofpack with PDFKit',
      CreationDate: made,
      ModDate: made,
    },
  };
  const pen = new PDFDocument(options as unknown as ConstructorParameters<typeof PDFDocument>[0]) as unknown as Pen;
  const embedded = new Map(
    fonts.names.map((name): readonly [FontName, EmbeddedFont] => {
      pen.font(fonts.parsed(name));
      // pdfkit lets .notdef, which is never drawn, stand for U+0000; PDF/UA 7.21.7 forbids that of any glyph.
      pen._font.unicode[0] = [0xfffd];
      return [name, pen._font];
    }),
  );
  return { pen, embedded };
}

/** Hands out every piece of the file at once, and tells when it ended: pdfkit's own stream keeps all until whoever paints comes to rest. */
export function handOut(pen: Pen, write: (piece: Uint8Array) => void): Promise<void> {
  const begun = pen.read();
  if (begun) write(begun);
  return new Promise((resolve) => {
    pen.push = (piece) => {
      if (piece === null) resolve();
      else write(piece);
    };
  });
}

/** Noon UTC of the day it was made on: the same instant on every machine. */
export function dayOf(madeOn: string): Date {
  const instant = Date.parse(`${madeOn}T12:00:00Z`);
  return new Date(Number.isNaN(instant) ? 0 : instant);
}

/** A stream of our own, deflated; says how it lies in the file. */
export function writeStream(
  pen: Pen,
  id: number,
  { dictionary = '', content }: { readonly dictionary?: string; readonly content: Uint8Array },
): Uint8Array {
  const deflated = deflateSync(content);
  writeRaw(pen, id, { dictionary: `${dictionary} /Filter /FlateDecode`, content: deflated });
  return deflated;
}

/** A stream as it is. */
export function writeRaw(
  pen: Pen,
  id: number,
  { dictionary = '', content }: { readonly dictionary?: string; readonly content: Uint8Array },
): void {
  pen._offsets[id - 1] = pen._offset;
  pen._write(`${id} 0 obj\n<<${dictionary} /Length ${content.length}>>\nstream`);
  pen._write(content);
  pen._write('\nendstream\nendobj');
}

/** Text that pdfkit's serialiser prints as it is, where it would otherwise make a name of a string. */
export function raw(text: string): object {
  return { [Symbol.toStringTag]: 'Raw', toString: () => text };
}
