import { diagnostic } from '../kernel/diagnostic.ts';
import type { MessageArguments, MessageCode } from '../kernel/messages/index.ts';
import type { OwnershipIssue, Party } from '../model/ownership.ts';
import type { Authority, Practice } from '../model/practice.ts';
import type { WornHats } from './hats.ts';

export interface Roster {
  readonly parties: ReadonlyMap<string, Party>;
  readonly authority: ReadonlyMap<string, readonly Authority[]>;
}

/** What is wrong with the hats of one practice. Every rule has its own code and cure (PRODUCT, section 5). */
export function lintHats(
  practice: Practice,
  { accountable, assignment }: WornHats,
  roster: Roster,
): readonly OwnershipIssue[] {
  const issues: OwnershipIssue[] = [];
  const found = <C extends MessageCode>(code: C, args: MessageArguments<C>, party?: string): void => {
    issues.push(issue(code, args, practice.id, party));
  };
  if (accountable.length === 0) found('no-accountable', { practice: practice.title });
  if (accountable.length > 1) found('two-accountable', { practice: practice.title, parties: accountable });
  for (const party of accountable.filter((id) => practice.duty === 'legal' && sideOf(id, roster) === 'provider')) {
    found('legal-duty-moved', { practice: practice.title, party: titleOf(party, roster) }, party);
  }
  const shared = assignment.responsible.filter((party) => assignment.split[party] === undefined);
  if (assignment.responsible.length > 1 && shared.length > 0) {
    found('shared-without-split', {
      practice: practice.title,
      parties: assignment.responsible.map((party) => titleOf(party, roster)),
    });
  }
  if (practice.afterHours && assignment.afterHours === undefined)
    found('nobody-after-hours', { practice: practice.title });
  if (assignment.evidence === '') found('nobody-produces-evidence', { practice: practice.title });
  lintAuthority(practice, assignment.responsible, roster, found);
  const decider = assignment.escalation.at(-1);
  if (decider === undefined || sideOf(decider, roster) === 'provider')
    found('escalation-open-ended', { practice: practice.title });
  for (const party of strangers(accountable, assignment, roster))
    found('party-not-in-roster', { practice: practice.title, party }, party);
  return issues;
}

export function issue<C extends MessageCode>(
  code: C,
  args: MessageArguments<C>,
  practice?: string,
  party?: string,
): OwnershipIssue {
  const { message, hint } = diagnostic(code, args);
  return {
    code,
    ...(practice === undefined ? {} : { practice }),
    ...(party === undefined ? {} : { party }),
    message,
    hint,
  };
}

export function titleOf(party: string, roster: Roster): string {
  return roster.parties.get(party)?.title ?? party;
}

type Found = <C extends MessageCode>(code: C, args: MessageArguments<C>, party?: string) => void;

/** Together the responsible parties must hold every authority that the practice needs: "sees the threat, cannot isolate the device". */
function lintAuthority(practice: Practice, responsible: readonly string[], roster: Roster, found: Found): void {
  const held = new Set(responsible.flatMap((party) => roster.authority.get(party) ?? []));
  const lacks = practice.needs.filter((authority) => !held.has(authority));
  const [party] = responsible;
  if (lacks.length === 0 || party === undefined) return;
  found('responsible-without-authority', { practice: practice.title, party: titleOf(party, roster), lacks }, party);
}

function sideOf(party: string, roster: Roster): 'client' | 'provider' | undefined {
  return roster.parties.get(party)?.side;
}

function strangers(
  accountable: readonly string[],
  assignment: WornHats['assignment'],
  roster: Roster,
): readonly string[] {
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
