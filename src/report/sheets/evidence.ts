import { COMPLETENESS_WORDS } from '../exhibit-words.ts';
import type { View } from '../view/shape/index.ts';
import { populationSheets } from './populations.ts';
import { column, dayCell, type SheetMaker, sheetOf, textCell, whatToDo } from './sheet.ts';

export const evidenceSheets: SheetMaker = (lens, { view }) => [
  sheetOf('Exhibits', 'Exhibits', view.exhibits, [
    column('Exhibit', 10, (exhibit) => exhibit.number),
    column('Path', 42, (exhibit) => exhibit.path),
    column('SHA-256', 68, (exhibit) => exhibit.sha256),
    column('Size', 14, (exhibit) => exhibit.size),
    column('Status', 30, (exhibit) => exhibit.status),
    column('Source', 30, (exhibit) => textCell(exhibit.source)),
    column('Records', 10, (exhibit) => exhibit.records),
    column('Rows left out', 12, (exhibit) => exhibit.rejected),
    column('Kinds', 36, (exhibit) => textCell(exhibit.kinds)),
    column('Speaks of', 26, (exhibit) => textCell(exhibit.covers)),
    column('Whole', 16, (exhibit) => ofRead(exhibit, exhibit.made.whole)),
    column('Why not whole', 36, (exhibit) => textCell(exhibit.made.because)),
    column('Rows', 40, (exhibit) => textCell(exhibit.made.rows)),
    column('Own sums', 30, (exhibit) => textCell(exhibit.made.totals)),
    column('Repeated rows', 12, (exhibit) => exhibit.made.repeated),
    column('Counted before', 12, (exhibit) => exhibit.made.before),
    column('Where', 30, (exhibit) => textCell(exhibit.made.beforeIn)),
    column('Tool', 24, (exhibit) => ofRead(exhibit, exhibit.made.tool)),
    column('Version', 14, (exhibit) => ofRead(exhibit, exhibit.made.version)),
    column('Report', 30, (exhibit) => ofRead(exhibit, exhibit.made.report)),
    column('Tenant', 30, (exhibit) => ofRead(exhibit, exhibit.made.tenant)),
    column('Parameters', 36, (exhibit) => ofRead(exhibit, exhibit.made.parameters)),
    column('Filters', 30, (exhibit) => ofRead(exhibit, exhibit.made.filters)),
    column('Run at', 30, (exhibit) => ofRead(exhibit, exhibit.made.runAt)),
    column('Run by', 24, (exhibit) => ofRead(exhibit, exhibit.made.runBy)),
    column('Stated by a person', 48, (exhibit) => textCell(exhibit.made.person)),
    column('Encoding', 14, (exhibit) => textCell(exhibit.encoding)),
    column('In the package', 44, (exhibit) => textCell(exhibit.packaged)),
    column('Withheld because', 36, (exhibit) => textCell(exhibit.omitted)),
    column('Decided', 36, (exhibit) => textCell(exhibit.handled.join(' '))),
  ]),
  sheetOf('Facts', 'What was measured', factRows(lens, view.facts), [
    column('Fact', 36, (row) => row.fact.id),
    column('Question', 48, (row) => row.fact.question),
    column('Answer', 34, (row) => textCell(row.fact.answer)),
    column('Newest evidence', 13, (row) => dayCell(row.fact.newest)),
    column('Remarks', 44, (row) => textCell(row.fact.remarks)),
    column('Rows', 10, (row) => row.rows),
    column('Exceptions', 12, (row) => row.exceptions),
    column('Exhibits', 40, (row) => textCell(row.exhibits)),
  ]),
  ...populationSheets(lens),
  sheetOf(
    'Notes',
    'Notes',
    [
      ...view.exhibits.flatMap(({ number, path, notes }) =>
        notes.map((note) => ({ where: `${number} ${path}`, ...note })),
      ),
      ...view.notes.map((note) => ({ ...note, place: '' })),
    ],
    [
      column('Where', 44, (note) => textCell(note.where)),
      column('Place', 16, (note) => textCell(note.place)),
      column('Note', 70, (note) => note.message),
      ...whatToDo<Note>(lens),
    ],
  ),
  sheetOf('Omissions', 'What is not here, and why', view.omissions, [
    column('What', 34, (omission) => omission.what),
    column('Subject', 44, (omission) => omission.subject),
    column('Reason', 60, (omission) => omission.reason),
    column('What to obtain or do', 60, (omission) => textCell(omission.cure)),
    column('By', 24, (omission) => textCell(omission.by)),
  ]),
];

type Note = View['notes'][number] & { readonly place: string };

/** What a file that was read does not say is unknown, and not an empty cell. */
function ofRead({ used }: { readonly used: boolean }, text: string) {
  return textCell(text === '' && used ? COMPLETENESS_WORDS.unsaid.word : text);
}

type Facts = View['facts'];

function factRows(lens: Parameters<SheetMaker>[0], facts: Facts) {
  return facts.map((fact, index) => {
    const measured = lens.findings.facts[index]?.fact;
    const basis = measured?.basis ?? [];
    return {
      fact,
      rows: measured?.status === 'known' ? measured.basisCount : basis.length,
      exceptions: measured?.status === 'known' ? measured.exceptionCount : 0,
      exhibits: [...new Set(basis.map(({ place }) => lens.exhibitNumber(place.path)))].sort().join(', '),
    };
  });
}
