import { defineSource } from '../intake/contract.ts';

export default defineSource({
  product: 'Veeam Backup & Replication',
  title: 'Veeam unprotected machines (CSV)',
  kinds: ['backup-coverage'],
  obtain: 'Veeam Health Check > CSV folder > …_ViUnprotected.csv',
  proves: 'Which virtual machines are in no backup job.',
  cannotProve: 'When the list was made. Templates are left out; machines that are switched off are marked, not hidden.',
  reads: [
    {
      shape: 'table',
      required: ['Name', 'PowerState', 'ProvisionedSize', 'UsedSize', 'Path', 'Type'],
      onlyAlso: [],
      row: (row, file) => {
        const system = row.text('Name');
        if (system === undefined) return { reject: 'no name' };
        // A template is no system that holds data of its own.
        if (/template/i.test(row.text('Type') ?? '')) return undefined;
        return {
          kind: 'backup-coverage',
          strength: 'C',
          observed: file.asStated,
          system,
          covered: false,
          reason: 'in no backup job',
          poweredOff: /^PoweredOff$/i.test(row.text('PowerState') ?? ''),
        };
      },
    },
  ],
});
