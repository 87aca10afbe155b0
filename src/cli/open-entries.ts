import { readCatalog, readTemplates } from '../disk/index.ts';
import { allEntries, type Entry } from '../explain.ts';

/** Everything that has a name, with what an engagement folder adds to it. */
export async function openEntries(folder: string | undefined): Promise<readonly Entry[]> {
  const catalog = await readCatalog(folder === undefined ? {} : { beside: folder });
  const { documents } = await readTemplates();
  return allEntries(catalog, documents);
}
