import type { Framework } from '../model/control.ts';
import { type Assignment, type Ownership, ownerOf } from '../model/ownership.ts';
import type { Practice } from '../model/practice.ts';
import type { Dialect, OwningSide, SpokenControl, SpokenMatrix } from '../model/responsibility-words.ts';

export interface SpokenRequest {
  readonly ownership: Ownership;
  readonly practices: readonly Practice[];
  readonly frameworks: readonly Framework[];
  readonly dialect: Dialect;
  /** The party that tells; the provider that does most when it is not said. */
  readonly provider?: string | undefined;
}

/** The matrix in somebody else's words, control by control, each with the rule that chose them. */
export function speakMatrix({ ownership, practices, frameworks, dialect, provider }: SpokenRequest): SpokenMatrix {
  const telling = provider ?? busiestProvider(ownership) ?? '';
  const sideOf = sides(ownership, telling);
  const titleOf = (party: string) => ownership.parties.find(({ id }) => id === party)?.title ?? party;
  const told = ownership.controls.flatMap(({ framework, control, assignment }): readonly SpokenControl[] => {
    const entry = frameworks.find(({ id }) => id === framework)?.controls.find(({ id }) => id === control);
    const practice = practices.find(({ id }) => id === assignment.practice);
    if (entry === undefined || practice === undefined) return [];
    const rule = dialect.rules.find(({ when }) => fits(when, assignment, practice, sideOf)) ?? dialect.rules.at(-1);
    const parts = (wanted: (side: OwningSide) => boolean) =>
      assignment.responsible
        .filter((party) => wanted(sideOf(party)))
        .map((party) => `${titleOf(party)}: ${assignment.split[party] ?? practice.title}`)
        .concat(wanted(sideOf(assignment.accountable)) ? [`${titleOf(assignment.accountable)}: answers for it`] : [])
        .join('; ');
    return [
      {
        framework,
        control,
        title: entry.title,
        values: rule?.values ?? [],
        providerDoes: parts((side) => side !== 'client'),
        clientDoes: parts((side) => side === 'client'),
        because: rule?.because ?? '',
      },
    ];
  });
  return { dialect, provider: telling, controls: told };
}

function fits(
  when: Dialect['rules'][number]['when'],
  assignment: Assignment,
  practice: Practice,
  sideOf: (party: string) => OwningSide,
): boolean {
  const doing = new Set(assignment.responsible.map(sideOf));
  const sameSides = (wanted: readonly OwningSide[]) =>
    wanted.length === doing.size && wanted.every((side) => doing.has(side));
  return (
    (when.responsible === undefined || sameSides(when.responsible)) &&
    (when.accountable === undefined || when.accountable.includes(sideOf(assignment.accountable))) &&
    (when.duty === undefined || when.duty.includes(practice.duty))
  );
}

/** Whoever is employed by the provider that tells speaks with it. */
function sides({ parties }: Ownership, telling: string): (party: string) => OwningSide {
  const byId = new Map(parties.map((party) => [party.id, party]));
  return (id) => {
    const party = byId.get(id);
    if (id === telling || party?.of === telling) return 'provider';
    return party?.side === 'client' ? 'client' : 'other-provider';
  };
}

function busiestProvider(ownership: Ownership): string | undefined {
  const practices = [...new Set(ownership.assignments.map(({ practice }) => practice))];
  const current = practices.flatMap((practice) => ownerOf(ownership, practice) ?? []);
  const count = (party: string) => current.filter(({ responsible }) => responsible.includes(party)).length;
  const [first] = ownership.parties
    .filter(({ side }) => side === 'provider')
    .map(({ id }) => ({ id, does: count(id) }))
    .sort((a, b) => b.does - a.does);
  return first?.id;
}
