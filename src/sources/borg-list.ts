import { defineSource } from '../intake/contract.ts';
import { encryptedByBorg } from './kit/borg.ts';

const ROW = /^(\S.*?)\s+\w{3}, (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) \[([0-9a-f]{64})\]$/;
/** borg 2: identifier, time with its zone, name, user, host. */
const ROW_2 = /^([0-9a-f]{8}) {2}\w{3}, (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4}) {2}(\S+)\s+\S+\s+(\S+)\s*$/;

export default defineSource({
  product: 'BorgBackup',
  title: 'borg list',
  kinds: ['backup-point'],
  obtain: 'borg list --json REPOSITORY > list.json   (borg 2: borg repo-list --json)',
  proves: 'Which archives exist and when each was begun; the JSON form also whether the repository is encrypted.',
  cannotProve:
    'That their content can be restored, that they lie off-site or cannot be deleted. Times of borg 1 carry no zone: they are in the clock of whoever ran the command.',
  reads: [
    {
      shape: 'json',
      items: 'archives',
      document: { 'repository.location': true, 'encryption.mode': true },
      required: ['archive', 'id', 'start'],
      forbidden: ['stats'],
      item: (archive, file) => ({
        kind: 'backup-point',
        strength: 'R',
        observed: archive.time('start'),
        system: archive.text('hostname') ?? file.said.system,
        repository: file.document.text('repository.location'),
        pointId: archive.text('archive'),
        encrypted: encryptedByBorg(file.document),
      }),
    },
    {
      shape: 'text',
      anchors: [ROW],
      forbidden: [/^(Keeping|Pruning|Would prune|Deleting)\b/, /^Archive fingerprint:/],
      line: ({ text }, file) => {
        const [, pointId, time] = ROW.exec(text) ?? [];
        if (pointId === undefined) return undefined;
        return { kind: 'backup-point', strength: 'R', observed: file.time(time), system: file.said.system, pointId };
      },
    },
    {
      shape: 'text',
      anchors: [ROW_2],
      line: ({ text }, file) => {
        const [, id, time, name, system] = ROW_2.exec(text) ?? [];
        if (id === undefined) return undefined;
        return { kind: 'backup-point', strength: 'R', observed: file.time(time), system, pointId: `${name} ${id}` };
      },
    },
  ],
});
