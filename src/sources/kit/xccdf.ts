/** The words of XCCDF for the result of a rule. "Informational" and "not checked" are neither pass nor fail. */
export const XCCDF_OUTCOMES = {
  pass: 'passed',
  fixed: 'passed',
  fail: 'failed',
  error: 'error',
  unknown: 'unknown',
  notapplicable: 'not-applicable',
  notchecked: 'not-reviewed',
  informational: 'not-reviewed',
} as const;
