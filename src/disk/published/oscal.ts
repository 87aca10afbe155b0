import { z } from 'zod';
import type { PublishedCatalogue, PublishedControl, PublishedGroup } from './catalogue.ts';

/** The part of OSCAL's catalogue model that is read here; whatever else a file carries is passed over. */
export interface OscalPart {
  readonly name: string;
  readonly prose?: string | undefined;
  readonly props?: readonly OscalProp[] | undefined;
  readonly parts?: readonly OscalPart[] | undefined;
}
interface OscalProp {
  readonly name: string;
  readonly value: string;
}
interface OscalParam {
  readonly id: string;
  readonly label?: string | undefined;
}
export interface OscalItem {
  readonly id?: string | undefined;
  readonly class?: string | undefined;
  readonly title: string;
  readonly props?: readonly OscalProp[] | undefined;
  readonly params?: readonly OscalParam[] | undefined;
  readonly parts?: readonly OscalPart[] | undefined;
  readonly groups?: readonly OscalItem[] | undefined;
  readonly controls?: readonly OscalItem[] | undefined;
}

const Prop = z.object({ name: z.string(), value: z.string() });
const Part: z.ZodType<OscalPart> = z.object({
  name: z.string(),
  prose: z.string().optional(),
  props: z.array(Prop).optional(),
  get parts() {
    return z.array(Part).optional();
  },
});
const Item: z.ZodType<OscalItem> = z.object({
  id: z.string().optional(),
  class: z.string().optional(),
  title: z.string(),
  props: z.array(Prop).optional(),
  params: z.array(z.object({ id: z.string(), label: z.string().optional() })).optional(),
  parts: z.array(Part).optional(),
  get groups() {
    return z.array(Item).optional();
  },
  get controls() {
    return z.array(Item).optional();
  },
});
export const OscalFile = z.object({
  catalog: z.object({
    metadata: z.object({ title: z.string(), version: z.string() }),
    groups: z.array(Item).optional(),
    controls: z.array(Item).optional(),
  }),
});
export type OscalFile = z.output<typeof OscalFile>;

/** A control that only holds others, as the categories of the CSF do in OSCAL, is a group to us. */
const GROUPING = new Set(['category', 'family', 'function']);

export function fromOscal({ catalog }: OscalFile): PublishedCatalogue {
  const groups: PublishedGroup[] = [];
  const controls: PublishedControl[] = [];
  const enter = (item: OscalItem, above: OscalItem | undefined): void => {
    if (withdrawn(item)) return;
    const group = {
      id: labelOf(item),
      title: item.title,
      ...(above === undefined ? {} : { sectionTitle: above.title }),
    };
    groups.push(group);
    for (const control of item.controls ?? []) {
      if (GROUPING.has(control.class ?? '')) enter(control, item);
      else take(control, group.id);
    }
    for (const inner of item.groups ?? []) enter(inner, item);
  };
  const take = (item: OscalItem, group: string): void => {
    if (withdrawn(item)) return;
    const own = statementOf(item);
    // Where the words stand one level deeper (SP 800-171 Revision 3), the inner items are parts of this one and no requirements of their own.
    const inner = item.controls ?? [];
    const worded = own === '' ? inner.map(statementOf).filter(Boolean).join('\n') : own;
    const statement = withBlanks(worded, [item, ...inner]);
    controls.push({ id: labelOf(item), title: item.title, statement, group, names: namesOf(item) });
    if (own !== '') for (const control of inner) take(control, group);
  };
  const loose: OscalItem = { title: catalog.metadata.title, controls: catalog.controls };
  for (const group of catalog.controls?.length ? [loose, ...(catalog.groups ?? [])] : (catalog.groups ?? [])) {
    enter(group, undefined);
  }
  const used = new Set(controls.map(({ group }) => group));
  return {
    title: catalog.metadata.title,
    version: catalog.metadata.version,
    groups: groups.filter(({ id }) => used.has(id)),
    controls,
  };
}

function withdrawn({ props = [] }: OscalItem): boolean {
  return props.some(({ name, value }) => name === 'status' && value.toLowerCase() === 'withdrawn');
}

/** The statement and its items, in their order; guidance and examples are not the requirement. */
function statementOf({ parts = [] }: OscalItem): string {
  return parts
    .filter(({ name }) => name === 'statement')
    .map(proseOf)
    .filter(Boolean)
    .join('\n');
}

/** Where the publisher leaves a blank for the organisation to fill, it is printed as one, with his word for it. */
function withBlanks(text: string, items: readonly OscalItem[]): string {
  const labels = new Map(items.flatMap(({ params = [] }) => params.map(({ id, label }) => [id, label])));
  return text.replace(/\{\{\s*insert:\s*param,\s*([^\s}]+)\s*\}\}/g, (_, id: string) => `[${labels.get(id) ?? id}]`);
}

function proseOf({ prose = '', props = [], parts = [] }: OscalPart): string {
  const label = props.find(({ name }) => name === 'label')?.value;
  const own = prose === '' || label === undefined ? prose : `${label} ${prose}`;
  return [own, ...parts.filter(({ name }) => name === 'item').map(proseOf)].filter(Boolean).join('\n');
}

function labelOf(item: OscalItem): string {
  return namesOf(item)[0] ?? item.title;
}

/** The shortest name that is one word comes first: it is the one in use. */
function namesOf({ id, title, props = [] }: OscalItem): readonly string[] {
  const labels = props.flatMap(({ name, value }) =>
    name === 'label' ? [/\(([^()\s]+)\)$/.exec(value)?.[1] ?? value] : [],
  );
  const names = [...labels, ...(id === undefined ? [] : [id])].filter((name) => !/\s/.test(name));
  return [...new Set(names.length > 0 ? names : [id ?? title])];
}
