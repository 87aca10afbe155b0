import { readCatalog, readEngagement, readMappings, withPublishedTexts } from '../disk/index.ts';
import type { FactDefinition } from '../facts/define-fact.ts';
import * as FACTS from '../facts/index.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Engagement } from '../model/engagement.ts';
import type { Mapping } from '../model/mapping.ts';

export interface OpenEngagement {
  readonly folder: string;
  readonly engagement: Engagement;
  readonly catalog: Catalog;
  readonly mappings: readonly Mapping[];
}

/** An engagement folder with everything that judges it; no exhibit has been touched yet. */
export async function openEngagement(folder: string): Promise<OpenEngagement> {
  const facts: Readonly<Record<string, FactDefinition>> = FACTS;
  const thresholds = new Set(Object.values(facts).flatMap((fact) => fact.thresholds ?? []));
  const catalog = await readCatalog({ beside: folder, facts: new Set(Object.keys(facts)) });
  const engagement = await readEngagement(folder, catalog, { thresholds });
  return {
    folder,
    engagement,
    catalog: await withPublishedTexts(folder, engagement, catalog),
    mappings: await readMappings(folder, engagement.mappings),
  };
}
