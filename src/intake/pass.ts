import type { Diagnostic } from '../kernel/diagnostic.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { INTAKE_REASONS } from '../kernel/messages/intake-words.ts';
import type { Place } from '../kernel/place.ts';
import type { EvidenceRecord } from '../model/record.ts';
import type { Circumstances } from './circumstances.ts';
import type { Fields, FileContext, Placed, Rejection, Yield } from './contract.ts';
import { newTimesSeen, observer, type TimesSeen } from './dates/observe.ts';
import type { SettledOrder } from './dates/order.ts';
import type { Mark } from './duplicates/mark.ts';
import { startSeeingRows } from './duplicates/rows.ts';
import type { FieldTools } from './fields.ts';
import { jsonFields } from './fields-json.ts';
import { property } from './json-path.ts';

/** One reading of a file from its first row to its last. */
export interface Pass {
  readonly file: FileContext;
  readonly tools: FieldTools;
  readonly times: TimesSeen;
  /** `repeated` rows are the same as an earlier one to the letter; `unchecked` ones were too many to be compared. */
  readonly tally: { rows: number; records: number; rejected: number; repeated: number; unchecked: number };
  readonly notes: readonly Diagnostic[];
  /** Tenants that the file names, for whoever asks whose it is. */
  readonly tenants: ReadonlySet<string>;
  seeTenant(name: string): void;
  setPreamble(records: readonly (readonly string[])[]): void;
  setDocument(document: Fields): void;
  /** As far as it was met: of a row that asks for it, more could be said after the last one. */
  setPartOfDocument(document: Fields): void;
  /** One row, item, element or line; with the mark of a row, one that repeats an earlier row is left alone. */
  step(place: Place, run: () => Yield, mark?: () => Mark): void;
  reject(place: Place, reason: string): void;
  /** A row asked for the document before all of it was met: this reading is no final one. */
  isProvisional(): boolean;
  /** False once rows are counted and no longer understood: nobody needs to make anything of them. */
  wantsMore(): boolean;
  /** A row inside which the file ends. */
  rejectCut(place: Place, reason: string): void;
  /** Tells the reader of the report something that costs no row. */
  tell(note: Diagnostic): void;
  readonly cutOff: boolean;
  /** After the last row. */
  end(run: (() => Yield) | undefined): void;
}

const REJECTIONS_SHOWN = 5;
const WORDS_SHOWN = 20;
const TENANTS_KEPT = 100;

export interface PassOptions {
  readonly order: SettledOrder;
  /** Absent in a trial: the rows are understood and nothing is made of them. */
  readonly onRecord?: (record: EvidenceRecord) => void;
  /** Whose export it is; what a person states is nobody's export. */
  readonly product?: string;
  /** Asked before each row: from the first yes on rows are counted and not understood. The file is still read to its end. */
  readonly hasEnough?: (pass: Pick<Pass, 'times'>) => boolean;
  /** Asked after each row and before its records are handed over; may throw. */
  readonly beforeHandingOver?: (pass: Pick<Pass, 'times' | 'isProvisional'>) => void;
}

