/** Omitted and IncorrectResult are the customer's own marks on a result: neither pass nor fail, and the original is printed. */
export const SCUBA_OUTCOMES = {
  pass: 'passed',
  fail: 'failed',
  warning: 'warning',
  error: 'error',
  omitted: 'not-reviewed',
  incorrectresult: 'not-reviewed',
  'incorrect result': 'not-reviewed',
} as const;

/** The sentence before the badges that newer versions append as HTML. */
export function plainRequirement(html: string | undefined): string | undefined {
  return html?.split('<')[0]?.trim();
}
