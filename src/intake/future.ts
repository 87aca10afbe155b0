import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import type { Instant } from '../kernel/zone.ts';
import { isDated } from '../model/observed.ts';
import type { EvidenceRecord } from '../model/record.ts';

const SHOWN = 5;

/** Evidence cannot be from tomorrow: a record that is, even at its earliest, was dated by a wrong clock or a wrong hand. */
export function startWatchingFuture(endOfAsOf: Instant) {
  const notes: Diagnostic[] = [];
  return {
    see({ observed, from }: EvidenceRecord): void {
      if (notes.length >= SHOWN || !isDated(observed) || observed.earliest <= endOfAsOf) return;
      notes.push(diagnostic('time-in-future', { raw: observed.raw ?? '' }, from));
    },
    notes: (): readonly Diagnostic[] => notes,
  };
}