export function startPass(path: string, circumstances: Circumstances, options: PassOptions): Pass {
  const { order, onRecord, product, hasEnough, beforeHandingOver } = options;
  const notes: Diagnostic[] = [];
  const times = newTimesSeen();
  const tools = fieldTools(notes, circumstances.zone, order, times);
  const whole: Place = { path };
  const state = {
    place: whole,
    preamble: [] as readonly (readonly string[])[],
    document: jsonFields({}, whole, tools),
    isWhole: true,
    askedTooEarly: false,
  };
  const tenants = new Set<string>();
  const tally = { rows: 0, records: 0, rejected: 0, repeated: 0, unchecked: 0 };
  const seen = onRecord && startSeeingRows();
  let enough = false;
  let cutOff = false;

  const isProvisional = (): boolean => state.askedTooEarly;
  const wantsMore = (): boolean => {
    enough ||= hasEnough?.({ times }) ?? false;
    return !enough;
  };

  let faulty = 0;
  const reject = (place: Place, reason: string): void => {
    tally.rejected += 1;
    faulty += 1;
    if (faulty <= REJECTIONS_SHOWN) notes.push(diagnostic('row-rejected', { reason }, place));
  };
  const wantedOut = new Map<string, { count: number; readonly first: Place }>();
  const leaveOut = (place: Place, reason: string): void => {
    tally.rejected += 1;
    const known = wantedOut.get(reason);
    if (known) known.count += 1;
    else wantedOut.set(reason, { count: 1, first: place });
  };
  const take = (place: Place, run: () => Yield): void => {
    state.place = place;
    const yielded = attempt(run);
    state.place = whole;
    beforeHandingOver?.({ times, isProvisional });
    if (yielded === undefined) return;
    if (isList(yielded)) for (const part of yielded) takePart(part, place);
    else takePart(yielded, place);
  };
  const takePart = (part: Placed | Rejection, place: Place): void => {
    if ('reject' in part) (part.asked ? leaveOut : reject)(place, part.reject);
    else {
      tally.records += 1;
      onRecord?.(recordFrom(part, place, product));
    }
  };

  return {
    file: fileContext(path, circumstances, state, tools),
    tools,
    times,
    tally,
    notes,
    tenants,
    seeTenant: (name) => {
      if (name !== '' && tenants.size < TENANTS_KEPT) tenants.add(name);
    },
    setPreamble: (records) => {
      state.preamble = records;
    },
    setDocument: (document) => {
      state.document = document;
      state.isWhole = true;
    },
    setPartOfDocument: (document) => {
      state.document = document;
      state.isWhole = false;
    },
    step: (place, run, mark) => {
      tally.rows += 1;
      if (!wantsMore()) return;
      if (mark && seen?.repeats(mark())) tally.repeated += 1;
      else take(place, run);
    },
    isProvisional,
    wantsMore,
    reject: (place, reason) => {
      tally.rows += 1;
      reject(place, reason);
    },
    rejectCut: (place, reason) => {
      tally.rows += 1;
      cutOff = true;
      reject(place, reason);
    },
    tell: (note) => {
      notes.push(note);
    },
    get cutOff() {
      return cutOff;
    },
    end: (run) => {
      if (run && !enough) take(whole, run);
      tally.unchecked = seen?.unchecked ?? 0;
      for (const [reason, { count, first }] of wantedOut)
        notes.push(diagnostic('mapping-rows-left-out', { count, reason }, first));
      const more = faulty - REJECTIONS_SHOWN;
      if (more > 0) notes.push(diagnostic('rows-rejected-more', { count: more }, whole));
    },
  };
}

function fileContext(
  path: string,
  circumstances: Circumstances,
  state: {
    place: Place;
    preamble: readonly (readonly string[])[];
    document: Fields;
    isWhole: boolean;
    askedTooEarly: boolean;
  },
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
      if (!state.isWhole) state.askedTooEarly = true;
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
    unknownWord: (field, word, known, place) =>
      once(`word ${field} ${word.toLowerCase()}`, () =>
        diagnostic('word-unknown', { field, word: shortened(word), known }, place),
      ),
    lostValue: (field, place) => once(`lost ${field}`, () => diagnostic('value-lost', { field }, place)),
  };
}

/** The draft with its place, its product and without fields that are undefined: an absent cell leaves no trace in a record. */
function recordFrom(placed: Placed, place: Place, product: string | undefined): EvidenceRecord {
  const record: Record<string, unknown> = {};
  // Field by field: a way through lists of entries costs ten times as much, for each of millions of rows.
  for (const name in placed) {
    const value = property(placed, name);
    if (value !== undefined && name !== 'at') record[name] = value;
  }
  record['from'] = placed.at ?? place;
  if (product !== undefined && placed.strength !== 'A') record['exportedBy'] = product;
  return record as unknown as EvidenceRecord;
}

/** A reading must not throw; if one does, its row is lost and nothing else. */
function attempt(run: () => Yield): Yield {
  try {
    return run();
  } catch (error) {
    return { reject: INTAKE_REASONS.rowFailed(error instanceof Error ? error.name : 'unknown') };
  }
}

function isList(yielded: NonNullable<Yield>): yielded is readonly Placed[] {
  return Array.isArray(yielded);
}

function shortened(word: string): string {
  return word.length > 60 ? `${word.slice(0, 60)}…` : word;
}
