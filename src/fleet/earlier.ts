import { hasStore } from '../disk/index.ts';
import type { EarlierBuild } from '../model/portfolio-findings.ts';
import type { Outcome } from './job.ts';

/** Of each client whose store keeps builds, the newest one of an earlier day than what is known now. */
export async function earlierBuilds(
  outcomes: readonly Outcome[],
  folderOf: (id: string) => string,
): Promise<ReadonlyMap<string, EarlierBuild>> {
  const found = new Map<string, EarlierBuild>();
  for (const { id, summary } of outcomes) {
    if (summary === null || !(await hasStore(folderOf(id)))) continue;
    const build = await earlierThan(summary.asOf, folderOf(id));
    if (build !== undefined) found.set(id, build);
  }
  return found;
}

async function earlierThan(day: string, folder: string): Promise<EarlierBuild | undefined> {
  // Only who keeps builds waits for the room that reads them.
  const { withStore } = await import('../store/index.ts');
  return withStore(folder, async (store, builds) => {
    const newest = builds
      .filter(({ asOf }) => asOf < day)
      .reduce<(typeof builds)[number] | undefined>(
        (best, build) => (best === undefined || build.asOf >= best.asOf ? build : best),
        undefined,
      );
    if (newest === undefined) return undefined;
    const { frameworks } = await store.summary(newest.summary);
    return {
      asOf: newest.asOf,
      headlines: frameworks.map(({ id, supported, assessed, applicable }) => ({
        framework: id,
        supported,
        assessed,
        applicable,
      })),
    };
  });
}
