import { posix } from 'node:path';
import type { BrandFile } from '../../model/brand-file.ts';
import type { BrandFonts, FontFamily } from '../../model/brand-fonts.ts';
import { plainPath } from '../plain-path.ts';

type Typography = NonNullable<BrandFile['typography']>;
type Listed = NonNullable<Typography['fonts']>[number];

/** The families of a brand.yml that lie in files: that of `base` for text, the others for what it has no glyph for. Its paths are seen from where it lies. */
export function fontsIn(typography: BrandFile['typography'], path: string): BrandFonts | undefined {
  const families = (typography?.fonts ?? []).flatMap((listed) => {
    const files = listed.source === 'file' ? familyOf(listed, path) : undefined;
    return files === undefined ? [] : [{ name: listed.family, files }];
  });
  if (families.length === 0) return undefined;
  const base = typeof typography?.base === 'string' ? typography.base : typography?.base?.family;
  const text = families.find(({ name }) => name === base)?.files;
  const further = families.filter(({ name }) => name !== base).map(({ files }) => files);
  return { ...(text && { text }), ...(further.length > 0 && { further }) };
}

function familyOf({ files = [] }: Listed, path: string): FontFamily | undefined {
  const listed = files.map((file) => {
    const { path: at, weight = 400, style = 'normal' } = typeof file === 'string' ? { path: file } : file;
    return { at: posix.join(posix.dirname(path), plainPath(at)), weight: weightOf(weight), style };
  });
  const upright = listed.filter(({ style }) => style === 'normal').sort((a, b) => off(a.weight) - off(b.weight));
  const [regular] = upright;
  if (regular === undefined) return undefined;
  const bold = upright.find(({ weight }) => weight >= BOLD && regular.weight < BOLD);
  const italic = listed.find(({ style, weight }) => style === 'italic' && weight < BOLD);
  return { regular: regular.at, ...(bold && { bold: bold.at }), ...(italic && { italic: italic.at }) };
}

const [REGULAR, BOLD] = [400, 600];

function off(weight: number): number {
  return Math.abs(weight - REGULAR);
}

function weightOf(weight: number | string): number {
  if (weight === 'bold') return 700;
  const number = Number(weight);
  return Number.isFinite(number) ? number : REGULAR;
}
