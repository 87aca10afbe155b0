import { z } from 'zod';
import { sha256 } from '../kernel/sha256.ts';
import { zoneExists } from '../kernel/zone.ts';
import { CivilDate } from './civil-day.ts';
import { MAPPABLE_KINDS } from './mapping/kinds.ts';
import { checkMapping } from './mapping-check.ts';
import { Id } from './practice.ts';

const Name = z.string().trim().min(1);

/** What a cell must be for its row to be left out: one of these words, a beginning, or nothing at all. */
export const LeaveOut = z.union([
  z.strictObject({ column: Name, is: Name }),
  z.strictObject({ column: Name, begins: Name }),
  z.strictObject({ column: Name, blank: z.literal(true) }),
]);
export type LeaveOut = z.output<typeof LeaveOut>;

/** How the file is cut. Delimiters, quotes, encoding and the lines above the header are found out by themselves. */
const Reads = z.discriminatedUnion('shape', [
  z.strictObject({ shape: z.literal('table'), layout: z.enum(['delimited', 'fixed-width']).default('delimited') }),
  z.strictObject({ shape: z.literal('json'), items: z.string() }),
  z.strictObject({ shape: z.literal('json-lines') }),
]);

/** `?` says on purpose that a word stays unknown. */
export const UNKNOWN_WORD = '?';

/**
 * A mapping profile: how a person says that an export is to be read for which nobody has written a source. It is an assumption, and is
 * told as one wherever its records are used.
 */
export const MappingProfile = z
  .strictObject({
    mapping: z.literal(1),
    /** Raised whenever what it says changes. */
    version: z.int().min(1),
    title: z.string().min(3),
    /** Whose export it is, and the way to it through the menus. */
    product: z.string().min(1),
    obtain: z.string().min(3).optional(),
    by: z.string().min(1),
    on: CivilDate,
    because: z.string().min(3),
    kind: z.enum(MAPPABLE_KINDS),
    /** R a machine's result, C a configuration or state, S a schedule, A a person's statement; never more than the kind is worth. */
    strength: z.enum(['R', 'C', 'S', 'A']),
    reads: Reads,
    /** Every header of a table; of JSON the keys that each item has. */
    header: z.array(Name).min(2),
    /** Field of the record: header, or dotted path in JSON. */
    columns: z.record(z.string(), Name),
    /** Field: the same for every row, since a person knows it and no column says it. */
    fixed: z.record(z.string(), z.union([z.string().min(1), z.boolean()])).default({}),
    /** Field: the export's word: ours (true and false for fields that are so), or `?` to leave it unknown. */
    words: z.record(z.string(), z.record(z.string(), z.union([z.string(), z.boolean()]))).default({}),
    dateOrder: z.enum(['mdy', 'dmy', 'ymd']).optional(),
    /** Of times that carry none; without it the client's is assumed and each use is told. */
    zone: z.string().refine(zoneExists, 'an IANA time zone is wanted, such as Europe/Berlin').optional(),
    /** Times that are numbers since 1970. */
    epoch: z.enum(['seconds', 'milliseconds']).optional(),
    /** `comma`: 1.234,5 */
    decimal: z.enum(['point', 'comma']).default('point'),
    leaveOut: z.array(LeaveOut).default([]),
  })
  .superRefine(checkMapping);
export type MappingProfile = z.output<typeof MappingProfile>;

/** A profile with its name, which is its file's, and its text as it stands in that file. */
export interface Mapping {
  readonly name: string;
  readonly profile: MappingProfile;
  readonly text: string;
}

/** Where profiles lie beside an engagement. */
export const MAPPINGS_FOLDER = 'mappings';

const LONGEST_NAME = 50;

/** A profile's name is its file's: words that stand in paths, in "exhibits" and in packages. */
export function isMappingName(name: string): boolean {
  return name.length <= LONGEST_NAME && Id.safeParse(name).success;
}

const PREFIX = 'mapping:';

/** A profile among the sources: what `exhibits: { source: … }` and the Evidence Index call it. */
export function mappingId(name: string): string {
  return `${PREFIX}${name}`;
}

/** The profile's name, when a source is one. */
export function mappingNamed(source: string): string | undefined {
  return source.startsWith(PREFIX) ? source.slice(PREFIX.length) : undefined;
}

/** As headers are compared: case, width of spaces and order are the exporting tool's whim. */
export function foldedHeader(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The header in twelve digits: equal for files that the profile reads. */
export function fingerprint({ header }: Pick<MappingProfile, 'header'>): string {
  return sha256([...new Set(header.map(foldedHeader))].sort().join('\n')).slice(0, 12);
}
