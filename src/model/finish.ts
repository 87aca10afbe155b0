import { z } from 'zod';

/** What was done to packages after they were made, told without a secret: who asks whether a package is still the one that is wanted compares this. */
export const Finish = z.strictObject({
  /** The fingerprint of the key that signed. */
  signedBy: z.string().nullable(),
  /** The fingerprint of the certificate that signed each PDF. */
  pdfSignedBy: z.string().nullable(),
  /** The address of the authority that was asked for the time. */
  timestamp: z.string().nullable(),
  /** Recipients of age, or that a password locks it. */
  encrypted: z.array(z.string()),
  /** Slides beside the package. */
  slides: z.boolean(),
});
export type Finish = z.output<typeof Finish>;

export const UNFINISHED: Finish = { signedBy: null, pdfSignedBy: null, timestamp: null, encrypted: [], slides: false };
