import type { CivilDate } from '../kernel/civil-date.ts';
import type { NamedIn } from '../kernel/messages/ownership.ts';
import { groupBy } from '../kernel/order.ts';
import { type Place, placeText } from '../kernel/place.ts';
import { type Assignment, type Ownership, type OwnershipIssue, ownerOf, type Party } from '../model/ownership.ts';
import { issue } from './issue.ts';
import { meansSame } from './names.ts';

/** Somebody whom a policy, a register or a ticket calls the owner of a practice. */
export interface NamedOwner {
  readonly practice: string;
  /** What the practice is called in print. */
  readonly title: string;
  /** A person, an organisation or a party, as it is written there. */
  readonly namedOwner: string;
  readonly what: NamedIn;
  readonly place: Place;
  /** The day for which it speaks; the as-of date when it does not say. */
  readonly on?: CivilDate;
}

/** Where documents name another owner than the matrix. A name that fits no party is told once, whatever it owns. */
export function lintNamedOwners(ownership: Ownership, entries: readonly NamedOwner[]): readonly OwnershipIssue[] {
  const unknown: NamedOwner[] = [];
  const differing: NamedOwner[] = [];
  for (const entry of entries.filter(({ namedOwner }) => namedOwner.trim() !== '')) {
    const assignment = ownerOf(ownership, entry.practice, entry.on);
    if (assignment === undefined) continue;
    const meant = ownership.parties.filter((party) => isMeant(entry.namedOwner, party));
    if (meant.length === 0) unknown.push(entry);
    else if (!meant.some((party) => owns(party, assignment, ownership))) differing.push(entry);
  }
  return [
    ...[...groupBy(differing, ({ practice, namedOwner }) => JSON.stringify([practice, namedOwner])).values()].flatMap(
      (same) => differs(same, ownership),
    ),
    ...[...groupBy(unknown, ({ namedOwner }) => namedOwner).values()].flatMap(([first, ...more]) =>
      first === undefined
        ? []
        : issue(
            'named-owner-not-in-matrix',
            { named: first.namedOwner, times: more.length + 1, where: placeText(first.place) },
            { place: first.place, names: [first.namedOwner] },
          ),
    ),
  ];
}

/** Whether a name as it is written somewhere means the party, its person or its contact. */
export function isMeant(named: string, { id, title, name, contact }: Party): boolean {
  return [id, title, name, contact].some((known) => known !== undefined && meansSame(known, named));
}

/** An organisation speaks for the party that it employs, and that party for it. */
function owns(party: Party, { accountable, responsible }: Assignment, { parties }: Ownership): boolean {
  const owners = [accountable, ...responsible];
  const employers = parties.filter(({ id }) => owners.includes(id)).map(({ of }) => of);
  return owners.includes(party.id) || employers.includes(party.id) || owners.some((owner) => owner === party.of);
}

function differs(same: readonly NamedOwner[], ownership: Ownership): OwnershipIssue[] {
  const [first] = same;
  const assignment = first === undefined ? undefined : ownerOf(ownership, first.practice, first.on);
  if (first === undefined || assignment === undefined) return [];
  const called = (id: string): string => {
    const party = ownership.parties.find((each) => each.id === id);
    return party?.name === undefined ? (party?.title ?? id) : `${party.name} (${party.title})`;
  };
  const { practice, title, namedOwner: named, what, place } = first;
  const args = {
    practice: title,
    named,
    what,
    where: placeText(place),
    accountable: called(assignment.accountable),
    responsible: assignment.responsible.map(called),
  };
  return [issue('owner-differs', args, { practice, place, names: [named] })];
}
