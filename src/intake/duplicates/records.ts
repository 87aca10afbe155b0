import type { Duplicates } from '../../model/exhibit.ts';
import { isDated } from '../../model/observed.ts';
import type { EvidenceRecord } from '../../model/record.ts';
import { subjectOf } from '../../model/record-subject.ts';
import { Refused, Unreadable } from '../trouble.ts';
import { add, joined, type Mark, markOfFields, markOfText } from './mark.ts';
import { type Column, markTable } from './mark-table.ts';
import { ROWS_REMEMBERED } from './rows.ts';

/** The records of one engagement that were counted, whatever file they came from. */
export interface RecordsSeen {
  startFile(file: FileToSee): FileSeen;
  /** Before another file of that source: reads again what was not remembered of the first one. */
  recall(source: string): Promise<void>;
}

export interface FileToSee {
  readonly path: string;
  readonly source: string;
  /**
   * Reads the same records once more, in the same order, where the file can be read again. Of a long file that is the first of its source
   * only the beginning is then remembered: as a rule it stays the only one.
   */
  readonly readAgain?: (onRecord: (record: EvidenceRecord) => void) => Promise<void>;
}

export interface FileSeen {
  /** Hands the record on unless an earlier file holds it as well. */
  take(record: EvidenceRecord, onNew: (record: EvidenceRecord) => void): void;
  /** After the last record. */
  end(onNew: (record: EvidenceRecord) => void): Duplicates;
  /** Records that could not be compared any more. */
  readonly unchecked: number;
}

/** Of the first file of a source that may be read again, so many records are remembered at once. */
const BEGINNING = 20_000;

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
  /** By source, when it was met: how to remember the rest of its first file, where there is one. */
  const firsts = new Map<string, (() => Promise<void>) | undefined>();
  /** By source: records of a first file that could not be remembered after all; told with the next one. */
  const forgotten = new Map<string, number>();

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
    async recall(source) {
      const remember = firsts.get(source);
      if (!remember) return;
      firsts.set(source, undefined);
      await remember();
    },
    startFile({ path, source, readAgain }) {
      const isFirst = !firsts.has(source);
      const file = paths.push(path) - 1;
      const name = stemOf(path);
      const sourceMark = markOfText(source);
      const of = new Map<string, number>();
      const found = (first: string, records = 1) => of.set(first, (of.get(first) ?? 0) + records);
      const list: Mark = { a: 0, b: 0 };
      let unnamed = 0;
      let held: EvidenceRecord[] = [];
      let unchecked = forgotten.get(source) ?? 0;
      forgotten.delete(source);
      let compared = 0;
      const markOf = (record: EvidenceRecord): Mark => joined(sourceMark, markOfRecord(record, name));

      function takeUnnamed(record: EvidenceRecord, onNew: (record: EvidenceRecord) => void): void {
        unnamed += 1;
        if (unnamed <= HELD_BACK) {
          add(list, markOf(record));
          held.push(record);
          return;
        }
        for (const one of held) onNew(one);
        held = [];
        onNew(record);
      }

      async function rememberRest(): Promise<void> {
        let met = 0;
        try {
          await readAgain?.((record) => {
            if (!isComparable(record)) return;
            met += 1;
            if (met > BEGINNING && countedBy(markOf(record), file) === 'full') forget();
          });
        } catch (error) {
          if (!(error instanceof Refused || error instanceof Unreadable)) throw error;
          // It was read to its end before; now the second file can only be compared with a part of it, and that is told.
          forgotten.set(source, compared - BEGINNING);
        }
      }

      const forget = (): void => void forgotten.set(source, (forgotten.get(source) ?? 0) + 1);

      return {
        take(record, onNew) {
          if (!isComparable(record)) return takeUnnamed(record, onNew);
          compared += 1;
          if (isFirst && readAgain && compared > BEGINNING) return onNew(record);
          const first = countedBy(markOf(record), file);
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
          if (isFirst) firsts.set(source, compared > BEGINNING ? rememberRest : undefined);
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
  return markOfFields(record, (key, value) => {
    if (key === 'from' || key === 'exportedBy') return undefined;
    return value === name ? '' : value;
  });
}

function stemOf(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return file.replace(/\.[^.]*$/, '');
}
