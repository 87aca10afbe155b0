import type { Lens } from './lens.ts';
import type { View } from './shape/index.ts';

type Signature = View['signatures']['client'][number];

/** Who signs what: the preparer the technical facts, those who answer for practices on the client's side the statements, every party of the matrix the matrix. */
export function signaturesOf(lens: Lens): View['signatures'] {
  const { engagement, ownership } = lens.findings;
  const { prepared } = engagement;
  const accountable = new Set(ownership.assignments.map((assignment) => assignment.accountable));
  const sideOf = (side: 'client' | 'provider'): Signature[] =>
    ownership.parties
      .filter((party) => party.side === side && accountable.has(party.id))
      .map(({ title, name }) => ({ role: title, name: name ?? '' }));
  const preparer: Signature[] =
    prepared === undefined
      ? sideOf('provider')
      : [{ role: [prepared.role, prepared.organisation].filter(Boolean).join(', '), name: prepared.by }];
  const parties = ownership.parties.map(({ title, name }) => ({ role: title, name: name ?? '' }));
  const strangers = preparer.filter(({ name }) => parties.every((party) => party.name !== name));
  return { provider: preparer, client: sideOf('client'), matrix: [...parties, ...strangers] };
}
