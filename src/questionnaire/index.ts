export { type Finding, findQuestions } from './find/index.ts';
export { createMatcher } from './match/matcher.ts';
export { type OpenForm, openForm } from './open.ts';
export type { Filled, FillRequest } from './xlsx/fill.ts';
