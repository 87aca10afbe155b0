import { groupBy } from '../../kernel/order.ts';
import type { Assignment, OwnershipIssue, Party } from '../../model/ownership.ts';
import { ownerOf } from '../../model/ownership.ts';
import type { Practice } from '../../model/practice.ts';
import { OWNER_WORDS } from '../owner-words.ts';
import { DUTY_WORDS, PHRASES, SIDE_WORDS } from '../words.ts';
import type { Lens } from './lens.ts';
import { verdictView } from './measure.ts';
import { ownerView } from './owner.ts';
import type { DomainView, OwnershipView, PartyView, PracticeView } from './shape/ownership.ts';

export const OWNERS_FIGURE = 'owners';

export function ownershipView(lens: Lens): OwnershipView {
  const { ownership, practices } = lens.findings;
  const parties = ownership.parties.map((party) => partyCount(party, lens));
  const legal = practices.filter(({ duty }) => duty === 'legal').map((practice) => legalDuty(practice, lens));
  const changed = new Set(ownership.spans.map(({ model }) => model)).size > 1;
  return {
    model: ownership.modelTitle,
    changed,
    spans: ownership.spans.map(({ title, from, to }) => ({ title, from, to })),
    moved: [...moved(lens)],
    parties: parties.map(({ view }) => view),
    domains: [...groupBy(practices, ({ domain }) => domain)].map(([id, inside]) => domainView(id, inside, lens)),
    legal: [...legal],
    legalBy: [...groupBy(legal, ({ accountable }) => accountable)].map(([accountable, duties]) => ({
      accountable,
      titles: duties.map(({ title }) => title).join('; '),
    })),
    issues: ownership.issues.map((issue) => ({
      about: aboutOf(issue, lens),
      message: issue.message,
      hint: issue.hint,
    })),
    issuesCounted: String(ownership.issues.length),
    toSettle: toSettle(lens),
    summary: [...summary(parties, practices.length)],
    figure: practices.length === 0 ? '' : OWNERS_FIGURE,
    splitFigure: '',
  };
}

/** What is the same in all that the same parties carry out together is told once, above them. */
function domainView(id: string, inside: readonly Practice[], lens: Lens): DomainView {
  const practices = inside.map((practice) => practiceView(practice, lens));
  const shared = [...groupBy(practices, ({ owner }) => owner.responsible).values()].flatMap((together) => {
    const parts = new Set(together.map(({ part }) => part));
    return together.length > 1 && parts.size === 1 ? [...parts].filter((part) => part !== '') : [];
  });
  const isTold = ({ owner, part }: PracticeView): boolean =>
    shared.includes(part) && practices.filter((other) => other.owner.responsible === owner.responsible).length > 1;
  return {
    id,
    title: lens.domainTitle(id),
    shared,
    practices: practices.map((practice) => (isTold(practice) ? { ...practice, part: '' } : practice)),
  };
}

function aboutOf({ practice, control, party }: OwnershipIssue, lens: Lens): string {
  if (practice !== undefined) return lens.practiceTitle(practice);
  return control ?? (party === undefined ? '' : lens.party(party));
}

/** Issues by what is to be done about them; `line` tells the first and what the others are about. */
function toSettle(lens: Lens): OwnershipView['toSettle'] {
  return [...groupBy(lens.findings.ownership.issues, ({ hint }) => hint)].map(([hint, same]) => {
    const messages = same.map(({ message }) => message);
    const [first = '', ...more] = messages;
    const subjects = same.slice(1).map((issue) => aboutOf(issue, lens));
    const told = subjects.every((subject) => subject !== '');
    const line =
      more.length === 0 || !told ? messages.join(' ') : PHRASES.alsoOf(first, more.length, subjects.join('; '));
    return { hint, messages, line };
  });
}

export function practiceView(practice: Practice, lens: Lens): PracticeView {
  const assignment = ownerOf(lens.findings.ownership, practice.id);
  const assessed = lens.assessed(practice.id);
  const owner = ownerView(assignment, lens);
  return {
    id: practice.id,
    anchor: `practice-${practice.id}`,
    title: practice.title,
    meaning: practice.meaning,
    duty: DUTY_WORDS[practice.duty],
    cadence: practice.cadence ?? '',
    verdict: verdictView(assessed?.verdict ?? 'not-evidenced', assessed?.extent ?? null),
    owner,
    because: assignment?.because ?? '',
    overridden: assignment?.overridden ? OWNER_WORDS.overridden(assignment.because) : '',
    part: owner.split,
  };
}

interface CountedParty {
  readonly view: PartyView;
  readonly owed: number;
}

/** Assignments at the as-of date: the first entry of each practice. */
export function currentAssignments(lens: Lens): readonly Assignment[] {
  return lens.findings.practices.flatMap(({ id }) => ownerOf(lens.findings.ownership, id) ?? []);
}

function partyCount(party: Party, lens: Lens): CountedParty {
  const assignments = currentAssignments(lens);
  const count = (wears: (assignment: Assignment) => boolean): number => assignments.filter(wears).length;
  const evidence = count((each) => each.evidence === party.id);
  // What it owes by its hat, whatever other party was asked for it.
  const owed = count((each) => each.evidence === party.id && lens.assessed(each.practice)?.found === 'not-evidenced');
  const view: PartyView = {
    title: party.title,
    name: party.name ?? '',
    side: SIDE_WORDS[party.side],
    meaning: party.meaning,
    accountable: count((each) => each.accountable === party.id),
    responsible: count((each) => each.responsible.includes(party.id)),
    evidence,
    afterHours: count((each) => each.afterHours === party.id),
    owes: evidence === 0 ? '' : PHRASES.owes(owed, evidence),
  };
  return { view, owed };
}

/** Three sentences that a director can repeat: who answers, who does, who has not sent proof. */
function summary(parties: readonly CountedParty[], practices: number): readonly string[] {
  const most = (count: (party: PartyView) => number): PartyView | undefined =>
    parties.map(({ view }) => view).sort((a, b) => count(b) - count(a))[0];
  const name = ({ name: own, title }: PartyView): string => (own === '' ? title : PHRASES.named(own, title));
  const accountable = most((party) => party.accountable);
  const responsible = most((party) => party.responsible);
  const owing = parties.filter(({ owed }) => owed > 0).sort((a, b) => b.owed - a.owed);
  return [
    ...(accountable ? [PHRASES.accountableSentence(name(accountable), accountable.accountable, practices)] : []),
    ...(responsible ? [PHRASES.responsibleSentence(name(responsible), responsible.responsible, practices)] : []),
    ...owing.map(({ view, owed }) => PHRASES.owesSentence(name(view), owed, view.evidence)),
  ];
}

/** Practices whose hats changed inside the period: who had them before, who has them now. */
function moved(lens: Lens): OwnershipView['moved'] {
  const { ownership, practices } = lens.findings;
  const hats = (assignment: Assignment): string =>
    PHRASES.hats(assignment.responsible.map(lens.party).join(', '), lens.party(assignment.accountable));
  return practices.flatMap((practice) => {
    const [now, before] = ownership.assignments.filter((each) => each.practice === practice.id);
    if (now === undefined || before === undefined || hats(now) === hats(before)) return [];
    return [{ practice: practice.title, before: hats(before), after: hats(now) }];
  });
}

function legalDuty(practice: Practice, lens: Lens): OwnershipView['legal'][number] {
  const owner = ownerView(ownerOf(lens.findings.ownership, practice.id), lens);
  return { title: practice.title, accountable: owner.accountable, responsible: owner.responsible };
}
