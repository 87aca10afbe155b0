import type { ContradictionKind } from '../model/assessment.ts';

/** What page one says of the few things that matter most. */
export const ISSUE_WORDS = {
  contradiction: {
    claim: (control: string) => `${control}: the intended answer says more than the exhibits show`,
    'same-question': (control: string) => `One question, two answers: ${control}`,
    'last-package': (control: string) => `Not what the last package answered: ${control}`,
    policy: (practice: string) => `A policy and what is measured differ: ${practice}`,
    statement: (practice: string) => `A statement and the exports differ: ${practice}`,
  } satisfies Record<ContradictionKind, (about: string) => string>,
  /** Of a gap: its practice is worded as it should be, and the verdict before it says that it is not so. */
  finding: (verdict: string, practice: string) => `${verdict}: ${practice}`,
  more: (count: number) => `${count} more open ${count === 1 ? 'item is' : 'items are'} in the gap register`,
} as const;
