/** What plugin 19506 of Nessus prints about the scan itself, one output a host. */
export interface ScanInformation {
  readonly credentialed: boolean | undefined;
  /** `2022/3/22 14:55 EDT` */
  readonly started: string | undefined;
  /** `202203221555`, in UTC. */
  readonly feed: string | undefined;
  readonly version: string | undefined;
  readonly policy: string | undefined;
}

export function scanInformation(output: string): ScanInformation {
  const value = (label: string): string | undefined => new RegExp(`^${label} ?: *(.*?)\\s*$`, 'm').exec(output)?.[1];
  const credentialed = value('Credentialed checks');
  return {
    credentialed: credentialed === undefined ? undefined : /^yes/i.test(credentialed),
    started: value('Scan Start Date'),
    feed: value('Plugin feed version'),
    version: value('Nessus version'),
    policy: value('Scan policy used'),
  };
}

/** Nessus' own words and numbers; what it calls None is information. */
export const NESSUS_SEVERITIES = {
  None: 'info',
  Info: 'info',
  Informational: 'info',
  Low: 'low',
  Medium: 'medium',
  High: 'high',
  Critical: 'critical',
  '0': 'info',
  '1': 'low',
  '2': 'medium',
  '3': 'high',
  '4': 'critical',
} as const;
