import type { Entry, FormCell, Saying } from '../../model/questionnaire.ts';
import type { OWNERSHIPS, QuestionnaireWords } from '../../model/questionnaire-words.ts';
import { plain, sayingOf, wordCount } from '../find/words.ts';

/** A saying in the words of a cell: of its drop-down, its scale, or plain; null when the cell cannot say it. */
export function entryFor(saying: Saying, cell: FormCell, words: QuestionnaireWords): Entry | null {
  const { takes } = cell;
  switch (takes.kind) {
    case 'list': {
      const word = takes.words === null ? undefined : wordFor(saying, takes.words, words);
      return word === undefined ? null : { kind: 'text', text: word };
    }
    case 'tick':
      return saying === 'yes' ? { kind: 'mark' } : null;
    case 'number':
      return scaled(saying, takes.within, words);
    case 'date':
      return null;
    case 'length':
    case 'anything':
      return takes.format === 'date' || takes.format === 'percent'
        ? null
        : { kind: 'text', text: words.sayings[saying][0] ?? saying };
  }
}

/** The word of a list that means this; lists often explain their words: `Yes - fully implemented`. */
export function wordFor(saying: Saying, list: readonly string[], words: QuestionnaireWords): string | undefined {
  const meanings = list.map((word) => ({
    word,
    means: sayingOf(word, words) ?? (isOwnClaim(word) ? undefined : sayingOf(firstPart(word), words)),
  }));
  const whole = list.find((word) => sayingOf(word, words) === saying);
  return whole ?? meanings.find(({ means }) => means === saying)?.word ?? onScale(saying, list, words);
}

/** `Yes - fully implemented` says yes; `Yes, we publish an address and review each report in time` says more than that. */
const MOST_BESIDES = 5;

function isOwnClaim(word: string): boolean {
  return wordCount(word.slice(firstPart(word).length)) > MOST_BESIDES;
}

function firstPart(word: string): string {
  return word.split(/[-–—:,;(/]/)[0] ?? '';
}

/** `1` to `5`, each perhaps with words behind it: only its two ends are plain. */
function onScale(saying: Saying, list: readonly string[], { scales }: QuestionnaireWords): string | undefined {
  const numbers = list.map((word) => ({ word, number: Number(/^\s*(\d+)\b/.exec(word)?.[1] ?? Number.NaN) }));
  if (numbers.some(({ number }) => Number.isNaN(number))) return undefined;
  const [least, most] = [
    Math.min(...numbers.map(({ number }) => number)),
    Math.max(...numbers.map(({ number }) => number)),
  ];
  if (!scales.some((scale) => scale.least === least && scale.most === most)) return undefined;
  const end = saying === 'yes' ? most : saying === 'no' ? least : undefined;
  return numbers.find(({ word, number }) => number === end && !isOwnClaim(word))?.word;
}

function scaled(
  saying: Saying,
  { least, most }: { least: number | null; most: number | null },
  { scales }: QuestionnaireWords,
): Entry | null {
  const scale = scales.find((each) => each.least === least && each.most === most);
  const end = saying === 'yes' ? scale?.most : saying === 'no' ? scale?.least : undefined;
  return end === undefined ? null : { kind: 'number', number: end };
}

/** Whose a control is, in the words of the column for it. */
export function ownershipEntry(
  sides: ReadonlySet<'client' | 'provider'>,
  cell: FormCell,
  words: QuestionnaireWords,
): Entry | null {
  const means: (typeof OWNERSHIPS)[number] =
    sides.size === 2 ? 'ours-and-third-party' : sides.has('client') ? 'ours' : 'third-party';
  const known = new Set(words.ownership[means].map(plain));
  const { takes } = cell;
  if (takes.kind === 'list') {
    const word = takes.words?.find((each) => known.has(plain(each)));
    return word === undefined ? null : { kind: 'text', text: word };
  }
  const [first] = words.ownership[means];
  return takes.kind === 'anything' && first !== undefined ? { kind: 'text', text: first } : null;
}
