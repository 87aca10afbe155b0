import { defineSource } from '../intake/contract.ts';
import { firstDated } from './kit/times.ts';

const STATES = {
  COMPLETED: 'restored',
  FAILED: 'failed',
  ABORTED: 'failed',
  RUNNING: 'unknown',
  PENDING: 'unknown',
} as const;
const EPOCH = { epoch: 'seconds' } as const;

export default defineSource({
  product: 'AWS Backup',
  title: 'AWS Backup restore jobs (JSON)',
  kinds: ['restore-test'],
  obtain: 'aws backup list-restore-jobs --by-created-after … > restores.json',
  proves:
    "That a restore ran, of which resource, when and how long; with a validation status, that somebody's own test of it ended well.",
  cannotProve: 'That content is right when no validation is recorded; what a validation really looked at.',
  reads: [
    {
      shape: 'json',
      items: 'RestoreJobs',
      required: ['RestoreJobId', 'Status'],
      item: (job) => {
        const status = job.word('Status', STATES) ?? 'unknown';
        const validation = job.text('ValidationStatus');
        const created = job.time('CreationDate', EPOCH);
        const completed = job.time('CompletionDate', EPOCH);
        const took =
          completed.instant !== undefined && created.instant !== undefined
            ? completed.instant - created.instant
            : undefined;
        return {
          kind: 'restore-test',
          strength: 'R',
          observed: firstDated(completed, created),
          system: job.text('SourceResourceArn') ?? job.text('CreatedResourceArn') ?? job.text('RecoveryPointArn'),
          level: validation === 'SUCCESSFUL' ? 'files-verified' : 'files-restored',
          outcome: status === 'restored' && validation === 'FAILED' ? 'restored-with-errors' : status,
          verbatim: [job.text('Status'), validation && `validation ${validation}`, job.text('StatusMessage')]
            .filter((word) => word !== undefined)
            .join(', '),
          point: job.has('RecoveryPointCreationDate') ? job.time('RecoveryPointCreationDate', EPOCH) : undefined,
          performedBy: job.has('CreatedBy.RestoreTestingPlanArn') ? 'restore testing plan' : undefined,
          minutesTaken: took === undefined ? undefined : Math.ceil(took / 60_000),
        };
      },
    },
  ],
});
