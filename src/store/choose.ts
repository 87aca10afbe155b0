import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { groupBy } from '../kernel/order.ts';
import type { BuildRecord, StandingBuild } from '../model/store.ts';

export interface Choice {
  /** A day, `last`, or the beginning of a package's SHA-256. */
  readonly word: string;
  readonly edition?: BuildRecord['edition'] | undefined;
  /** Only of earlier days than this one. */
  readonly before?: string | undefined;
  /** What was found is the same in each edition of a build: then the newest one goes. */
  readonly wanted: 'package' | 'findings';
  /** For the error. */
  readonly folder: string;
}

/** The newest build of that day and edition, or of all days; or the one of that hash. Undefined only for `last` where there is none. */
export function chooseBuild(builds: readonly StandingBuild[], choice: Choice): StandingBuild | undefined {
  const { word, edition, before, wanted, folder } = choice;
  const eligible = builds.filter(
    (build) => (edition === undefined || build.edition === edition) && (before === undefined || build.asOf < before),
  );
  if (word === 'last') return newest(eligible);
  const fitting = /^\d{4}-\d\d-\d\d$/.test(word)
    ? perEdition(eligible.filter(({ asOf }) => asOf === word))
    : eligible.filter(({ package: made }) => /^[0-9a-f]{6,}$/.test(word) && made.sha256.startsWith(word));
  const [only] = fitting;
  if (only === undefined) throw failure(diagnostic('store-entry-unknown', { folder, word, known: builds.map(shown) }));
  if (wanted === 'findings' && new Set(fitting.map(({ asOf }) => asOf)).size === 1) return newest(fitting);
  if (fitting.length > 1) throw failure(diagnostic('store-entry-ambiguous', { word, fitting: fitting.map(shown) }));
  return only;
}

/** What was built last goes for an edition of a day: it was built again because something was wrong before. */
function perEdition(builds: readonly StandingBuild[]): readonly StandingBuild[] {
  return [...groupBy(builds, ({ edition }) => edition).values()].flatMap((same) => newest(same) ?? []);
}

function newest(builds: readonly StandingBuild[]): StandingBuild | undefined {
  return builds.reduce<StandingBuild | undefined>(
    (best, build) =>
      best === undefined || build.asOf > best.asOf || (build.asOf === best.asOf && build.latest > best.latest)
        ? build
        : best,
    undefined,
  );
}

function shown({ asOf, edition, package: made }: StandingBuild): string {
  return `${asOf} ${edition} ${made.sha256.slice(0, 12)}`;
}
