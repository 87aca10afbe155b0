import { groupBy } from '../../kernel/order.ts';
import { type ControlAssessment, VERDICTS } from '../../model/assessment.ts';
import type { FrameworkFindings } from '../../model/findings.ts';
import type { FigureSource } from '../markup.ts';
import { plural } from '../view/framework.ts';
import { VERDICT_WORDS } from '../words.ts';
import { partsOf } from './parts.ts';
import { FIGURE_WORDS } from './words.ts';

/** Verdicts by group, each in its own shade; only verdicts that occur are in the legend. */
export function verdictBars({ framework, controls, headline }: FrameworkFindings): FigureSource {
  const words = FIGURE_WORDS.verdicts;
  const parts = partsOf(framework);
  const byBar = groupBy(controls, ({ control }) => parts.of(control));
  const present = VERDICTS.filter((verdict) => controls.some((each) => each.verdict === verdict));
  const counted = [...byBar].map(([bar, inside]) => ({ bar, inside, ...supportOf(inside) }));
  const weakest = counted
    .filter(({ applicable }) => applicable > 0)
    .sort((a, b) => a.supported * b.applicable - b.supported * a.applicable)[0];
  const alt = words.alt(headline.supported, headline.applicable, plural(framework.controlWord));
  return {
    caption: words.caption(framework.shortTitle, parts.word),
    figure: {
      kind: 'stacked-bars',
      alt: weakest === undefined ? alt : alt + words.weakest(weakest.bar, weakest.supported, weakest.applicable),
      legend: present.map((verdict) => ({
        label: VERDICT_WORDS[verdict].word,
        tone: VERDICT_WORDS[verdict].tone,
        verdict,
      })),
      rows: counted.map(({ bar, inside, supported, applicable }) => ({
        label: bar,
        values: present.map((verdict) => inside.filter((each) => each.verdict === verdict).length),
        note: words.note(supported, applicable),
      })),
    },
  };
}

function supportOf(controls: readonly ControlAssessment[]): { supported: number; applicable: number } {
  const applicable = controls.filter(({ verdict }) => verdict !== 'not-applicable');
  return {
    supported: applicable.filter(({ verdict }) => verdict === 'supported').length,
    applicable: applicable.length,
  };
}
