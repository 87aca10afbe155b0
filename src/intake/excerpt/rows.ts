import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Place } from '../../kernel/place.ts';
import { dayIn } from '../../kernel/zone.ts';
import type { Excerpt, ExcerptRow } from '../../model/excerpt.ts';
import type { Circumstances } from '../circumstances.ts';
import type { Fit } from '../fit.ts';
import type { Pass } from '../pass.ts';
import { startPass } from '../pass.ts';
import { readerOf } from '../read-shapes.ts';
import type { TextFile } from '../text-file.ts';
import { belongs, isHeld, isSame, leadsTo, nameFrom, type Shown, withoutEchoes } from './places.ts';

export interface RowsWanted {
  readonly places: readonly Shown[];
  /** Rows in all, where they were counted before. */
  readonly rows: number | null;
}

/** The fields that a source reads of certain rows, as they stand in the file. The source reads once more; what it makes of them is not asked. */
export async function excerptOfRows(
  file: TextFile,
  fit: Fit,
  circumstances: Circumstances,
  wanted: RowsWanted,
): Promise<Excerpt> {
  const gathered = startGathering(wanted.places);
  let current: readonly Gathered[] = [];
  const saw = (name: string, text: string, place: Place): void => {
    for (const one of current) if (belongs(place, one)) one.take(nameFrom(place, name, one), text, isHeld(place, one));
  };
  const sawEpoch = (name: string, instant: number, place: Place): void => {
    const day = dayIn(circumstances.zone, instant);
    for (const one of current) if (belongs(place, one)) one.date(nameFrom(place, name, one), day);
  };
  const pass = startPass(file.path, circumstances, { order: { order: undefined, assumed: false } });
  let rows = 0;
  const counted = new Set<Gathered>();
  const watching: Pass = {
    ...pass,
    tools: { ...pass.tools, saw, sawEpoch },
    step: (place, run) => {
      rows += 1;
      current = gathered.filter((one) => leadsTo(place, one));
      for (const one of current) if (isSame(place, one)) counted.add(one);
      if (current.length > 0) attempt(run);
      current = [];
    },
    end: () => undefined,
  };
  await readerOf(file, fit)(watching);
  const shown = gathered.flatMap((one) => one.row() ?? []);
  // Of what stands inside of rows nobody counted how many there are.
  const isCounted = gathered.every((one) => counted.has(one) || one.row() === undefined);
  return { path: file.path, form: 'rows', shown, of: isCounted ? (wanted.rows ?? rows) : null };
}

interface Gathered extends Shown {
  readonly take: (name: string, text: string, held: boolean) => void;
  readonly date: (name: string, day: CivilDate) => void;
  readonly row: () => ExcerptRow | undefined;
}

function startGathering(places: readonly Shown[]): readonly Gathered[] {
  return places.map(({ place, as }) => {
    const fields = new Map<string, string>();
    const days = new Map<string, CivilDate>();
    // A neighbour is guessed by counting on: what was only read around it does not make it one.
    let isThere = as !== null;
    const fieldOf = (whole: string, text: string): ExcerptRow['fields'][number] => {
      const [day, short] = [days.get(whole), withoutEchoes(whole)];
      // Two fields never share a name.
      const isTaken = [...fields.keys()].some((other) => other !== whole && withoutEchoes(other) === short);
      const name = isTaken ? whole : short;
      return day === undefined ? { name, text } : { name, text, day };
    };
    return {
      place,
      as,
      take: (name, text, held) => {
        isThere ||= held;
        if (!fields.has(name)) fields.set(name, text);
      },
      date: (name, day) => void days.set(name, day),
      row: () =>
        fields.size === 0 || !isThere
          ? undefined
          : { place, as, fields: [...fields].map(([name, text]) => fieldOf(name, text)) },
    };
  });
}

/** As when it was read first: a row that its source fails to understand costs that row. */
function attempt(run: () => unknown): void {
  try {
    run();
  } catch {
    // What was read of it until then is shown.
  }
}
