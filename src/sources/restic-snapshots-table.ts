import { defineSource } from '../intake/contract.ts';

// Only the first line of a snapshot starts with its id; further tags and paths follow on lines of their own.
const ROW = /^([0-9a-f]{8})\s+(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\s+(\S+)\s*(.*)$/;

export default defineSource({
  product: 'restic',
  title: 'restic snapshots (table)',
  kinds: ['backup-point'],
  obtain: 'restic snapshots > snapshots.txt',
  proves: 'Which snapshots exist, of which host, and when each was made in the clock of whoever printed the list.',
  cannotProve:
    'That their content can be restored, that they lie off-site or cannot be deleted. The list names no time zone.',
  reads: [
    {
      shape: 'text',
      anchors: [/^ID\s+Time\s+Host\s+Tags/, ROW],
      // The lists that "forget" prints look alike, but may name snapshots that are gone.
      forbidden: [/^(keep|remove) \d+ snapshots:/],
      line: ({ text }, file) => {
        const [, pointId, time, system, rest = ''] = ROW.exec(text) ?? [];
        if (pointId === undefined) return undefined;
        // Since restic 0.17 a column with the size follows the path.
        const path = /(?:^|\s)(\/\S.*?|[A-Za-z]:\\.*?)(?:\s+[\d.]+ (?:[KMGTPE]i)?B)?\s*$/.exec(rest)?.[1];
        return {
          kind: 'backup-point',
          strength: 'R',
          observed: file.time(time),
          system,
          pointId,
          paths: path === undefined ? undefined : [path],
        };
      },
    },
  ],
});
