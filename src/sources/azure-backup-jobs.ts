import { defineSource, type Fields, type Yield } from '../intake/contract.ts';
import { firstDated } from './kit/times.ts';

const STATUSES = {
  Completed: 'succeeded',
  CompletedWithWarnings: 'warning',
  Failed: 'failed',
  Cancelled: 'failed',
  InProgress: 'running',
  Cancelling: 'running',
} as const;

const RESTORED = {
  succeeded: 'restored',
  warning: 'restored-with-errors',
  failed: 'failed',
  running: 'unknown',
} as const;

/** Only these two run anything; ConfigureBackup and its like end "Completed" and back nothing up. */
const OPERATIONS: Readonly<Record<string, 'backup' | 'restore' | undefined>> = { Backup: 'backup', Restore: 'restore' };

export default defineSource({
  product: 'Azure Backup',
  title: 'Azure Backup jobs',
  kinds: ['backup-job', 'restore-test'],
  obtain:
    'Recovery Services vault > Backup jobs > Export; or az backup job list; or Get-AzRecoveryServicesBackupJob | Export-Csv',
  proves: 'How each backup or restore ended, of which machine, and when.',
  cannotProve: 'That restored content is right. Jobs that only configure or delete are left out.',
  reads: [
    {
      shape: 'json',
      items: ['value', ''],
      required: ['properties.jobType', 'properties.operation', 'properties.status'],
      where: { type: /vaults\/backupJobs$/i },
      item: (item) =>
        run(item, {
          system: 'properties.entityFriendlyName',
          operation: 'properties.operation',
          status: 'properties.status',
          start: 'properties.startTime',
          end: 'properties.endTime',
        }),
    },
    {
      // Get-AzRecoveryServicesBackupJob | ConvertTo-Json
      shape: 'json',
      items: '',
      required: ['WorkloadName', 'Operation', 'Status', 'StartTime', ['JobId', 'JobID']],
      item: (job) =>
        run(job, {
          system: 'WorkloadName',
          operation: 'Operation',
          status: 'Status',
          start: 'StartTime',
          end: 'EndTime',
        }),
    },
    {
      shape: 'table',
      required: ['WorkloadName', 'Operation', 'Status', 'StartTime', 'EndTime', ['JobId', 'JobID']],
      row: (row) =>
        run(row, {
          system: 'WorkloadName',
          operation: 'Operation',
          status: 'Status',
          start: 'StartTime',
          end: 'EndTime',
        }),
    },
  ],
});

function run(job: Fields, names: Readonly<Record<'system' | 'operation' | 'status' | 'start' | 'end', string>>): Yield {
  const operation = OPERATIONS[job.text(names.operation) ?? ''];
  if (operation === undefined) return undefined;
  const started = job.time(names.start);
  const status = job.word(names.status, STATUSES);
  const common = {
    strength: 'R' as const,
    observed: firstDated(job.time(names.end), started),
    system: job.text(names.system),
    verbatim: job.text(names.status) ?? '',
  };
  if (operation === 'restore') {
    const outcome = status === undefined ? 'unknown' : RESTORED[status];
    return { kind: 'restore-test', ...common, level: 'files-restored', outcome };
  }
  return {
    kind: 'backup-job',
    ...common,
    started,
    outcome: status ?? 'unknown',
    errorsVisible: true,
    service: 'machine',
  };
}
