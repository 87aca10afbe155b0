import { MAPPING_WORDS } from '../../kernel/messages/mapping.ts';
import { type Mapping, type MappingProfile, mappingId } from '../../model/mapping.ts';
import type { Fields, FileContext, Reading, SourceDefinition, Yield } from '../contract.ts';
import type { Sources } from '../recognise.ts';
import { rowReader } from './row.ts';

/** The sources together with the profiles, which are sources like any other: what fits two of them is nobody's. */
export function withMappings(sources: Sources, mappings: readonly Mapping[]): Sources {
  return { ...sources, ...Object.fromEntries(mappings.map((each) => [mappingId(each.name), sourceOf(each)])) };
}

/** A profile as a source. */
export function sourceOf({ name, profile }: Mapping): SourceDefinition {
  const { product, title, kind, obtain } = profile;
  return {
    product,
    title,
    kinds: [kind],
    obtain: obtain ?? MAPPING_WORDS.obtain,
    proves: MAPPING_WORDS.proves,
    cannotProve: MAPPING_WORDS.cannotProve,
    mapping: { name, profile },
    reads: [readingOf(profile)],
  };
}

export function readingOf(profile: MappingProfile): Reading {
  return readingFor(profile, rowReader(profile));
}

/** A table is known by all of its headers and no others; JSON by the keys that each item has, since services add keys at will. */
export function readingFor(
  { reads, header }: Pick<MappingProfile, 'reads'> & { readonly header: readonly string[] },
  row: (row: Fields, file: FileContext) => Yield,
): Reading {
  switch (reads.shape) {
    case 'table':
      return { shape: 'table', layout: reads.layout, required: header, onlyAlso: [], row };
    case 'json':
      return { shape: 'json', items: reads.items, required: header, item: row };
    case 'json-lines':
      return { shape: 'json-lines', required: Object.fromEntries(header.map((key) => [key, true])), line: row };
  }
}
