import type { CivilDate } from '../kernel/civil-date.ts';
import { type Place, placeText } from '../kernel/place.ts';
import type { Assignment, Ownership, OwnershipIssue, Party } from '../model/ownership.ts';
import { issue } from './issue.ts';
import { nameKey } from './names.ts';

/** What a staff list or a directory says of people. */
export interface PeopleKnown {
  readonly left: readonly { readonly name: string; readonly on?: CivilDate; readonly place?: Place }[];
  /** Accounts that a directory tells as switched off, of whom no list says that they left. */
  readonly disabled?: readonly { readonly name: string; readonly place?: Place }[];
  /** Who is still here: a name on both lists may be two people, and then nothing is said. */
  readonly here: Iterable<string>;
}

/** Hats that a person holds who has left, or whose account is switched off, at the as-of date. */
export function lintPeople(
  ownership: Ownership,
  { left, disabled = [], here }: PeopleKnown,
): readonly OwnershipIssue[] {
  const staying = new Set([...here].map(nameKey));
  const byName = (people: readonly Leaver[]) =>
    new Map(people.filter(({ name }) => !staying.has(nameKey(name))).map((person) => [nameKey(person.name), person]));
  const [gone, off] = [byName(left), byName(disabled)];
  const current = currentAssignments(ownership);
  return ownership.parties.flatMap((party) => {
    const practices = current.filter((assignment) => wears(party.id, assignment)).length;
    if (practices === 0) return [];
    const found = (people: ReadonlyMap<string, Leaver>) =>
      personsOf(party).flatMap((person) => {
        const known = people.get(nameKey(person));
        return known === undefined ? [] : [{ person, known }];
      })[0];
    const leaver = found(gone);
    const silent = found(off);
    const about = ({ name, place }: Leaver) => ({
      party: party.id,
      names: [name],
      ...(place === undefined ? {} : { place }),
    });
    if (leaver !== undefined) {
      const args = { person: leaver.person, party: party.title, practices, on: leaver.known.on };
      return [issue('hat-held-by-leaver', args, about(leaver.known))];
    }
    if (silent === undefined) return [];
    const where = silent.known.place === undefined ? '' : placeText(silent.known.place);
    const args = { person: silent.person, party: party.title, practices, where };
    return [issue('hat-holder-disabled', args, about(silent.known))];
  });
}

type Leaver = PeopleKnown['left'][number];

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
