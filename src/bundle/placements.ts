import { diagnostic } from '../kernel/diagnostic.ts';
import { sortedBy } from '../kernel/order.ts';
import type { Edition } from '../model/engagement.ts';
import type { ExhibitReport } from '../model/exhibit.ts';
import type { ExhibitPlacement } from '../model/package.ts';
import { safeSegment } from './names.ts';

/** Whether an edition hands over the originals, which name people and machines. */
export const HOLDS_ORIGINALS: Readonly<Record<Edition, boolean>> = {
  auditor: true,
  internal: true,
  insurer: false,
  customer: false,
};

/** What stands inside a container: `outer.zip!/inner.csv`. */
const INSIDE = '!/';

/** Numbers by path, one a file, whatever becomes of it: an exhibit has the same number in every edition. */
export function placeExhibits(reports: readonly ExhibitReport[], edition: Edition): readonly ExhibitPlacement[] {
  const files = sortedBy(
    reports.filter((report) => !report.path.includes(INSIDE)),
    (report) => report.path,
  );
  const digits = Math.max(3, String(files.length).length);
  return files.map((report, index) => {
    const number = `E-${String(index + 1).padStart(digits, '0')}`;
    const left = leftOut(report, edition);
    return {
      number,
      original: report.path,
      packaged: left ? null : `data/exhibits/${exhibitName(number, report.path)}`,
      sha256: report.sha256,
      omitted: left?.reason ?? null,
      ...(left?.withheld ? { withheld: true } : {}),
    };
  });
}

function leftOut(report: ExhibitReport, edition: Edition): { reason: string; withheld: boolean } | undefined {
  if (report.excluded) {
    return { reason: diagnostic('exhibit-excluded', report.excluded).message, withheld: false };
  }
  if (report.status === 'refused') {
    const reason = report.notes.find(({ code }) => code === 'exhibit-refused')?.message ?? report.status;
    return { reason: diagnostic('exhibit-not-passed-on', { reason }).message, withheld: false };
  }
  return HOLDS_ORIGINALS[edition]
    ? undefined
    : { reason: diagnostic('exhibit-withheld', { edition }).message, withheld: true };
}

function exhibitName(number: string, path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return `${number}_${safeSegment(name, 80 - number.length - 1)}`;
}
