import { clientOf } from '../disk/index.ts';
import type { BuildSummary, StandingBuild } from '../model/store.ts';
import { withStore } from '../store/index.ts';
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
  if (terminal.json) {
    terminal.say(JSON.stringify({ schema: 'proofpack.history/1', folder, builds }, null, 2));
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
  terminal.note(`\nNext: proofpack rebuild ${folder} ${builds.at(-1)?.package.sha256.slice(0, 12) ?? ''}`);
  return DONE;
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
