import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import type { RedactionReason } from '../kernel/messages/redaction.ts';
import { outermost } from '../kernel/place.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { ExhibitPlacement } from '../model/package.ts';
import type { Handling, RedactionEntry } from '../model/redaction.ts';
import type { Found, Sightings } from '../model/sighting.ts';
import type { RedactedFile } from './archive-copy.ts';
import { commitmentTo, saltOf } from './commitment.ts';
import { copyOf, type Handed, within } from './copy.ts';
import type { Rewritten } from './rewrite.ts';
import { type Sanitising, sanitisedCopy } from './sanitise.ts';
import { type ScanOptions, searchTexts } from './scan.ts';
import type { Taken } from './spans.ts';

export interface HandleRequest {
  readonly sightings: Sightings;
  readonly entries: readonly RedactionEntry[];
  readonly placements: readonly ExhibitPlacement[];
  readonly exhibit: (path: string) => Promise<Handed | undefined>;
  /** What stands for a value in sanitised copies; only for editions that get such. */
  readonly standIn?: ((value: string, kind: Taken) => string) | undefined;
  /** What is known to be a name from other exhibits: taken out of sanitised copies wherever it stands. */
  readonly known?: Sanitising['known'];
  /** Holds each copy that is made to what it may cost. */
  readonly costs?: Pick<ScanOptions, 'startGuard' | 'tolerates'>;
  /** The owner's key; a commitment cannot be made without it. */
  readonly key: Uint8Array;
}

export interface Handled {
  readonly placements: readonly ExhibitPlacement[];
  /** What leaves in the place of an original, by its path. */
  readonly copies: ReadonlyMap<string, Uint8Array>;
  /** What stops the build. */
  readonly problems: readonly Diagnostic[];
  readonly notes: readonly Diagnostic[];
}

/** Before a package is made: what was decided about each exhibit that would leave is done, and what nobody decided stops it. */
export async function handleExhibits(request: HandleRequest): Promise<Handled> {
  const placements: ExhibitPlacement[] = [];
  const copies = new Map<string, Uint8Array>();
  const problems: Diagnostic[] = [];
  const notes: Diagnostic[] = [];
  for (const placement of request.placements) {
    const one =
      placement.packaged === null ? await handleAbsent(placement, request) : await handleOne(placement, request);
    placements.push(one.placement);
    if (one.copy) copies.set(placement.original, one.copy);
    problems.push(...one.problems);
    notes.push(...one.notes);
  }
  return { placements, copies, problems, notes };
}

interface One {
  readonly placement: ExhibitPlacement;
  readonly copy?: Uint8Array;
  readonly problems: readonly Diagnostic[];
  readonly notes: readonly Diagnostic[];
}

/** What an edition keeps back leaves only as a sanitised copy, where somebody asked for one. */
async function handleAbsent(placement: ExhibitPlacement, request: HandleRequest): Promise<One> {
  const { original: path, number } = placement;
  const { standIn } = request;
  const entries = request.entries.filter(({ exhibit, action }) => action === 'sanitise' && plain(exhibit) === path);
  const [first] = entries;
  if (!first || !standIn || !placement.withheld) return { placement, problems: [], notes: [] };
  const handed = await request.exhibit(path);
  const text = handed?.text;
  if (!handed || !text) return impossible(placement, 'no-text');
  const made = await within(request, 'too-costly', (guard) =>
    sanitisedCopy(text(), entries, { standIn, known: request.known, guard }),
  );
  if (!made) return impossible(placement, 'no-rows');
  if (typeof made === 'string') return impossible(placement, made);
  const redacted = {
    sha256: sha256(made.bytes),
    bytes: made.bytes.length,
    commitment: await commitmentTo(saltOf(request.key, placement.sha256), handed.open()),
  };
  const { withheld: _, ...kept } = placement;
  // The name of a file can name a person, and who decided is a person.
  const packaged = `data/exhibits/${number}${/\.[A-Za-z0-9]{1,8}$/.exec(path)?.[0].toLowerCase() ?? ''}`;
  const handled = [{ ...handlingOf(first, countsOf([made])), by: '' }];
  return {
    placement: { ...kept, packaged, omitted: null, redacted, handled },
    copy: made.bytes,
    problems: [],
    notes: [],
  };
}

