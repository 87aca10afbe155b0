import { type CivilDate, civilDate } from '../../kernel/civil-date.ts';
import { byCodeUnit, groupBy } from '../../kernel/order.ts';
import type { Gap } from '../../model/assessment.ts';
import type { FigureSource } from '../markup.ts';
import type { Lens } from '../view/lens.ts';
import { FIGURE_WORDS } from './words.ts';

/** As many as can be taken in at once, and stand on one page. */
const ROWS = 12;
const GRAVITY = { high: 0, moderate: 1, low: 2 } as const satisfies Record<Gap['severity'], number>;

/** Who does what until when: the gravest, of these the decided and the nearest, by owner, who has most of them first. */
export function gapPlan(lens: Lens): FigureSource | undefined {
  const words = FIGURE_WORDS.gaps;
  const { gaps, engagement } = lens.findings;
  const dated = gaps.filter(({ due }) => civilDate(due) !== undefined);
  const shown = dated
    .toSorted(
      (a, b) =>
        GRAVITY[a.severity] - GRAVITY[b.severity] ||
        Number(isDecided(b)) - Number(isDecided(a)) ||
        byCodeUnit(a.due, b.due),
    )
    .slice(0, ROWS);
  const last = shown
    .map(({ due }) => due)
    .sort(byCodeUnit)
    .at(-1);
  if (last === undefined) return undefined;
  const byOwner = [...groupBy(shown, ({ owner }) => owner)].sort(([, a], [, b]) => b.length - a.length);
  const decided = gaps.filter(isDecided).length;
  const owners = [...groupBy(gaps, ({ owner }) => owner)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([owner, own]) => words.sentence(lens.party(owner), own.length));
  return {
    caption: shown.length < gaps.length ? words.capped(words.caption, shown.length, gaps.length) : words.caption,
    figure: {
      kind: 'timeline',
      alt: words.alt(gaps.length, decided, owners),
      from: engagement.asOf,
      to: last,
      legend: words.legend,
      groups: byOwner.map(([owner, own]) => ({
        title: words.owner(lens.party(owner), own.length),
        rows: own
          .toSorted((a, b) => byCodeUnit(a.due, b.due))
          .map((gap) => ({
            label: words.label(gap.id, lens.practiceTitle(gap.practice)),
            due: gap.due,
            decided: isDecided(gap),
            milestones: gap.milestones.flatMap((text) => dayOf(text) ?? []),
            note: words.note(gap.due, gap.status.replaceAll('-', ' ')),
          })),
      })),
    },
  };
}

/** Somebody planned it, began it, or accepted the risk. */
function isDecided({ status }: Gap): boolean {
  return status !== 'open';
}

/** `2026-11-01 ask for the export` begins with its day. */
function dayOf(milestone: string): CivilDate | undefined {
  return civilDate(milestone.slice(0, 10));
}
