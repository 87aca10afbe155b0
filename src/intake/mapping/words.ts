import type { MappedField } from '../../model/mapping/field.ts';
import { type MappableKind, mappedKind } from '../../model/mapping/kinds.ts';
import { type ColumnProposal, ourWord } from './columns.ts';
import type { Lexicon } from './lexicon.ts';
import type { Said, WordProposal } from './proposal.ts';
import type { Survey } from './survey.ts';

interface Known {
  readonly survey: Survey;
  readonly lexicon: Lexicon;
  readonly said: Said;
}

/** Every word of the columns that hold words, with ours where it is known or was said. */
export function wordsFor(
  kind: MappableKind,
  columns: readonly ColumnProposal[],
  known: Known,
): readonly WordProposal[] {
  const { fields } = mappedKind(kind);
  return columns.flatMap(({ field, header }) => {
    const shape = fields[field];
    const column = known.survey.columns.find(({ name }) => name === header);
    if (!column || (shape?.as !== 'word' && shape?.as !== 'flag')) return [];
    const seen = new Set([...column.values.keys()].map((word) => word.toLowerCase()));
    const unseen = Object.keys(known.said.words[field] ?? {}).filter((word) => !seen.has(word.toLowerCase()));
    return [...column.values, ...unseen.map((word) => [word, 0] as const)].map(([theirs, rows]) => ({
      field,
      theirs,
      rows,
      ours: oursFor({ kind, field, shape, theirs }, known),
    }));
  });
}

function oursFor(
  { kind, field, shape, theirs }: { kind: MappableKind; field: string; shape: MappedField; theirs: string },
  { lexicon, said }: Known,
): string | boolean | undefined {
  const told = Object.entries(said.words[field] ?? {}).find(([word]) => word.toLowerCase() === theirs.toLowerCase());
  return told ? typed(told[1], shape) : ourWord(lexicon.wordFor(theirs, kind, field), shape);
}

/** Answers come as texts; what is so or not is true or false. */
export function typed(value: string | boolean, shape: MappedField | undefined): string | boolean {
  if (shape?.as !== 'flag') return value;
  return value === 'true' ? true : value === 'false' ? false : value;
}
