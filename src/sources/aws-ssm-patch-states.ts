import { defineSource } from '../intake/contract.ts';

const OPERATIONS = { Scan: 'scan', Install: 'install' } as const;

const STATES = {
  Missing: 'missing',
  Failed: 'failed',
  Installed: 'installed',
  InstalledOther: 'installed',
  InstalledPendingReboot: 'pending-reboot',
  InstalledRejected: 'installed',
  NotApplicable: 'not-applicable',
  AvailableSecurityUpdate: 'missing',
} as const;

const SEVERITIES = {
  Critical: 'critical',
  Important: 'important',
  Medium: 'moderate',
  Moderate: 'moderate',
  Low: 'low',
  Unspecified: 'other',
  Informational: 'other',
} as const;

export default defineSource({
  product: 'AWS Systems Manager',
  title: 'AWS Systems Manager patch states (JSON)',
  kinds: ['patch-summary', 'patch-state'],
  obtain:
    'aws ssm describe-instance-patch-states-for-patch-group --patch-group … (or describe-instance-patches --instance-id …) > patches.json',
  proves:
    'How many patches each instance has, misses, failed or holds until a restart, as of its last scan or installation.',
  cannotProve: 'Instances that never report; that anything was installed when the operation was a scan.',
  reads: [
    {
      shape: 'json',
      items: 'InstancePatchStates',
      required: ['InstanceId', 'MissingCount', 'OperationEndTime'],
      item: (state) => ({
        kind: 'patch-summary',
        strength: 'R',
        observed: state.time('OperationEndTime', { epoch: 'seconds' }),
        device: state.text('InstanceId'),
        group: state.text('PatchGroup'),
        operation: state.word('Operation', OPERATIONS) ?? 'unknown',
        installed: state.integer('InstalledCount'),
        missing: state.integer('MissingCount'),
        failed: state.integer('FailedCount'),
        criticalMissing: state.integer('CriticalNonCompliantCount'),
        securityMissing: state.integer('SecurityNonCompliantCount'),
        pendingReboot: state.integer('InstalledPendingRebootCount'),
      }),
    },
    {
      shape: 'json',
      items: 'Patches',
      required: ['Title', 'Classification', 'State', 'InstalledTime'],
      item: (patch, file) => {
        const state = patch.word('State', STATES);
        if (state === undefined) return { reject: 'state unknown' };
        return {
          kind: 'patch-state',
          strength: 'R',
          observed: file.asStated,
          device: file.said.system,
          patch: patch.text('KBId') ?? patch.text('Title') ?? '?',
          title: patch.text('Title'),
          severity: patch.word('Severity', SEVERITIES),
          state,
          verbatim: patch.text('State') ?? '',
          category: /security/i.test(patch.text('Classification') ?? '') ? 'security' : 'other',
        };
      },
    },
  ],
});
