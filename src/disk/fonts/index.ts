import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnostic } from '../../kernel/diagnostic.ts';
import { failure } from '../../kernel/failure.ts';
import { inTurn } from '../../kernel/in-turn.ts';
import type { BrandFonts, FontFamily } from '../../model/brand-fonts.ts';
import type { FontBytes } from '../../model/page.ts';
import { readFonts } from '../ground.ts';
import { errno, onDisk } from '../trouble.ts';
import { whyNotEmbedded } from './embedding.ts';

/** What a brand's fonts change about ours: text in its family, ours behind it, and behind both what it has for further scripts. */
export async function readBrandFonts(
  folder: string,
  { text, further = [] }: BrandFonts = {},
  ours: FontBytes,
): Promise<Partial<FontBytes>> {
  const read = async (path: string): Promise<Uint8Array> => fontAt(folder, path);
  const own = text && (await facesOf(text, read));
  const behind: readonly Faces[] = [
    ...(own ? [{ regular: ours.regular, bold: ours.semibold, italic: ours.italic }] : []),
    ...(await inTurn(further, (family) => facesOf(family, read))),
  ];
  const [first, second, more] = behind;
  if (more !== undefined) throw failure(diagnostic('brand-fonts-many', { most: MOST_FAMILIES }));
  return {
    ...(own && { regular: own.regular, italic: own.italic, semibold: own.bold, bold: own.bold }),
    ...(first && { further1: first.regular, further2: first.bold }),
    ...(second && { further3: second.regular, further4: second.bold }),
  };
}

/** Ours and a brand's, as documents are set in them. */
export async function readBrandedFonts(folder: string, fonts: BrandFonts | undefined): Promise<FontBytes> {
  const ours = await readFonts();
  return { ...ours, ...(await readBrandFonts(folder, fonts, ours)) };
}

/** Ours among them, where text is set in another. */
const MOST_FAMILIES = 2;

interface Faces {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  readonly italic: Uint8Array;
}

async function facesOf(
  { regular: path, bold, italic }: FontFamily,
  read: (path: string) => Promise<Uint8Array>,
): Promise<Faces> {
  const regular = await read(path);
  return {
    regular,
    bold: bold === undefined ? regular : await read(bold),
    italic: italic === undefined ? regular : await read(italic),
  };
}

async function fontAt(folder: string, path: string): Promise<Uint8Array> {
  const bytes = await readFile(join(folder, path)).catch((error: unknown) => {
    if (errno(error) === 'ENOENT') throw failure(diagnostic('brand-font-refused', { path, reason: 'missing' }));
    return onDisk(path, () => Promise.reject(error));
  });
  const reason = whyNotEmbedded(bytes);
  if (reason !== undefined) throw failure(diagnostic('brand-font-refused', { path, reason }));
  return bytes;
}
