import { z } from 'zod';
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
  /** What an auditor usually asks to see, in our own words. */
  usuallyAsked: z.string().optional(),
});
export type ControlEntry = z.output<typeof ControlEntry>;

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
});

/** mapping.yaml: how practices and facts bear on each control, with reasons. The first edge that bears directly is the primary one. */
export const MappingFile = z.strictObject({
  note: z.string(),
  controls: z.array(
    z.strictObject({
      id: z.string(),
      practices: z.array(Edge).default([]),
      /** A question's own threshold, beside or instead of practices. */
      own: z.array(Expectation).default([]),
      /** Only a person can say (revenue, mergers): the fact is asked for in the engagement's claims. */
      onlyPeopleKnow: z.string().optional(),
    }),
  ),
});

/** As an id, and a dot may stand in it: a framework is named with its version (`nist-csf-2.0`). */
export const FrameworkId = z
  .string()
  .regex(/^[a-z0-9]+([-.][a-z0-9]+)*$/, 'lower-case words joined by hyphens or dots');

export const FrameworkFile = z.strictObject({
  id: FrameworkId,
  title: z.string(),
  shortTitle: z.string(),
  version: z.string(),
  publisher: z.string(),
  kind: z.enum(['outcomes', 'regulation', 'questionnaire']),
  /** What a group is called: Function, Standard, Section. */
  groupWord: z.string(),
  controlWord: z.string(),
  notice: z.string(),
  counts: z.record(z.string(), z.number()),
  because: z.string(),
});

export interface Control extends ControlEntry {
  readonly practices: readonly Edge[];
  readonly own: readonly Expectation[];
  readonly onlyPeopleKnow?: string | undefined;
}

export interface Framework extends z.output<typeof FrameworkFile> {
  readonly groups: z.output<typeof ControlsFile>['groups'];
  readonly controls: readonly Control[];
  readonly mappingNote: string;
}
