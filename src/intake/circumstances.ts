import { dayNumber } from '../kernel/civil-date.ts';
import { boundsOfDay } from '../kernel/zone.ts';
import type { Engagement } from '../model/engagement.ts';
import { type Observed, UNDATED } from '../model/observed.ts';
import type { FileContext } from './contract.ts';
import { observedOnDay } from './dates/bounds.ts';
import type { DateOrder } from './dates/written.ts';

type Entry = Engagement['exhibits'][string];

/** What the engagement says of one file: its own entry, and for a file in a container also those of its containers, the nearest first. */
export interface Circumstances {
  readonly source: string | undefined;
  readonly excluded: { readonly because: string } | null;
  readonly zone: string;
  readonly dateOrder: DateOrder | undefined;
  readonly said: FileContext['said'];
  readonly asStated: Observed;
}

export function circumstancesOf(engagement: Engagement, path: string, within: readonly string[] = []): Circumstances {
  const entries = [path, ...within].flatMap((each) => entryOf(engagement, each) ?? []);
  const said = <K extends keyof Entry>(key: K): Entry[K] | undefined =>
    entries.find((entry) => entry[key] !== undefined)?.[key];
  const zone = said('timeZone') ?? engagement.client.timeZone;
  const [system, perspective, by, on] = [said('system'), said('perspective'), said('by'), said('observedOn')];
  const excluded = entries.find(({ exclude }) => exclude);
  return {
    source: said('source'),
    excluded: excluded ? { because: excluded.because ?? '' } : null,
    zone,
    dateOrder: said('dateOrder') ?? engagement.client.dateOrder,
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
