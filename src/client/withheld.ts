import { wordsToWithhold } from '../leaks.ts';
import { inScope } from '../model/catalog.ts';
import type { Edition } from '../model/engagement.ts';
import { ownWordsOf } from '../own-words.ts';
import { pseudonym } from '../redaction/index.ts';
import { EDITION_TRAITS, type Withheld } from '../report/index.ts';
import type { Assessed } from './assess-folder.ts';
import type { Guarded } from './guard-leaks.ts';
import { materialsOf } from './materials.ts';

/** What an edition's package would withhold, for whatever goes out beside it. */
export async function withheldFor(
  assessed: Assessed,
  edition: Edition,
  { sightings, ownerKey: key }: Guarded,
): Promise<Withheld> {
  const { engagement, findings } = assessed;
  const { shippedTemplates, templates } = await materialsOf(assessed);
  const ownWords = ownWordsOf(inScope(assessed.catalog, engagement), shippedTemplates ?? templates);
  const words = wordsToWithhold({
    engagement,
    findings,
    named: EDITION_TRAITS[edition].named,
    sightings,
    key,
    ownWords,
  });
  return key === undefined ? { words } : { words, alias: (subject) => pseudonym(key, subject) };
}
