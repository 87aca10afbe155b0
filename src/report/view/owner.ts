import type { Assignment } from '../../model/ownership.ts';
import { OWNER_WORDS } from '../owner-words.ts';
import { PHRASES } from '../words.ts';
import type { Lens } from './lens.ts';
import type { OwnerView } from './shape/common.ts';

export function ownerView(assignment: Assignment | undefined, lens: Lens): OwnerView {
  const names = (ids: readonly string[]): string => ids.map(lens.party).join(', ');
  if (assignment === undefined) return NOBODY;
  const accountable = lens.party(assignment.accountable);
  const responsible = names(assignment.responsible);
  const evidence = lens.party(assignment.evidence);
  return {
    line: inOneLine(accountable, assignment.responsible.map(lens.party), evidence),
    accountable,
    responsible,
    others: responsible === accountable ? '' : responsible,
    evidence,
    approves: lens.party(assignment.approves),
    consulted: names(assignment.consulted),
    informed: names(assignment.informed),
    afterHours: assignment.afterHours === undefined ? '' : lens.party(assignment.afterHours),
    escalation: assignment.escalation.map(lens.party).join(' → '),
    split: Object.keys(assignment.split)
      .sort()
      .map((id) => OWNER_WORDS.split(lens.party(id), assignment.split[id] ?? ''))
      .join('; '),
  };
}

function inOneLine(accountable: string, responsible: readonly string[], evidence: string): string {
  const others = responsible.filter((party) => party !== accountable);
  if (others.length > 0 && others.length < responsible.length)
    return OWNER_WORDS.shared(accountable, OWNER_WORDS.together(others), evidence);
  const all = OWNER_WORDS.together(responsible);
  return accountable === all && accountable === evidence
    ? OWNER_WORDS.alone(accountable)
    : OWNER_WORDS.line(accountable, all, evidence);
}

const NOBODY: OwnerView = {
  line: PHRASES.nobody,
  accountable: PHRASES.nobody,
  responsible: PHRASES.nobody,
  others: '',
  evidence: PHRASES.nobody,
  approves: PHRASES.nobody,
  consulted: '',
  informed: '',
  afterHours: '',
  escalation: '',
  split: '',
};
