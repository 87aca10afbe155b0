import { z } from 'zod';
import { zoneExists } from '../kernel/zone.ts';
import { BrandFonts } from './brand-fonts.ts';
import { CivilDate } from './civil-day.ts';
import { EDITIONS } from './edition.ts';
import { AdviceSaid, HandoverDone } from './handover.ts';
import { Authority, Id } from './practice.ts';
import { PreviousPackage } from './previous.ts';
import { Profile } from './profile.ts';
import { RedactionEntry } from './redaction.ts';

export { CivilDate } from './civil-day.ts';

const Why = z.string().min(3);

export const Identifiers = z.strictObject({
  domains: z.array(z.string()).default([]),
  tenants: z.array(z.string()).default([]),
  hostPrefixes: z.array(z.string()).default([]),
  /** Addresses and host names by which the client can be reached from the internet, one by one. */
  publicAddresses: z
    .array(z.string().regex(/^[^\s/*,]+$/, 'one address or host name each is wanted, no range'))
    .default([]),
});

export type Identifiers = z.output<typeof Identifiers>;

const Client = z.strictObject({
  name: z.string().min(1),
  legalEntity: z.string().optional(),
  timeZone: z.string().refine(zoneExists, 'an IANA time zone is wanted, such as America/Chicago').default('UTC'),
  dateOrder: z.enum(['mdy', 'dmy', 'ymd']).optional(),
  identifiers: Identifiers.default({ domains: [], tenants: [], hostPrefixes: [], publicAddresses: [] }),
});

const DatedModel = z.strictObject({ model: z.string(), from: CivilDate.optional(), to: CivilDate.optional() });

const PartyEntry = z.strictObject({
  name: z.string().optional(),
  title: z.string().optional(),
  contact: z.string().optional(),
  of: Id.optional(),
  side: z.enum(['client', 'provider']).optional(),
});

const OwnershipOverride = z.strictObject({
  practice: Id.optional(),
  domain: Id.optional(),
  control: z.string().optional(),
  accountable: z.union([Id, z.array(Id)]).optional(),
  responsible: z.array(Id).optional(),
  evidence: Id.optional(),
  approves: Id.optional(),
  consulted: z.array(Id).optional(),
  informed: z.array(Id).optional(),
  afterHours: Id.optional(),
  escalation: z.array(Id).optional(),
  split: z.record(Id, z.string()).optional(),
  from: CivilDate.optional(),
  until: CivilDate.optional(),
  because: Why,
  /** Where it is written down: a contract, an e-mail, minutes. */
  source: z.string().min(3).optional(),
});

/** What a person knows of the making of a file and the file does not say. */
const SaidProduced = z.strictObject({
  tool: z.string().min(1).optional(),
  version: z.string().min(1).optional(),
  report: z.string().min(1).optional(),
  tenant: z.string().min(1).optional(),
  parameters: z.string().min(1).optional(),
  filters: z.string().min(1).optional(),
  runBy: z.string().min(1).optional(),
  runAt: z.string().min(1).optional(),
  /** As many rows as the tool itself shows for the report. */
  rowsStated: z.number().int().min(0).optional(),
});

const SAYS_WHO = 'who says so ("by") and why ("because") are wanted beside it';

const ExhibitEntry = z
  .strictObject({
    source: z.string().optional(),
    observedOn: CivilDate.optional(),
    by: z.string().optional(),
    because: Why.optional(),
    exclude: z.boolean().optional(),
    dateOrder: z.enum(['mdy', 'dmy', 'ymd']).optional(),
    timeZone: z.string().refine(zoneExists, 'an IANA time zone is wanted').optional(),
    perspective: z.enum(['external', 'internal']).optional(),
    system: z.string().optional(),
    produced: SaidProduced.optional(),
    /** It is all there although it ends without a line break, so that nothing tells a last row from half of one. */
    whole: z.literal(true).optional(),
  })
  .refine(({ produced, by, because }) => produced === undefined || (by !== undefined && because !== undefined), {
    path: ['produced'],
    message: SAYS_WHO,
  })
  .refine(({ whole, by, because }) => whole === undefined || (by !== undefined && because !== undefined), {
    path: ['whole'],
    message: SAYS_WHO,
  });

const FrameworkChoice = z.strictObject({
  id: z.string(),
  /** The publisher's catalogue, whose sentences are then printed verbatim: OSCAL (JSON or XML) or NIST CPRT JSON. */
  text: z.string().optional(),
  /** Which parts of the framework count: levels, categories. */
  parts: z.array(z.string()).min(1).optional(),
});

/** engagement.yaml (PRODUCT, section 2). Unknown keys are errors. */
export const Engagement = z.strictObject({
  proofpack: z.literal(1).optional(),
  client: Client,
  prepared: z
    .strictObject({ by: z.string(), role: z.string().optional(), organisation: z.string().optional() })
    .optional(),
  period: z.strictObject({ from: CivilDate, to: CivilDate }),
  asOf: CivilDate,
  /** The day on which the policy or contract is renewed that the package is for; a portfolio lists its clients by it. */
  renewsOn: CivilDate.optional(),
  frameworks: z.array(z.union([z.string(), FrameworkChoice])).min(1),
  operatingModel: z.union([z.string(), z.array(DatedModel).min(1)]),
  parties: z.record(Id, PartyEntry).default({}),
  authority: z.record(Id, z.array(Authority)).default({}),
  ownership: z.array(OwnershipOverride).default([]),
  populations: z.strictObject({ devices: z.string().optional(), people: z.string().optional() }).default({}),
  exhibits: z.record(z.string(), ExhibitEntry).default({}),
  applicability: z
    .array(
      z.strictObject({
        control: z.string().optional(),
        practice: Id.optional(),
        applies: z.literal(false),
        because: Why,
        approvedBy: z.string(),
      }),
    )
    .default([]),
  addressable: z
    .array(
      z.strictObject({
        control: z.string(),
        decision: z.enum(['implemented', 'alternative', 'not-reasonable']),
        alternative: z.string().optional(),
        because: Why.optional(),
        approvedBy: z.string(),
        decidedOn: CivilDate,
        reviewBy: CivilDate.optional(),
      }),
    )
    .default([]),
  claims: z
    .array(
      z.strictObject({
        control: z.string(),
        answer: z.union([z.string(), z.number(), z.boolean()]),
        by: z.string(),
        on: CivilDate,
        /** A named person stands by the claim although the exhibits say less; printed beside the answer. */
        override: z.strictObject({ by: z.string(), on: CivilDate, because: Why }).optional(),
      }),
    )
    .default([]),
  attestations: z
    .array(
      z.strictObject({
        practice: Id,
        statement: z.string().min(5),
        /** False where the person says that it is not done: "Not in use" is no word for the practice. */
        holds: z.boolean().default(true),
        by: z.string(),
        on: CivilDate,
        expires: CivilDate,
      }),
    )
    .default([]),
  inherited: z
    .array(
      z.strictObject({
        practice: Id,
        provider: z.string(),
        proof: z.string(),
        on: CivilDate,
        expires: CivilDate.optional(),
      }),
    )
    .default([]),
  remediation: z
    .array(
      z.strictObject({
        practice: Id,
        action: z.string(),
        owner: Id,
        due: CivilDate,
        status: z.enum(['planned', 'in-progress', 'done', 'blocked']),
        milestones: z.array(z.strictObject({ on: CivilDate, what: z.string() })).default([]),
      }),
    )
    .default([]),
  riskAcceptances: z
    .array(z.strictObject({ practice: Id, until: CivilDate, because: Why, by: z.string(), on: CivilDate }))
    .default([]),
  /** What of a handover is done: a prerequisite of the transition, for one practice, one domain or everything. */
  handover: z.array(HandoverDone).optional(),
  advice: AdviceSaid.optional(),
  profile: Profile.optional(),
  /** The last package of this client: its path as seen from this file, or (inside a package) what was read from it. */
  previous: z.union([z.string().min(1), PreviousPackage]).optional(),
  /** Folders of mapping profiles that several engagements share, as seen from this file; `mappings/` beside it is always read. */
  mappings: z.array(z.string().min(1)).optional(),
  /** What is taken out of exhibits before they leave, what stays although it was found, and what stays at home. */
  redaction: z.array(RedactionEntry).optional(),
  /** Folders of confirmed question pairs and form profiles that several engagements share; `questionnaires/` beside this file is always read. */
  questionnaires: z.array(z.string().min(1)).optional(),
  thresholds: z.record(Id, z.number()).default({}),
  brand: z
    .strictObject({
      /** A brand.yml, as seen from this file: what it says goes where nothing is said here. */
      from: z.string().min(1).optional(),
      organisation: z.string().optional(),
      logo: z.string().optional(),
      colour: z.string().optional(),
      footer: z.string().optional(),
      classification: z.string().optional(),
      /** A word or two, large and pale behind each page: DRAFT. */
      watermark: z.string().max(40).optional(),
      /** Fonts by their files, as seen from this file: what text is set in, and what stands in where that has no glyph. */
      fonts: BrandFonts.optional(),
      /** Documents do not name the tool that made them; the files for programs do. */
      whiteLabel: z.boolean().optional(),
    })
    .default({}),
  editions: z.array(z.enum(EDITIONS)).min(1).default(['auditor']),
});
export type Engagement = z.output<typeof Engagement>;
export type { Edition } from './edition.ts';

/** The request file beside the exhibits; everything else in the folder is an exhibit. */
export const ENGAGEMENT_FILE = 'engagement.yaml';
