import { diagnostic } from '../kernel/diagnostic.ts';
import { sortedBy } from '../kernel/order.ts';
import type { Edition } from '../model/engagement.ts';
import type { ExhibitReport } from '../model/exhibit.ts';
import type { MissingEvidence } from '../model/findings.ts';
import type { ExhibitPlacement, Omission } from '../model/package.ts';
import { safeSegment } from './names.ts';

/** Whether an edition hands over the originals, which name people and machines. */
const HOLDS_ORIGINALS: Readonly<Record<Edition, boolean>> = {
  auditor: true,
  internal: true,
  insurer: false,
  customer: false,
};

/** What stands inside a container: `outer.zip!/inner.csv`. */
const INSIDE = '!/';

export function placeExhibits(
  reports: readonly ExhibitReport[],
  edition: Edition,
): { readonly placements: readonly ExhibitPlacement[]; readonly omissions: readonly Omission[] } {
  const files = sortedBy(
    reports.filter((report) => !report.path.includes(INSIDE)),
    (report) => report.path,
  );
  const digits = Math.max(3, String(files.length).length);
  const placed = files.map((report, index) => {
    const number = `E-${String(index + 1).padStart(digits, '0')}`;
    return { report, number, omission: omissionOf(report, edition) };
  });
  return {
    placements: placed.map(({ report, number, omission }) => ({
      number,
      original: report.path,
      packaged: omission ? null : `data/exhibits/${exhibitName(number, report.path)}`,
      sha256: report.sha256,
      omitted: omission?.reason ?? null,
      ...(omission?.kind === 'withheld' ? { withheld: true } : {}),
    })),
    omissions: placed.flatMap(({ omission }) => omission ?? []),
  };
}

/** Evidence that the practices expect and nobody handed over. */
export function undelivered(missing: readonly MissingEvidence[]): readonly Omission[] {
  return missing.map(({ practice, because, obtain, by }) => ({
    what: practice,
    kind: 'not-delivered',
    reason: diagnostic('evidence-not-delivered', { because, obtain }).message,
    by,
  }));
}

function omissionOf(report: ExhibitReport, edition: Edition): Omission | undefined {
  const what = report.path;
  if (report.excluded) {
    const { because } = report.excluded;
    return { what, kind: 'excluded', reason: diagnostic('exhibit-excluded', { because }).message };
  }
  if (report.status === 'refused') {
    const reason = report.notes.find(({ code }) => code === 'exhibit-refused')?.message ?? report.status;
    return { what, kind: 'refused', reason: diagnostic('exhibit-not-passed-on', { reason }).message };
  }
  if (!HOLDS_ORIGINALS[edition]) {
    return { what, kind: 'withheld', reason: diagnostic('exhibit-withheld', { edition }).message };
  }
  return undefined;
}

function exhibitName(number: string, path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return `${number}_${safeSegment(name, 80 - number.length - 1)}`;
}
