import { type ExcerptRequest, excerptsOf } from './intake/index.ts';
import type { Excerpt, WantedExcerpt } from './model/excerpt.ts';
import type { Exhibit } from './model/exhibit.ts';
import type { ExhibitPlacement } from './model/package.ts';

export interface Leaving extends ExcerptRequest {
  readonly exhibits: readonly Exhibit[];
  readonly placements: readonly ExhibitPlacement[];
  readonly copies: ReadonlyMap<string, Uint8Array>;
}

/** What can be shown of the exhibits that leave: of a redacted one its copy, and never the original. */
export async function readExcerpts(leaving: Leaving, wanted: readonly WantedExcerpt[]): Promise<readonly Excerpt[]> {
  const { exhibits, placements, copies, ...reading } = leaving;
  const left = new Set(placements.flatMap(({ packaged, original }) => (packaged === null ? [] : [original])));
  const shown: Excerpt[] = [];
  for (const exhibit of exhibits.filter(({ path }) => left.has(path))) {
    const copy = copies.get(exhibit.path);
    const one = copy === undefined ? excerptsOf(exhibit, wanted, reading) : excerptsOfCopy(exhibit, copy);
    shown.push(...(await one));
  }
  return shown;

  async function excerptsOfCopy(exhibit: Exhibit, copy: Uint8Array): Promise<readonly Excerpt[]> {
    const counting = wanted.map((each) => ({ ...each, rows: null }));
    const original = await excerptsOf(exhibit, counting, reading);
    const handed = { ...exhibit, size: copy.length, open: () => once(copy) };
    return sameCounted(await excerptsOf(handed, counting, reading), original);
  }
}

/** Where a value of several lines was taken out, the numbers behind it lead elsewhere: then nothing of that copy is shown. */
function sameCounted(excerpts: readonly Excerpt[], original: readonly Excerpt[]): readonly Excerpt[] {
  const counts = new Map(original.map((excerpt) => [excerpt.path, countOf(excerpt)]));
  return excerpts.filter((excerpt) => counts.get(excerpt.path) === countOf(excerpt));
}

function countOf(excerpt: Excerpt): number | null {
  return excerpt.form === 'rows' || excerpt.form === 'lines' ? excerpt.of : null;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
