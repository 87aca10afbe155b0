import { defineSource } from '../intake/contract.ts';
import { perFile } from './kit/per-file.ts';

// The identifier is written alike in every language, and in UTC, whatever "Backup time" above it says.
const IDENTIFIER = /:\s*((\d\d\/\d\d\/\d{4})-(\d\d:\d\d))\s*$/;
const TARGET =
  /^(?:Backup target|Backup location|Sicherungsziel|Backupziel|Cible de la sauvegarde|Destination de sauvegarde|Destino de copia de seguridad|Destinazione (?:di )?backup)\s?:\s*(.+?)\s*$/i;

const state = perFile<{ target?: string }>(() => ({}));

export default defineSource({
  product: 'Windows Server Backup',
  title: 'wbadmin get versions',
  kinds: ['backup-point'],
  obtain: 'wbadmin get versions > versions.txt',
  proves: 'Which backups exist and where, to the minute in UTC.',
  cannotProve: 'That they can be restored. A network share keeps one version only. The list does not name the server.',
  reads: [
    {
      shape: 'text',
      anchors: [/^wbadmin 1\.0/, IDENTIFIER],
      line: ({ text }, file) => {
        const target = TARGET.exec(text)?.[1];
        if (target !== undefined) state(file).target = target;
        const [, raw, day, clock] = IDENTIFIER.exec(text) ?? [];
        if (raw === undefined) return undefined;
        return {
          kind: 'backup-point',
          strength: 'R',
          observed: { ...file.time(`${day} ${clock}`, { zone: 'UTC', order: 'mdy' }), raw },
          system: file.said.system,
          repository: state(file).target,
          pointId: raw,
        };
      },
    },
  ],
});
