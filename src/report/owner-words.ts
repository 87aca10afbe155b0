/** Who answers, does it and proves it, in one line. */
export const OWNER_WORDS = {
  line: (accountable: string, responsible: string, evidence: string) => {
    if (responsible === evidence) return `${accountable}; done and proved by ${responsible}`;
    return accountable === responsible
      ? `${accountable}, who does it; proved by ${evidence}`
      : `${accountable}; done by ${responsible}; proved by ${evidence}`;
  },
  shared: (accountable: string, others: string, evidence: string) =>
    `${accountable}, who does it with ${others}; proved by ${evidence}`,
  together: (names: readonly string[]) =>
    names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`,
  split: (party: string, part: string) => `${party}: ${part}`,
  overridden: (because: string) => `Differs from the model: ${because}`,
  alone: (party: string) => `${party}, who does and proves it`,
} as const;
