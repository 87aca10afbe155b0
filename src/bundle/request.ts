import { z } from 'zod';
import {
  ControlEntry,
  ControlsFile,
  Edge,
  FrameworkFile,
  PublishedText,
  ReferenceList,
  Withdrawn,
} from '../model/control.ts';
import { EDITIONS } from '../model/edition.ts';
import { OperatingModelFile } from '../model/ownership.ts';
import { Expectation, Id, Practice } from '../model/practice.ts';

/** Where the machine-readable files stand inside the bag. */
export const FINDINGS_FILE = 'data/machine/findings.json';
export const ENGAGEMENT_COPY = 'data/machine/engagement.json';
export const CATALOGUE_COPY = 'data/machine/catalogue.json';
/** The profiles that exhibits were read by, as they stood beside the engagement. */
export const MAPPINGS_COPY = 'data/machine/mappings/';
export const PACKAGE_FILE = 'data/machine/package.json';

/** How the package was made: with what, for whom, and where each exhibit of the folder went. */
export const PackageFile = z.strictObject({
  schema: z.literal('proofpack.package/1'),
  software: z.string(),
  edition: z.enum(EDITIONS),
  exhibits: z.array(
    z.strictObject({
      number: z.string(),
      /** Its path in the engagement folder; not told by editions that withhold it. */
      original: z.string().nullable(),
      packaged: z.string().nullable(),
      sha256: z.string(),
      bytes: z.number(),
      /** The copy that was packed in its place. */
      redacted: z.strictObject({ sha256: z.string(), bytes: z.number(), commitment: z.string() }).optional(),
      /** A named person decided that it does not leave. */
      keptBack: z.literal(true).optional(),
    }),
  ),
});
export type PackageFile = z.output<typeof PackageFile>;

/** The rules that judged, as far as this engagement needed them: a package explains itself without the version that made it. */
export const CatalogueCopy = z.strictObject({
  schema: z.literal('proofpack.catalogue/1'),
  domains: z.array(z.strictObject({ id: Id, title: z.string() })),
  practices: z.array(Practice.extend({ domain: Id })),
  frameworks: z.array(
    FrameworkFile.extend({
      groups: ControlsFile.shape.groups,
      mappingNote: z.string(),
      controls: z.array(
        ControlEntry.extend({
          practices: z.array(Edge),
          own: z.array(Expectation),
          onlyPeopleKnow: z.string().optional(),
          notMeasured: z.string().optional(),
          references: z.record(z.string(), z.array(z.string())).optional(),
          sameAs: z.record(z.string(), z.array(z.string())).optional(),
          statement: z.string().optional(),
        }),
      ),
      references: z.array(ReferenceList).optional(),
      withdrawn: z.array(Withdrawn).optional(),
      text: PublishedText.optional(),
    }),
  ),
  models: z.array(OperatingModelFile),
});
export type CatalogueCopy = z.output<typeof CatalogueCopy>;
