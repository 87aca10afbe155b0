import type { Diagnostic } from '../kernel/diagnostic.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { INTAKE_REASONS } from '../kernel/messages/intake.ts';
import type { Place } from '../kernel/place.ts';
import type { EvidenceRecord } from '../model/record.ts';
import type { Circumstances } from './circumstances.ts';
import type { Fields, FileContext, Placed, Rejection, Yield } from './contract.ts';
import { newTimesSeen, observer, type TimesSeen } from './dates/observe.ts';
import type { SettledOrder } from './dates/order.ts';
import type { FieldTools } from './fields.ts';
import { jsonFields } from './fields-json.ts';

/** One reading of a file from its first row to its last. A file is read twice: to see that it holds and how its dates are meant, then for good. */
export interface Pass {
  readonly file: FileContext;
  readonly tools: FieldTools;
  readonly times: TimesSeen;
  readonly tally: { rows: number; records: number; rejected: number };
  readonly notes: readonly Diagnostic[];
  setPreamble(records: readonly (readonly string[])[]): void;
  setDocument(document: Fields): void;
  /** One row, item, element or line. */
  step(place: Place, run: () => Yield): void;
  reject(place: Place, reason: string): void;
  /** After the last row. */
  end(run: (() => Yield) | undefined): void;
}

const REJECTIONS_SHOWN = 5;
const WORDS_SHOWN = 20;

export function startPass(
  path: string,
  circumstances: Circumstances,
  order: SettledOrder,
  onRecord: (record: EvidenceRecord) => void,
): Pass {
  const notes: Diagnostic[] = [];
  const times = newTimesSeen();
  const tools = fieldTools(notes, circumstances.zone, order, times);
  const whole: Place = { path };
  const state = {
    place: whole,
    preamble: [] as readonly (readonly string[])[],
    document: jsonFields({}, whole, tools),
  };
  const tally = { rows: 0, records: 0, rejected: 0 };

  const reject = (place: Place, reason: string): void => {
    tally.rejected += 1;
    if (tally.rejected <= REJECTIONS_SHOWN) notes.push(diagnostic('row-rejected', { reason }, place));
  };
  const take = (place: Place, run: () => Yield): void => {
    state.place = place;
    for (const part of listed(attempt(run))) {
      if ('reject' in part) reject(place, part.reject);
      else {
        tally.records += 1;
        const { at = place, ...draft } = part;
        onRecord({ ...draft, from: at });
      }
    }
    state.place = whole;
  };

  return {
    file: fileContext(path, circumstances, state, tools),
    tools,
    times,
    tally,
    notes,
    setPreamble: (records) => {
      state.preamble = records;
    },
    setDocument: (document) => {
      state.document = document;
    },
    step: (place, run) => {
      tally.rows += 1;
      take(place, run);
    },
    reject: (place, reason) => {
      tally.rows += 1;
      reject(place, reason);
    },
    end: (run) => {
      if (run) take(whole, run);
      const more = tally.rejected - REJECTIONS_SHOWN;
      if (more > 0) notes.push(diagnostic('rows-rejected-more', { count: more }, whole));
    },
  };
}

function fileContext(
  path: string,
  circumstances: Circumstances,
  state: { place: Place; preamble: readonly (readonly string[])[]; document: Fields },
  tools: FieldTools,
): FileContext {
  return {
    path,
    name: path.slice(path.lastIndexOf('/') + 1),
    said: circumstances.said,
    asStated: circumstances.asStated,
    memory: new Map(),
    time: tools.observe,
    get preamble() {
      return state.preamble;
    },
    get document() {
      return state.document;
    },
    get place() {
      return state.place;
    },
  };
}

function fieldTools(notes: Diagnostic[], zone: string, order: SettledOrder, times: TimesSeen): FieldTools {
  const told = new Set<string>();
  const once = (key: string, note: () => Diagnostic): void => {
    if (told.has(key) || told.size >= WORDS_SHOWN) return;
    told.add(key);
    notes.push(note());
  };
  return {
    observe: observer(zone, order, times),
    unknownWord: (field, word, place) =>
      once(`word ${field} ${word.toLowerCase()}`, () =>
        diagnostic('word-unknown', { field, word: shortened(word) }, place),
      ),
    lostValue: (field, place) => once(`lost ${field}`, () => diagnostic('value-lost', { field }, place)),
  };
}

/** A reading must not throw; if one does, its row is lost and nothing else. */
function attempt(run: () => Yield): Yield {
  try {
    return run();
  } catch (error) {
    return { reject: INTAKE_REASONS.rowFailed(error instanceof Error ? error.name : 'unknown') };
  }
}

function listed(yielded: Yield): readonly (Placed | Rejection)[] {
  if (yielded === undefined) return [];
  return isList(yielded) ? yielded : [yielded];
}

function isList(yielded: NonNullable<Yield>): yielded is readonly Placed[] {
  return Array.isArray(yielded);
}

function shortened(word: string): string {
  return word.length > 60 ? `${word.slice(0, 60)}…` : word;
}
