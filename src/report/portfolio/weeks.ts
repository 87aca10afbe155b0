import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import type { PortfolioClient } from '../../model/portfolio-findings.ts';
import type { FigureSource } from '../markup.ts';
import { PORTFOLIO_WORDS } from './words.ts';

export const WEEKS_FIGURE = 'renewals';

const WORDS = PORTFOLIO_WORDS.weeks;
/** As many as stand on the first page; later ones are told as a number. */
const WEEKS = 6;
interface Week {
  readonly near: number;
  readonly others: number;
  readonly unknown: number;
}
const SERIES = [
  { series: { label: WORDS.unsignable, tone: 'bad' as const }, of: ({ near }: Week) => near },
  { series: { label: WORDS.others, tone: 'accent' as const }, of: ({ others }: Week) => others },
  { series: { label: WORDS.unknown, tone: 'unknown' as const }, of: ({ unknown }: Week) => unknown },
];
/** Fewer are read from the table at a glance. */
const FEWEST = 10;

/** How many renew week by week from the day of the report, and how many of them have an answer that may not be signed. */
export function weeksOf(clients: readonly PortfolioClient[], today: CivilDate): FigureSource | undefined {
  const coming = clients.filter(({ daysLeft }) => daysLeft !== null && daysLeft >= 0 && daysLeft < WEEKS * 7);
  if (coming.length < FEWEST) return undefined;
  const last = coming.reduce((most, { daysLeft }) => Math.max(most, Math.floor((daysLeft ?? 0) / 7)), 0);
  const rows = Array.from({ length: last + 1 }, (_, week) => {
    const own = coming.filter(({ daysLeft }) => Math.floor((daysLeft ?? 0) / 7) === week);
    const near = own.filter(({ summary }) => (summary?.unsignable.length ?? 0) > 0).length;
    const unknown = own.filter(({ summary }) => summary === null).length;
    const from = addDays(today, week * 7);
    const others = own.length - near - unknown;
    return { label: WORDS.week(from, addDays(from, 6)), near, others, unknown, all: own.length };
  });
  const shown = SERIES.filter(({ of }) => rows.some((row) => of(row) > 0));
  const fullest = rows.reduce((most, row) => (row.all > most.all ? row : most));
  const near = rows.reduce((sum, row) => sum + row.near, 0);
  return {
    caption: WORDS.caption,
    figure: {
      kind: 'stacked-bars',
      alt: WORDS.alt(near, coming.length, fullest.label),
      legend: shown.map(({ series }) => series),
      rows: rows.map((row) => ({
        label: row.label,
        values: shown.map(({ of }) => of(row)),
        note: WORDS.note(row.all),
      })),
    },
  };
}
