import { clientOf } from '../disk/index.ts';
import type { BuildSummary, StandingBuild } from '../model/store.ts';
import type { ClientTrends } from '../model/trend.ts';
import { ledgersOf, trendsOf, withStore } from '../store/index.ts';
import { table } from './table.ts';
import { bytesText } from './tell.ts';
import type { Terminal } from './terminal.ts';
import { DONE } from './verb.ts';

/** What was built of a client, as its store says: the oldest first. */
export async function tellHistory(folder: string, terminal: Terminal): Promise<number> {
  const { builds, summaries } = await withStore(folder, async (store, standing) => ({
    builds: standing,
    summaries: standing.length === 0 ? new Map<string, BuildSummary>() : await store.summaries(clientOf(folder)),
  }));
  const found = builds.flatMap((build) => {
    const summary = summaries.get(build.summary);
    return summary === undefined ? [] : [{ build, summary }];
  });
  const trends = trendsOf(found);
  if (terminal.json) {
    const recurring = ledgersOf(found);
    terminal.say(JSON.stringify({ schema: 'proofpack.history/1', folder, builds, trends, recurring }, null, 2));
    return DONE;
  }
  if (builds.length === 0) {
    terminal.say(`Nothing was kept of ${folder} yet.`);
    terminal.note(`\nNext: proofpack build ${folder} --store`);
    return DONE;
  }
  const paint = (text: string) => terminal.style('bold', text);
  const head = ['as of', 'edition', 'sha256', 'size', 'made by', 'recorded', 'supported, assessed of applicable'];
  terminal.say(
    table(
      head,
      builds.map((build) => row(build, headlinesOf(summaries.get(build.summary)))),
      paint,
    ),
  );
  if (new Set(builds.map(({ asOf }) => asOf)).size > 1) {
    terminal.say('');
    terminal.say(
      table(
        ['quarter', 'framework', 'supported', 'assessed', 'of', 'changed beside'],
        trends.frameworks.flatMap(quarterRows),
        paint,
      ),
    );
  }
  terminal.note(`\nNext: proofpack rebuild ${folder} ${builds.at(-1)?.package.sha256.slice(0, 12) ?? ''}`);
  return DONE;
}

/** A quarter of which nothing was kept stands there as that. */
function quarterRows({ id, points }: ClientTrends['frameworks'][number]): readonly (readonly string[])[] {
  return points.map((point) =>
    'missing' in point
      ? [point.quarter, id, 'nothing kept', '', '', '']
      : [
          point.quarter,
          id,
          String(point.supported),
          String(point.assessed),
          String(point.applicable),
          point.breaks.join(', '),
        ],
  );
}

function headlinesOf(summary: BuildSummary | undefined): string {
  const told = (summary?.frameworks ?? []).map(
    ({ id, supported, assessed, applicable }) => `${id} ${supported}, ${assessed} of ${applicable}`,
  );
  return told.join('; ');
}

function row({ asOf, edition, package: made, software, recordedAt }: StandingBuild, found: string): readonly string[] {
  return [asOf, edition, made.sha256.slice(0, 12), bytesText(made.bytes), software, recordedAt.slice(0, 16), found];
}
