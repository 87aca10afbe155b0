// Written by scripts/indexes.mjs from the listing of this folder; the file name is the id.
export const VERBS = {
  advise: () => import('./advise.ts'),
  assess: () => import('./assess.ts'),
  build: () => import('./build.ts'),
  compare: () => import('./compare.ts'),
  explain: () => import('./explain.ts'),
  init: () => import('./init.ts'),
  inspect: () => import('./inspect.ts'),
  keys: () => import('./keys.ts'),
  list: () => import('./list.ts'),
  map: () => import('./map.ts'),
  matrix: () => import('./matrix.ts'),
  preview: () => import('./preview.ts'),
  schema: () => import('./schema.ts'),
  templates: () => import('./templates.ts'),
  transition: () => import('./transition.ts'),
  verify: () => import('./verify.ts'),
} as const;
