import { groupBy } from '../kernel/order.ts';
import { counted } from '../kernel/text.ts';
import type { HandoverStep, TransitionRules } from '../model/transition.ts';
import { filled } from './filled.ts';
import type { Item } from './handover-items.ts';

const GRAVITY = ['high', 'moderate', 'low'] as const;

/** Items that differ by their practice only are one step; the grave first, then in order of time, then as the rules stand. */
export function stepsOf(items: readonly Item[], { rules }: TransitionRules): readonly HandoverStep[] {
  const groups = groupBy(items, ({ rule, severity, due, step }) => JSON.stringify([rule, severity, due, step]));
  const order = rules.map(({ id }) => id);
  return [...groups.values()]
    .flatMap((same) => stepOf(same))
    .sort(
      (a, b) =>
        GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity) ||
        (a.due < b.due ? -1 : a.due > b.due ? 1 : order.indexOf(a.rule) - order.indexOf(b.rule)),
    );
}

function stepOf(same: readonly Item[]): readonly HandoverStep[] {
  const [first] = same;
  if (first === undefined) return [];
  const { rule, title, severity, by, due, because, step } = first;
  const practices = same.map(({ practice }) => practice);
  const open = same.filter(({ done }) => done === undefined).map(({ practice }) => practice);
  const text = filled(step, { counted: counted(practices.length, 'practice') });
  return [{ rule, title, severity, by, due, text, because, practices, open }];
}
