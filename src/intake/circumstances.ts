import { dayNumber } from '../kernel/civil-date.ts';
import { boundsOfDay } from '../kernel/zone.ts';
import type { Engagement } from '../model/engagement.ts';
import type { SaidOfFile } from '../model/exhibit.ts';
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
  /** Who says that the file is all there, and why. */
  readonly whole: { readonly by: string; readonly because: string } | null;
  /** What the person adds on how the file was made. */
  readonly produced: SaidOfFile | null;
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
    whole: wholeOf(entries),
    produced: producedOf(engagement, path, within),
    asStated: on === undefined ? UNDATED : { ...observedOnDay(on, dayNumber(on), zone), basis: 'stated' },
  };
}

function wholeOf(entries: readonly Entry[]): Circumstances['whole'] {
  const { by, because } = entries.find(({ whole }) => whole) ?? {};
  return by === undefined || because === undefined ? null : { by, because };
}

/** Its own entry; else that of the archive around it, whose number of rows is not that of one file. */
function producedOf(engagement: Engagement, path: string, within: readonly string[]): SaidOfFile | null {
  const own = saidProduced(entryOf(engagement, path) ?? {});
  if (own !== null) return own;
  const outer = within.map((each) => saidProduced(entryOf(engagement, each) ?? {})).find((said) => said !== null);
  if (outer === undefined) return null;
  const { rowsStated: _, ...produced } = outer.produced;
  return { ...outer, produced };
}

function saidProduced({ produced, by, because }: Partial<Entry>): SaidOfFile | null {
  if (produced === undefined || by === undefined || because === undefined) return null;
  return { by, because, produced: withoutGaps(produced) };
}

function withoutGaps(said: NonNullable<Entry['produced']>): SaidOfFile['produced'] {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

function entryOf(engagement: Engagement, path: string): Entry | undefined {
  return Object.hasOwn(engagement.exhibits, path) ? engagement.exhibits[path] : undefined;
}

/** Last instant of the as-of day where the client is. */
export function endOf(engagement: Engagement, asOf = engagement.asOf): number {
  return boundsOfDay(engagement.client.timeZone, asOf)[1];
}
