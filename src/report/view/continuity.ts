import { slug } from '../../kernel/text.ts';
import type { Continuity, ContinuityLine } from '../../model/continuity.ts';
import { MONTH_WORDS } from '../month-words.ts';
import { PHRASES } from '../words.ts';
import type { Lens } from './lens.ts';
import { verdictView } from './measure.ts';
import type { ContinuityView } from './shape/registers.ts';

/** Strips of months: only a month with rows that are as expected counts as shown, and the empty ones are named. */
export function continuityView(continuity: Continuity, lens: Lens): ContinuityView {
  const { framework, title, law, note, months, topics } = continuity;
  return {
    title,
    anchor: slug(`continuity ${framework}`),
    law,
    note,
    months: months.map(({ to }) => ({ year: to.slice(0, 4), day: to.slice(5) })),
    signs: Object.values(MONTH_WORDS).map(({ sign, tone, means }) => ({ sign, tone, means })),
    topics: topics.map((topic) => ({
      title: topic.title,
      lines: topic.lines.map((line) => ({
        practice: lens.practiceTitle(line.practice),
        verdict: verdictView(lens.assessed(line.practice)?.verdict ?? 'not-evidenced'),
        shown: PHRASES.monthsShown(line.states.filter((state) => state === 'shown').length, months.length),
        without: silentMonths(line, continuity),
        cells: line.states.map((state) => ({ sign: MONTH_WORDS[state].sign, tone: MONTH_WORDS[state].tone })),
      })),
    })),
  };
}

/** Runs of months without a row, by their first and last day: `2025-10-16 to 2026-03-15`. */
function silentMonths({ states }: ContinuityLine, { months }: Continuity): string {
  const runs: { from: string; to: string }[] = [];
  for (const [i, { from, to }] of months.entries()) {
    const isSilent = states[i] === 'none' || states[i] === 'not-asked';
    const wasSilent = states[i - 1] === 'none' || states[i - 1] === 'not-asked';
    const last = runs.at(-1);
    if (isSilent && wasSilent && last !== undefined) last.to = to;
    else if (isSilent) runs.push({ from, to });
  }
  return runs.map(({ from, to }) => PHRASES.span(from, to)).join(', ');
}
