import type { Authority, Practice } from '../model/practice.ts';
import type { WornHats } from './hats.ts';
import type { Tell } from './issue.ts';
import { mayDo, type Roster, sideOf, titleOf } from './roster.ts';

interface Hatted {
  readonly practice: Practice;
  readonly assignment: WornHats['assignment'];
  readonly roster: Roster;
  readonly tell: Tell;
}

/** Whether those who must act may act. An authority that nobody responsible has is told once, and not again of each party. */
export function lintAuthority(hatted: Hatted): void {
  const { practice, assignment, roster, tell } = hatted;
  const lacks = lackedBy(assignment.responsible, practice.needs, roster);
  const [first] = assignment.responsible;
  if (first !== undefined && lacks.length > 0)
    tell('responsible-without-authority', { practice: practice.title, party: titleOf(first, roster), lacks }, first);
  const needs = practice.needs.filter((authority) => !lacks.includes(authority));
  const watcher = lintWatch(hatted, needs);
  lintAlertRouting(hatted, watcher ? [] : needs);
  lintChangeAuthority(hatted, needs);
}

/** Paid to watch and not to act: nobody on the provider's side may do what the practice needs at any hour. */
function lintWatch({ practice, assignment, roster, tell }: Hatted, needs: readonly Authority[]): boolean {
  const watcher = assignment.responsible.find((party) => sideOf(party, roster) === 'provider');
  if (!practice.afterHours || watcher === undefined) return false;
  const providers = [...roster.parties.values()].filter(({ side }) => side === 'provider').map(({ id }) => id);
  const lacks = lackedBy(providers, needs, roster);
  if (lacks.length === 0) return false;
  tell('watch-without-action', { practice: practice.title, party: titleOf(watcher, roster), lacks }, watcher);
  return true;
}

/** Whoever is called at night must be one of those who operate the practice, and must be allowed to act. */
function lintAlertRouting({ practice, assignment, roster, tell }: Hatted, needs: readonly Authority[]): void {
  const called = assignment.afterHours;
  if (!practice.afterHours || called === undefined || !roster.parties.has(called)) return;
  const outside = assignment.responsible.length > 0 && !assignment.responsible.includes(called);
  const lacks = lackedBy([called], needs, roster);
  if (outside || lacks.length > 0)
    tell('alert-routing', { practice: practice.title, party: titleOf(called, roster), outside, lacks }, called);
}

/** Two sides may change one system, nothing says who changes what, and the approver is one of the two. */
function lintChangeAuthority({ practice, assignment, roster, tell }: Hatted, needs: readonly Authority[]): void {
  for (const authority of needs) {
    const holders = assignment.responsible.filter((party) => mayDo(party, roster).includes(authority));
    const sides = new Set(holders.map((party) => sideOf(party, roster)).filter((side) => side !== undefined));
    const drawn = holders.every((party) => assignment.split[party] !== undefined);
    if (sides.size < 2 || drawn || !holders.includes(assignment.approves)) continue;
    tell('change-authority-unclear', {
      practice: practice.title,
      parties: holders.map((party) => titleOf(party, roster)),
      authority,
      approves: titleOf(assignment.approves, roster),
    });
    return;
  }
}

function lackedBy(parties: readonly string[], needs: readonly Authority[], roster: Roster): readonly Authority[] {
  return needs.filter((authority) => !parties.some((party) => mayDo(party, roster).includes(authority)));
}
