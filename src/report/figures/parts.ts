import type { Framework } from '../../model/control.ts';

/** More bars than this are drawn by the larger part instead, where the publisher has one. */
const BARS = 12;

/** Under which part of its framework a control is drawn, and what the publisher calls such a part. */
export function partsOf(framework: Framework): { readonly word: string; readonly of: (control: string) => string } {
  const groups = new Map(framework.groups.map((group) => [group.id, group]));
  const groupOf = new Map(framework.controls.map(({ id, group }) => [id, groups.get(group)]));
  const used = [...new Set(groupOf.values())];
  const large = used.length > BARS;
  const section = (group: (typeof used)[number]): string | undefined => group?.sectionTitle ?? group?.section;
  const sections = large && used.some((group) => section(group) !== undefined);
  return {
    word: ((sections ? framework.sectionWord : undefined) ?? framework.groupWord).toLowerCase(),
    of: (control) => {
      const group = groupOf.get(control);
      return (large ? section(group) : undefined) ?? group?.title ?? '';
    },
  };
}
