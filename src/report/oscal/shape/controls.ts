import { z } from 'zod';
import { listOf, Markup, Text, Token, UriReference, Uuid } from './data-types.ts';
import { BackMatter, Metadata, Property, ResponsibleRole } from './metadata.ts';

const Control = z.strictObject({
  id: Token,
  title: Markup,
  props: listOf(Property),
  parts: listOf(z.strictObject({ id: Token, name: Token, props: listOf(Property).optional(), prose: Markup })),
});

export const Catalog = z.strictObject({
  uuid: Uuid,
  metadata: Metadata,
  groups: listOf(z.strictObject({ id: Token, title: Markup, props: listOf(Property), controls: listOf(Control) })),
});
export type Catalog = z.output<typeof Catalog>;

const ImplementedRequirement = z.strictObject({
  uuid: Uuid,
  'control-id': Token,
  description: Markup,
  props: listOf(Property).optional(),
  'responsible-roles': listOf(ResponsibleRole),
  remarks: Markup.optional(),
});
export type ImplementedRequirement = z.output<typeof ImplementedRequirement>;

export const ComponentDefinition = z.strictObject({
  uuid: Uuid,
  metadata: Metadata,
  components: listOf(
    z.strictObject({
      uuid: Uuid,
      type: z.literal('service'),
      title: Markup,
      description: Markup,
      'responsible-roles': listOf(ResponsibleRole),
      'control-implementations': listOf(
        z.strictObject({
          uuid: Uuid,
          source: UriReference,
          description: Markup,
          'implemented-requirements': listOf(ImplementedRequirement),
        }),
      ),
    }),
  ),
});
export type ComponentDefinition = z.output<typeof ComponentDefinition>;

const MappingItem = z.strictObject({
  type: z.literal('control'),
  'id-ref': Text,
  props: listOf(Property).optional(),
  remarks: Markup.optional(),
});
export type MappingItem = z.output<typeof MappingItem>;

const MappingResource = z.strictObject({ type: z.literal('catalog'), href: UriReference, remarks: Markup.optional() });

const HUMAN = {
  method: z.literal('human'),
  'matching-rationale': z.literal('semantic'),
  status: z.literal('not-complete'),
  'confidence-score': z.strictObject({ category: Text }),
} as const;

export const Mapping = z.strictObject({
  uuid: Uuid,
  ...HUMAN,
  'source-resource': MappingResource,
  'target-resource': MappingResource,
  maps: listOf(
    z.strictObject({
      uuid: Uuid,
      relationship: z.literal('intersects-with'),
      sources: listOf(MappingItem),
      targets: listOf(MappingItem),
    }),
  ),
  'mapping-description': Markup,
});
export type Mapping = z.output<typeof Mapping>;

export const MappingCollection = z.strictObject({
  uuid: Uuid,
  metadata: Metadata,
  provenance: z.strictObject({ ...HUMAN, 'mapping-description': Markup, remarks: Markup }),
  mappings: listOf(Mapping),
  'back-matter': BackMatter.optional(),
});
export type MappingCollection = z.output<typeof MappingCollection>;
