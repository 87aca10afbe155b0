/** What the exceptions of a measure are to it, before their names. */
export const BESIDES_WORDS = {
  /** Of a share, those that go without what is asked. */
  lacking: (measured: string) => `Not among the ${measured}`,
  lackingAll: (of: string) => `None of the ${of}`,
  /** Of a share that should be small, and of a count: those that were counted. */
  counted: (measured: string) => `The ${measured}`,
  why: (measured: string) => `Why "${measured}"`,
  /** Neither counted nor left out one by one: a policy with an exception, a run that does not count. */
  beside: (measured: string) => `Noted beside "${measured}"`,
} as const;
