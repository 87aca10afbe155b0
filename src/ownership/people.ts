import type { CivilDate } from '../kernel/civil-date.ts';
import type { Place } from '../kernel/place.ts';
import type { Assignment, Ownership, OwnershipIssue, Party } from '../model/ownership.ts';
import { issue } from './issue.ts';
import { nameKey } from './names.ts';

/** What a staff list or a directory says of people. */
export interface PeopleKnown {
  readonly left: readonly { readonly name: string; readonly on?: CivilDate; readonly place?: Place }[];
  /** Who is still here: a name on both lists may be two people, and then nothing is said. */
  readonly here: Iterable<string>;
}

/** Hats that a person holds who has left, at the as-of date. */
export function lintPeople(ownership: Ownership, { left, here }: PeopleKnown): readonly OwnershipIssue[] {
  const staying = new Set([...here].map(nameKey));
  const leavers = new Map(left.map((leaver) => [nameKey(leaver.name), leaver]));
  const current = currentAssignments(ownership);
  return ownership.parties.flatMap((party) => {
    const person = personsOf(party).find((name) => leavers.has(nameKey(name)) && !staying.has(nameKey(name)));
    const leaver = person === undefined ? undefined : leavers.get(nameKey(person));
    const hats = current.filter((assignment) => wears(party.id, assignment)).length;
    if (person === undefined || leaver === undefined || hats === 0) return [];
    const args = { person, party: party.title, practices: hats, on: leaver.on };
    return [issue('hat-held-by-leaver', args, { party: party.id, ...place(leaver) })];
  });
}

/** One entry a practice: the owners at the as-of date come first. */
function currentAssignments({ assignments }: Ownership): readonly Assignment[] {
  const seen = new Set<string>();
  return assignments.filter(({ practice }) => !seen.has(practice) && seen.add(practice));
}

function personsOf({ name, contact }: Party): readonly string[] {
  return [name, contact].filter((each) => each !== undefined);
}

function wears(party: string, assignment: Assignment): boolean {
  const { accountable, responsible, evidence, approves, afterHours, escalation } = assignment;
  return [accountable, ...responsible, evidence, approves, afterHours, escalation.at(-1)].includes(party);
}

function place(leaver: PeopleKnown['left'][number]): Pick<OwnershipIssue, 'place'> {
  return leaver.place === undefined ? {} : { place: leaver.place };
}
