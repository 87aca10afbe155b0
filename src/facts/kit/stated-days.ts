import type { Topic } from '../../model/topic.ts';
import { defineFact, type FactDefinition } from '../define-fact.ts';
import { judgeDocument } from './document.ts';
import { known, unknown } from './known.ts';
import { byPlace, type Keeper, keeper, type Row, rowOf } from './row.ts';
import { isLater } from './time.ts';

export interface StatedDays {
  readonly topic: Topic;
  readonly question: string;
  readonly means: string;
  /** The word beside the figure that is meant, where a document sets several: `critical 14 days, others 30 days`. */
  readonly beside?: string;
  /** Of several documents in force the strictest decides: the fewest days for a deadline, the most for keeping something. */
  readonly strictest: 'fewest' | 'most';
}

/** How many days a document in force sets for something, in its own figure; what is not put in days, weeks, months or years is not told. */
export function statedDays({ topic, question, means, beside, strictest }: StatedDays): FactDefinition {
  return defineFact({
    question,
    from: ['document'],
    measures: 'days',
    means: `${means} It shows what was decided, never that it is so.`,
    start: (scope) => {
      const stated: Row[] = [];
      const untold: Keeper = keeper();
      return {
        add(document) {
          if (document.topic !== topic || isLater(document.observed, scope)) return;
          const judgement = judgeDocument(document, scope);
          if (judgement.side !== 'supports') return;
          const setting = document.setting?.trim() ?? '';
          const days = daysIn(setting, beside);
          const when = { observed: judgement.when ?? document.observed };
          if (days === undefined) untold.add(rowOf(document, `${document.title}: no number of days is set`, when));
          else stated.push(rowOf(document, `${document.title}: "${setting}"`, { ...when, amount: days }));
        },
        result: () => ({ stated, untold: untold.rows() }),
      };
    },
    answer: ({ stated, untold }, scope) => {
      const sign = strictest === 'fewest' ? 1 : -1;
      const [row, ...others] = [...stated].sort((a, b) => sign * ((a.amount ?? 0) - (b.amount ?? 0)) || byPlace(a, b));
      if (row === undefined) {
        const because = untold.length > 0 ? 'not-measured-by-source' : 'no-evidence';
        return unknown(because, { wouldNeed: ['document'], basis: untold });
      }
      const differ = others.filter(({ amount }) => amount !== row.amount);
      const remarks = differ.length === 0 ? [] : ['Documents in force set different figures; the strictest is told.'];
      return known({ kind: 'days', days: row.amount ?? 0 }, { clock: scope, deciding: [row], remarks });
    },
  });
}

const UNIT_DAYS = { day: 1, week: 7, month: 30, year: 365 } as const;
const FIGURE = /(\d{1,4}) ?-?(day|week|month|year)s?\b/g;
const WORDS: readonly (readonly [RegExp, number])[] = [
  [/\b(same[ -]day|immediately|at once)\b/, 0],
  [/\b(nightly|daily|every (night|day))\b/, 1],
  [/\b(weekly|every week)\b/, 7],
];

/** `critical 14 days, others 30`: 14 beside "critical"; two figures and no word that chooses between them tell nothing. */
export function daysIn(setting: string, beside?: string): number | undefined {
  const text = setting.toLowerCase();
  const parts = text.split(/[,;/]|\band\b/);
  const meant = beside === undefined ? undefined : parts.find((part) => part.includes(beside));
  const found = figuresIn(meant ?? text);
  return found.length === 1 ? found[0] : undefined;
}

function figuresIn(text: string): readonly number[] {
  const figures = [...text.matchAll(FIGURE)].flatMap(([, number, unit]) =>
    unit !== undefined && unit in UNIT_DAYS ? [inDays(Number(number), unit as keyof typeof UNIT_DAYS)] : [],
  );
  if (figures.length > 0) return [...new Set(figures)];
  return WORDS.flatMap(([word, days]) => (word.test(text) ? [days] : []));
}

/** Twelve months are a year, and not 360 days. */
function inDays(number: number, unit: keyof typeof UNIT_DAYS): number {
  if (unit !== 'month') return number * UNIT_DAYS[unit];
  return Math.floor(number / 12) * UNIT_DAYS.year + (number % 12) * UNIT_DAYS.month;
}
