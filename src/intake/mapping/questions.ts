import { type MappableKind, mappedKind } from '../../model/mapping/kinds.ts';
import { UNKNOWN_WORD } from '../../model/mapping.ts';
import { decides, needed } from '../../model/mapping-check.ts';
import type { ColumnProposal } from './columns.ts';
import type { Question, Said, WordProposal } from './proposal.ts';

/** A field that is needed is asked for; one that decides, when there is a column that might be it. */
export function columnQuestions(
  kind: MappableKind,
  columns: readonly ColumnProposal[],
  candidates: readonly ColumnProposal[],
  said: Said,
): readonly Question[] {
  const { fields } = mappedKind(kind);
  const found = new Set(columns.map(({ field }) => field));
  const used = new Set(columns.map(({ header }) => header));
  const open = Object.entries(fields).filter(([name]) => !found.has(name) && said.fixed[name] === undefined);
  return open.flatMap(([field, shape]): readonly Question[] => {
    const choices = candidates.filter((each) => each.field === field && !used.has(each.header));
    const unsure = choices.length > 0 && said.columns[field] === undefined && decides(shape);
    const fixable = shape.as !== 'time' && shape.as !== 'number' && shape.as !== 'list';
    return needed(shape) || unsure ? [{ about: 'column', field, choices, fixable }] : [];
  });
}

/** Words on which no verdict turns may stay unknown; the others are asked for, each. */
export function wordQuestions(kind: MappableKind, words: readonly WordProposal[]): readonly Question[] {
  const { fields } = mappedKind(kind);
  return words.flatMap(({ field, theirs, rows, ours }): readonly Question[] => {
    const shape = fields[field];
    if (ours !== undefined || !decides(shape)) return [];
    const choices = shape?.as === 'word' ? shape.words : ['true', 'false'];
    return [{ about: 'word', field, theirs, rows, choices: [...choices, UNKNOWN_WORD] }];
  });
}
