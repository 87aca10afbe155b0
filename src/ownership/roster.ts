import type { Engagement } from '../model/engagement.ts';
import type { OperatingModel, Party } from '../model/ownership.ts';
import type { Authority } from '../model/practice.ts';

type ModelParty = OperatingModel['parties'][number];

/** Who there is under one model, and what each may do without asking. */
export interface Roster {
  readonly parties: ReadonlyMap<string, Party>;
  readonly authority: ReadonlyMap<string, readonly Authority[]>;
}

/** Parties of the model in force, with the persons that the engagement names, and the engagement's own parties after them. */
export function rosterOf(engagement: Engagement, models: readonly OperatingModel[], model: OperatingModel): Roster {
  const known = new Map<string, ModelParty>();
  for (const each of [model, ...models].flatMap(({ parties }) => parties)) {
    if (!known.has(each.id)) known.set(each.id, each);
  }
  const ids = new Set([...known.keys(), ...Object.keys(engagement.parties)]);
  return {
    parties: new Map([...ids].map((id) => [id, party(id, known, engagement)])),
    authority: authorities(engagement, model),
  };
}

export function titleOf(party: string, roster: Roster): string {
  return roster.parties.get(party)?.title ?? party;
}

export function sideOf(party: string, roster: Roster): Party['side'] | undefined {
  return roster.parties.get(party)?.side;
}

export function mayDo(party: string, roster: Roster): readonly Authority[] {
  return roster.authority.get(party) ?? [];
}

function party(id: string, models: ReadonlyMap<string, ModelParty>, engagement: Engagement): Party {
  const said = engagement.parties[id];
  const known = models.get(id);
  const name = said?.name ?? said?.contact;
  return {
    id,
    title: known?.title ?? said?.title ?? id,
    side: said?.side ?? employerSide(said?.of, models, engagement) ?? known?.side ?? 'provider',
    meaning: known?.meaning ?? said?.title ?? '',
    ...(name === undefined ? {} : { name }),
    ...(said?.contact === undefined ? {} : { contact: said.contact }),
    ...(said?.of === undefined ? {} : { of: said.of }),
  };
}

/** Whoever is employed by a provider stands on the provider's side, whatever the model supposes. */
function employerSide(
  employer: string | undefined,
  models: ReadonlyMap<string, ModelParty>,
  engagement: Engagement,
): Party['side'] | undefined {
  if (employer === undefined) return undefined;
  return engagement.parties[employer]?.side ?? models.get(employer)?.side;
}

/** What the engagement says a party may do replaces the model's word for that party, and is not added to it. */
function authorities(engagement: Engagement, model: OperatingModel): ReadonlyMap<string, readonly Authority[]> {
  return new Map(Object.entries({ ...model.authority, ...engagement.authority }));
}
