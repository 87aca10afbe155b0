import { slug } from '../../kernel/text.ts';
import type { Continuity } from '../../model/continuity.ts';
import { MONTH_WORDS } from '../month-words.ts';
import { PHRASES } from '../words.ts';
import type { Lens } from './lens.ts';
import { verdictView } from './measure.ts';
import type { ContinuityView } from './shape/registers.ts';

/** Strips of months: only a month with rows that are as expected counts as shown, and the empty ones have a sign of their own. */
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
        cells: line.states.map((state) => ({ sign: MONTH_WORDS[state].sign, tone: MONTH_WORDS[state].tone })),
      })),
    })),
  };
}
