import { pictureSize } from '../../kernel/picture.ts';
import { isNearlyWhite, isWhiteOnNothing } from '../../kernel/white-picture.ts';
import type { Brand } from '../../model/document.ts';
import type { Ink, Mark } from '../../model/page.ts';
import { contrast, WHITE } from '../colour.ts';
import { drawingMarks } from '../drawing.ts';
import { inset, type Setting, type Strip } from '../setting.ts';

/** A logo in the size in which it fits into a box. */
export interface FittedLogo {
  readonly width: number;
  readonly height: number;
  marks(at: { readonly x: number; readonly y: number }, setting: Setting): readonly Mark[];
}

/** Nothing where there is no logo that can be drawn. */
export function fittedLogo(
  brand: Brand,
  box: { readonly width: number; readonly height: number },
): FittedLogo | undefined {
  const { logo } = brand;
  const size = logo?.format === 'svg' ? logo : logo ? pictureSize(logo.bytes) : undefined;
  if (!logo || !size) return undefined;
  const scale = Math.min(box.width / size.width, box.height / size.height);
  const [width, height] = [size.width * scale, size.height * scale];
  return {
    width,
    height,
    marks: (at, { structure, parent }) => {
      const tag = structure.add({ role: 'Figure', parent, alt: `Logo: ${brand.organisation}` });
      return logo.format === 'svg'
        ? drawingMarks(logo, { ...at, scale, tag })
        : [{ mark: 'image', ...at, width, height, bytes: logo.bytes, tag }];
    },
  };
}

/** What a logo stands on: white, or for one that would be lost there the brand's colour, or ink where that is pale. */
export function groundOf({ logo }: Brand, { theme }: Setting): Ink {
  const white =
    logo?.format === 'svg'
      ? logo.shapes.every(({ fill, stroke }) => isNearlyWhite(...(fill ?? stroke ?? WHITE)))
      : logo !== undefined && isWhiteOnNothing(logo.bytes);
  if (!white) return WHITE;
  return contrast(WHITE, theme.band) >= 3 ? theme.band : theme.ink;
}

const BESIDE_TITLE = { width: 120, height: 33 };

/** A document without a cover carries the logo beside its title, at the right edge; where there is little air, none. */
export function withLogo(
  brand: Brand,
  setting: Setting,
  lay: (setting: Setting) => readonly Strip[],
): readonly Strip[] {
  const logo = setting.theme.air < 1 ? undefined : fittedLogo(brand, BESIDE_TITLE);
  if (logo === undefined) return lay(setting);
  const [first, ...rest] = lay(inset(setting, { left: 0, right: logo.width + 18 }));
  if (first === undefined) return [];
  const ground = groundOf(brand, setting);
  const x = setting.left + setting.width - logo.width - (ground === WHITE ? 0 : 6);
  const plate = { x: x - 6, y: -5, width: logo.width + 12, height: logo.height + 10, fill: ground, radius: 2 };
  const under: readonly Mark[] = ground === WHITE ? [] : [{ mark: 'box', ...plate }];
  const marks = [...under, ...logo.marks({ x, y: 0 }, setting)];
  // A short title is made as high as the logo below its last line, so that the lines of a long one stay together.
  const missing = logo.height + 2 - [first, ...rest].reduce((sum, { height }) => sum + height, 0);
  const below: Strip = { height: Math.max(0, missing), space: 0, marks: [], glued: true };
  return [{ ...first, marks: [...first.marks, ...marks] }, ...rest, below];
}
