/** What the slides say beside what the findings say. */
export const DECK_WORDS = {
  title: (client: string) => `${client}: where security evidence stands`,
  subject: 'A factual export for those who decide; it certifies nothing',
  notice: 'A factual export of what exhibits show. It certifies nothing, and what is unknown is called unknown.',
  period: (from: string, to: string) => `Period ${from} to ${to}`,
  asOf: (day: string) => `As of ${day}`,
  prepared: (line: string) => `Prepared by ${line}`,
  footer: (edition: string, day: string, mark: string) => `${edition} · as of ${day} · findings ${mark}`,
  headline: 'The two numbers of each framework',
  headlineSays: 'Supported: exports show it, in scope and up to date. Assessed: there was evidence to judge it by.',
  issues: 'What matters most',
  issuesSays: (more: string) =>
    more === '' ? 'Answers that say more than the evidence, then the gravest gaps.' : more,
  issueColumns: ['What', 'What was found', 'Who', 'Due'],
  noIssues: 'No contradiction and no grave gap was found.',
  gaps: 'Gaps by owner',
  gapsPlan: 'What is to be done next',
  gapsPlanSays: (of: number, shown: number) =>
    `The ${shown} gravest of ${of} gaps. A day that nobody decided is a proposal.`,
  gapColumns: ['Id', 'Practice', 'Who', 'Action', 'Due', 'Standing'],
  noGaps: 'No practice in scope lacks evidence.',
  severities: ['High', 'Moderate', 'Low'],
  gapsSays: (gaps: number, high: number) =>
    `${gaps} ${gaps === 1 ? 'gap is' : 'gaps are'} in the register, ${high} of high severity.`,
  owners: 'Who answers and who does',
  recurring: 'Duties that recur',
  recurringFound: 'found',
  recurringMissing: 'expected and not found',
  recurringSays: (met: number, of: number) =>
    `${met} of ${of} recurring duties were found done as often as they must be.`,
  trend: 'Since the last package',
  trendSays: 'The share that is supported, each package by the rules and exhibits of its day.',
  checking: 'How to check this',
  checkingSays: 'Every number on these slides stands in the package of the same edition, with its rows.',
  checks: (mark: string, assurance: string) => [
    `The findings behind these slides begin with the SHA-256 digits ${mark}; each page of the package carries them at its foot.`,
    assurance,
    'Verdicts are made of exports and records that were handed over. What was not handed over is not evidenced; that does not mean that it is not done.',
    'Supported, contradicted and stale are words for evidence. Nobody is certified by them.',
  ],
  largest: (says: string, shown: number, of: number) => `${says} Drawn are the ${shown} largest of ${of} parts.`,
  cut: (text: string) => `${text} …`,
} as const;
