import { defineSource, type Fields, type Placed, type TableReading, type Yield } from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';
import { firstDated } from './kit/times.ts';

const OUTCOMES = {
  Success: 'succeeded',
  Warning: 'warning',
  Failed: 'failed',
  Error: 'failed',
  None: 'running',
  Pending: 'running',
  InProgress: 'running',
  Working: 'running',
  Starting: 'running',
  Stopping: 'running',
  Pausing: 'running',
  Resuming: 'running',
  WaitingTape: 'running',
  Postprocessing: 'running',
} as const;

const MODES = {
  Full: 'full',
  Increment: 'incremental',
  Incremental: 'incremental',
  ReverseIncrement: 'incremental',
  ReversedIncremental: 'incremental',
  Syntethic: 'full',
  Synthetic: 'full',
  SynteticFull: 'full',
  ActiveFull: 'full',
  CBTIncremental: 'incremental',
  FullVSSBackup: 'full',
} as const;

const BACKUP_TYPE =
  /^(Backup|BackupSync|BackupToTape|EpAgentBackup|EpAgentPolicy|EpAgentManagement|NasBackup|Replica|SimpleBackupCopyPolicy)$/i;

const base = { shape: 'table' } as const;

export default defineSource({
  product: 'Veeam Backup & Replication',
  title: 'Veeam session report (CSV)',
  kinds: ['backup-job'],
  obtain:
    'Get-VBRBackupSession | Select-Object JobName,JobType,Result,State,CreationTime,EndTime | Export-Csv sessions.csv; or the VeeamHub scripts BR-VeeamSessionReport, VEM-BackupSessionReport or VAN-BackupReports; or Veeam Health Check > CSV folder',
  proves: 'How each job ended, for which machine and when; which runs were retries of one that failed.',
  cannotProve:
    'That a backup can be restored, or that every machine has a job. Exports by script hold the times of the backup server without a zone, and the same run twice.',
  reads: [
    dialect(['JobName', 'VMName', 'Result', 'BackupEndTime(UTC)', 'BackupCreationTime(UTC)'], (row) =>
      session(row, {
        result: 'Result',
        ended: row.time('BackupEndTime(UTC)', { zone: 'UTC' }),
        started: row.time('BackupCreationTime(UTC)', { zone: 'UTC' }),
        mode: 'RestorePointType',
        system: 'VMName',
        bytes: 'TotalSize',
      }),
    ),
    dialect(['JobName', 'VMName', 'Status', 'IsRetry', 'CreationTime'], (row) =>
      session(row, {
        result: 'Status',
        ended: row.time('CreationTime'),
        started: row.time('CreationTime'),
        mode: 'JobAlgorithm',
        system: 'VMName',
      }),
    ),
    dialect(['JobName', 'VM', 'BackupType', 'Status', 'StartTime', 'EndTime'], (row) =>
      session(row, {
        result: 'Status',
        ended: row.time('EndTime'),
        started: row.time('StartTime'),
        mode: 'BackupType',
        system: 'VM',
      }),
    ),
    // Get-VBRBackupSession | Export-Csv. Sessions of restores and of verification have the same properties and are no backups.
    {
      ...base,
      required: ['JobName', 'JobType', 'Result', 'State', 'CreationTime', 'EndTime'],
      where: { JobType: BACKUP_TYPE },
      row: (row) =>
        BACKUP_TYPE.test(row.text('JobType') ?? '')
          ? session(row, {
              // While it runs, the result is None, and the end lies in the year 1900.
              result: /^(Working|Starting|Stopping|Pausing|Resuming|WaitingTape|Postprocessing)$/i.test(
                row.text('State') ?? '',
              )
                ? 'State'
                : 'Result',
              ended: firstDated(row.time('EndTime'), row.time('CreationTime')),
              started: row.time('CreationTime'),
            })
          : undefined,
    },
    // Veeam Backup for AWS, as the health check lists it: a policy backs up many instances.
    {
      ...base,
      required: ['ApplianceId', 'policyName', 'status', 'type', 'startTime', 'endTime'],
      row: (row) =>
        /^PolicyBackup$/i.test(row.text('type') ?? '')
          ? session(row, {
              job: 'policyName',
              result: 'status',
              ended: firstDated(row.time('endTime'), row.time('startTime')),
              started: row.time('startTime'),
            })
          : undefined,
    },
    dialect(['JobName', 'Result', 'DataSize(GB)', 'BackupSize(GB)', 'DedupRatio', 'Date'], (row) =>
      session(row, { result: 'Result', ended: row.time('Date'), started: row.time('Date') }),
    ),
  ],
});

function dialect(required: readonly string[], row: (row: Fields) => Yield): TableReading {
  return { ...base, required, row };
}

interface Columns {
  readonly job?: string;
  readonly result: string;
  readonly ended: Observed;
  readonly started: Observed;
  readonly mode?: string;
  readonly system?: string;
  readonly bytes?: string;
}

function session(row: Fields, columns: Columns): Placed {
  return {
    kind: 'backup-job',
    strength: 'R',
    observed: columns.ended,
    started: columns.started,
    job: row.text(columns.job ?? 'JobName'),
    system: columns.system === undefined ? undefined : row.text(columns.system),
    outcome: row.word(columns.result, OUTCOMES) ?? 'unknown',
    verbatim: row.text(columns.result) ?? '',
    mode: columns.mode === undefined ? undefined : row.word(columns.mode, MODES),
    retry: row.flag('IsRetry'),
    bytes: columns.bytes === undefined ? undefined : row.integer(columns.bytes),
    errorsVisible: true,
    service: 'machine',
  };
}
