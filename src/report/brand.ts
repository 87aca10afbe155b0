import { inkOf } from '../kernel/colour.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { type Noted, noted } from '../kernel/noted.ts';
import type { Brand, Document } from '../model/document.ts';
import type { Engagement } from '../model/engagement.ts';

export const OWN_COLOUR = '#0B5FA5';

/** Whose report it is. A colour that cannot be read falls back to ours and is noted. */
export function brandOf({ brand, prepared }: Engagement, logo: Brand['logo']): Noted<Brand> {
  const { colour = OWN_COLOUR, classification, watermark } = brand;
  const readable = inkOf(colour) !== undefined;
  const value: Brand = {
    organisation: brand.organisation ?? prepared?.organisation ?? '',
    colour: readable ? colour : OWN_COLOUR,
    ...(logo === undefined ? {} : { logo }),
    ...(classification === undefined ? {} : { classification }),
    ...(watermark === undefined ? {} : { watermark }),
  };
  return noted(value, readable ? [] : [diagnostic('brand-colour-invalid', { colour, used: OWN_COLOUR })]);
}

/** Letter in the Americas and where no zone is told, A4 elsewhere. */
export function paperIn(timeZone: string): Document['paper'] {
  return /^(America|US|Canada|UTC)\b/.test(timeZone) ? 'letter' : 'a4';
}
