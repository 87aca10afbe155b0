import { z } from 'zod';
import { Id } from './practice.ts';

const Phrases = z.array(z.string().min(1)).min(1);

/** frameworks/thesaurus.yaml: how the field says the same in several ways, and what makes two questions that sound alike two. */
export const Thesaurus = z.strictObject({
  concepts: z.record(Id, Phrases),
  scopes: z.array(Id),
  within: z.record(Id, z.array(Id).min(1)),
  general: z.array(Id),
  weak: Phrases,
  spans: z.record(z.string().regex(/^\d+$/, 'a number of days'), Phrases),
  adverse: z.array(z.strictObject({ all: Phrases, unless: z.array(z.string()).default([]) })),
});
export type Thesaurus = z.output<typeof Thesaurus>;
