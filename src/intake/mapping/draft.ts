import type { MappingProfile } from '../../model/mapping.ts';
import type { Proposal } from './proposal.ts';
import type { Survey } from './survey.ts';

/** What of a profile no file can tell. */
export type ProfileHead = Pick<MappingProfile, 'version' | 'title' | 'product' | 'obtain' | 'by' | 'on' | 'because'>;

/** The profile that a settled proposal makes; undefined while its kind is open. */
export function profileFrom(survey: Survey, proposal: Proposal, head: ProfileHead): MappingProfile | undefined {
  const { kind, columns, fixed, words, dateOrder, zone, epoch, decimal, leaveOut, strength } = proposal;
  if (kind === undefined) return undefined;
  const { version, title, product, obtain, by, on, because } = head;
  const translated = new Map<string, Record<string, string | boolean>>();
  for (const { field, theirs, ours } of words) {
    const own = translated.get(field) ?? {};
    translated.set(field, ours === undefined ? own : { ...own, [theirs]: ours });
  }
  return {
    mapping: 1,
    version,
    title,
    product,
    ...(obtain === undefined ? {} : { obtain }),
    by,
    on,
    because,
    kind,
    strength,
    reads: survey.reads,
    header: [...survey.header],
    columns: Object.fromEntries(columns.map(({ field, header }) => [field, header])),
    fixed,
    words: Object.fromEntries([...translated].filter(([, own]) => Object.keys(own).length > 0)),
    ...(dateOrder === undefined ? {} : { dateOrder: dateOrder.order }),
    ...(zone === undefined ? {} : { zone }),
    ...(epoch === undefined ? {} : { epoch }),
    decimal,
    leaveOut: leaveOut.map(({ rule }) => rule),
  };
}
