import { outermost } from '../../kernel/place.ts';
import type { ExhibitReport } from '../../model/exhibit.ts';
import { OMISSION_WORDS, type OmissionKind, PHRASES, STATUS_WORDS } from '../words.ts';
import type { Lens } from './lens.ts';
import type { OmissionView } from './shape/registers.ts';

export interface Omission extends OmissionView {
  readonly kind: OmissionKind;
}

/** What an outsider could miss in the package and why it is not there: asked for and not delivered, handed over and not used, withheld. */
export function omissionsOf(lens: Lens): readonly Omission[] {
  const { exhibits, missing } = lens.findings;
  return [
    ...missing.map((each) =>
      omission('not-delivered', lens.practiceTitle(each.practice), each.because, {
        cure: each.obtain,
        by: lens.party(each.by),
      }),
    ),
    ...exhibits.flatMap((report) => ofExhibit(report, lens)),
    ...exhibits.flatMap((report) => withheld(report, lens)),
    // A path can name a person; an edition without names does not tell what lay beside the exhibits.
    ...(lens.named ? lens.skipped.map(({ path, reason }) => omission('skipped', path, reason)) : []),
  ];
}

function ofExhibit(report: ExhibitReport, lens: Lens): readonly Omission[] {
  const subject = subjectOf(report, lens);
  if (report.excluded !== null) return [omission('excluded', subject, report.excluded.because)];
  const { word } = STATUS_WORDS[report.status];
  if (report.status !== 'read') {
    const [note] = report.notes;
    return [omission('not-used', subject, note?.message ?? word, { cure: note?.hint ?? '' })];
  }
  return report.rejected === 0 ? [] : [omission('rows-rejected', subject, PHRASES.rejected(report.rejected))];
}

function withheld(report: ExhibitReport, lens: Lens): readonly Omission[] {
  const reason = lens.placement(report.path)?.omitted ?? null;
  if (reason === null || report.path !== outermost(report.path) || report.excluded !== null) return [];
  return [omission('withheld', subjectOf(report, lens), reason)];
}

function subjectOf({ path }: ExhibitReport, lens: Lens): string {
  const number = lens.exhibitNumber(path);
  return number === path || path.startsWith(number) ? path : `${number} ${path}`;
}

function omission(
  kind: OmissionKind,
  subject: string,
  reason: string,
  { cure = '', by = '' }: { readonly cure?: string; readonly by?: string } = {},
): Omission {
  return { kind, what: OMISSION_WORDS[kind], subject, reason, cure, by };
}
