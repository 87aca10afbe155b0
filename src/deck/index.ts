import type { Deck } from '../model/deck.ts';
import { FONT } from './font.ts';
import { inksOf } from './inks.ts';
import { libraryIn } from './library.ts';
import { settle } from './settle.ts';
import { SHEET } from './sheet.ts';
import { paint } from './slides.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** Slides into bytes that every program for them opens; the same deck gives the same bytes. */
export async function renderDeck(deck: Deck, imported: object): Promise<Uint8Array> {
  const inks = inksOf(deck.brand);
  const Slides = libraryIn(imported);
  const made = new Slides();
  made.layout = 'LAYOUT_WIDE';
  made.title = deck.title;
  made.subject = deck.subject;
  made.author = deck.author;
  // The library writes the company as it is: unescaped, one `&` in a name makes a file that does not open.
  made.company = escaped(deck.brand.organisation);
  made.theme = { headFontFace: FONT, bodyFontFace: FONT };
  const foot = {
    y: SHEET.height - 0.45,
    h: 0.25,
    fontFace: FONT,
    fontSize: 9,
    color: inks.soft,
    margin: 0,
    valign: 'middle' as const,
  };
  const { watermark = '', classification = '' } = deck.brand;
  const left = [watermark, deck.brand.organisation, classification, deck.footer]
    .filter((text) => text !== '')
    .join(' · ');
  made.defineSlideMaster({
    title: 'content',
    background: { color: 'FFFFFF' },
    objects: [
      { rect: { x: 0, y: 0, w: SHEET.width, h: 0.12, fill: { color: inks.band } } },
      { text: { text: left, options: { ...foot, x: SHEET.side, w: SHEET.width - 2 * SHEET.side - 0.8 } } },
    ],
    slideNumber: { ...foot, x: SHEET.width - SHEET.side - 0.6, w: 0.6, align: 'right' },
  });
  for (const slide of deck.slides) {
    const canvas = made.addSlide(slide.kind === 'title' ? {} : { masterName: 'content' });
    paint(slide, { canvas, inks, brand: deck.brand });
  }
  const bytes = await made.write({ outputType: 'nodebuffer', compression: true });
  if (!(bytes instanceof Uint8Array)) throw new Error('the library for slides gave no bytes');
  return settle(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), deck.madeOn);
}
