import { counted } from '../text.ts';
import type { Message } from './message.ts';

/** In what somebody is called an owner. */
export type NamedIn = 'document' | 'ticket' | 'repair';

const NAMED_IN = {
  document: 'a document on',
  ticket: 'a security ticket, and so of',
  repair: 'the repair of',
} as const satisfies Record<NamedIn, string>;

export const OWNERSHIP_MESSAGES = {
  'no-accountable': {
    severity: 'error',
    says: ({ practice }: { practice: string }) => `Nobody is accountable for ${practice}.`,
    hint: 'Name exactly one party under "accountable" in the override, or drop the override.',
  },
  'two-accountable': {
    severity: 'error',
    says: ({ practice, parties }: { practice: string; parties: readonly string[] }) =>
      `${parties.length} parties are accountable for ${practice}: ${parties.join(', ')}.`,
    hint: 'Exactly one party answers for a practice; name one and list the others as responsible or consulted.',
  },
  'nobody-responsible': {
    severity: 'error',
    says: ({ practice }: { practice: string }) => `Nobody is responsible for ${practice}.`,
    hint: 'Name at least one party under "responsible", or drop the override.',
  },
  'shared-without-split': {
    severity: 'warning',
    says: ({ practice, parties }: { practice: string; parties: readonly string[] }) =>
      `${practice} is shared by ${parties.join(' and ')} without saying who does which part.`,
    hint: 'Add "split" with one sentence for each responsible party.',
  },
  'nobody-after-hours': {
    severity: 'error',
    says: ({ practice }: { practice: string }) =>
      `Nobody acts on ${practice} after hours, and it needs somebody at 2 a.m.`,
    hint: 'Name "afterHours" for the practice, or agree in writing that nothing happens until morning.',
  },
  'responsible-without-authority': {
    severity: 'error',
    says: ({ practice, party, lacks }: { practice: string; party: string; lacks: readonly string[] }) =>
      `${party} is responsible for ${practice} but may not ${lacks.join(', ')} without asking.`,
    hint: 'Grant it under "authority" in the engagement file, or give the practice to a party that has it.',
  },
  'watch-without-action': {
    severity: 'warning',
    says: ({ practice, party, lacks }: { practice: string; party: string; lacks: readonly string[] }) =>
      `${party} is responsible for ${practice} at any hour, but nobody on the provider's side may ${lacks.join(', ')} without asking.`,
    hint: 'Grant it under "authority" to the party that watches, or make the party that may act responsible alone.',
  },
  'alert-routing': {
    severity: 'warning',
    says: (args: { practice: string; party: string; outside: boolean; lacks: readonly string[] }) => {
      const { practice, party, outside, lacks } = args;
      const faults = [
        ...(outside ? ['is not among those responsible for it'] : []),
        ...(lacks.length > 0 ? [`may not ${lacks.join(', ')} without asking`] : []),
      ];
      return `${party} is called after hours for ${practice}, but ${faults.join(' and ')}.`;
    },
    hint: 'Let alarms go to a responsible party that may act: change "afterHours", "responsible" or "authority".',
  },
  'change-authority-unclear': {
    severity: 'warning',
    says: (args: { practice: string; parties: readonly string[]; authority: string; approves: string }) =>
      `Both sides may ${args.authority} for ${args.practice} (${args.parties.join(', ')}); nothing says who changes what, and ${args.approves}, who approves, is one of them.`,
    hint: 'Add "split" with what each of them changes, or let "approves" name a party that makes none of the changes.',
  },
  'judged-by-itself': {
    severity: 'info',
    says: ({ practice, party }: { practice: string; party: string }) =>
      `${party} does ${practice}, answers for it and produces its evidence; nobody else approves it, is consulted or hears of it.`,
    hint: 'Add a second look: another party under "approves", "consulted" or "informed".',
  },
  'overrides-disagree': {
    severity: 'warning',
    says: ({ about, hat }: { about: string; hat: string }) =>
      `Two entries under "ownership" are in force for ${about} and say different things of "${hat}"; the later line was taken.`,
    hint: 'End the earlier entry with "until", or drop one of them.',
  },
  'nobody-produces-evidence': {
    severity: 'error',
    says: ({ practice }: { practice: string }) => `Nobody produces the evidence for ${practice}.`,
    hint: 'Name one party under "evidence".',
  },
  'party-not-in-roster': {
    severity: 'error',
    says: ({ practice, party }: { practice: string; party: string }) =>
      `${practice} names the party ${party}, which is not in the roster.`,
    hint: 'Add it under "parties" in the engagement file, or correct the name.',
  },
  'party-without-person': {
    severity: 'warning',
    says: ({ party, count }: { party: string; count: number }) =>
      `${party} owns ${count} ${count === 1 ? 'practice' : 'practices'} and no person is named for it.`,
    hint: 'Name a person under "parties" in the engagement file.',
  },
  'legal-duty-moved': {
    severity: 'error',
    says: ({ practice, party }: { practice: string; party: string }) =>
      `${practice} is a legal duty of the client; ${party} cannot be accountable for it. It stays with the client.`,
    hint: 'Make the provider responsible for the doing; accountability does not move with it. A party of the client says "side: client".',
  },
  'model-span-gap': {
    severity: 'error',
    says: ({ from, to }: { from: string; to: string }) => `No operating model is in force from ${from} to ${to}.`,
    hint: 'Let the dated models follow one another day by day over the whole period.',
  },
  'model-span-overlap': {
    severity: 'error',
    says: ({ on }: { on: string }) => `Two operating models are in force on ${on}; the later entry was taken.`,
    hint: 'End one model on the day before the next begins.',
  },
  'escalation-open-ended': {
    severity: 'warning',
    says: ({ practice }: { practice: string }) =>
      `The escalation path of ${practice} ends in no decider on the client's side.`,
    hint: 'Let "escalation" end in the party that decides, as a rule client-leadership.',
  },
  'hat-held-by-leaver': {
    severity: 'error',
    says: (args: { person: string; party: string; practices: number; on: string | undefined }) =>
      `${args.person} ${args.on === undefined ? 'has left' : `left on ${args.on}`} and still stands for ${args.party}, which wears a hat in ${counted(args.practices, 'practice')}.`,
    hint: 'Name the successor under "parties" in the engagement file.',
  },
  'hat-holder-disabled': {
    severity: 'warning',
    says: (args: { person: string; party: string; practices: number; where: string }) =>
      `The account of ${args.person} is switched off (${args.where}), and no other is on; ${args.person} stands for ${args.party}, which wears a hat in ${counted(args.practices, 'practice')}.`,
    hint: 'Name the successor under "parties" in the engagement file, or hand over the list that shows the account in use.',
  },
  'owner-differs': {
    severity: 'warning',
    says: (args: {
      practice: string;
      named: string;
      what: NamedIn;
      where: string;
      accountable: string;
      responsible: readonly string[];
    }) =>
      `${args.where} names ${args.named} as owner of ${NAMED_IN[args.what]} "${args.practice}"; the matrix has ${hats(args.accountable, args.responsible.join(', '))}.`,
    hint: 'Correct the document, or say under "ownership" that it is so, with the reason and its source.',
  },
  'named-owner-not-in-matrix': {
    severity: 'info',
    says: ({ named, times, where }: { named: string; times: number; where: string }) =>
      `An owner who is none of the parties of the matrix is named in ${counted(times, 'place')}${times === 1 ? ', ' : ', first in '}${where}: ${named}.`,
    hint: 'Add the person under "parties" in the engagement file, or correct the document.',
  },
  'evidence-disputed': {
    severity: 'warning',
    says: (args: {
      practice: string;
      question: string;
      yes: string;
      no: string;
      decider: string | undefined;
      since: string | undefined;
      days: number | undefined;
    }) =>
      `The evidence for ${args.practice} disagrees. ${args.question} ${args.yes} shows it, ${args.no} speaks against it, ${
        args.since === undefined ? 'and since when cannot be told' : `since ${args.since}`
      }${args.days === undefined ? '' : ` (${counted(args.days, 'day')})`}; ${args.decider ?? 'nobody'} decides.`,
    hint: 'Let the decider say which of the two holds, and hand over the export of that day; exclude the other with its reason.',
  },
  'handover-names-nothing': {
    severity: 'warning',
    says: ({ prerequisite, subject }: { prerequisite: string; subject: string | undefined }) =>
      `The entry under "handover" that calls "${prerequisite}" done${subject === undefined ? '' : ` for ${subject}`} fits nothing that moves.`,
    hint: 'Compare with the prerequisites of the transition; correct the name, or drop the entry.',
  },
  'owners-at-another-time': {
    severity: 'warning',
    says: ({ message, from, to }: { message: string; from: string; to: string }) =>
      `${message} This concerns the days from ${from} to ${to}.`,
    hint: 'Evidence of those days is attributed to whoever is named for them; correct the dated entry.',
  },
  'operating-model-missing': {
    severity: 'error',
    says: () => 'No operating model is in force.',
    hint: 'Name one under "operatingModel" in the engagement file.',
  },
  'operating-model-unknown': {
    severity: 'error',
    says: ({ model, known }: { model: string; known: readonly string[] }) =>
      `There is no operating model "${model}"; known are ${known.join(', ')}.`,
    hint: 'Name one of those that are listed, or add your own: docs/add-an-operating-model.md.',
  },
  'operating-model-twice': {
    severity: 'error',
    says: ({ model }: { model: string }) => `Two operating models are called "${model}".`,
    hint: 'Give yours another id; to change a shipped model, extend it under a name of your own.',
  },
  'operating-model-parent-unknown': {
    severity: 'error',
    says: (args: { model: string; parent: string; known: readonly string[]; nearest: string | undefined }) =>
      `The operating model "${args.model}" extends "${args.parent}", which is not there; known are ${args.known.join(', ')}${
        args.nearest === undefined ? '' : `. Did you mean "${args.nearest}"?`
      }`,
    hint: 'Correct "extends", or put the model that it names beside this one.',
  },
  'operating-model-circle': {
    severity: 'error',
    says: ({ circle }: { circle: readonly string[] }) =>
      `Operating models extend one another in a circle: ${circle.join(' > ')}.`,
    hint: 'Let one of them stand on its own: take out its "extends" and give it every domain.',
  },
  'operating-model-incomplete': {
    severity: 'error',
    says: ({ model, problems }: { model: string; problems: readonly string[] }) =>
      `The operating model "${model}" is not whole: ${problems.join('; ')}.`,
    hint: 'Add what is missing, or extend a model that has it: "extends: co-managed".',
  },
  'operating-model-leaves-open': {
    severity: 'error',
    says: ({ model, domain, practice }: { model: string; domain: string; practice: string }) =>
      `The operating model "${model}" gives nobody the domain ${domain}, to which ${practice} belongs.`,
    hint: 'Give the domain its hats: accountable, responsible, evidence, approves and the reason.',
  },
} as const satisfies Record<string, Message>;

/** Whoever wears both hats is told once. */
function hats(accountable: string, responsible: string): string {
  return accountable === responsible
    ? `${accountable} accountable and responsible`
    : `${accountable} accountable and ${responsible} responsible`;
}
