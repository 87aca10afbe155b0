export { earlierAnswers, type Said } from './answer/earlier.ts';
export { type Answered, answerAll, answerRows, matchAll, writingsOf } from './answer/index.ts';
export { answerTable, neededTable } from './answer/tables.ts';
export { type Finding, findQuestions } from './find/index.ts';
export { createMatcher } from './match/matcher.ts';
export { NONE, rememberingMatcher } from './match/remembering.ts';
export { type OpenForm, openForm } from './open.ts';
export type { Filled, FillRequest } from './xlsx/fill.ts';
