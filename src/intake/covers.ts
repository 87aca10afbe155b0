import type { Period } from '../kernel/period.ts';
import { dayIn, type Instant } from '../kernel/zone.ts';
import { isDated, type Observed } from '../model/observed.ts';
import type { EvidenceRecord } from '../model/record.ts';

/** First and last day, where the client is, that the records of a file speak of. */
export function startCovering(zone: string) {
  let first: Instant | undefined;
  let last: Instant | undefined;
  const widen = (observed: Observed): void => {
    if (!isDated(observed)) return;
    if (first === undefined || observed.instant < first) first = observed.instant;
    if (last === undefined || observed.instant > last) last = observed.instant;
  };
  return {
    see(record: EvidenceRecord): void {
      widen(record.observed);
      // The span of a log says more than the one moment at which it was exported.
      if (record.kind !== 'audit-log-span') return;
      widen(record.first);
      widen(record.last);
    },
    covers: (): Period | null =>
      first === undefined || last === undefined ? null : { from: dayIn(zone, first), to: dayIn(zone, last) },
  };
}
