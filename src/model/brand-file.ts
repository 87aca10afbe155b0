import { z } from 'zod';

/** A path, a web address, or the name of one of `images`; or one for light and one for dark grounds. */
const Resource = z.union([z.string(), z.looseObject({ path: z.string() })]);
const Sized = z.union([Resource, z.looseObject({ light: Resource.optional(), dark: Resource.optional() })]);

/** brand.yml (posit-dev.github.io/brand-yml), as much as is read of it. The format is not ours: other keys are left alone. */
export const BrandFile = z.looseObject({
  meta: z
    .looseObject({
      name: z
        .union([z.string(), z.looseObject({ short: z.string().optional(), full: z.string().optional() })])
        .optional(),
    })
    .optional(),
  logo: z
    .union([
      z.string(),
      z.looseObject({
        images: z.record(z.string(), Resource).optional(),
        small: Sized.optional(),
        medium: Sized.optional(),
        large: Sized.optional(),
      }),
    ])
    .optional(),
  color: z
    .looseObject({ palette: z.record(z.string(), z.string()).optional(), primary: z.string().optional() })
    .optional(),
  typography: z
    .looseObject({
      fonts: z
        .array(
          z.looseObject({
            family: z.string(),
            source: z.string().optional(),
            files: z
              .array(
                z.union([
                  z.string(),
                  z.looseObject({
                    path: z.string(),
                    weight: z.union([z.number(), z.string()]).optional(),
                    style: z.string().optional(),
                  }),
                ]),
              )
              .optional(),
          }),
        )
        .optional(),
      base: z.union([z.string(), z.looseObject({ family: z.string().optional() })]).optional(),
    })
    .optional(),
  /** Tools keep here what the format has no key for; this part is ours and strict. */
  defaults: z
    .looseObject({
      proofpack: z
        .strictObject({
          footer: z.string().optional(),
          classification: z.string().optional(),
          watermark: z.string().optional(),
          whiteLabel: z.boolean().optional(),
        })
        .optional(),
    })
    .optional(),
});
export type BrandFile = z.output<typeof BrandFile>;
