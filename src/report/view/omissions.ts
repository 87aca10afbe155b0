import { PHRASES as ASSESSMENT_PHRASES } from '../../kernel/messages/assessment.ts';
import { outermost } from '../../kernel/place.ts';
import type { ExhibitReport } from '../../model/exhibit.ts';
import type { MissingEvidence } from '../../model/findings.ts';
import { OMISSION_WORDS, type OmissionKind, PHRASES, STATUS_WORDS } from '../words.ts';
import type { Lens } from './lens.ts';
import { inShort } from './reasons.ts';
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
        briefly: unanswered(each, lens),
      }),
    ),
    ...exhibits.flatMap((report) => ofExhibit(report, lens)),
    ...exhibits.flatMap((report) => withheld(report, lens)),
    // A path can name a person; an edition without names does not tell what lay beside the exhibits.
    ...(lens.named ? lens.skipped.map(({ path, reason }) => omission('skipped', path, reason)) : []),
  ];
}

/** The questions alone where no export speaks of them, which is said once above all of them; with its reason where there is another. */
function unanswered({ practice, because }: MissingEvidence, lens: Lens): string {
  const reasons = (lens.assessed(practice)?.reasons ?? []).filter(({ text }) => because.includes(text));
  const silent = ASSESSMENT_PHRASES.outcome.unknown('', ASSESSMENT_PHRASES.unknown['no-evidence']);
  return reasons.length === 0 ? because : inShort(reasons, lens).replaceAll(silent, '');
}

function ofExhibit(report: ExhibitReport, lens: Lens): readonly Omission[] {
  const subject = subjectOf(report, lens);
  if (report.excluded !== null) return [omission('excluded', subject, report.excluded.because)];
  const { word } = STATUS_WORDS[report.status];
  if (report.status !== 'read') {
    const [note] = report.notes;
    return [omission('not-used', subject, lens.noteText(note?.message ?? word), { cure: lens.hint(note?.hint ?? '') })];
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
  {
    cure = '',
    by = '',
    briefly = reason,
  }: { readonly cure?: string; readonly by?: string; readonly briefly?: string } = {},
): Omission {
  return { kind, what: OMISSION_WORDS[kind], subject, reason, briefly, cure, by };
}
