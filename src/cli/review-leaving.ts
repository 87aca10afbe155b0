import type { Assessed } from '../client/index.ts';
import { KIND_WORDS } from '../kernel/messages/redaction-kinds.ts';
import type { Leaving } from '../review/index.ts';
import { type Preview, previewsOf } from './preview-editions.ts';
import type { Terminal } from './terminal.ts';

/** What `preview` counts, for the page: the editions of the engagement file. */
export async function leavingOf(assessed: Assessed, terminal: Terminal): Promise<Leaving> {
  const { previews, sightings } = await previewsOf(assessed, [...new Set(assessed.engagement.editions)], terminal);
  return {
    searched: sightings.searched.files,
    unsearched: sightings.unsearched.map(({ path }) => path),
    editions: previews.map(({ edition, exhibits, found, stops }) => ({
      edition,
      ...exhibits,
      found: found.map((each) => ({
        what: KIND_WORDS[each.kind],
        count: each.count,
        exhibits: each.exhibits,
        becomes: becomesOf(each, stops.length > 0),
      })),
      stops: stops.map(({ message }) => message),
    })),
  };
}

function becomesOf({ leaves, class: of }: Preview['found'][number], stopped: boolean) {
  if (!leaves) return 'stays' as const;
  if (of === 'personal') return 'original' as const;
  return stopped ? ('stops' as const) : ('exception' as const);
}
