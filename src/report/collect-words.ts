/** Words of the calendar: by when evidence must be collected again, and by whom. */
export const COLLECT_COLUMNS = ['Collect by', 'State', 'Practice', 'Oldest evidence', 'By', 'What'] as const;
export const COLLECT_WORDS = {
  current: 'Current until that day',
  stale: 'Not current any more',
  missing: 'Nothing handed over',
  calendar: (client: string) => `Evidence to collect: ${client}`,
  summary: (practice: string) => `Collect evidence: ${practice}`,
  about: (state: string, newest: string, by: string, what: string) =>
    `${state}.${newest === '' ? '' : ` Oldest evidence: ${newest}.`}\nBy: ${by}\n${what}`,
} as const;
