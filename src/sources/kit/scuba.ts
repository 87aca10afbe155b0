import type { Fields } from '../../intake/contract.ts';
import type { Draft } from '../../model/record.ts';

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

/** The tool's raw tests (TestResults): a policy that it does not check itself is told as not met, and is none of the two. */
export function rawTest(test: Fields): Pick<Draft<'configuration-check'>, 'rule' | 'title' | 'outcome' | 'verbatim'> {
  const criticality = test.text('Criticality') ?? '';
  const met = test.flag('RequirementMet');
  const isChecked = /^(shall|should)$/i.test(criticality);
  const missed = /^should$/i.test(criticality) ? 'warning' : 'failed';
  return {
    rule: test.text('PolicyId') ?? '',
    title: plainRequirement(test.text('ReportDetails')),
    outcome: !isChecked ? 'not-reviewed' : met === undefined ? 'unknown' : met ? 'passed' : missed,
    verbatim: `${criticality}, RequirementMet ${test.text('RequirementMet') ?? 'not told'}`,
  };
}
