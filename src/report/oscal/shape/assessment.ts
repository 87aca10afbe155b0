import { z } from 'zod';
import { DateTime, listOf, Markup, Text, Token, Uri, UriReference, Uuid } from './data-types.ts';
import { BackMatter, Link, Metadata, Property, ResponsibleRole } from './metadata.ts';

const Actor = z.strictObject({ type: z.enum(['tool', 'party']), 'actor-uuid': Uuid });
const Origin = z.strictObject({ actors: listOf(Actor) });
export type Origin = z.output<typeof Origin>;

const Evidence = z.strictObject({
  href: UriReference.optional(),
  description: Markup,
  links: listOf(Link).optional(),
});
export type Evidence = z.output<typeof Evidence>;

export const Observation = z.strictObject({
  uuid: Uuid,
  title: Markup,
  description: Markup,
  props: listOf(Property).optional(),
  methods: listOf(z.enum(['EXAMINE', 'INTERVIEW', 'TEST', 'UNKNOWN'])),
  types: listOf(z.enum(['finding', 'historic'])).optional(),
  origins: listOf(Origin),
  'relevant-evidence': listOf(Evidence).optional(),
  collected: DateTime,
  expires: DateTime.optional(),
  remarks: Markup.optional(),
});
export type Observation = z.output<typeof Observation>;

const Task = z.strictObject({
  uuid: Uuid,
  type: z.literal('milestone'),
  title: Markup,
  timing: z.strictObject({ 'on-date': z.strictObject({ date: DateTime }) }).optional(),
  'responsible-roles': listOf(ResponsibleRole).optional(),
});
export type Task = z.output<typeof Task>;

const Response = z.strictObject({
  uuid: Uuid,
  lifecycle: z.enum(['recommendation', 'planned']),
  title: Markup,
  description: Markup,
  props: listOf(Property).optional(),
  tasks: listOf(Task).optional(),
});

const RELATED_OBSERVATIONS = listOf(z.strictObject({ 'observation-uuid': Uuid }));
const RELATED_RISKS = listOf(z.strictObject({ 'risk-uuid': Uuid }));

export const Risk = z.strictObject({
  uuid: Uuid,
  title: Markup,
  description: Markup,
  statement: Markup,
  props: listOf(Property).optional(),
  status: z.enum(['open', 'remediating', 'deviation-approved']),
  origins: listOf(Origin),
  characterizations: listOf(
    z.strictObject({
      origin: Origin,
      facets: listOf(z.strictObject({ name: Token, system: Uri, value: Text, remarks: Markup.optional() })),
    }),
  ),
  deadline: DateTime.optional(),
  remediations: listOf(Response).optional(),
  'risk-log': z
    .strictObject({
      entries: listOf(
        z.strictObject({
          uuid: Uuid,
          title: Markup,
          description: Markup,
          start: DateTime,
          end: DateTime.optional(),
          'status-change': z.literal('deviation-approved'),
        }),
      ),
    })
    .optional(),
  'related-observations': RELATED_OBSERVATIONS.optional(),
});
export type Risk = z.output<typeof Risk>;

export const Finding = z.strictObject({
  uuid: Uuid,
  title: Markup,
  description: Markup,
  props: listOf(Property).optional(),
  origins: listOf(Origin),
  target: z.strictObject({
    type: z.literal('objective-id'),
    'target-id': Token,
    title: Markup.optional(),
    status: z.strictObject({
      state: z.enum(['satisfied', 'not-satisfied']),
      reason: z.enum(['pass', 'fail', 'other']),
      remarks: Markup,
    }),
    'implementation-status': z
      .strictObject({ state: z.literal('not-applicable'), remarks: Markup.optional() })
      .optional(),
  }),
  'related-observations': RELATED_OBSERVATIONS.optional(),
  'related-risks': RELATED_RISKS.optional(),
  remarks: Markup.optional(),
});
export type Finding = z.output<typeof Finding>;

export const ReviewedControls = z.strictObject({
  'control-selections': listOf(
    z.strictObject({
      description: Markup,
      props: listOf(Property).optional(),
      links: listOf(Link).optional(),
      'include-controls': listOf(z.strictObject({ 'control-id': Token })),
      remarks: Markup.optional(),
    }),
  ),
  'control-objective-selections': listOf(
    z.strictObject({ 'include-objectives': listOf(z.strictObject({ 'objective-id': Token })) }),
  ),
});
export type ReviewedControls = z.output<typeof ReviewedControls>;

const Component = z.strictObject({
  uuid: Uuid,
  type: z.literal('software'),
  title: Markup,
  description: Markup,
  status: z.strictObject({ state: z.literal('operational') }),
});

export const Assets = z.strictObject({
  components: listOf(Component),
  'assessment-platforms': listOf(
    z.strictObject({
      uuid: Uuid,
      title: Markup,
      'uses-components': listOf(z.strictObject({ 'component-uuid': Uuid })),
    }),
  ),
});
export type Assets = z.output<typeof Assets>;

export const AssessmentPlan = z.strictObject({
  uuid: Uuid,
  metadata: Metadata,
  'import-ssp': z.strictObject({ href: UriReference, remarks: Markup }),
  'local-definitions': z.strictObject({
    'objectives-and-methods': listOf(
      z.strictObject({
        'control-id': Token,
        props: listOf(Property).optional(),
        parts: listOf(z.strictObject({ id: Token, name: Token, prose: Markup })),
      }),
    ),
  }),
  'reviewed-controls': ReviewedControls,
  'assessment-assets': Assets,
  'back-matter': BackMatter,
});
export type AssessmentPlan = z.output<typeof AssessmentPlan>;

export const AssessmentResults = z.strictObject({
  uuid: Uuid,
  metadata: Metadata,
  'import-ap': z.strictObject({ href: UriReference }),
  results: listOf(
    z.strictObject({
      uuid: Uuid,
      title: Markup,
      description: Markup,
      start: DateTime,
      end: DateTime,
      props: listOf(Property).optional(),
      'local-definitions': z.strictObject({ 'assessment-assets': Assets }),
      'reviewed-controls': ReviewedControls,
      observations: listOf(Observation).optional(),
      risks: listOf(Risk).optional(),
      findings: listOf(Finding),
    }),
  ),
  'back-matter': BackMatter.optional(),
});
export type AssessmentResults = z.output<typeof AssessmentResults>;

export const Poam = z.strictObject({
  uuid: Uuid,
  metadata: Metadata,
  'system-id': z.strictObject({ 'identifier-type': Uri, id: Uuid }),
  'local-definitions': z.strictObject({ 'assessment-assets': Assets }),
  observations: listOf(Observation).optional(),
  risks: listOf(Risk),
  'poam-items': listOf(
    z.strictObject({
      uuid: Uuid,
      title: Markup,
      description: Markup,
      props: listOf(Property),
      origins: listOf(Origin),
      'related-observations': RELATED_OBSERVATIONS.optional(),
      'related-risks': RELATED_RISKS,
      remarks: Markup.optional(),
    }),
  ),
  'back-matter': BackMatter.optional(),
});
export type Poam = z.output<typeof Poam>;
