import type { Duplicates } from '../../model/exhibit.ts';
import { isDated } from '../../model/observed.ts';
import type { EvidenceRecord } from '../../model/record.ts';
import { subjectOf } from '../../model/record-subject.ts';
import { add, joined, type Mark, markOfText, markOfValue } from './mark.ts';
import { type Column, markTable } from './mark-table.ts';
import { ROWS_REMEMBERED } from './rows.ts';

/** The records of one engagement that were counted, whatever file they came from. */
export interface RecordsSeen {
  startFile(file: { readonly path: string; readonly source: string }): FileSeen;
}

export interface FileSeen {
  /** Hands the record on unless an earlier file holds it as well. */
  take(record: EvidenceRecord, onNew: (record: EvidenceRecord) => void): void;
  /** After the last record. */
  end(onNew: (record: EvidenceRecord) => void): Duplicates;
  /** Records that could not be compared any more. */
  readonly unchecked: number;
}

/** Records without subject and time are held back so that they can be compared all together; of longer files they are simply counted. */
const HELD_BACK = 5000;

/**
 * A record is what it says, not where it stands: kind, own fields and times, under one source. Of the files of one source the one that holds
 * a record most often decides how often it counts: a second export, a later window or a copy with another column adds what is new in it.
 */
export function startSeeingRecords(most = ROWS_REMEMBERED): RecordsSeen {
  const columns = {
    counted: new Uint16Array(),
    last: new Uint32Array(),
    here: new Uint16Array(),
    first: new Uint32Array(),
  };
  const table = markTable(most, {
    grow(places, move) {
      const moved = <C extends Column>(from: C, to: C): C => {
        move(from, to);
        return to;
      };
      columns.counted = moved(columns.counted, new Uint16Array(places));
      columns.last = moved(columns.last, new Uint32Array(places));
      columns.here = moved(columns.here, new Uint16Array(places));
      columns.first = moved(columns.first, new Uint32Array(places));
    },
  });
  const paths: string[] = [''];
  const lists = new Map<string, string>();

  /** The path that has counted this record as often as this file holds it; undefined when it is new. */
  function countedBy(mark: Mark, file: number): string | undefined | 'full' {
    const before = table.size;
    const place = table.placeOf(mark);
    if (place === undefined) return 'full';
    const { counted, last, here, first } = columns;
    if (table.size > before) first[place] = file;
    if (last[place] !== file) here[place] = 0;
    last[place] = file;
    here[place] = Math.min((here[place] ?? 0) + 1, 65_535);
    if ((here[place] ?? 0) <= (counted[place] ?? 0)) return paths[first[place] ?? 0];
    counted[place] = here[place] ?? 0;
    return undefined;
  }

  return {
    startFile({ path, source }) {
      const file = paths.push(path) - 1;
      const name = stemOf(path);
      const sourceMark = markOfText(source);
      const of = new Map<string, number>();
      const found = (first: string, records = 1) => of.set(first, (of.get(first) ?? 0) + records);
      const list: Mark = { a: 0, b: 0 };
      let unnamed = 0;
      let held: EvidenceRecord[] = [];
      let unchecked = 0;
      return {
        take(record, onNew) {
          const mark = joined(sourceMark, markOfRecord(record, name));
          if (!isComparable(record)) {
            add(list, mark);
            unnamed += 1;
            if (unnamed <= HELD_BACK) return void held.push(record);
            for (const one of held) onNew(one);
            held = [];
            return onNew(record);
          }
          const first = countedBy(mark, file);
          if (first === 'full') unchecked += 1;
          if (first === undefined || first === 'full') return onNew(record);
          found(first);
        },
        end(onNew) {
          const key = `${source} ${unnamed} ${list.a} ${list.b}`;
          const twin = held.length === 0 ? undefined : lists.get(key);
          if (twin !== undefined) found(twin, held.length);
          else for (const one of held) onNew(one);
          if (unnamed > 0 && unnamed <= HELD_BACK && twin === undefined) lists.set(key, path);
          const records = [...of.values()].reduce((sum, count) => sum + count, 0);
          return { rows: 0, records, of: [...of].map(([first, count]) => ({ path: first, records: count })) };
        },
        get unchecked() {
          return unchecked;
        },
      };
    },
  };
}

/** What names neither who it is about nor when it was so is like many others: two machines can miss the same update. */
function isComparable(record: EvidenceRecord): boolean {
  return isDated(record.observed) || subjectOf(record) !== undefined;
}

/** What a source takes from the name of the file (a campaign that is named nowhere else) is said by the file's name and not by the file. */
function markOfRecord(record: EvidenceRecord, name: string): Mark {
  const { from: _from, exportedBy: _product, ...own } = record;
  const values: readonly unknown[] = Object.values(own);
  if (!values.includes(name)) return markOfValue(own);
  return markOfValue(Object.fromEntries(Object.entries(own).map(([key, value]) => [key, value === name ? '' : value])));
}

function stemOf(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return file.replace(/\.[^.]*$/, '');
}
