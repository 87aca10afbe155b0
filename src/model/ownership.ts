import { z } from 'zod';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { Severity } from '../kernel/diagnostic.ts';
import type { Place } from '../kernel/place.ts';
import { Authority, Id } from './practice.ts';

const Hats = z.strictObject({
  accountable: Id,
  responsible: z.array(Id).min(1),
  evidence: Id,
  approves: Id,
  consulted: z.array(Id).optional(),
  informed: z.array(Id).optional(),
  afterHours: Id.optional(),
  escalation: z.array(Id).optional(),
  /** Who does which part, when more than one party is responsible. */
  split: z.record(Id, z.string()).optional(),
  because: z.string().min(10),
});
export type Hats = z.output<typeof Hats>;

const SomeHats = Hats.partial().extend({ because: z.string().min(10) });

const ModelParty = z.strictObject({
  id: Id,
  title: z.string(),
  meaning: z.string(),
  side: z.enum(['client', 'provider']),
});

/** An operating model as the rooms see it: whole. A practice takes its own entry, else its domain's. */
export const OperatingModelFile = z.strictObject({
  id: Id,
  title: z.string(),
  meaning: z.string(),
  because: z.string(),
  parties: z.array(ModelParty),
  authority: z.record(Id, z.array(Authority)),
  escalation: z.array(Id).min(1),
  domains: z.record(Id, Hats),
  practices: z.record(Id, SomeHats),
});
export type OperatingModel = z.output<typeof OperatingModelFile>;

/** frameworks/operating-models/<id>.yaml as it is written: whole, or the differences from the model that it extends. */
export const OperatingModelSource = z.strictObject({
  id: Id,
  extends: Id.optional(),
  title: z.string(),
  meaning: z.string().optional(),
  because: z.string(),
  parties: z.array(ModelParty).default([]),
  authority: z.record(Id, z.array(Authority)).default({}),
  escalation: z.array(Id).min(1).optional(),
  domains: z.record(Id, SomeHats).default({}),
  practices: z.record(Id, SomeHats).default({}),
});
export type OperatingModelSource = z.output<typeof OperatingModelSource>;

/** Who wears which hat for one practice from one day to another. */
export interface Assignment {
  readonly practice: string;
  readonly accountable: string;
  readonly responsible: readonly string[];
  readonly evidence: string;
  readonly approves: string;
  readonly consulted: readonly string[];
  readonly informed: readonly string[];
  readonly afterHours?: string;
  /** Ends in one named decider. */
  readonly escalation: readonly string[];
  readonly split: Readonly<Record<string, string>>;
  readonly because: string;
  /** Where the override that decided is written down: a contract, an e-mail, minutes. */
  readonly source?: string;
  readonly model: string;
  readonly overridden: boolean;
  readonly from?: CivilDate;
  readonly until?: CivilDate;
}

export interface OwnershipIssue {
  readonly code: string;
  readonly practice?: string;
  readonly control?: string;
  readonly party?: string;
  readonly severity?: Severity;
  readonly message: string;
  readonly hint: string;
  /** Set when it was so on days that are over. */
  readonly from?: CivilDate;
  readonly until?: CivilDate;
  /** People whom the message names and whom the roster may not know: editions without names take them out. */
  readonly names?: readonly string[];
  /** Set when an exhibit says it. */
  readonly place?: Place;
}

export interface Party {
  readonly id: string;
  readonly title: string;
  /** The person, or the organisation when only its contact is a person. */
  readonly name?: string;
  readonly contact?: string;
  /** The party that employs this one. */
  readonly of?: string;
  readonly side: 'client' | 'provider';
  /** What the model says this party is for. */
  readonly meaning: string;
}

/** A control takes its primary practice's owners, an override by control id, or the governance domain's when only people know the answer. */
export interface ControlOwner {
  readonly framework: string;
  readonly control: string;
  readonly assignment: Assignment;
}

export interface Ownership {
  /** The model in force at the as-of date. */
  readonly model: string;
  readonly modelTitle: string;
  readonly spans: readonly {
    readonly model: string;
    readonly title: string;
    readonly from: CivilDate;
    readonly to: CivilDate;
  }[];
  readonly parties: readonly Party[];
  /** Current first; one entry a practice and span. */
  readonly assignments: readonly Assignment[];
  /** Owners at the as-of date, one entry a control of every framework of the engagement. */
  readonly controls: readonly ControlOwner[];
  readonly issues: readonly OwnershipIssue[];
}

/** Who owned a practice on a day; at the as-of date (the first entry) when none is given. */
export function ownerOf(ownership: Ownership, practice: string, on?: CivilDate): Assignment | undefined {
  const spans = ownership.assignments.filter((assignment) => assignment.practice === practice);
  if (on === undefined) return spans[0];
  return spans.find(({ from, until }) => (from === undefined || from <= on) && (until === undefined || on <= until));
}
