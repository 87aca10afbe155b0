import { z } from 'zod';
import { Text } from './common.ts';

const Head = { at: Text, mark: Text, tone: Text };

/** What is shown of one exhibit: as a table, field by field, or as lines; of what is no text a picture or a sentence. */
export const ExcerptView = z.strictObject({
  anchor: Text,
  number: Text,
  path: Text,
  file: Text,
  /** What is shown of how much, and how many of it are cited. */
  told: Text,
  /** What the marked exceptions are exceptions to, and what is said of them where it is the same of each. */
  against: z.array(z.strictObject({ at: Text, to: z.array(z.strictObject({ question: Text, said: Text })) })),
  moreAgainst: Text,
  /** Fields that say the same in every row that is shown. */
  same: z.array(z.strictObject({ name: Text, text: Text })),
  names: z.array(Text),
  table: z.array(z.strictObject({ ...Head, cells: z.array(Text) })),
  records: z.array(
    z.strictObject({ ...Head, fields: z.array(z.strictObject({ name: Text, text: Text })), more: Text }),
  ),
  lines: z.array(z.strictObject({ ...Head, text: Text })),
  figure: Text,
});
export type ExcerptView = z.output<typeof ExcerptView>;
