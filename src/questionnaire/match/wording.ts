import type { Thesaurus } from '../../model/thesaurus.ts';
import { type Reading, stemsOf } from './text.ts';

/** What besides its subject makes a question the question that it is. */
export interface Wording {
  /** Days that it names, as an age, a rhythm or a limit. */
  readonly spans: ReadonlySet<number>;
  readonly percents: ReadonlySet<number>;
  /** The favourable answer is no. */
  readonly adverse: boolean;
  /** It asks for a description, a number or a name, and yes would be no answer. */
  readonly open: boolean;
}

export type WordingReader = (text: string, reading: Reading) => Wording;

export function wordingReader({ spans, adverse }: Thesaurus): WordingReader {
  const rhythms = Object.entries(spans).map(([days, said]) => ({
    days: Number(days),
    phrases: said.map((phrase) => ` ${spaced(phrase)} `),
  }));
  const rules = adverse.map(({ all, unless }) => ({
    all: all.map(alternatives),
    unless: unless.flatMap(alternatives),
  }));
  return (text, reading) => ({
    spans: spansOf(text, rhythms),
    percents: new Set([...text.matchAll(/(\d+(?:\.\d+)?)\s*(?:%|per ?cent)/gi)].map(([, number]) => Number(number))),
    adverse: rules.some(
      ({ all, unless }) =>
        all.every((words) => words.some((word) => reading.words.has(word))) &&
        !unless.some((word) => reading.words.has(word)),
    ),
    open: isOpen(text),
  });
}

function alternatives(rule: string): readonly string[] {
  return rule.split('|').flatMap((word) => (word.startsWith('#') ? [word] : stemsOf(word)));
}

const NUMBER_WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const UNITS: Readonly<Record<string, number>> = { hour: 1 / 24, day: 1, week: 7, month: 30, quarter: 90, year: 365 };
const COUNTED = new RegExp(
  `\\b(\\d+|${NUMBER_WORDS.join('|')})(?:[ -]| \\(\\d+\\) )?(?:calendar |business |working )?(hour|day|week|month|quarter|year)s?\\b`,
  'gi',
);

function spansOf(text: string, rhythms: readonly { days: number; phrases: readonly string[] }[]): ReadonlySet<number> {
  const plain = ` ${spaced(text)} `;
  const named = rhythms
    .filter(({ phrases }) => phrases.some((phrase) => plain.includes(phrase)))
    .map(({ days }) => days);
  const counted = [...text.matchAll(COUNTED)].map(([, number = '', unit = '']) => daysOf(number, unit.toLowerCase()));
  return new Set([...named, ...counted]);
}

/** Words as they are: `monthly` is a rhythm, and `month` is none. */
function spaced(text: string): string {
  return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).join(' ');
}

/** A year has twelve months and 52 weeks, however many days those make. */
function daysOf(number: string, unit: string): number {
  const word = NUMBER_WORDS.indexOf(number.toLowerCase());
  const count = word >= 0 ? word : Number(number);
  if ((unit === 'month' && count % 12 === 0) || (unit === 'week' && count % 52 === 0))
    return (count / (unit === 'month' ? 12 : 52)) * 365;
  if (unit === 'month' && count === 6) return 182;
  return Math.round(count * (UNITS[unit] ?? 1) * 100) / 100;
}

const ASKS_OPENLY =
  /^(what|which|who|whom|when|where|why|how|describe|explain|list|provide|state|specify|outline|detail|give|name|identify|indicate|number of|please (describe|explain|list|provide|state|specify|outline|detail|give|name|identify|indicate))\b/i;
const ASKS_YES_NO =
  /(^|[?.,;:]\s+(and )?|\band )(is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must)\b/i;

function isOpen(text: string): boolean {
  const said = text.trim().replace(/^[\d.()\s-]+/, '');
  return ASKS_OPENLY.test(said) && !ASKS_YES_NO.test(said);
}
