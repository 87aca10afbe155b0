import { defineSource } from '../intake/contract.ts';

export default defineSource({
  product: 'Veeam Backup & Replication',
  title: 'Veeam covered VMs (CSV)',
  kinds: ['backup-coverage'],
  obtain: 'VeeamHub script BR-VMsNotInBackups, its list of covered machines',
  proves: 'Which virtual machines had a restore point or job when the script ran.',
  cannotProve:
    'Of a list without the column AddedBy what it means: the lists of covered and of missing machines have the same columns, so a person must say which one this is. It carries no date.',
  reads: [
    {
      shape: 'table',
      // The same as veeam-missing-vms, on purpose: the engine then asks instead of guessing.
      required: ['Name', 'MoRefID', 'Uuid', 'Path', 'vCenter'],
      onlyAlso: [],
      row: (row, file) => ({
        kind: 'backup-coverage',
        strength: 'C',
        observed: file.asStated,
        system: row.text('Name') ?? row.text('Path') ?? '',
        covered: true,
      }),
    },
    {
      // Of the four lists only that of the machines in jobs says how each of them came in.
      shape: 'table',
      required: ['Name', 'MoRefID', 'Uuid', 'Path', 'vCenter', 'AddedBy'],
      onlyAlso: [],
      row: (row, file) => ({
        kind: 'backup-coverage',
        strength: 'C',
        observed: file.asStated,
        system: row.text('Name') ?? row.text('Path') ?? '',
        covered: true,
        reason: 'in a backup job',
      }),
    },
  ],
});
