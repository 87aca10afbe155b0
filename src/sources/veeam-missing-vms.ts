import { defineSource } from '../intake/contract.ts';

export default defineSource({
  product: 'Veeam Backup & Replication',
  title: 'Veeam missing VMs (CSV)',
  kinds: ['backup-coverage'],
  obtain: 'VeeamHub script BR-VMsNotInBackups, its list of missing machines',
  proves: 'Which virtual machines had no restore point or job when the script ran.',
  cannotProve:
    'What the list means: the lists of covered and of missing machines have the same columns, so a person must say which one this is. It carries no date.',
  reads: [
    {
      shape: 'table',
      // The same as veeam-covered-vms, on purpose: the engine then asks instead of guessing.
      required: ['Name', 'MoRefID', 'Uuid', 'Path', 'vCenter'],
      onlyAlso: [],
      row: (row, file) => ({
        kind: 'backup-coverage',
        strength: 'C',
        observed: file.asStated,
        system: row.text('Name') ?? row.text('Path') ?? '',
        covered: false,
        reason: 'listed as missing',
      }),
    },
  ],
});
