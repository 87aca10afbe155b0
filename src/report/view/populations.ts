import type { Basis } from '../../model/fact.ts';
import type { Listing, PopulationColumn, PopulationReport } from '../../model/population.ts';
import { POPULATION_WORDS, POPULATION_PHRASES as SAID } from '../population-words.ts';
import { PHRASES } from '../words.ts';
import { placesInWords } from './citations.ts';
import type { Lens } from './lens.ts';
import type { PopulationView } from './shape/registers.ts';

const NAMES_SHOWN = 40;

/** Each authoritative list with what the exports name of it; nothing to show where no list and no name was handed over. */
export function populationViews(lens: Lens): readonly PopulationView[] {
  return lens.findings.populations
    .filter(({ known, columns }) => known || columns.some(({ named }) => named > 0))
    .map((report) => populationView(report, lens));
}

function populationView(report: PopulationReport, lens: Lens): PopulationView {
  const words = POPULATION_WORDS[report.of];
  return {
    title: words.title,
    basis: report.known ? SAID.basis(lens.exhibitNumber(report.basis), report.basis) : report.basis,
    known: report.known,
    sum: SAID.sum(report.rows, report.members, report.duplicates.count, report.excluded.count),
    leavers: report.leaversEnabled === null ? '' : SAID.leavers(report.leaversEnabled.count),
    leaversTone: report.leaversEnabled?.count === 0 ? 'good' : 'bad',
    columns: report.columns.map((column) => ({
      title: column.title,
      named: column.named,
      matched: SAID.share(column.matched, report.members),
      missing: column.missing.count,
      stale: column.stale.count,
      unmatched: column.unmatched.count,
      repeated: column.repeated.count,
    })),
    lists: namedLists(report).flatMap(({ title, listing }) => {
      if (listing.listed.length === 0) return [];
      const shown = listing.listed.slice(0, NAMES_SHOWN);
      const more = listing.count - shown.length;
      return [
        {
          title: SAID.counted(title, listing.count),
          names: shown.map((row) => SAID.placed(row.text, cited(row, lens))),
          more: more > 0 ? PHRASES.moreExceptions(more) : '',
        },
      ];
    }),
  };
}

/** In the order in which somebody who reconciles reads them. */
export function namedLists(report: PopulationReport): readonly { readonly title: string; readonly listing: Listing }[] {
  const words = POPULATION_WORDS.lists;
  // A sort of export that was not handed over at all is missing as a whole: naming everybody again tells nothing.
  const told = report.columns.filter(({ named }) => named > 0);
  const of = (title: (column: string) => string, pick: (column: PopulationColumn) => Listing) =>
    told.map((column) => ({ title: title(column.title), listing: pick(column) }));
  return [
    { title: words.excluded, listing: report.excluded },
    { title: words.duplicates, listing: report.duplicates },
    ...(report.leaversEnabled === null ? [] : [{ title: words.leavers, listing: report.leaversEnabled }]),
    ...(report.known ? of(words.missing, ({ missing }) => missing) : []),
    ...of(words.stale, ({ stale }) => stale),
    ...of(words.unmatched, ({ unmatched }) => unmatched),
    ...of(words.repeated, ({ repeated }) => repeated),
  ];
}

export function cited({ place }: Basis, lens: Lens): string {
  return placesInWords([place], lens);
}
