/** What the exceptions of a measure are to it, before their names. */
export const BESIDES_WORDS = {
  share: (measured: string) => `Not among the ${measured}`,
  count: (measured: string) => `The ${measured}`,
  why: (measured: string) => `Why "${measured}"`,
  beside: (measured: string) => `Beside "${measured}"`,
} as const;
