import type { ProducedBy } from '../../model/exhibit.ts';
import { isDated, type Observed } from '../../model/observed.ts';

type Said = { readonly [F in Exclude<keyof ProducedBy, 'runAt' | 'ranAt'>]?: ProducedBy[F] | undefined };

/** What a file says of its own making, without what it does not say. A time is told as it is written and as the instant that it means. */
export function producedBy({ ran, ...said }: Said & { readonly ran?: Observed | undefined }): ProducedBy {
  const told = Object.entries(said).filter(([, value]) => value !== undefined && value !== '');
  return { ...Object.fromEntries(told), ...(ran && timesOf(ran)) };
}

function timesOf(ran: Observed): Pick<ProducedBy, 'runAt' | 'ranAt'> {
  if (ran.raw === null) return {};
  // An instant that rests on an assumed zone is not what the file says.
  if (!isDated(ran) || ran.precision === 'day' || ran.zoneAssumed || ran.orderAssumed) return { runAt: ran.raw };
  return { runAt: ran.raw, ranAt: new Date(ran.instant).toISOString() };
}
