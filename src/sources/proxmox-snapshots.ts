import { defineSource } from '../intake/contract.ts';

export default defineSource({
  product: 'Proxmox Backup Server',
  title: 'Proxmox Backup snapshots (JSON)',
  kinds: ['backup-point'],
  obtain: 'proxmox-backup-client snapshot list --output-format json > snapshots.json',
  proves: 'Which snapshots exist, of which guest, encrypted or not, and what the last verification of each found.',
  cannotProve:
    'That a restore works: verification compares checksums. "Protected" is no immutability, an administrator can lift it.',
  reads: [
    {
      shape: 'json',
      items: ['data', ''],
      required: ['backup-type', 'backup-id', 'backup-time'],
      item: (snapshot) => {
        // The manifest and the log are only signed, also where the data is encrypted.
        const data = snapshot.children('files').filter((file) => !/\.blob$/.test(file.text('filename') ?? ''));
        const modes = data.flatMap((file) => file.text('crypt-mode') ?? []);
        const verified = snapshot.text('verification.state');
        return {
          kind: 'backup-point',
          strength: 'R',
          observed: snapshot.time('backup-time', { epoch: 'seconds' }),
          system: snapshot.text('comment') ?? snapshot.text('backup-id'),
          pointId: `${snapshot.text('backup-type')}/${snapshot.text('backup-id')}/${snapshot.text('backup-time')}`,
          bytes: snapshot.integer('size'),
          encrypted: modes.length === 0 ? undefined : modes.every((mode) => mode === 'encrypt'),
          verified: verified === undefined ? undefined : verified === 'ok',
        };
      },
    },
  ],
});
