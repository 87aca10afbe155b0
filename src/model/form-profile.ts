import { z } from 'zod';
import { COLUMN_ROLES, SAYINGS } from './questionnaire.ts';

const Column = z.string().regex(/^[A-Z]{1,3}$/, 'a column as a spreadsheet names it, such as C');

const Below = z.strictObject({ rows: z.number().int().min(1).max(5), column: Column });

/** Where one grid of a form has its questions and takes its answers. Rows count from 1, as a spreadsheet shows them. */
export const FormLayout = z.strictObject({
  grid: z.string(),
  /** The row of the heads; 0 when there is none. */
  head: z.number().int().min(0),
  from: z.number().int().min(1),
  to: z.number().int().min(1),
  columns: z.record(Column, z.enum(COLUMN_ROLES)),
  /** Columns of boxes: a mark in one of them is the answer. */
  boxes: z.record(Column, z.enum(SAYINGS)).default({}),
  /** Where a question is not answered in its own row: so many rows below it, behind a label such as `Answer:`. */
  below: z.partialRecord(z.enum(['answer', 'comment', 'evidence']), Below).default({}),
  /** Rows that only look like questions. */
  leaveOut: z.array(z.number().int().min(1)).default([]),
});
export type FormLayout = z.output<typeof FormLayout>;

/** What was found out about a form, saved beside the engagement: next year's copy is recognised by its fingerprint and read the same way. */
export const FormProfile = z.strictObject({
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/, 'the fingerprint that "proofpack answer" tells'),
  title: z.string(),
  layouts: z.array(FormLayout).min(1),
});
export type FormProfile = z.output<typeof FormProfile>;
