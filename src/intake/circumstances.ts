import { dayNumber } from '../kernel/civil-date.ts';
import { boundsOfDay } from '../kernel/zone.ts';
import type { Engagement } from '../model/engagement.ts';
import { type Observed, UNDATED } from '../model/observed.ts';
import type { FileContext } from './contract.ts';
import { observedOnDay } from './dates/bounds.ts';
import type { DateOrder } from './dates/written.ts';

type Entry = Engagement['exhibits'][string];

/** What the engagement says of one file: its own entry, and for a file in a container also the container's. */
export interface Circumstances {
  readonly source: string | undefined;
  readonly excluded: { readonly because: string } | null;
  readonly zone: string;
  readonly dateOrder: DateOrder | undefined;
  readonly said: FileContext['said'];
  readonly asStated: Observed;
}

export function circumstancesOf(engagement: Engagement, path: string, container?: string): Circumstances {
  const own: Partial<Entry> = entryOf(engagement, path) ?? {};
  const outer: Partial<Entry> = container === undefined ? {} : (entryOf(engagement, container) ?? {});
  const zone = own.timeZone ?? outer.timeZone ?? engagement.client.timeZone;
  const system = own.system ?? outer.system;
  const perspective = own.perspective ?? outer.perspective;
  const by = own.by ?? outer.by;
  const on = own.observedOn ?? outer.observedOn;
  const excluded = own.exclude ? own : outer.exclude ? outer : undefined;
  return {
    source: own.source ?? outer.source,
    excluded: excluded ? { because: excluded.because ?? '' } : null,
    zone,
    dateOrder: own.dateOrder ?? outer.dateOrder ?? engagement.client.dateOrder,
    said: {
      ...(system !== undefined && { system }),
      ...(perspective !== undefined && { perspective }),
      ...(by !== undefined && { by }),
    },
    asStated: on === undefined ? UNDATED : { ...observedOnDay(on, dayNumber(on), zone), basis: 'stated' },
  };
}

function entryOf(engagement: Engagement, path: string): Entry | undefined {
  return Object.hasOwn(engagement.exhibits, path) ? engagement.exhibits[path] : undefined;
}

/** Last instant of the as-of day where the client is. */
export function endOf(engagement: Engagement, asOf = engagement.asOf): number {
  return boundsOfDay(engagement.client.timeZone, asOf)[1];
}
