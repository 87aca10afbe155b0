import type { Message } from './message.ts';

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
    hint: 'Make the provider responsible for the doing; accountability does not move with it.',
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
} as const satisfies Record<string, Message>;
