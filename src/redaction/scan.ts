import { createHmac } from 'node:crypto';
import type { UnsearchedReason } from '../kernel/messages/redaction.ts';
import { byCodeUnit } from '../kernel/order.ts';
import type { Sha256 } from '../kernel/sha256.ts';
import {
  type Found,
  SIGHTING_CLASSES,
  type Sighting,
  type SightingKind,
  type Sightings,
  type Unsearched,
} from '../model/sighting.ts';
import { allSightingsIn, withoutOverlaps } from './detect.ts';
import { type Lists, listsIn } from './lists.ts';
import { formsOf } from './meant.ts';
import { type Table, tableIn } from './table.ts';
import { linesIn, type Window, windowsOf } from './windows.ts';

/** One text of the evidence: a file of the folder, or one inside a container. */
export interface SearchedText {
  readonly path: string;
  readonly sha256: Sha256;
  /** As UTF-8; undefined where it is no text or cannot be read, or where a part of the file was not. */
  readonly open: (() => AsyncIterable<Uint8Array>) | undefined;
  readonly because?: UnsearchedReason;
  /** Its values are no finding once more in a text of the same file that `echoes` it. */
  readonly remembered?: boolean;
  readonly echoes?: boolean;
}

/** Does the work of one step; throws what `tolerates` knows when the text has cost too much so far. */
export interface SearchGuard {
  step<T>(work: () => T, bytes?: number): T;
}

const unguarded: SearchGuard = { step: (work) => work() };

export interface ScanOptions {
  /** Makes fingerprints that nobody can guess a value from: the owner's, or one of this run alone. */
  readonly key: Uint8Array;
  readonly onFile?: (path: string) => void;
  /** What a text can throw that breaks off while it is read; it counts as unsearched. Anything else is thrown on. */
  readonly tolerates?: ((error: unknown) => boolean) | undefined;
  /** How many different values are kept for looking whether they leave. Names of people and machines stop there; secrets have as much room again. */
  readonly keeps?: number;
  /** Holds each text to what searching it may cost. */
  readonly startGuard?: (() => SearchGuard) | undefined;
}

const LINES_TOLD = 20;
const VALUES_KEPT = 250_000;
/** Of signs: what is longer is shown on no page. */
const LONGEST_KEPT = 4096;

/** Growing: what of one kind was found in one text. */
interface Tally {
  count: number;
  readonly lines: number[];
  readonly fingerprints: Set<string>;
}

/** Growing: what was found in the file at hand. */
interface Memory {
  of: Sha256;
  readonly values: Set<string>;
}

/** Growing: what will be looked for in all that leaves. */
interface Kept {
  readonly values: Map<string, SightingKind>;
  readonly keeps: number;
  whole: boolean;
}

/** Searches every text once, in a stream. Of what is found, only kind, place, number and fingerprint are told. */
export async function searchTexts(
  texts: AsyncIterable<SearchedText>,
  { key, onFile, tolerates = () => false, keeps = VALUES_KEPT, startGuard = () => unguarded }: ScanOptions,
): Promise<Sightings> {
  const found: Found[] = [];
  const unsearched: Unsearched[] = [];
  const kept: Kept = { values: new Map(), keeps, whole: true };
  const searched = { files: 0, bytes: 0 };
  const memory: Memory = { of: '', values: new Set() };
  for await (const { path, sha256, open, because = 'no-text', remembered, echoes } of texts) {
    onFile?.(path);
    if (open === undefined) {
      unsearched.push({ path, sha256, because });
      continue;
    }
    if (memory.of !== sha256) memory.values.clear();
    memory.of = sha256;
    searched.files += 1;
    const tallies = new Map<SightingKind, Tally>();
    try {
      for await (const { window, sightings } of searchedWindows(counted(open(), searched), { guard: startGuard() })) {
        for (const each of [...sightings, ...keyIn(window.text, key)]) {
          const forms = formsOf(window.text.slice(each.from, each.to));
          if (echoes && [...forms].some((form) => memory.values.has(form))) continue;
          if (remembered) for (const form of forms) memory.values.add(form);
          tally(each, window, { tallies, kept, key });
        }
      }
    } catch (error) {
      if (!tolerates(error)) throw error;
      unsearched.push({ path, sha256, because: 'broken-off' });
    }
    found.push(...foundIn(path, tallies));
  }
  return { found, unsearched, searched, values: kept.values, valuesWhole: kept.whole };
}

