import { groupBy } from '../../kernel/order.ts';
import { type ControlAssessment, VERDICTS } from '../../model/assessment.ts';
import type { Framework } from '../../model/control.ts';
import type { FrameworkFindings } from '../../model/findings.ts';
import type { FigureSource } from '../markup.ts';
import { plural } from '../view/framework.ts';
import { VERDICT_WORDS } from '../words.ts';
import { FIGURE_WORDS } from './words.ts';

/** More bars than this are drawn by the larger part instead, where the publisher has one. */
const BARS = 12;

/** Verdicts by group, each in its own shade; only verdicts that occur are in the legend. */
export function verdictBars({ framework, controls, headline }: FrameworkFindings): FigureSource {
  const words = FIGURE_WORDS.verdicts;
  const label = labelling(framework);
  const byBar = groupBy(controls, ({ control }) => label(control));
  const present = VERDICTS.filter((verdict) => controls.some((each) => each.verdict === verdict));
  const counted = [...byBar].map(([bar, inside]) => ({ bar, inside, ...supportOf(inside) }));
  const weakest = counted
    .filter(({ applicable }) => applicable > 0)
    .sort((a, b) => a.supported * b.applicable - b.supported * a.applicable)[0];
  const alt = words.alt(headline.supported, headline.applicable, plural(framework.controlWord));
  return {
    caption: words.caption(framework.shortTitle, framework.groupWord.toLowerCase()),
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

function labelling(framework: Framework): (control: string) => string {
  const groups = new Map(framework.groups.map((group) => [group.id, group]));
  const groupOf = new Map(framework.controls.map(({ id, group }) => [id, groups.get(group)]));
  const used = new Set(groupOf.values());
  return (control) => {
    const group = groupOf.get(control);
    const part = group?.sectionTitle ?? group?.section;
    return (used.size > BARS ? part : undefined) ?? group?.title ?? '';
  };
}

function supportOf(controls: readonly ControlAssessment[]): { supported: number; applicable: number } {
  const applicable = controls.filter(({ verdict }) => verdict !== 'not-applicable');
  return {
    supported: applicable.filter(({ verdict }) => verdict === 'supported').length,
    applicable: applicable.length,
  };
}
