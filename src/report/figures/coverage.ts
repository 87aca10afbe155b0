import type { FigureSource } from '../markup.ts';
import type { Lens } from '../view/lens.ts';
import { percentText } from '../view/measure.ts';
import { FIGURE_WORDS } from './words.ts';

const ROWS = 20;

/** Of each list how many: the facts that are shares, those furthest below what is asked of them first, those of which nothing is asked last. */
export function coverage(lens: Lens): FigureSource | undefined {
  const words = FIGURE_WORDS.coverage;
  const rows = lens.findings.facts.flatMap(({ id, question, fact }) => {
    if (fact.status !== 'known' || fact.measure.kind !== 'share' || fact.measure.of <= 0) return [];
    const { n, of, unit } = fact.measure;
    const asked = askedOf(id, lens);
    return [{ label: question, n, of, asked, note: words.note(n, of, unit, percentText(n, of), asked) }];
  });
  if (rows.length === 0) return undefined;
  const short = (row: (typeof rows)[number]): number => (row.asked === null ? 1 : row.n / row.of - row.asked);
  const sorted = rows.toSorted((a, b) => short(a) - short(b));
  const below = rows.filter((row) => short(row) < 0).length;
  const shown = sorted.slice(0, ROWS);
  const measured = rows.filter(({ asked }) => asked !== null).length;
  return {
    caption:
      shown.length < rows.length
        ? words.capped(words.caption, { shown: shown.length, below, of: rows.length })
        : words.caption,
    figure: {
      kind: 'coverage',
      alt: words.alt(rows.length, measured, below),
      rows: shown.map((row) => ({ ...row, asked: row.asked })),
    },
  };
}

/** The most that a practice in scope asks of it directly; the engagement may have moved a threshold that has a name. */
function askedOf(fact: string, { findings }: Lens): number | null {
  const { thresholds } = findings.engagement;
  const asked = findings.practices.flatMap(({ expects }) =>
    expects.flatMap(({ fact: of, bears, is }) => {
      if (of !== fact || bears === 'as-context' || !('atLeastPercent' in is)) return [];
      const moved = is.named === undefined ? undefined : thresholds[is.named];
      return [(moved ?? is.atLeastPercent) / 100];
    }),
  );
  return asked.length === 0 ? null : Math.max(...asked);
}
