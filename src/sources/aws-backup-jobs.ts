import { defineSource } from '../intake/contract.ts';
import { firstDated } from './kit/times.ts';

const STATES = {
  CREATED: 'running',
  PENDING: 'running',
  RUNNING: 'running',
  ABORTING: 'running',
  ABORTED: 'failed',
  FAILED: 'failed',
  EXPIRED: 'failed',
  PARTIAL: 'partial',
  COMPLETED: 'succeeded',
} as const;

const SERVICES: Readonly<Record<string, 'files' | 'machine' | 'database' | undefined>> = {
  EC2: 'machine',
  VirtualMachine: 'machine',
  EBS: 'machine',
  EFS: 'files',
  FSx: 'files',
  S3: 'files',
  RDS: 'database',
  Aurora: 'database',
  DynamoDB: 'database',
  DocumentDB: 'database',
  Neptune: 'database',
  Redshift: 'database',
};

const EPOCH = { epoch: 'seconds' } as const;

export default defineSource({
  product: 'AWS Backup',
  title: 'AWS Backup jobs (JSON)',
  kinds: ['backup-job'],
  obtain: 'aws backup list-backup-jobs --by-created-after … > jobs.json',
  proves: 'How each backup job ended, for which resource, in which vault, and when.',
  cannotProve: 'That a resource without a job is meant to have none; that a recovery point can be restored.',
  reads: [
    {
      shape: 'json',
      items: 'BackupJobs',
      required: ['BackupJobId', 'ResourceArn', 'State'],
      item: (job) => ({
        kind: 'backup-job',
        strength: 'R',
        observed: firstDated(job.time('CompletionDate', EPOCH), job.time('CreationDate', EPOCH)),
        started: job.time('CreationDate', EPOCH),
        job: job.text('BackupJobId'),
        system: job.text('ResourceName') ?? job.text('ResourceArn'),
        outcome: job.word('State', STATES) ?? 'unknown',
        verbatim: [job.text('State'), job.text('StatusMessage')].filter((word) => word !== undefined).join(': '),
        bytes: job.integer('BackupSizeInBytes'),
        errorsVisible: true,
        encrypted: job.flag('IsEncrypted'),
        target: job.text('BackupVaultName'),
        service: SERVICES[job.text('ResourceType') ?? ''],
      }),
    },
  ],
});
