export { type OpenForm, openForm } from './open.ts';
export type { Filled, FillRequest } from './xlsx/fill.ts';
