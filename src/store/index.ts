export { type Choice, chooseBuild } from './choose.ts';
export { withEntry, withStore } from './entries.ts';
export { type Built, keepBuild } from './keep.ts';
export { answersIn, comparedIn } from './kept-findings.ts';
export { openStore, openStoreOf, type StoreRequest } from './open.ts';
export { type Ground, type RebuildRequest, rebuild } from './rebuild.ts';
export { type Asked, type Written, writeRecipe } from './recipe.ts';
export { summarise } from './summarise.ts';
