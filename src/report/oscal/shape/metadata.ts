import { z } from 'zod';
import { DateTime, listOf, Markup, Text, Token, Uri, UriReference, Uuid } from './data-types.ts';

export const Property = z.strictObject({ name: Token, ns: Uri.optional(), value: Text, remarks: Markup.optional() });
export type Property = z.output<typeof Property>;

export const Link = z.strictObject({ href: UriReference, rel: Token.optional(), text: Markup.optional() });

const Role = z.strictObject({ id: Token, title: Markup });

export const Party = z.strictObject({
  uuid: Uuid,
  type: z.enum(['person', 'organization']),
  name: Text,
  props: listOf(Property).optional(),
  'member-of-organizations': listOf(Uuid).optional(),
  remarks: Markup.optional(),
});
export type Party = z.output<typeof Party>;

const ResponsibleParty = z.strictObject({ 'role-id': Token, 'party-uuids': listOf(Uuid) });
export type ResponsibleParty = z.output<typeof ResponsibleParty>;

export const ResponsibleRole = z.strictObject({
  'role-id': Token,
  'party-uuids': listOf(Uuid).optional(),
  remarks: Markup.optional(),
});
export type ResponsibleRole = z.output<typeof ResponsibleRole>;

export const Metadata = z.strictObject({
  title: Markup,
  'last-modified': DateTime,
  version: Text,
  'oscal-version': Text,
  props: listOf(Property).optional(),
  links: listOf(Link).optional(),
  roles: listOf(Role).optional(),
  parties: listOf(Party).optional(),
  'responsible-parties': listOf(ResponsibleParty).optional(),
  remarks: Markup.optional(),
});
export type Metadata = z.output<typeof Metadata>;

const Hash = z.strictObject({ algorithm: z.literal('SHA-256'), value: z.string().regex(/^[0-9a-f]{64}$/) });

export const Resource = z.strictObject({
  uuid: Uuid,
  title: Markup,
  description: Markup.optional(),
  props: listOf(Property).optional(),
  rlinks: listOf(z.strictObject({ href: UriReference, hashes: listOf(Hash).optional() })).optional(),
  remarks: Markup.optional(),
});
export type Resource = z.output<typeof Resource>;

export const BackMatter = z.strictObject({ resources: listOf(Resource) });