async function handleOne(placement: ExhibitPlacement, request: HandleRequest): Promise<One> {
  const { original: path } = placement;
  const entries = request.entries
    .map((entry) => ({ ...entry, exhibit: plain(entry.exhibit) }))
    .filter(({ exhibit }) => outermost(exhibit) === path);
  const withhold = entries.find(({ action }) => action === 'withhold');
  if (withhold) return { placement: keptBack(placement, withhold), problems: [], notes: [] };
  const redact = entries.filter(({ action }) => action === 'redact');
  const found = request.sightings.found.filter((each) => outermost(each.path) === path);
  if (redact.length === 0) return judged(placement, { found, entries, request });
  const made = await copyOf(path, redact, { found, request });
  if (typeof made === 'string') return impossible(placement, made);
  const { bytes, files, open, idle } = made;
  const notes = idle.map(({ exhibit }) =>
    diagnostic('redaction-without-effect', { path: exhibit, action: 'redact' }, { path }),
  );
  if (!bytes) {
    const left = judged(placement, { found, entries, request });
    return { ...left, notes: [...notes, ...left.notes] };
  }
  const redacted = {
    sha256: sha256(bytes),
    bytes: bytes.length,
    commitment: await commitmentTo(saltOf(request.key, placement.sha256), open()),
  };
  const inner = files.flatMap((file) => (file.path === path ? [] : [file.path.slice(path.length + 2)]));
  const handled = redact
    .slice(0, 1)
    .map((first) => ({ ...handlingOf(first, countsOf(files)), ...(inner.length === 0 ? {} : { files: inner }) }));
  const rest = found.filter((each) => !files.some((file) => file.path === each.path));
  const copies = await Promise.all(files.map((file) => foundInCopy(file.path, file.bytes, request.key)));
  const left = judged({ ...placement, redacted, handled }, { found: [...rest, ...copies.flat()], entries, request });
  return { ...left, copy: bytes, notes: [...notes, ...files.flatMap(guessable), ...left.notes] };
}

function impossible(placement: ExhibitPlacement, reason: RedactionReason): One {
  const path = placement.original;
  return { placement, problems: [diagnostic('redaction-impossible', { path, reason }, { path })], notes: [] };
}

/** What is found in what would leave, and not excepted by name, stops it. */
function judged(
  placement: ExhibitPlacement,
  {
    found,
    entries,
    request,
  }: { readonly found: readonly Found[]; readonly entries: readonly RedactionEntry[]; readonly request: HandleRequest },
): One {
  const path = placement.original;
  const exceptions = entries.filter(({ action }) => action === 'except');
  const stopping = found.filter((each) => each.class !== 'personal');
  const excepted = (each: Found) => exceptions.some(({ kinds = [] }) => kinds.includes(each.kind));
  const problems = stopping.filter((each) => !excepted(each)).map(problemOf);
  const handled = exceptions.flatMap((entry) => {
    const kinds = stopping
      .filter(({ kind }) => entry.kinds?.includes(kind))
      .map(({ kind, count }) => ({ kind, count }));
    return kinds.length === 0 ? [] : [handlingOf(entry, kinds)];
  });
  const idle = exceptions
    .filter((entry) => !stopping.some(({ kind }) => entry.kinds?.includes(kind)))
    .map(() => diagnostic('redaction-without-effect', { path, action: 'except' }, { path }));
  const unsearched = request.sightings.unsearched.filter((each) => outermost(each.path) === path);
  const notes = [...idle, ...unsearched.map((each) => diagnostic('exhibit-unsearched', each, { path: each.path }))];
  const all = [...(placement.handled ?? []), ...handled];
  return { placement: all.length === 0 ? placement : { ...placement, handled: all }, problems, notes };
}

function problemOf(found: Found): Diagnostic {
  const [line] = found.lines;
  const place = { path: found.path, ...(line === undefined ? {} : { line }) };
  return diagnostic(found.class === 'secret' ? 'secret-found' : 'sensitive-data-found', found, place);
}

function keptBack(placement: ExhibitPlacement, entry: RedactionEntry): ExhibitPlacement {
  const { message } = diagnostic('exhibit-kept-back', entry);
  return { ...placement, packaged: null, omitted: message, withheld: true, handled: [handlingOf(entry, [])] };
}

function handlingOf({ action, because, by, on }: RedactionEntry, kinds: Handling['kinds']): Handling {
  return { action, kinds, because, by, on };
}

function countsOf(made: readonly Rewritten[]): Handling['kinds'] {
  const counts = new Map<Taken, number>();
  for (const { taken } of made) for (const [kind, count] of taken) counts.set(kind, (counts.get(kind) ?? 0) + count);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}

async function foundInCopy(path: string, bytes: Uint8Array, key: Uint8Array): Promise<readonly Found[]> {
  async function* texts() {
    yield {
      path,
      sha256: '',
      open: async function* () {
        yield bytes;
      },
    };
  }
  return (await searchTexts(texts(), { key })).found;
}

/** The hash of the original stays in the index: where little was taken, whoever has the copy can try values until the hash fits. */
const HARD_TO_GUESS_BITS = 72;

function guessable({ path, bits }: RedactedFile): readonly Diagnostic[] {
  if (bits >= HARD_TO_GUESS_BITS) return [];
  return [
    diagnostic('redaction-guessable', { path, guesses: `10^${Math.max(1, Math.round(bits * 0.301))}` }, { path }),
  ];
}

/** As the folder is listed, however a person writes it. */
export function plain(path: string): string {
  return path.normalize('NFC').replaceAll('\\', '/').replace(/^\.\//, '');
}
