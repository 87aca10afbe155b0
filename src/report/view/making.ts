import type { ExhibitReport, ProducedBy } from '../../model/exhibit.ts';
import { COMPLETENESS_WORDS, MADE_WORDS, SHORTFALL_WORDS } from '../exhibit-words.ts';
import { PHRASES } from '../words.ts';
import type { MakingView } from './shape/registers.ts';

type Field = keyof typeof MADE_WORDS;
const FIELDS = Object.keys(MADE_WORDS) as readonly Field[];

/** How a file came to be, as far as it says so itself; what it leaves open is named, and what a person adds stands apart. */
export function makingOf(report: ExhibitReport): MakingView {
  const { produced, said, completeness, duplicates } = report;
  const told = FIELDS.filter((field) => textOf(produced, field) !== '');
  return {
    told: told.map((field) => ({ label: MADE_WORDS[field], text: textOf(produced, field) })),
    untold: FIELDS.filter((field) => !told.includes(field))
      .map((field) => MADE_WORDS[field].toLowerCase())
      .join(', '),
    tool: textOf(produced, 'tool'),
    version: textOf(produced, 'version'),
    report: textOf(produced, 'report'),
    tenant: textOf(produced, 'tenant'),
    parameters: textOf(produced, 'parameters'),
    filters: textOf(produced, 'filters'),
    runAt: textOf(produced, 'runAt'),
    runBy: textOf(produced, 'runBy'),
    rows: rowsText(report),
    whole: COMPLETENESS_WORDS[completeness.state].word,
    wholeTone: COMPLETENESS_WORDS[completeness.state].tone,
    because: completeness.shortfalls.map((shortfall) => SHORTFALL_WORDS[shortfall]).join('; '),
    repeated: duplicates.rows,
    before: duplicates.records,
    counted:
      duplicates.records === 0 ? String(report.records) : PHRASES.recordsBefore(report.records, duplicates.records),
    beforeIn: duplicates.of.map(({ path, records }) => PHRASES.countedIn(records, path)).join(', '),
    totals: (produced.totals ?? []).map((total) => PHRASES.total(total.of, total.stated, total.read)).join('; '),
    person: said === null ? '' : personText(said.by, said.because, said.produced),
  };
}

function textOf(produced: ProducedBy, field: Field): string {
  const text = produced[field] ?? '';
  const { runAt, ranAt } = produced;
  return field === 'runAt' && runAt !== undefined && ranAt !== undefined && ranAt !== runAt
    ? PHRASES.ranAt(runAt, ranAt)
    : text;
}

function rowsText({ completeness }: ExhibitReport): string {
  const { rows, stated, statedBy } = completeness;
  if (rows === null) return '';
  if (stated === null || statedBy === null) return PHRASES.rowsRead(rows);
  return PHRASES.rowsStated(rows, stated, statedBy);
}

function personText(by: string, because: string, produced: ProducedBy): string {
  const words = FIELDS.flatMap((field) => {
    const text = produced[field];
    return text === undefined ? [] : [PHRASES.labelled(MADE_WORDS[field].toLowerCase(), text)];
  });
  const rows = produced.rowsStated === undefined ? [] : [PHRASES.kindFact(produced.rowsStated, 'rows')];
  return PHRASES.personStates(by, [...words, ...rows].join(', '), because);
}
