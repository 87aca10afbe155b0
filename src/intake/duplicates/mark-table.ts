import type { Mark } from './mark.ts';

/** Marks by the place at which they are kept; whoever owns the table keeps what it knows of each mark in columns of its own. */
export interface MarkTable {
  /** The place of the mark, made when it is new; undefined when it is new and the table is full. */
  placeOf(mark: Mark): number | undefined;
  readonly size: number;
}

export type Column = Uint16Array | Uint32Array;
/** Makes a column for so many places, with what the old one held moved to where it belongs now. */
export interface Columns {
  grow(places: number, move: (from: Column, to: Column) => void): void;
}

const SMALLEST = 1024;
const FULL = 0.7;

/**
 * Open addressing over two arrays of 32 bits: 8 bytes a place, where a Set of texts would take a hundred. Holds at most `most` marks.
 */
export function markTable(most: number, columns?: Columns): MarkTable {
  let places = SMALLEST;
  let a = new Int32Array(places);
  let b = new Int32Array(places);
  let size = 0;

  function find(mark: Mark): number {
    let place = (mark.a ^ (mark.b >>> 3)) & (places - 1);
    while ((a[place] !== mark.a || b[place] !== mark.b) && (a[place] !== 0 || b[place] !== 0)) {
      place = (place + 1) & (places - 1);
    }
    return place;
  }

  function grow(): void {
    const [oldA, oldB] = [a, b];
    places *= 2;
    a = new Int32Array(places);
    b = new Int32Array(places);
    const moved = new Int32Array(oldA.length).fill(-1);
    for (let old = 0; old < oldA.length; old += 1) {
      const mark = { a: oldA[old] ?? 0, b: oldB[old] ?? 0 };
      if (mark.a === 0 && mark.b === 0) continue;
      const place = find(mark);
      a[place] = mark.a;
      b[place] = mark.b;
      moved[old] = place;
    }
    columns?.grow(places, (from, to) => {
      for (let old = 0; old < moved.length; old += 1) {
        const place = moved[old] ?? -1;
        if (place >= 0) to[place] = from[old] ?? 0;
      }
    });
  }

  columns?.grow(places, () => undefined);
  return {
    placeOf(mark) {
      const place = find(mark);
      if (a[place] !== 0 || b[place] !== 0) return place;
      if (size >= most) return undefined;
      if (size + 1 > places * FULL) {
        grow();
        return this.placeOf(mark);
      }
      a[place] = mark.a;
      b[place] = mark.b;
      size += 1;
      return place;
    },
    get size() {
      return size;
    },
  };
}
