import { openEngagement } from '../client/open.ts';
import { isEngagement, readCatalog, readTemplates } from '../disk/index.ts';
import { allEntries, type Entry } from '../explain.ts';

/** Everything that has a name, with what an engagement folder adds to it. */
export async function openEntries(folder: string | undefined): Promise<readonly Entry[]> {
  const { documents } = await readTemplates(folder);
  // Profiles are those of an engagement: without one there are none.
  if (folder === undefined || !(await isEngagement(folder))) {
    return allEntries(await readCatalog(folder === undefined ? {} : { beside: folder }), documents);
  }
  const { catalog, mappings } = await openEngagement(folder);
  return allEntries(catalog, documents, mappings);
}
