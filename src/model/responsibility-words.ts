import { z } from 'zod';
import { Id } from './practice.ts';

const SIDES = ['client', 'provider', 'other-provider'] as const;
/** On which side a hat is worn: the provider that tells, another one, the client. */
export type OwningSide = (typeof SIDES)[number];

const Rule = z.strictObject({
  /** All of it holds. `responsible`: exactly these sides do it; `accountable`: one of these answers for it. */
  when: z.strictObject({
    responsible: z.array(z.enum(SIDES)).min(1).optional(),
    accountable: z.array(z.enum(SIDES)).min(1).optional(),
    duty: z.array(z.enum(['operation', 'governance', 'legal'])).optional(),
  }),
  /** One word a column of the dialect. */
  values: z.array(z.string()).min(1),
  because: z.string().min(10),
});

const Dialect = z
  .strictObject({
    id: Id,
    title: z.string(),
    /** Whose words they are, and what they can and cannot say. */
    note: z.string().min(10),
    columns: z.array(z.string()).min(1),
    /** The head of the column with what the provider does, and that with what the client does. */
    providerDoes: z.string(),
    clientDoes: z.string(),
    /** The first that fits; the last one fits always. */
    rules: z.array(Rule).min(1),
  })
  .refine(({ columns, rules }) => rules.every(({ values }) => values.length === columns.length), {
    error: 'every rule has one value for each column',
    path: ['rules'],
  })
  .refine(({ rules }) => Object.keys(rules.at(-1)?.when ?? {}).length === 0, {
    error: 'the last rule has an empty "when", so that no control is without a word',
    path: ['rules'],
  });
export type Dialect = z.output<typeof Dialect>;

/** frameworks/operating-models/rules/responsibility-words.yaml: the matrix in words that others ask for. */
export const ResponsibilityWords = z.strictObject({ note: z.string(), dialects: z.array(Dialect).min(1) });
export type ResponsibilityWords = z.output<typeof ResponsibilityWords>;

/** One control in a dialect. */
export interface SpokenControl {
  readonly framework: string;
  readonly control: string;
  readonly title: string;
  readonly values: readonly string[];
  readonly providerDoes: string;
  readonly clientDoes: string;
  readonly because: string;
}

/** Every control of the engagement's frameworks in the words of a dialect. */
export interface SpokenMatrix {
  readonly dialect: Dialect;
  /** The party that speaks: "the provider" of the dialect. */
  readonly provider: string;
  readonly controls: readonly SpokenControl[];
}
