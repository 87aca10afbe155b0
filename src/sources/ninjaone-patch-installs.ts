import { defineSource } from '../intake/contract.ts';

const OUTCOMES = { INSTALLED: 'installed', FAILED: 'failed' } as const;

const SEVERITIES = {
  CRITICAL: 'critical',
  IMPORTANT: 'important',
  MODERATE: 'moderate',
  LOW: 'low',
  OPTIONAL: 'other',
  NONE: 'other',
} as const;

export default defineSource({
  product: 'NinjaOne',
  title: 'NinjaOne operating system patch installs (API)',
  kinds: ['patch-install'],
  obtain: 'NinjaOne API > GET /v2/queries/os-patch-installs',
  proves: 'Which operating system patches were tried on which device, when, and whether that worked.',
  cannotProve:
    'When a patch was released: "timestamp" is the day on which the row was collected. Patches that were never tried are in another report; devices are numbers.',
  reads: [
    {
      shape: 'json',
      items: 'results',
      required: ['kbNumber', 'installedAt', 'deviceId', 'status'],
      where: { status: /^(INSTALLED|FAILED)$/ },
      item: (patch) => {
        const outcome = patch.word('status', OUTCOMES);
        if (outcome === undefined) return { reject: 'neither installed nor failed' };
        return {
          kind: 'patch-install',
          strength: 'R',
          observed: patch.time('installedAt', { epoch: 'seconds' }),
          device: patch.text('deviceName') ?? `NinjaOne device ${patch.text('deviceId')}`,
          patch: patch.text('kbNumber') ?? patch.text('id') ?? '?',
          title: patch.text('name'),
          severity: patch.word('severity', SEVERITIES),
          outcome,
          verbatim: patch.text('status') ?? '',
        };
      },
    },
  ],
});
