import { defineSource, type Fields, type FileContext, type Placed, type Yield } from '../intake/contract.ts';
import { perFile } from './kit/per-file.ts';

const KEPT = /^keep \d+ snapshots:/;
const GONE = /^remove \d+ snapshots:|^Would have removed/;
const ROW = /^([0-9a-f]{8})\s+(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\s+(\S+)/;
const section = perFile<{ kept: boolean }>(() => ({ kept: false }));

export default defineSource({
  product: 'restic',
  title: 'restic forget',
  kinds: ['backup-point', 'backup-setting'],
  obtain: 'restic forget --keep-… --dry-run --json > forget.json',
  risk: 'Without --dry-run the command removes snapshots.',
  proves: 'Which snapshots a retention policy keeps, per host and path.',
  cannotProve: 'That the others were removed: a dry run prints the same. The text form names no time zone.',
  reads: [
    { shape: 'json', items: '', required: ['host', 'paths', 'keep', 'reasons'], item: group },
    {
      shape: 'text',
      anchors: [/^Applying Policy: /, KEPT],
      line: ({ text }, file) => {
        if (KEPT.test(text) || GONE.test(text)) section(file).kept = KEPT.test(text);
        const policy = /^Applying Policy: (.+)$/.exec(text)?.[1];
        if (policy !== undefined) return retention({ subject: 'repository', value: policy, verbatim: policy }, file);
        const [, pointId, time, system] = ROW.exec(text) ?? [];
        if (pointId === undefined || !section(file).kept) return undefined;
        return { kind: 'backup-point', strength: 'R', observed: file.time(time), system, pointId };
      },
    },
  ],
});

function group(group: Fields, file: FileContext): Yield {
  const kept = group.children('keep');
  const removed = group.children('remove').length;
  const reasons = group.texts('reasons.matches').filter((reason, at, all) => all.indexOf(reason) === at);
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
    retention(
      {
        subject: [group.text('host'), ...group.texts('paths')].filter((word) => word !== undefined).join(' '),
        value: reasons.join(', '),
        verbatim: `keep ${kept.length}, remove ${removed}`,
      },
      file,
    ),
  ];
}

function retention(policy: Record<'subject' | 'value' | 'verbatim', string>, file: FileContext): Placed {
  return {
    kind: 'backup-setting',
    strength: 'S',
    observed: file.asStated,
    setting: 'retention',
    on: true,
    ...policy,
  };
}