/** Windows of one text with what stands in each; the header of its first window serves all others, and the key of a list all that the list goes on in. */
export async function* searchedWindows(
  bytes: AsyncIterable<Uint8Array>,
  { wanted = new Set(), guard = unguarded }: { wanted?: ReadonlySet<string>; guard?: SearchGuard | undefined } = {},
): AsyncGenerator<{
  readonly window: Window;
  readonly sightings: readonly Sighting[];
  /** With those that overlap one of them. */
  readonly all: readonly Sighting[];
  readonly listed: Lists['values'];
  readonly table: Table | undefined;
  readonly rowsFrom: number;
}> {
  let table: Table | undefined;
  let open: string | undefined;
  for await (const window of windowsOf(bytes)) {
    const found = guard.step(() => {
      const first = window.line === 1 ? tableIn(window.text, wanted) : undefined;
      table ??= first?.table;
      const rowsFrom = first?.from ?? 0;
      const lists = listsIn(window.text, open);
      open = lists.open;
      const all = allSightingsIn(window.text, { listed: lists.values, table, rowsFrom });
      return { sightings: withoutOverlaps(all), all, listed: lists.values, rowsFrom };
    }, window.text.length);
    yield { window, ...found, table };
  }
}

function tally(
  { kind, from, to }: Sighting,
  { text, line }: Window,
  into: {
    readonly tallies: Map<SightingKind, Tally>;
    readonly kept: Kept;
    readonly key: Uint8Array;
  },
): void {
  const value = text.slice(from, to);
  const known = into.tallies.get(kind) ?? { count: 0, lines: [], fingerprints: new Set<string>() };
  into.tallies.set(kind, known);
  known.count += 1;
  if (known.lines.length < LINES_TOLD) known.lines.push(line + linesIn(text, 0, from));
  if (SIGHTING_CLASSES[kind] !== 'personal' && known.fingerprints.size < LINES_TOLD)
    known.fingerprints.add(fingerprint(into.key, kind, value));
  keep(value, kind, into.kept);
  for (const form of formsOf(value)) keep(form, kind, into.kept);
}

/** A copy of the owner's key among the exhibits would undo every pseudonym: no form tells it, and it is known. */
function keyIn(text: string, key: Uint8Array): readonly Sighting[] {
  const digits = Buffer.from(key).toString('hex');
  const from = text.indexOf(digits);
  return from < 0 ? [] : [{ kind: 'private-key', from, to: from + digits.length }];
}

/** A log of a million addresses must not push a password out of what is looked for. */
function keep(value: string, kind: SightingKind, kept: Kept): void {
  if (value.length > LONGEST_KEPT || kept.values.has(value)) return;
  const room = SIGHTING_CLASSES[kind] === 'personal' ? kept.keeps : 2 * kept.keeps;
  if (kept.values.size < room) kept.values.set(value, kind);
  else kept.whole = false;
}

/** Forty bits: enough to tell that two are the same, and with a key that nobody else has, nothing more. */
function fingerprint(key: Uint8Array, kind: SightingKind, value: string): string {
  return createHmac('sha256', key).update(`fingerprint\0${kind}\0${value}`).digest('hex').slice(0, 10);
}

function foundIn(path: string, tallies: ReadonlyMap<SightingKind, Tally>): readonly Found[] {
  return [...tallies]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([kind, { count, lines, fingerprints }]) => ({
      path,
      kind,
      class: SIGHTING_CLASSES[kind],
      count,
      lines,
      fingerprints: [...fingerprints],
    }));
}

async function* counted(bytes: AsyncIterable<Uint8Array>, searched: { bytes: number }): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    searched.bytes += chunk.length;
    yield chunk;
  }
}
