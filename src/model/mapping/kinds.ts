import type { RecordKind } from '../record.ts';
import { BACKUP_KINDS } from './backup.ts';
import { DEVICE_KINDS } from './device.ts';
import type { MappedKind } from './field.ts';
import { PATCH_KINDS } from './patch.ts';
import { PEOPLE_KINDS } from './people.ts';

/**
 * The kinds whose records are rows of tables. What speaks of a whole (a policy, an assessment, an exercise, a document, the span of a log)
 * is not among them: a column cannot tell what was left out of it, and registers ask people for those.
 */
export const MAPPED_KINDS = {
  ...BACKUP_KINDS,
  ...PATCH_KINDS,
  ...DEVICE_KINDS,
  ...PEOPLE_KINDS,
} as const satisfies Readonly<Partial<Record<RecordKind, MappedKind>>>;

export type MappableKind = keyof typeof MAPPED_KINDS;

export const MAPPABLE_KINDS: readonly MappableKind[] = Object.keys(MAPPED_KINDS).filter(isMappable);

export function isMappable(word: string): word is MappableKind {
  return Object.hasOwn(MAPPED_KINDS, word);
}

export function mappedKind(kind: MappableKind): MappedKind {
  return MAPPED_KINDS[kind];
}
