import { pictureSize } from '../kernel/picture.ts';
import { isWhiteOnNothing } from '../kernel/white-picture.ts';
import type { Slide } from '../model/deck.ts';
import type { Brand } from '../model/document.ts';
import { FONT } from './font.ts';
import type { Inks } from './inks.ts';
import type { Canvas } from './library.ts';
import { SHEET, WIDTH } from './sheet.ts';

/** Whom the slides are about, of when, and whose they are. */
export function cover(
  { title, says, lines, notice }: Extract<Slide, { kind: 'title' }>,
  { canvas, inks, brand }: { readonly canvas: Canvas; readonly inks: Inks; readonly brand: Brand },
): void {
  const text = { x: SHEET.side, w: WIDTH, fontFace: FONT, color: inks.onBand, margin: 0 };
  canvas.background = { color: inks.band };
  sender(brand, canvas, inks);
  const marks = [brand.watermark ?? '', brand.classification ?? ''].filter((each) => each !== '').join('\n');
  const right = { x: SHEET.width / 2, w: SHEET.width / 2 - SHEET.side, align: 'right' as const };
  if (marks !== '') canvas.addText(marks, { ...text, ...right, y: 0.55, h: 0.75, fontSize: 11, bold: true });
  canvas.addText(title, {
    ...text,
    y: 1.7,
    h: 1.5,
    fontSize: title.length > 60 ? 26 : 38,
    bold: true,
    valign: 'bottom',
    fit: 'shrink',
  });
  canvas.addText(says, { ...text, y: 3.3, h: 0.8, fontSize: 17, valign: 'top' });
  canvas.addText(
    lines.map((line) => ({ text: line, options: { breakLine: true } })),
    { ...text, y: 4.25, h: 1.5, fontSize: 13, valign: 'top' },
  );
  canvas.addText(notice, { ...text, y: 6.4, h: 0.5, fontSize: 11, italic: true });
  canvas.addNotes(notice);
}

const LOGO = { w: 2.6, h: 0.8 };
const PAD = 0.12;
const WHITE = 'FFFFFF';

/** The logo on a plate of white, or on the slide where it is white itself; without one that a program for slides shows, the name. */
function sender({ logo, organisation }: Brand, canvas: Canvas, inks: Inks): void {
  const size = logo !== undefined && logo.format !== 'svg' ? pictureSize(logo.bytes) : undefined;
  if (logo === undefined || logo.format === 'svg' || size === undefined) {
    const place = { x: SHEET.side, y: 0.55, w: SHEET.width / 2 - SHEET.side, h: 0.75 };
    canvas.addText(organisation, { ...place, fontFace: FONT, fontSize: 14, bold: true, color: inks.onBand, margin: 0 });
    return;
  }
  const scale = Math.min(LOGO.w / size.width, LOGO.h / size.height);
  const [w, h] = [size.width * scale, size.height * scale];
  const [x, y] = [SHEET.side, 0.5];
  const light = isWhiteOnNothing(logo.bytes);
  const dark = inks.onBand === WHITE ? inks.band : inks.text;
  const plate = { color: light ? dark : WHITE };
  canvas.addShape('rect', { x, y, w: w + 2 * PAD, h: h + 2 * PAD, fill: plate, line: { ...plate, width: 0 } });
  const data = `image/${logo.format};base64,${Buffer.from(logo.bytes).toString('base64')}`;
  canvas.addImage({ data, x: x + PAD, y: y + PAD, w, h, altText: `Logo: ${organisation}` });
}
