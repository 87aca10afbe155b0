import type { Engagement } from '../model/engagement.ts';
import type { OperatingModel, Party } from '../model/ownership.ts';
import type { Authority } from '../model/practice.ts';
import type { Roster } from './lints.ts';

/** Parties of the model in force, with the persons that the engagement names, and the engagement's own parties after them. */
export function rosterOf(engagement: Engagement, models: readonly OperatingModel[], model: OperatingModel): Roster {
  const parties = new Map<string, Party>();
  for (const known of [model, ...models].flatMap((each) => each.parties)) {
    if (parties.has(known.id)) continue;
    parties.set(known.id, party(known.id, known, engagement));
  }
  for (const id of Object.keys(engagement.parties)) {
    if (!parties.has(id)) parties.set(id, party(id, undefined, engagement));
  }
  return { parties, authority: authorities(engagement, model) };
}

function party(id: string, known: OperatingModel['parties'][number] | undefined, engagement: Engagement): Party {
  const said = engagement.parties[id];
  const employer = said?.of === undefined ? undefined : engagement.parties[said.of];
  const side =
    said?.side ?? (said?.of === 'msp' || employer?.side === 'provider' ? 'provider' : (known?.side ?? 'provider'));
  const name = said?.name ?? said?.contact;
  return {
    id,
    title: known?.title ?? said?.title ?? id,
    side,
    meaning: known?.meaning ?? said?.title ?? '',
    ...(name === undefined ? {} : { name }),
  };
}

/** What the engagement says a party may do replaces the model's word for that party, and is not added to it. */
function authorities(engagement: Engagement, model: OperatingModel): ReadonlyMap<string, readonly Authority[]> {
  return new Map(Object.entries({ ...model.authority, ...engagement.authority }));
}
