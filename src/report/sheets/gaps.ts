import { column, dayCell, type SheetMaker, sheetOf, textCell } from './sheet.ts';

/** The columns of a plan of action and milestones. */
export const gapSheets: SheetMaker = (_lens, { view }) => [
  sheetOf('Gaps', 'Gap register', view.gaps, [
    column('Id', 10, (gap) => gap.id),
    column('Practice', 36, (gap) => gap.practice),
    column('Weakness', 64, (gap) => gap.weakness),
    column('Verdict', 18, (gap) => ({ verdict: gap.verdict.id })),
    column('Extent', 22, (gap) => textCell(gap.verdict.extent)),
    column('Severity', 11, (gap) => gap.severity),
    column('Severity because', 26, (gap) => gap.severityBecause),
    column('Owner', 24, (gap) => gap.owner),
    column('Action', 48, (gap) => gap.action),
    column('Planned or proposed', 14, (gap) => gap.basis),
    column('Milestones', 64, (gap) => textCell(gap.milestones.join('; '))),
    column('Due', 12, (gap) => dayCell(gap.due)),
    column('Due because', 26, (gap) => gap.dueBecause),
    column('Status', 14, (gap) => gap.status),
    column('Closure evidence', 44, (gap) => gap.closureEvidence),
    column('Controls', 44, (gap) => textCell(gap.controls)),
    column('Exhibits', 28, (gap) => textCell(gap.citations.map(({ text }) => text).join(', '))),
  ]),
];
