import { z } from 'zod';
import { Engagement, Identifiers } from './engagement.ts';

/** The file beside the clients' folders that says what goes for all of them. */
export const PORTFOLIO_FILE = 'portfolio.yaml';

const said = Engagement.shape;
const client = said.client.shape;

/**
 * What a portfolio may say for all of its clients: a part of engagement.yaml, where nothing is wanted. Whatever is of one client alone (its name, its
 * identifiers, its claims and attestations, what is said of its files) has no place here, nor has anything secret.
 */
export const PortfolioDefaults = z.strictObject({
  client: z.strictObject({ timeZone: client.timeZone.unwrap().optional(), dateOrder: client.dateOrder }).optional(),
  prepared: said.prepared,
  period: said.period.optional(),
  asOf: said.asOf.optional(),
  frameworks: said.frameworks.optional(),
  operatingModel: said.operatingModel.optional(),
  parties: said.parties.unwrap().optional(),
  authority: said.authority.unwrap().optional(),
  ownership: said.ownership.unwrap().optional(),
  mappings: said.mappings,
  questionnaires: said.questionnaires,
  thresholds: said.thresholds.unwrap().optional(),
  brand: said.brand.unwrap().optional(),
  editions: said.editions.unwrap().optional(),
});
export type PortfolioDefaults = z.output<typeof PortfolioDefaults>;

const Because = z.string().min(10);

/** portfolio.yaml. Unknown keys are errors. */
export const Portfolio = z.strictObject({
  proofpack: z.literal(1).optional(),
  /** Whose clients they are. */
  name: z.string().min(1).optional(),
  defaults: PortfolioDefaults.default({}),
  /** Keep every build: `true` beside each client's files; an address (`postgres://user@host/database`, never with a password) for the index of many machines. */
  store: z
    .union([z.boolean(), z.string().regex(/^postgres(ql)?:\/\//, 'true, or postgres://user@host/database is wanted')])
    .optional(),
  /** Identifiers that stand in the exports of several clients and tell none of them: the provider's own domain, its monitoring host. */
  shared: Identifiers.default({ domains: [], tenants: [], hostPrefixes: [], publicAddresses: [] }),
  /** Clients that do business with one another: the files of the first may name the second. Folders, not names. */
  related: z.array(z.strictObject({ client: z.string(), mentions: z.string(), because: Because })).default([]),
  build: z
    .strictObject({
      /** How many clients at once. */
      jobs: z.number().int().min(1).max(256).optional(),
      /** After so long a client is given up. */
      minutes: z.number().positive().max(1440).optional(),
      /** How much one worker may hold. */
      megabytes: z.number().int().min(256).optional(),
      /** The secret key that signs each package, as seen from this file; what opens it is no matter of a file that is shared. */
      sign: z.string().min(1).optional(),
      /** Certificate and key that sign each PDF. */
      signPdf: z.string().min(1).optional(),
      /** The address of a timestamp authority: it is asked for each package. */
      timestamp: z
        .string()
        .regex(/^https?:\/\//, 'http:// or https:// is wanted')
        .optional(),
      /** `age:<recipient>`, as many as there are, or `zip-aes256`. */
      encrypt: z
        .array(z.string().regex(/^(age:age1[a-z0-9]+|zip-aes256)$/, 'age:<recipient> or zip-aes256 is wanted'))
        .optional(),
      /** Slides beside each package. */
      pptx: z.boolean().optional(),
    })
    .default({}),
});
export type Portfolio = z.output<typeof Portfolio>;
