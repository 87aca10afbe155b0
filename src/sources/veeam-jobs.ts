import { defineSource, type Fields, type FileContext } from '../intake/contract.ts';
import type { Draft } from '../model/record.ts';

const SHARED = [
  'Name',
  'JobType',
  'SheduleEnabledTime',
  'ScheduleOptions',
  'RestorePoints',
  'RepoName',
  'Algorithm',
] as const;

export default defineSource({
  product: 'Veeam Backup & Replication',
  title: 'Veeam jobs (CSV)',
  kinds: ['backup-setting'],
  obtain: 'VeeamHub script BR-GetVBRConfig, or Veeam Health Check > CSV folder > …_Jobs.csv',
  proves: 'How each job is set: retention, and in the newer form encryption and the check of stored data.',
  cannotProve: 'That a job ran or succeeded, or that its target lies off-site. It carries no date of its own.',
  reads: [
    { shape: 'table', required: SHARED, forbidden: ['StgEncryptionEnabled'], row: (row, file) => plain(row, file) },
    {
      shape: 'table',
      required: [...SHARED, 'RetentionType', 'RetentionCount', 'StgEncryptionEnabled'],
      row: (row, file) => [
        ...plain(row, file),
        setting(row, file, {
          setting: 'encryption',
          on: row.flag('StgEncryptionEnabled'),
          verbatim: row.text('StgEncryptionEnabled') ?? '',
        }),
        setting(row, file, {
          setting: 'verification-schedule',
          on: row.flag('IntegrityChecks'),
          verbatim: row.text('IntegrityChecks') ?? '',
        }),
      ],
    },
  ],
});

function plain(row: Fields, file: FileContext): readonly Draft<'backup-setting'>[] {
  const [count, type] = [row.text('RetentionCount') ?? row.text('RestorePoints'), row.text('RetentionType')];
  const scheduled = row.text('SheduleEnabledTime');
  return [
    setting(row, file, {
      setting: 'schedule',
      // An empty cell does not tell a job without schedule from one that was never switched on by hand.
      on: scheduled === undefined ? undefined : true,
      verbatim: scheduled === undefined ? 'no time' : `enabled ${scheduled}`,
    }),
    setting(row, file, {
      setting: 'retention',
      on: count === undefined ? undefined : Number(count) > 0,
      value: `${count ?? '?'} ${type ?? 'restore points'}`,
      verbatim: count ?? '',
    }),
  ];
}

function setting(
  row: Fields,
  file: FileContext,
  what: Pick<Draft<'backup-setting'>, 'setting' | 'on' | 'value' | 'verbatim'>,
): Draft<'backup-setting'> {
  const intent = what.setting === 'schedule' || what.setting === 'verification-schedule';
  return {
    kind: 'backup-setting',
    strength: intent ? 'S' : 'C',
    observed: file.asStated,
    subject: row.text('Name') ?? 'job',
    ...what,
  };
}
