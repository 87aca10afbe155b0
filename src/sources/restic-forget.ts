import { defineSource } from '../intake/contract.ts';

export default defineSource({
  product: 'restic',
  title: 'restic forget (JSON)',
  kinds: ['backup-point', 'backup-setting'],
  obtain: 'restic forget --keep-… --dry-run --json > forget.json',
  proves: 'Which snapshots a retention policy keeps, per host and path.',
  cannotProve: 'That the others were removed: a dry run prints the same.',
  reads: [
    {
      shape: 'json',
      items: '',
      required: ['host', 'paths', 'keep', 'reasons'],
      item: (group, file) => {
        const kept = group.children('keep');
        const removed = group.children('remove').length;
        const subject = [group.text('host'), ...group.texts('paths')].filter((word) => word !== undefined).join(' ');
        return [
          ...kept.map((snapshot) => ({
            kind: 'backup-point' as const,
            strength: 'R' as const,
            observed: snapshot.time('time'),
            system: snapshot.text('hostname'),
            pointId: snapshot.text('short_id'),
            paths: snapshot.texts('paths'),
            at: snapshot.place,
          })),
          {
            kind: 'backup-setting' as const,
            strength: 'S' as const,
            observed: file.asStated,
            subject,
            setting: 'retention' as const,
            on: true,
            value: group
              .texts('reasons.matches')
              .filter((reason, at, all) => all.indexOf(reason) === at)
              .join(', '),
            verbatim: `keep ${kept.length}, remove ${removed}`,
          },
        ];
      },
    },
  ],
});
