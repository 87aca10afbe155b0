import { MAPPING_REASONS } from '../../kernel/messages/mapping.ts';
import type { MappedField } from '../../model/mapping/field.ts';
import { TIME } from '../../model/mapping/field.ts';
import { type MappableKind, mappedKind } from '../../model/mapping/kinds.ts';
import { verbatimOf } from '../../model/mapping-check.ts';
import type { Lexicon } from './lexicon.ts';
import type { ColumnSurvey, Survey } from './survey.ts';

/** One column proposed for one field, with the reasons in words. */
export interface ColumnProposal {
  readonly field: string;
  readonly header: string;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly string[];
}

/** From here on a proposal is taken without asking. */
export const SURE = 0.7;
/** Below this it is not worth a question. */
const WORTH = 0.35;

/** The fields of a kind that a column can fill. */
export function fieldsOfKind(kind: MappableKind): readonly (readonly [string, MappedField])[] {
  const own = Object.entries(mappedKind(kind).fields).filter(([, field]) => verbatimOf(field) === undefined);
  return [['observed', TIME], ...own];
}

/** Every column for every field that it might fill, the best first. */
export function columnCandidates(kind: MappableKind, survey: Survey, lexicon: Lexicon): readonly ColumnProposal[] {
  const fields = fieldsOfKind(kind);
  return survey.columns
    .filter(({ filled }) => filled > 0)
    .flatMap((column) => fields.map(([name, field]) => candidate({ kind, name, field, column }, lexicon)))
    .filter(({ score }) => score >= WORTH)
    .toSorted((a, b) => b.score - a.score);
}

interface Pair {
  readonly kind: MappableKind;
  readonly name: string;
  readonly field: MappedField;
  readonly column: ColumnSurvey;
}

function candidate(pair: Pair, lexicon: Lexicon): ColumnProposal {
  const { kind, name, column } = pair;
  const named =
    lexicon.headerScore(column.name.replace(/^.*\./, ''), kind, name) ?? lexicon.headerScore(column.name, kind, name);
  const values = valueScore(pair, lexicon);
  const reasons = [
    ...(named ? [MAPPING_REASONS.headerWord(column.name, named.word, named.language)] : []),
    ...(values.reason === undefined ? [] : [values.reason]),
  ];
  const score = named ? named.score * values.factor : values.alone;
  return { field: name, header: column.name, score, reasons };
}

interface ValueScore {
  /** What a fitting header is worth in view of the values. */
  readonly factor: number;
  /** What the values are worth under a header that says nothing. */
  readonly alone: number;
  readonly reason?: string;
}

const FITS = 0.8;

function valueScore({ kind, name, field, column }: Pair, lexicon: Lexicon): ValueScore {
  const { filled, dates } = column;
  const share = (count: number) => count / filled;
  switch (field.as) {
    case 'time': {
      const stamps = Math.max(dates, column.seconds, column.milliseconds);
      if (share(stamps) < FITS) return { factor: 0.2, alone: 0 };
      return { factor: 1, alone: 0, reason: MAPPING_REASONS.areDates(stamps, filled) };
    }
    case 'number': {
      const numbers = Math.max(column.numbers, column.commaNumbers);
      return share(numbers) < FITS
        ? { factor: 0.2, alone: 0 }
        : { factor: 1, alone: 0, reason: MAPPING_REASONS.areNumbers(numbers, filled) };
    }
    case 'flag':
    case 'word':
      return wordScore(knownWords({ kind, name, field, column }, lexicon), column);
    case 'text':
    case 'list':
      return textScore(name, column);
  }
}

function wordScore(known: number, { filled, values, many }: ColumnSurvey): ValueScore {
  if (many || values.size > 20) return { factor: 0.2, alone: 0 };
  const share = known / filled;
  if (share === 0) return { factor: 0.6, alone: 0 };
  return {
    factor: share >= 0.5 ? 1 : 0.8,
    alone: share >= FITS ? 0.5 : 0,
    reason: MAPPING_REASONS.areWords(known, filled),
  };
}

/** How many cells hold a word that is known for the field. */
function knownWords({ kind, name, field, column }: Pair, lexicon: Lexicon): number {
  let known = 0;
  for (const [text, count] of column.values)
    if (ourWord(lexicon.wordFor(text, kind, name), field) !== undefined) known += count;
  return known;
}

/** What a vocabulary says a cell means, when that is a word of this field. */
export function ourWord(word: string | undefined, field: MappedField): string | boolean | undefined {
  if (field.as === 'flag') return word === 'true' ? true : word === 'false' ? false : undefined;
  return field.as === 'word' && word !== undefined && field.words.includes(word) ? word : undefined;
}

const SHAPES: Readonly<Record<string, { readonly pattern: RegExp; readonly name: 'addresses' | 'patches' | 'cves' }>> =
  {
    person: { pattern: /^[^@\s]+@[^@\s]+\.[a-z]+$/i, name: 'addresses' },
    user: { pattern: /^[^@\s]+@[^@\s]+\.[a-z]+$/i, name: 'addresses' },
    email: { pattern: /^[^@\s]+@[^@\s]+\.[a-z]+$/i, name: 'addresses' },
    recipient: { pattern: /^[^@\s]+@[^@\s]+\.[a-z]+$/i, name: 'addresses' },
    patch: { pattern: /\bKB\d{6,}\b/i, name: 'patches' },
    cve: { pattern: /\bCVE-\d{4}-\d{4,}\b/i, name: 'cves' },
    finding: { pattern: /\bCVE-\d{4}-\d{4,}\b/i, name: 'cves' },
  };

function textScore(name: string, { filled, values, dates }: ColumnSurvey): ValueScore {
  if (dates >= filled * FITS) return { factor: 0.2, alone: 0 };
  const shape = SHAPES[name];
  const seen = [...values].reduce((sum, [, count]) => sum + count, 0);
  const fitting =
    shape === undefined
      ? 0
      : [...values].reduce((sum, [text, count]) => sum + (shape.pattern.test(text) ? count : 0), 0);
  if (shape === undefined || fitting < seen * FITS) return { factor: 0.97, alone: 0 };
  return { factor: 1.05, alone: 0.55, reason: MAPPING_REASONS.areShaped(shape.name, fitting, seen) };
}
