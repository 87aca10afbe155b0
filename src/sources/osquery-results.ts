import { defineSource, type Fields, type FileContext, type Placed } from '../intake/contract.ts';
import type { Place } from '../kernel/place.ts';
import { isDated, type Observed } from '../model/observed.ts';
import { ifDated } from './kit/dated.ts';
import { perFile } from './kit/per-file.ts';

interface Host {
  readonly seen: Observed;
  readonly at: Place;
}

const hosts = perFile(() => new Map<string, Host>());

export default defineSource({
  product: 'osquery',
  title: 'Query results log (JSON lines)',
  kinds: ['asset'],
  obtain: 'osqueryd with the filesystem logger: /var/log/osquery/osqueryd.results.log',
  proves: 'Which hosts report, when each last did, and (from snapshot lines) the software on them.',
  cannotProve: 'A full list from lines that only tell what was added or removed.',
  reads: [
    {
      shape: 'json-lines',
      required: { name: true, unixTime: true, calendarTime: true, counter: true },
      line: readLine,
      end: (file) =>
        [...hosts(file)].map(([name, { seen, at }]) =>
          asset({ name, type: 'device', lastSeen: ifDated(seen) }, seen, at),
        ),
    },
  ],
});

function readLine(line: Fields, file: FileContext): readonly Placed[] | undefined {
  const host = line.text('hostIdentifier') ?? line.text('hostname');
  if (host === undefined) return undefined;
  const seen = line.time('unixTime', { epoch: 'seconds' });
  const before = hosts(file).get(host);
  const newer = before === undefined || !isDated(before.seen) || (isDated(seen) && seen.instant > before.seen.instant);
  if (newer) hosts(file).set(host, { seen, at: line.place });
  if (line.text('action') !== 'snapshot') return undefined;
  return line.children('snapshot').flatMap((row): Placed[] => {
    const name = row.text('name');
    const osVersion = row.text('version') ?? row.text('bundle_short_version');
    // A row with a version is an installed program; any other table (processes, users) is no inventory.
    if (name === undefined || osVersion === undefined) return [];
    return [asset({ name, type: 'software', osVersion, location: host }, seen, row.place)];
  });
}

function asset(
  what: {
    name: string;
    type: 'device' | 'software';
    osVersion?: string;
    location?: string;
    lastSeen?: Observed | undefined;
  },
  observed: Observed,
  at: Place,
): Placed {
  return { kind: 'asset', strength: 'C', observed, status: 'in-use', at, ...what };
}
