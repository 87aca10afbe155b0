import { clientOf, hasStore, indexNumber, readEarlier, saveEarlier } from '../disk/index.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { ProofpackError } from '../kernel/failure.ts';
import type { EarlierBuild } from '../model/portfolio-client.ts';
import type { Outcome } from './job.ts';

/** Where clients are, and where what was found of them is noted. */
export interface Earlier {
  readonly folderOf: (id: string) => string;
  readonly out: string;
}

/** Of each client whose store keeps builds, the newest one of an earlier day than what is known now. A store that did not change is not opened again. */
export async function earlierBuilds(
  outcomes: readonly Outcome[],
  { folderOf, out }: Earlier,
): Promise<ReadonlyMap<string, EarlierBuild>> {
  const found = new Map<string, EarlierBuild>();
  for (const { id, summary } of outcomes) {
    const folder = folderOf(id);
    if (summary === null || !(await hasStore(folder))) continue;
    const build = await notedOrRead({ id, folder, out, asOf: summary.asOf });
    if (build !== null) found.set(id, build);
  }
  return found;
}

interface Asked {
  readonly id: string;
  readonly folder: string;
  readonly out: string;
  readonly asOf: CivilDate;
}

async function notedOrRead({ id, folder, out, asOf }: Asked): Promise<EarlierBuild | null> {
  const generation = await indexNumber(folder);
  if (generation === undefined) return earlierThan(asOf, folder);
  const noted = await readEarlier(out, id);
  if (noted?.generation === generation && noted.asOf === asOf) return noted.build;
  const build = await earlierThan(asOf, folder);
  const note = { schema: 'proofpack.fleet.earlier/2', client: id, asOf, generation, build } as const;
  // Where nobody may write, it is read again next time.
  await saveEarlier(out, note).catch((error: unknown) => {
    if (!(error instanceof ProofpackError) || error.exit !== 6) throw error;
  });
  return build;
}

async function earlierThan(day: CivilDate, folder: string): Promise<EarlierBuild | null> {
  // Only who keeps builds waits for the room that reads them.
  const { trendsOf, withStore } = await import('../store/index.ts');
  return withStore(folder, async (store, builds) => {
    const earlier = builds.filter(({ asOf }) => asOf < day);
    const newest = earlier.reduce<(typeof builds)[number] | undefined>(
      (best, build) =>
        best === undefined || build.asOf > best.asOf || (build.asOf === best.asOf && build.latest > best.latest)
          ? build
          : best,
      undefined,
    );
    if (newest === undefined) return null;
    const summaries = await store.summaries(clientOf(folder));
    const found = earlier.flatMap((build) => {
      const summary = summaries.get(build.summary);
      return summary === undefined ? [] : [{ build, summary }];
    });
    const { frameworks } = await store.summary(newest.summary);
    return {
      asOf: newest.asOf,
      headlines: frameworks.map(({ id, supported, assessed, applicable }) => ({
        framework: id,
        supported,
        assessed,
        applicable,
      })),
      quarters: trendsOf(found).frameworks.map(({ id, points }) => ({
        framework: id,
        points: points.map((point) => ('missing' in point ? point : { ...point, breaks: [...point.breaks] })),
      })),
    };
  });
}
