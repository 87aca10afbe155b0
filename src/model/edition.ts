/** For whom a package is: its depth, its names and its exhibits follow from it. */
export const EDITIONS = ['auditor', 'insurer', 'customer', 'internal'] as const;
export type Edition = (typeof EDITIONS)[number];
