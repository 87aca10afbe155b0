import { readCatalog, readEngagement } from '../disk/index.ts';
import * as FACTS from '../facts/index.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Engagement } from '../model/engagement.ts';

export interface OpenEngagement {
  readonly folder: string;
  readonly engagement: Engagement;
  readonly catalog: Catalog;
}

/** An engagement folder with everything that judges it; no exhibit has been touched yet. */
export async function openEngagement(folder: string): Promise<OpenEngagement> {
  const catalog = await readCatalog({ beside: folder, facts: new Set(Object.keys(FACTS)) });
  return { folder, catalog, engagement: await readEngagement(folder, catalog) };
}
