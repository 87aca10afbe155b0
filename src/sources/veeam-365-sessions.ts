import { defineSource } from '../intake/contract.ts';
import { perFile } from './kit/per-file.ts';

const seen = perFile(() => new Set<string>());
// `Exchange restore (Entire organization - 8/27/2020 6:01:21 PM)`: what was opened, and of when.
const SESSION = /^(.*?) restore \((.*) - ([^-]+)\)$/;

export default defineSource({
  product: 'Veeam Backup for Microsoft 365',
  title: 'Veeam 365 restore sessions (CSV)',
  kinds: ['backup-point'],
  obtain: 'VeeamHub script VBO-RestoreSessionLog',
  proves: 'From which restore points of Microsoft 365 data somebody opened items, and when.',
  cannotProve:
    'That anything was restored: a session is called "restore" and "Success" when an item was merely looked at, so none of it counts as a proven restore.',
  reads: [
    {
      shape: 'table',
      required: [
        'InitiatedBy',
        'SessionName',
        'SessionStartTime',
        'LogDetail',
        'SessionStatus',
        'SessionResult',
        'ProcessedObjects',
      ],
      row: (row, file) => {
        const name = row.text('SessionName') ?? '';
        const [, system, scope, point] = SESSION.exec(name) ?? [];
        if (point === undefined || seen(file).has(name)) return undefined;
        seen(file).add(name);
        // A point that was browsed: no restore test, and without a system, since it says nothing of which machines are backed up.
        return {
          kind: 'backup-point',
          strength: 'R',
          observed: file.time(point),
          repository: `${system} (${scope})`,
        };
      },
    },
  ],
});
