import { byCodeUnit } from '../../kernel/order.ts';
import type { Place } from '../../kernel/place.ts';

/** In the order of the file: numbers in a pointer count as numbers, so that item 10 comes after item 9. */
export function byPlace(one: Place, other: Place): number {
  const [a, b] = [one.row ?? one.line, other.row ?? other.line];
  if (a !== undefined && b !== undefined) return a - b;
  const [steps, others] = [stepsOf(one.at), stepsOf(other.at)];
  for (const [index, step] of steps.entries()) {
    const against = others[index];
    if (against === undefined) return 1;
    const order =
      /^\d+$/.test(step) && /^\d+$/.test(against) ? Number(step) - Number(against) : byCodeUnit(step, against);
    if (order !== 0) return order;
  }
  return steps.length - others.length;
}

function stepsOf(at = ''): readonly string[] {
  return at.split(/(\d+)/);
}
