import { z } from 'zod';
import { ContinuityForm } from './continuity.ts';
import { Expectation, Id } from './practice.ts';

export const ANSWER_TYPES = ['yes-no', 'number', 'date', 'choice', 'text'] as const;

export const Edge = z.strictObject({
  practice: Id,
  bears: z.enum(['directly', 'partly', 'as-context']),
  because: z.string().min(10),
});
export type Edge = z.output<typeof Edge>;

/** controls.yaml: the publisher's identifiers and titles, with one sentence of our own each. */
export const ControlEntry = z.strictObject({
  id: z.string().min(2),
  title: z.string().min(2),
  /** Our own words, one sentence a business owner understands; never the publisher's statement. */
  summary: z.string().min(15),
  citation: z.string().optional(),
  parent: z.string().optional(),
  group: z.string(),
  requirement: z.enum(['required', 'addressable']).optional(),
  answer: z.enum(ANSWER_TYPES).optional(),
  weight: z.enum(['core', 'common', 'occasional']).optional(),
  askedBy: z.array(z.string()).optional(),
  /** The parts of the framework that it belongs to (a level, a category); an engagement may take some of them. */
  parts: z.array(z.string()).min(1).optional(),
  /** What an auditor usually asks to see, in our own words. */
  usuallyAsked: z.string().optional(),
});
export type ControlEntry = z.output<typeof ControlEntry>;

export const Withdrawn = z.strictObject({ id: z.string(), successors: z.array(z.string()) });
export type Withdrawn = z.output<typeof Withdrawn>;

export const ControlsFile = z.strictObject({
  groups: z
    .array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        section: z.string().optional(),
        sectionTitle: z.string().optional(),
      }),
    )
    .min(1),
  controls: z.array(ControlEntry).min(1),
  /** What the publisher took back: refused wherever it is named, with what stands in its place. */
  withdrawn: z.array(Withdrawn).optional(),
});

/** A list of the identifiers of somebody else's framework beside ours; ids alone, never its text. */
export const ReferenceList = z.strictObject({
  framework: z.string(),
  title: z.string(),
  /** Whose mapping it is and how far it goes; printed wherever the ids are. */
  note: z.string(),
  /** Whether the report tells them beside each control; the workbooks always do. */
  printed: z.boolean().optional(),
});
export type ReferenceList = z.output<typeof ReferenceList>;

/** mapping.yaml: how practices and facts bear on each control, with reasons. The first edge that bears directly is the primary one. */
export const MappingFile = z.strictObject({
  note: z.string(),
  references: z.array(ReferenceList).optional(),
  controls: z.array(
    z.strictObject({
      id: z.string(),
      practices: z.array(Edge).default([]),
      /** A question's own threshold, beside or instead of practices. */
      own: z.array(Expectation).default([]),
      /** Only a person can say (revenue, mergers): the fact is asked for in the engagement's claims. */
      onlyPeopleKnow: z.string().optional(),
      /** What the control asks and no export shows. It is printed, and keeps the control from being supported by the rest alone. */
      notMeasured: z.string().min(10).optional(),
      /** Ids by framework: each framework is one of `references`. */
      references: z.record(z.string(), z.array(z.string()).min(1)).optional(),
      /** Questions of other questionnaires, or of this one, that ask the same: they get the same answer. Ids by framework. */
      sameAs: z.record(z.string(), z.array(z.string()).min(1)).optional(),
    }),
  ),
});

/** As an id, and a dot may stand in it: a framework is named with its version (`nist-csf-2.0`). */
export const FrameworkId = z
  .string()
  .regex(/^[a-z0-9]+([-.][a-z0-9]+)*$/, 'lower-case words joined by hyphens or dots');

/** What a column of a profile can be filled with; `blank` is for people to fill. */
export const PROFILE_CONTENTS = [
  'outcome',
  'description',
  'included',
  'rationale',
  'current-priority',
  'current-status',
  'current-policies',
  'current-practices',
  'current-roles',
  'references',
  'current-evidence',
  'target-priority',
  'target-policies',
  'target-practices',
  'target-roles',
  'notes',
  'considerations',
  'blank',
] as const;

export const ProfileForm = z.strictObject({
  title: z.string(),
  about: z.string(),
  file: z.string().regex(/^[0-9A-Za-z-]+$/, 'a file name without extension'),
  sheet: z.string(),
  columns: z.array(z.strictObject({ title: z.string(), shows: z.enum(PROFILE_CONTENTS) })).min(2),
  /** From the lowest; they characterise the organisation as a whole and are stated by a person. */
  tiers: z.strictObject({
    names: z.array(z.string()).length(4),
    governance: z.string(),
    management: z.string(),
    note: z.string(),
  }),
});
export type ProfileForm = z.output<typeof ProfileForm>;

export const FrameworkFile = z.strictObject({
  id: FrameworkId,
  title: z.string(),
  shortTitle: z.string(),
  version: z.string(),
  publisher: z.string(),
  kind: z.enum(['outcomes', 'regulation', 'questionnaire']),
  /** What a group is called: Function, Standard, Section. */
  groupWord: z.string(),
  /** What the publisher calls the larger parts over his groups: Function over Category. */
  sectionWord: z.string().optional(),
  controlWord: z.string(),
  notice: z.string(),
  counts: z.record(z.string(), z.number()),
  because: z.string(),
  /** Levels or categories that are assessed apart; without a choice of the engagement all of them count. */
  parts: z.array(z.strictObject({ id: FrameworkId, title: z.string(), because: z.string().optional() })).optional(),
  /** For what is not in force: the words that stand wherever the framework is named, and when that was last looked up. */
  standing: z.strictObject({ word: z.string(), note: z.string() }).optional(),
  /** Who asks, by the codes of `askedBy`: an index of who asks what, without anybody's wording. */
  askers: z.array(z.strictObject({ code: z.string(), name: z.string() })).optional(),
  /** How long what shows these controls must be kept, and by which rule. */
  retention: z.strictObject({ years: z.number().int().positive(), citation: z.string(), rule: z.string() }).optional(),
  /** The publisher offers a profile, current against target: it is written as a workbook with his columns. */
  profile: ProfileForm.optional(),
  /** It looks back over months: which practices must have been in place all along. */
  continuity: ContinuityForm.optional(),
  /** An OSCAL catalogue or a NIST CPRT file in this folder stands in the place of controls.yaml. */
  catalog: z.string().optional(),
});

export interface Control extends ControlEntry {
  readonly practices: readonly Edge[];
  readonly own: readonly Expectation[];
  readonly onlyPeopleKnow?: string | undefined;
  readonly notMeasured?: string | undefined;
  readonly references?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly sameAs?: Readonly<Record<string, readonly string[]>> | undefined;
  /** The publisher's own sentence, from the file that the engagement names. */
  readonly statement?: string | undefined;
}

/** Where publishers' sentences were taken from: printed with them. */
export const PublishedText = z.strictObject({
  file: z.string(),
  sha256: z.string(),
  title: z.string(),
  version: z.string(),
  /** Controls whose sentence it holds. */
  controls: z.number(),
});
export type PublishedText = z.output<typeof PublishedText>;

export interface Framework extends z.output<typeof FrameworkFile> {
  readonly groups: z.output<typeof ControlsFile>['groups'];
  readonly controls: readonly Control[];
  readonly mappingNote: string;
  readonly references?: readonly ReferenceList[] | undefined;
  readonly withdrawn?: readonly Withdrawn[] | undefined;
  readonly text?: PublishedText | undefined;
}
