import { weekdayOf } from '../kernel/civil-date.ts';
import type { Place } from '../kernel/place.ts';
import { dayIn, minutesOfDayIn } from '../kernel/zone.ts';
import type { AdviceReads } from '../model/advice.ts';
import type { Engagement } from '../model/engagement.ts';
import { isDated } from '../model/observed.ts';
import type { EvidenceRecord } from '../model/record.ts';

export interface AfterHoursTickets {
  /** Tickets of the period whose time of day is known. */
  readonly tickets: number;
  readonly outside: number;
  /** Of those that tell their day only, and can be neither. */
  readonly withoutTime: number;
  /** The first of those outside. */
  readonly places: readonly Place[];
}

const MOST_PLACES = 20;

/** Tickets by the clock of the client: each is counted once, however many exports tell of it. */
export function startAfterHours(
  { period, asOf, client }: Engagement,
  hours: AdviceReads['officeHours'],
): { see(record: EvidenceRecord): void; finish(): AfterHoursTickets } {
  const seen = new Set<string>();
  const places: Place[] = [];
  const counts = { tickets: 0, outside: 0, withoutTime: 0 };
  const [from, until] = [minutes(hours.from), minutes(hours.until)];
  return {
    see(record) {
      if (record.kind !== 'incident' || record.opened === undefined || !isDated(record.opened)) return;
      const { instant, precision } = record.opened;
      const day = dayIn(client.timeZone, instant);
      if (day < period.from || day > period.to || day > asOf || seen.has(record.incidentId)) return;
      seen.add(record.incidentId);
      if (precision === 'day') {
        counts.withoutTime += 1;
        return;
      }
      counts.tickets += 1;
      const time = minutesOfDayIn(client.timeZone, instant);
      if (hours.days.includes(weekdayOf(day)) && time >= from && time < until) return;
      counts.outside += 1;
      if (places.length < MOST_PLACES) places.push(record.from);
    },
    finish: () => ({ ...counts, places }),
  };
}

function minutes(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
}
