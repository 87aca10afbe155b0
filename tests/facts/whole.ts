import { startMeasuring } from '../../src/facts/kit/measuring.ts';
import { placeText } from '../../src/kernel/place.ts';
import type { NamedFact } from '../../src/model/fact.ts';
import type { Listing, PopulationReport } from '../../src/model/population.ts';
import type { EvidenceRecord } from '../../src/model/record.ts';
import { DEFINITIONS, DEVICES, day, type FactId, gist, PEOPLE, SCOPE, undated } from './records.ts';

/** Rows that differ in one thing each, named for it. */
export interface Whole {
  readonly rows: readonly EvidenceRecord[];
  /** Those that are asked; without it all that can see one of the rows. */
  readonly facts?: readonly FactId[] | undefined;
  /** Told as it stands, without its variants. */
  readonly once?: true;
}

type Variant = readonly [name: string, rows: readonly EvidenceRecord[], populations: object, told: 'all' | 'remarks'];

const LISTS = { devices: DEVICES, people: PEOPLE };

/** The same rows with and without the lists of what there is, of no day, of days that do not count, by the word of a person. */
export function variantsOf({ rows, once }: Whole): readonly Variant[] {
  if (once) return [['as it stands', rows, LISTS, 'all']];
  const dated = (text: string) => rows.map((row) => withDays(row, day(text)));
  return [
    ['with the lists', rows, LISTS, 'all'],
    ['without the lists', rows, {}, 'remarks'],
    ['of no day', rows.map((row) => withDays(row, undated)), LISTS, 'remarks'],
    ['of the day before the period', dated('2025-09-30'), LISTS, 'remarks'],
    ['of the as-of date', dated('2026-10-15'), LISTS, 'remarks'],
    ['of the day after the as-of date', dated('2026-10-16'), LISTS, 'remarks'],
    ['by the word of a person', rows.map((row) => ({ ...row, strength: 'A' })), LISTS, 'remarks'],
    ['the lists alone', rows.filter(isOfList), LISTS, 'remarks'],
  ];
}

function isOfList({ from }: EvidenceRecord): boolean {
  return from.path === DEVICES || from.path === PEOPLE;
}

function withDays(row: EvidenceRecord, when: typeof undated): EvidenceRecord {
  const fields = Object.entries(row).map(([key, value]) => [key, isTime(value) ? when : value]);
  return Object.fromEntries(fields) as EvidenceRecord;
}

function isTime(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'precision' in value;
}

/** What every fact that is asked says of the rows, one block each; places are counted in the order of the rows. */
export function told(whole: Whole, [, rows, populations, how]: Variant): string {
  const kinds = new Set(whole.rows.filter((row) => !isOfList(row)).map(({ kind }) => kind));
  const asked = DEFINITIONS.filter(([id, { from }]) =>
    whole.facts === undefined ? from.some((kind) => kinds.has(kind)) : whole.facts.some((fact) => fact === id),
  );
  const measuring = startMeasuring(Object.fromEntries(asked), { ...SCOPE, populations });
  rows.forEach((row, i) => {
    measuring.see({ ...row, from: { ...row.from, row: i + 1 } });
  });
  const { facts, populations: reports } = measuring.finish();
  // Where no fact is asked, the lists themselves are.
  return (asked.length > 0 ? facts.flatMap((named) => lines(named, how)) : reports.flatMap(report)).join('\n');
}

function report({ of, rows, members, duplicates, excluded, columns, leaversEnabled }: PopulationReport) {
  const named = (what: string, { count, listed }: Listing) => [
    `  ${what}: ${count}`,
    ...listed.map(({ place, text, subject }) => `    ${placeText(place)}: ${text} [${subject}]`),
  ];
  return [
    `${of}: ${members} of ${rows} rows`,
    ...named('on the list once more', duplicates),
    ...named('nobody to count', excluded),
    ...(leaversEnabled === null ? [] : named('left, with an account', leaversEnabled)),
    ...columns.flatMap(({ id, named: names, matched, missing, unmatched, repeated, stale }) => [
      `${of}, ${id}: ${matched} found by ${names} names`,
      ...named('not seen', missing),
      ...named('not on the list', unmatched),
      ...named('twice', repeated),
      ...named('not lately', stale),
    ]),
  ];
}

function lines({ id, fact }: NamedFact, how: 'all' | 'remarks'): readonly string[] {
  const said = fact.remarks.map((remark) => `  ! ${remark}`);
  const row = (mark: string) => (basis: (typeof fact.basis)[number]) =>
    `  ${mark} ${placeText(basis.place).replace(/^exports\//, '')}: ${basis.text}${basis.subject === undefined ? '' : ` [${basis.subject}]`}`;
  if (fact.status === 'unknown') {
    const rows = how === 'all' ? fact.basis.map(row('?')) : [];
    return [`${id}: ${gist(fact)}; needs ${fact.wouldNeed.join(', ')}; rows ${fact.basis.length}`, ...rows, ...said];
  }
  const { strength, oldest, newest, basisCount, exceptionCount } = fact;
  const head = `${id}: ${gist(fact)}; ${strength}, ${oldest} to ${newest}; rows ${basisCount}, exceptions ${exceptionCount}`;
  const rows = how === 'all' ? [...fact.basis.map(row('+')), ...fact.exceptions.map(row('-'))] : [];
  return [head, ...rows, ...said];
}
