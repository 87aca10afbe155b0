// Written by scripts/indexes.mjs from the listing of this folder; the file name is the id.
export const VERBS = {
} as const;
