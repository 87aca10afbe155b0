import { defineSource } from '../intake/contract.ts';

export default defineSource({
  product: 'Veeam Backup & Replication',
  title: 'Veeam configuration backup (CSV)',
  kinds: ['backup-setting'],
  obtain: 'Veeam Health Check > CSV folder > …_configBackup.csv',
  proves: "Whether the backup server's own configuration is backed up, encrypted, and how the last run ended.",
  cannotProve: 'That the configuration can be restored. It says nothing of the encryption of the backups themselves.',
  reads: [
    {
      shape: 'table',
      required: [
        'Enabled',
        'ScheduleOptions',
        'Target',
        'LastResult',
        'EncryptionOptions',
        'RetentionRestorePointsCount',
      ],
      row: (row, file) => ({
        kind: 'backup-setting',
        strength: 'C',
        observed: file.asStated,
        subject: row.text('Name') ?? 'Configuration backup',
        setting: 'configuration-backup',
        on: row.flag('Enabled'),
        value: `encryption ${row.text('EncryptionOptions') ?? 'not told'}, last result ${row.text('LastResult') ?? 'not told'}, to ${row.text('Target') ?? '?'}`,
        verbatim: row.text('Enabled') ?? '',
      }),
    },
  ],
});
