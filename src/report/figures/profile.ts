import { groupBy } from '../../kernel/order.ts';
import type { ControlAssessment } from '../../model/assessment.ts';
import type { FrameworkFindings } from '../../model/findings.ts';
import type { FigureSource } from '../markup.ts';
import { plural } from '../view/framework.ts';
import type { Lens } from '../view/lens.ts';
import { partsOf } from './parts.ts';
import { FIGURE_WORDS } from './words.ts';

/** What is missing to the target, and what of that somebody decided to do: where the publisher offers a profile. */
export function profileFigure({ framework, controls }: FrameworkFindings, lens: Lens): FigureSource | undefined {
  if (framework.profile === undefined) return undefined;
  const words = FIGURE_WORDS.profile;
  const parts = partsOf(framework);
  const target = controls.filter(({ verdict }) => verdict !== 'not-applicable');
  if (target.length === 0) return undefined;
  const planned = plannedIn(framework.id, lens);
  const standing = (each: ControlAssessment): number =>
    each.verdict === 'supported' ? 0 : planned.has(each.control) ? 1 : 2;
  const counts = (each: readonly ControlAssessment[]): readonly number[] =>
    [0, 1, 2].map((wanted) => each.filter((control) => standing(control) === wanted).length);
  const [now = 0, decided = 0] = counts(target);
  const outcomes = plural(framework.controlWord);
  return {
    caption: words.caption(framework.shortTitle),
    figure: {
      kind: 'stacked-bars',
      alt: words.alt({ now, decided, of: target.length, outcomes }),
      legend: [
        { label: words.now, tone: 'good', verdict: 'supported' },
        { label: words.decided, tone: 'accent' },
        { label: words.open, tone: 'unknown' },
      ],
      rows: [...groupBy(target, ({ control }) => parts.of(control))].map(([part, inside]) => {
        const values = counts(inside);
        return { label: part, values: [...values], note: words.note(values[0] ?? 0, inside.length) };
      }),
    },
  };
}

/** Controls for each of whose gaps an owner has planned something. */
function plannedIn(framework: string, { findings }: Lens): ReadonlySet<string> {
  const gaps = findings.gaps.flatMap((gap) =>
    gap.controls.filter((each) => each.framework === framework).map(({ control }) => ({ control, gap })),
  );
  const byControl = [...groupBy(gaps, ({ control }) => control)];
  const all = byControl.filter(([, own]) => own.every(({ gap }) => gap.actionBasis === 'planned'));
  return new Set(all.map(([control]) => control));
}
