import { defineSource, type Fields, type Placed } from '../intake/contract.ts';

export default defineSource({
  product: 'restic',
  title: 'restic snapshots (JSON)',
  kinds: ['backup-point'],
  obtain: 'restic snapshots --json > snapshots.json',
  proves: 'Which snapshots exist, of which host and paths, and when each was made.',
  cannotProve: 'That their content can be restored, that they lie off-site or cannot be deleted.',
  reads: [
    {
      shape: 'json',
      items: '',
      required: ['short_id', 'tree', 'hostname', 'paths', 'time'],
      forbidden: ['struct_type'],
      item: point,
    },
    {
      shape: 'json',
      items: '',
      required: ['group_key', 'snapshots'],
      item: (group) => group.children('snapshots').map(point),
    },
    // "restic ls --json" begins with the snapshot whose files it lists.
    {
      shape: 'json-lines',
      required: { struct_type: 'snapshot', tree: true, hostname: true, time: true },
      line: (line) => (line.text('struct_type') === 'snapshot' ? point(line) : undefined),
    },
  ],
});

function point(snapshot: Fields): Placed {
  return {
    kind: 'backup-point',
    strength: 'R',
    observed: snapshot.time('time'),
    system: snapshot.text('hostname'),
    pointId: snapshot.text('short_id'),
    paths: snapshot.texts('paths'),
    bytes: snapshot.integer('summary.total_bytes_processed'),
    at: snapshot.place,
  };
}
