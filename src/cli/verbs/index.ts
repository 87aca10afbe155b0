// Written by scripts/indexes.mjs from the listing of this folder; the file name is the id.
export const VERBS = {
  explain: () => import('./explain.ts'),
  init: () => import('./init.ts'),
  list: () => import('./list.ts'),
  matrix: () => import('./matrix.ts'),
  schema: () => import('./schema.ts'),
} as const;
