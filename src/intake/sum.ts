import type { ExhibitReport, ExhibitStatus } from '../model/exhibit.ts';
import type { RecordKind } from '../model/record.ts';
import { bareReport } from './report.ts';

/** The report of an archive: what its files came to together. Each file has a report of its own beside it. */
export function sumOf(
  named: Pick<ExhibitReport, 'path' | 'sha256' | 'bytes'>,
  all: readonly ExhibitReport[],
): ExhibitReport {
  // An archive inside sums up its own files, which are there too.
  const archives = new Set(all.map(({ path }) => path.slice(0, path.lastIndexOf('!/'))));
  const inner = all.filter(({ path }) => !archives.has(path));
  const read = inner.filter(({ status }) => status === 'read');
  const sources = new Set(read.map(({ source }) => source));
  const kinds: Partial<Record<RecordKind, number>> = {};
  for (const report of read) {
    for (const [kind, count] of entriesOf(report.kinds)) kinds[kind] = (kinds[kind] ?? 0) + count;
  }
  const days = read.flatMap(({ covers }) => (covers ? [covers.from, covers.to] : [])).sort();
  const [from, to] = [days[0], days.at(-1)];
  return bareReport(named, {
    status: statusOf(inner),
    source: sources.size === 1 ? ([...sources][0] ?? null) : null,
    candidates: [...new Set(inner.flatMap(({ candidates }) => candidates))].sort(),
    saw: inner.map(({ path }) => path.slice(named.path.length + 2)).slice(0, 8),
    kinds,
    records: read.reduce((sum, { records }) => sum + records, 0),
    rejected: read.reduce((sum, { rejected }) => sum + rejected, 0),
    covers: from !== undefined && to !== undefined ? { from, to } : null,
    duplicates: {
      rows: read.reduce((sum, { duplicates }) => sum + duplicates.rows, 0),
      records: read.reduce((sum, { duplicates }) => sum + duplicates.records, 0),
      of: [],
    },
    foreign: inner.find(({ foreign }) => foreign !== null)?.foreign ?? null,
  });
}

/** Read when anything in it was; else what most asks for a person's attention. */
function statusOf(inner: readonly ExhibitReport[]): ExhibitStatus {
  const order: readonly ExhibitStatus[] = ['read', 'ambiguous', 'unreadable', 'refused', 'unrecognised'];
  return order.find((status) => inner.some((report) => report.status === status)) ?? 'empty';
}

function entriesOf(kinds: ExhibitReport['kinds']): readonly [RecordKind, number][] {
  return Object.entries(kinds) as [RecordKind, number][];
}
