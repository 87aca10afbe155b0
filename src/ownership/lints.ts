import type { OwnershipIssue } from '../model/ownership.ts';
import type { Practice } from '../model/practice.ts';
import { lintAuthority } from './authority-lints.ts';
import type { WornHats } from './hats.ts';
import { issue, type Tell } from './issue.ts';
import { type Roster, sideOf, titleOf } from './roster.ts';

/** What is wrong with the hats of one practice. Every rule has its own code and cure (PRODUCT, section 5). */
export function lintHats(practice: Practice, worn: WornHats, roster: Roster): readonly OwnershipIssue[] {
  const issues: OwnershipIssue[] = [];
  const tell: Tell = (code, args, party) => {
    issues.push(issue(code, args, { practice: practice.id, ...(party === undefined ? {} : { party }) }));
  };
  const { assignment } = worn;
  lintAccountable(practice, worn.accountable, roster, tell);
  lintResponsible(practice, assignment, roster, tell);
  if (practice.afterHours && assignment.afterHours === undefined)
    tell('nobody-after-hours', { practice: practice.title });
  lintEvidence(practice, worn, roster, tell);
  lintAuthority({ practice, assignment, roster, tell });
  const decider = assignment.escalation.at(-1);
  if (decider === undefined || sideOf(decider, roster) === 'provider')
    tell('escalation-open-ended', { practice: practice.title });
  for (const party of strangers(worn, roster)) tell('party-not-in-roster', { practice: practice.title, party }, party);
  return issues;
}

function lintAccountable(practice: Practice, accountable: readonly string[], roster: Roster, tell: Tell): void {
  if (accountable.length === 0) tell('no-accountable', { practice: practice.title });
  if (accountable.length > 1) tell('two-accountable', { practice: practice.title, parties: accountable });
  if (practice.duty !== 'legal') return;
  for (const party of accountable.filter((id) => sideOf(id, roster) === 'provider'))
    tell('legal-duty-moved', { practice: practice.title, party: titleOf(party, roster) }, party);
}

function lintResponsible(
  practice: Practice,
  { responsible, split }: WornHats['assignment'],
  roster: Roster,
  tell: Tell,
): void {
  if (responsible.length === 0) tell('nobody-responsible', { practice: practice.title });
  if (responsible.length < 2 || responsible.every((party) => split[party] !== undefined)) return;
  tell('shared-without-split', {
    practice: practice.title,
    parties: responsible.map((party) => titleOf(party, roster)),
  });
}

/** Proof made by the one who is judged is worth something when anybody else at least hears of it. */
function lintEvidence(practice: Practice, { accountable, assignment }: WornHats, roster: Roster, tell: Tell): void {
  const { evidence, responsible, consulted, informed, approves } = assignment;
  if (evidence === '') tell('nobody-produces-evidence', { practice: practice.title });
  const judged = [...accountable, ...responsible];
  const alone =
    evidence !== '' && accountable.length > 0 && responsible.length > 0 && judged.every((party) => party === evidence);
  const secondLook = [...consulted, ...informed, approves].some((party) => party !== '' && party !== evidence);
  if (alone && !secondLook)
    tell('judged-by-itself', { practice: practice.title, party: titleOf(evidence, roster) }, evidence);
}

function strangers({ accountable, assignment }: WornHats, roster: Roster): readonly string[] {
  const named = [
    ...accountable,
    ...assignment.responsible,
    assignment.evidence,
    assignment.approves,
    ...(assignment.afterHours === undefined ? [] : [assignment.afterHours]),
    ...assignment.consulted,
    ...assignment.informed,
    ...assignment.escalation,
  ];
  return [...new Set(named)].filter((party) => party !== '' && !roster.parties.has(party));
}
