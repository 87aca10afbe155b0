import { REVIEW_LABELS as LABELS } from '../../kernel/messages/review.ts';
import type { Item } from '../desk.ts';

export type DecisionState = keyof typeof LABELS.decision;

/** Where a question stands: what does not hold any more is open again. */
export function decisionState({ entry, row }: Item): DecisionState {
  if (entry === null && row.reviewed === null) return 'open';
  if (row.reviewed?.refused != null) return 'refused';
  return entry?.state ?? row.reviewed?.state ?? 'open';
}

export function decisionOf(item: Item): { readonly state: DecisionState; readonly text: string } {
  const state = decisionState(item);
  return { state, text: LABELS.decision[state] };
}

/** Whether somebody still has to look at it; what the form does not ask, or holds already, waits for nobody. */
export function isOpen(item: Item): boolean {
  const { state } = item.row;
  if (state === 'hidden' || state === 'not-asked' || state === 'answered') return false;
  const decided = decisionState(item);
  return decided === 'open' || decided === 'refused';
}
