import { z } from 'zod';
import { COLUMN_ROLES, SAYINGS } from './questionnaire.ts';

const Words = z.array(z.string().min(1)).min(1);

export const OWNERSHIPS = ['ours', 'theirs', 'third-party', 'ours-and-third-party', 'shared'] as const;

/** vocabulary/questionnaires.yaml: how forms of others are worded, in the languages that they come in. */
export const QuestionnaireWords = z.strictObject({
  heads: z.record(z.enum(COLUMN_ROLES), Words),
  sayings: z.record(z.enum(SAYINGS), Words),
  scales: z.array(z.strictObject({ least: z.number(), most: z.number() })),
  ownership: z.record(z.enum(OWNERSHIPS), Words),
  followUps: z.partialRecord(z.enum(SAYINGS), Words),
  asking: Words,
});
export type QuestionnaireWords = z.output<typeof QuestionnaireWords>;
