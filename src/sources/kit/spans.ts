import type { FileContext, Placed } from '../../intake/contract.ts';
import { type Observed, UNDATED } from '../../model/observed.ts';
import { earlierOf, laterOf } from './dated.ts';
import { remembered } from './remembered.ts';

interface Span {
  first: Observed | undefined;
  last: Observed | undefined;
  events: number;
}

/** Remembers one event of one system's log. */
export function sawEvent(file: FileContext, system: string, when: Observed): undefined {
  const spans = remembered(file, 'spans', () => new Map<string, Span>());
  const span = spans.get(system) ?? { first: undefined, last: undefined, events: 0 };
  spans.set(system, {
    first: earlierOf(span.first, when),
    last: laterOf(span.last, when),
    events: span.events + 1,
  });
  return undefined;
}

/** One span for each system whose events were seen. */
export function spansSeen(file: FileContext, truncated?: (events: number) => boolean | undefined): readonly Placed[] {
  const spans = remembered(file, 'spans', () => new Map<string, Span>());
  return [...spans].map(([system, { first = UNDATED, last = UNDATED, events }]) => ({
    kind: 'audit-log-span',
    strength: 'C',
    observed: last,
    system,
    first,
    last,
    events,
    truncated: truncated?.(events),
  }));
}
