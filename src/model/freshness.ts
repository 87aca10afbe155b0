import type { Cadence, Practice } from './practice.ts';

/** Days after which evidence of a recurring practice is older than its cadence. A month is 31 days, a quarter 92: the longest there are. */
export const CADENCE_DAYS = {
  continuous: 31,
  daily: 2,
  weekly: 8,
  monthly: 31,
  quarterly: 92,
  'half-yearly': 184,
  yearly: 366,
} as const satisfies Record<Cadence, number>;

/** Evidence of a state whose practice names neither cadence nor days: a quarter. */
const STATE_DAYS = 92;

/** Of the practice, or of what one fact shows of it. */
export function freshDaysOf(
  practice: Pick<Practice, 'cadence' | 'freshDays' | 'expects'> | undefined,
  fact?: string,
): number {
  const own = practice?.expects.find((expectation) => expectation.fact === fact)?.freshDays;
  if (own !== undefined) return own;
  if (practice?.freshDays !== undefined) return practice.freshDays;
  return practice?.cadence === undefined ? STATE_DAYS : CADENCE_DAYS[practice.cadence];
}
