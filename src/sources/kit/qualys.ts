/** Qualys' levels: 1 minimal, 2 medium, 3 serious, 4 critical, 5 urgent; ordered onto ours. */
export const QUALYS_SEVERITIES = { '1': 'info', '2': 'low', '3': 'medium', '4': 'high', '5': 'critical' } as const;

export const QUALYS_STATES = {
  New: 'open',
  Active: 'open',
  Fixed: 'fixed',
  'Re-Opened': 'reopened',
  Reopened: 'reopened',
} as const;

/** Information gathered is no weakness, whatever its level. */
export function isInformation(type: string | undefined): boolean {
  return type === 'Ig' || type === 'Info' || type === 'Information Gathered';
}
