import type { FileContext, Placed } from '../../intake/contract.ts';
import { type Observed, UNDATED } from '../../model/observed.ts';
import { perFile } from './per-file.ts';
import { earlier, later } from './times.ts';

interface Span {
  first: Observed | undefined;
  last: Observed | undefined;
  events: number;
}

const spans = perFile(() => new Map<string, Span>());

/** Remembers one event of one system's log. */
export function sawEvent(file: FileContext, system: string, when: Observed): undefined {
  const span = spans(file).get(system) ?? { first: undefined, last: undefined, events: 0 };
  spans(file).set(system, {
    first: earlier(span.first, when),
    last: later(span.last, when),
    events: span.events + 1,
  });
  return undefined;
}

/** One span for each system whose events were seen. */
export function spansSeen(file: FileContext, truncated?: (events: number) => boolean | undefined): readonly Placed[] {
  return [...spans(file)].map(([system, { first = UNDATED, last = UNDATED, events }]) => ({
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
