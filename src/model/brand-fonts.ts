import { z } from 'zod';

/** The files of one family; what it has no bold or italic for is set in its regular. */
const Family = z.strictObject({
  regular: z.string().min(1),
  bold: z.string().min(1).optional(),
  italic: z.string().min(1).optional(),
});
export type FontFamily = z.output<typeof Family>;

export const BrandFonts = z.strictObject({
  /** What text is set in, in the place of ours; ours then stands in where it has no glyph. */
  text: Family.optional(),
  /** What stands in further, for scripts that neither has: Chinese, Japanese, Korean. */
  further: z.array(Family).max(2).optional(),
});
export type BrandFonts = z.output<typeof BrandFonts>;
