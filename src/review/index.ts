export { createReview, type ReviewRequest } from './app.ts';
export type { CellRole, Decision, Desk, FormOnDesk, Item, Leaving, Outcome, Settling, Source } from './desk.ts';
export type { Keys } from './door.ts';
export type { ReviewTemplates } from './pages.ts';
