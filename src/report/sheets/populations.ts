import type { Sheet } from '../../model/workbook.ts';
import { POPULATION_WORDS } from '../population-words.ts';
import type { Lens } from '../view/lens.ts';
import { cited, namedLists } from '../view/populations.ts';
import { column, sheetOf } from './sheet.ts';

/** The counts in every edition, the names where they are told. */
export function populationSheets(lens: Lens): readonly Sheet[] {
  const reports = lens.findings.populations;
  const counts = reports.flatMap((report) => report.columns.map((each) => ({ report, each })));
  const names = reports.flatMap((report) =>
    namedLists(report).flatMap(({ title, listing }) => listing.listed.map((row) => ({ report, title, row }))),
  );
  const sums = sheetOf('Populations', 'Who and what is counted', counts, [
    column('Population', 14, ({ report }) => POPULATION_WORDS[report.of].title),
    column('List', 40, ({ report }) => report.basis),
    column('Rows', 10, ({ report }) => report.rows),
    column('Counted', 10, ({ report }) => report.members),
    column('Repeated on the list', 12, ({ report }) => report.duplicates.count),
    column('Excluded', 10, ({ report }) => report.excluded.count),
    column('Seen in', 26, ({ each }) => each.title),
    column('Names in exports', 12, ({ each }) => each.named),
    column('Matched', 10, ({ each }) => each.matched),
    column('Missing', 10, ({ each }) => each.missing.count),
    column('Not current', 12, ({ each }) => each.stale.count),
    column('Current for days', 12, ({ each }) => each.currentFor),
    column('Not among them', 12, ({ each }) => each.unmatched.count),
    column('Repeated', 10, ({ each }) => each.repeated.count),
  ]);
  if (names.length === 0) return [sums];
  return [
    sums,
    sheetOf('Population names', 'Who is missing, not counted, repeated, excluded', names, [
      column('Population', 14, ({ report }) => POPULATION_WORDS[report.of].title),
      column('What', 48, ({ title }) => title),
      column('Name', 60, ({ row }) => row.text),
      column('Where', 30, ({ row }) => cited(row, lens)),
    ]),
  ];
}
