import { defineSource } from '../intake/contract.ts';
import { ifDated } from './kit/dated.ts';
import { firstDated } from './kit/times.ts';

const STATES = {
  compliant: 'compliant',
  noncompliant: 'not',
  conflict: 'not',
  error: 'not',
  remediated: 'compliant',
  notapplicable: 'unknown',
  notassigned: 'unknown',
  unknown: 'unknown',
} as const;

export default defineSource({
  product: 'Microsoft Intune',
  title: 'Status of one compliance policy on each device (Graph JSON)',
  kinds: ['device-compliance'],
  obtain: 'Graph: GET /deviceManagement/deviceCompliancePolicies/{id}/deviceStatuses',
  proves: 'Which devices meet one compliance policy, and when each last reported.',
  cannotProve: 'Encryption or other settings by themselves, or devices to which the policy is not assigned.',
  reads: [
    {
      shape: 'json',
      items: ['value', ''],
      required: ['deviceDisplayName', 'status', 'lastReportedDateTime'],
      item: (status, file) => {
        const device = status.text('deviceDisplayName');
        if (device === undefined) return { reject: 'a status without a device' };
        const lastSync = status.time('lastReportedDateTime');
        const state = status.word('status', STATES);
        return {
          kind: 'device-compliance',
          strength: 'C',
          observed: firstDated(lastSync, file.asStated),
          device,
          owner: status.text('userPrincipalName') ?? status.text('userName'),
          compliant: state === undefined || state === 'unknown' ? undefined : state === 'compliant',
          managed: true,
          lastSync: ifDated(lastSync),
          reasons: state === 'not' ? [status.text('status') ?? ''] : [],
        };
      },
    },
  ],
});
