import type { Hat } from '../../model/transition.ts';

export const HAT_WORDS = {
  accountable: 'Accountable',
  responsible: 'Responsible',
  evidence: 'Evidence',
  approves: 'Approves',
  'after-hours': 'After hours',
  escalation: 'Escalation',
} as const satisfies Record<Hat, string>;

/** What stands for the names that a matrix for a prospect does not tell. */
export const NAMELESS = { client: 'The client', provider: 'The provider' } as const;

/** Short phrases of documents outside of packages. */
export const ALONE = {
  moveLine: (hat: string, from: string, to: string) => `${hat}: ${from} → ${to}`,
  openOf: (open: number, of: number) => (open === 0 ? 'done' : of === 1 ? 'open' : `${open} of ${of} open`),
  thenAsk: ', then ',
  open: 'open',
  movesSentence: (moving: number, of: number, hats: number) =>
    `${moving} of ${of} practices change hands, in ${hats} hats; the others stay where they are.`,
  stepsSentence: (open: number, of: number) => `${open} of ${of} things that belong to the change are open.`,
  beforeSentence: (open: number, on: string) =>
    open === 0
      ? `Everything that must be there before ${on} is said to be done.`
      : `${open} of them must be done before ${on}.`,
  debtSentence: (party: string, count: number) =>
    `${party} still owes evidence for ${count} ${count === 1 ? 'practice' : 'practices'} of its watch.`,
  unownedSentence: (count: number, on: string) =>
    count === 0
      ? `On ${on} every practice has an owner who may act.`
      : `On ${on} ${count} things have no owner or no authority.`,
  dutiesOf: (party: string) => `Duties of ${party}`,
} as const;
