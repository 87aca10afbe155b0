import { defineSource } from '../intake/contract.ts';

export default defineSource({
  product: 'Veeam Backup & Replication',
  title: 'Veeam SureBackup jobs (CSV)',
  kinds: ['backup-setting'],
  obtain: 'Veeam Health Check > CSV folder > …_SureBackupJob.csv',
  proves: 'That a SureBackup job is set up and switched on, and how often it is meant to run.',
  cannotProve: 'That it ever ran or how it ended: the file holds no result and no date. A schedule is no restore test.',
  reads: [
    {
      shape: 'table',
      required: ['Name', 'IsEnabled', 'VirtualLabId', 'ApplicationGroupId', 'LinkedJobIds', 'ScheduleOptions'],
      row: (row, file) => ({
        kind: 'backup-setting',
        strength: 'S',
        observed: file.asStated,
        subject: row.text('Name') ?? 'SureBackup job',
        setting: 'verification-schedule',
        on: row.flag('IsEnabled'),
        value: row.text('ScheduleOptions'),
        verbatim: row.text('IsEnabled') ?? '',
      }),
    },
  ],
});
