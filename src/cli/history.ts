import type { StandingBuild } from '../model/store.ts';
import { withStore } from '../store/index.ts';
import { table } from './table.ts';
import { bytesText } from './tell.ts';
import type { Terminal } from './terminal.ts';
import { DONE } from './verb.ts';

/** What was built of a client, as its store says: the oldest first. */
export async function tellHistory(folder: string, terminal: Terminal): Promise<number> {
  const { builds, headlines } = await withStore(folder, async (store, standing) => {
    const summaries = new Map<string, string>();
    for (const { summary: hash } of standing) {
      if (summaries.has(hash)) continue;
      const { frameworks } = await store.summary(hash);
      summaries.set(hash, frameworks.map(headline).join('; '));
    }
    return { builds: standing, headlines: summaries };
  });
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
      builds.map((build) => row(build, headlines.get(build.summary) ?? '')),
      paint,
    ),
  );
  terminal.note(`\nNext: proofpack rebuild ${folder} ${builds.at(-1)?.package.sha256.slice(0, 12) ?? ''}`);
  return DONE;
}

function headline(of: { id: string; supported: number; assessed: number; applicable: number }): string {
  return `${of.id} ${of.supported}, ${of.assessed} of ${of.applicable}`;
}

function row({ asOf, edition, package: made, software, recordedAt }: StandingBuild, found: string): readonly string[] {
  return [asOf, edition, made.sha256.slice(0, 12), bytesText(made.bytes), software, recordedAt.slice(0, 16), found];
}
