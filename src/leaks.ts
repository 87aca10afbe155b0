import { randomBytes } from 'node:crypto';
import { startingBudgets } from './budget.ts';
import { headOf, wordsOf } from './exhibit-words.ts';
import { isFileTrouble, packAgain, textsOf, wrappingOf } from './intake/index.ts';
import { type Diagnostic, diagnostic } from './kernel/diagnostic.ts';
import { failure, ProofpackError } from './kernel/failure.ts';
import { redactedText } from './kernel/messages/redaction-kinds.ts';
import { needlesOf } from './kernel/needles.ts';
import { groupBy } from './kernel/order.ts';
import { outermost } from './kernel/place.ts';
import type { Edition, Engagement } from './model/engagement.ts';
import type { Exhibit } from './model/exhibit.ts';
import type { Findings } from './model/findings.ts';
import type { ExhibitPlacement, PackagePlan } from './model/package.ts';
import type { RedactionEntry } from './model/redaction.ts';
import { SIGHTING_CLASSES, type SightingKind, type Sightings } from './model/sighting.ts';
import { openPdfReader } from './pdf-reader.ts';
import {
  type Handed,
  type Handled,
  handleExhibits,
  isTelling,
  leaksIn,
  lookOf,
  plain,
  pseudonym,
  searchTexts,
} from './redaction/index.ts';

/** A file is searched within what reading it may cost. */
const COSTS = { tolerates: isFileTrouble, startGuard: startingBudgets() };

/** Searches every exhibit for what must not leave unseen; once, for all editions. */
export async function searchExhibits(
  exhibits: readonly Exhibit[],
  options: { readonly key?: Uint8Array | undefined; readonly onFile?: (path: string) => void } = {},
): Promise<Sightings> {
  const pdfs = openPdfReader();
  async function* texts() {
    for (const exhibit of exhibits) yield* wordsOf(exhibit, pdfs);
  }
  // Without a key of the owner, fingerprints are good for this run.
  const { key = randomBytes(32), onFile } = options;
  try {
    return await searchTexts(texts(), { key, ...COSTS, ...(onFile === undefined ? {} : { onFile }) });
  } finally {
    pdfs.close();
  }
}

export interface SettleRequest {
  readonly engagement: Engagement;
  readonly exhibits: readonly Exhibit[];
  readonly placements: readonly ExhibitPlacement[];
  readonly sightings: Sightings;
  readonly key: Uint8Array | undefined;
  /** Whether exhibits that are kept back may leave as copies without people and machines. */
  readonly sanitises: boolean;
}

/** Does what was decided about the exhibits that would leave; what nobody decided is thrown, and nothing is built. */
export async function settleExhibits({
  engagement,
  exhibits,
  placements,
  sightings,
  key,
  sanitises,
}: SettleRequest): Promise<Handled> {
  const entries = engagement.redaction ?? [];
  if (key === undefined && entries.some(({ action }) => action === 'redact' || (action === 'sanitise' && sanitises)))
    throw failure(diagnostic('owner-key-missing', undefined));
  const handled = await handleExhibits({
    sightings,
    entries,
    placements,
    exhibit: async (path) => handed(exhibits.find((each) => each.path === path)),
    key: key ?? randomBytes(32),
    costs: COSTS,
    known: sanitises ? namesKnown(sightings, engagement) : undefined,
    standIn: sanitises
      ? (value, kind) =>
          kind === 'column' || kind === 'row' || kind === 'free-text' ? redactedText(kind) : standIn(value, kind, key)
      : undefined,
  });
  const [first] = handled.problems;
  if (!first) return handled;
  const { problems } = handled;
  throw new ProofpackError(first.code, problems.map(({ message }) => message).join('\n'), first.hint, { problems });
}

function namesKnown({ values }: Sightings, engagement: Engagement) {
  const open = new Set(openNames(engagement).map((name) => name.toLowerCase()));
  const names = [...values].filter(([value, kind]) => isTelling(value, kind) && !open.has(value.trim().toLowerCase()));
  return { needles: needlesOf(names.map(([value]) => value)), kindOf: (needle: string) => values.get(needle) };
}

async function handed(exhibit: Exhibit | undefined): Promise<Handed | undefined> {
  if (!exhibit) return undefined;
  if (wrappingOf(await headOf(exhibit)) !== undefined) {
    const repack: Handed['repack'] = (change) =>
      packAgain(exhibit, async ({ path, text }) =>
        change({ path, text: text && (await isWords(text)) ? text : undefined }),
      );
    return { open: exhibit.open, text: undefined, repack };
  }
  for await (const { text } of textsOf(exhibit))
    return { open: exhibit.open, text: text && (await isWords(exhibit.open)) ? text : undefined };
  return { open: exhibit.open, text: undefined };
}

/** A PDF can be written in plain letters, and is no text for all that. */
async function isWords(open: () => AsyncIterable<Uint8Array>): Promise<boolean> {
  return lookOf(await headOf({ open })) === undefined;
}

export interface WithholdRequest {
  readonly engagement: Pick<Engagement, 'client' | 'prepared' | 'brand' | 'redaction'>;
  readonly findings: Pick<Findings, 'facts'>;
  /** What people and machines are named in no edition without names. */
  readonly named: boolean;
  readonly sightings: Pick<Sightings, 'found' | 'values'>;
  readonly key: Uint8Array | undefined;
  /** Our own words: whatever stands there tells nothing of the client. */
  readonly ownWords: readonly string[];
}

/** What was found and may not be shown, each with what stands for it. */
export function wordsToWithhold(request: WithholdRequest): ReadonlyMap<string, string> {
  const { engagement, sightings, named, key } = request;
  const excepted = named ? kindsExcepted(engagement.redaction ?? [], sightings) : new Set<SightingKind>();
  const open = new Set([...openNames(engagement), ...namesAsked(request.findings)].map((name) => name.toLowerCase()));
  const told = [...sightings.values].filter(
    ([value, kind]) =>
      isTelling(value, kind) &&
      !open.has(value.trim().toLowerCase()) &&
      (SIGHTING_CLASSES[kind] === 'personal' ? !named : !excepted.has(kind)),
  );
  if (told.length === 0) return new Map();
  const ours = new Set(
    needlesOf(told.map(([value]) => value))
      .find(request.ownWords.join('\n'))
      .map(({ needle }) => needle),
  );
  return new Map(told.filter(([value]) => !ours.has(value)).map(([value, kind]) => [value, standIn(value, kind, key)]));
}

/** A kind may be shown only where every exhibit that holds it is excepted: which of them a sentence quotes, nobody knows. */
function kindsExcepted(entries: readonly RedactionEntry[], { found }: Pick<Sightings, 'found'>): Set<SightingKind> {
  const exceptions = entries.filter(({ action }) => action === 'except');
  const isExcepted = (path: string, kind: SightingKind) =>
    exceptions.some(({ exhibit, kinds = [] }) => plain(exhibit) === outermost(path) && kinds.includes(kind));
  const named = new Set(exceptions.flatMap(({ kinds = [] }) => kinds));
  return new Set([...named].filter((kind) => found.every((each) => each.kind !== kind || isExcepted(each.path, kind))));
}

function standIn(value: string, kind: SightingKind, key: Uint8Array | undefined): string {
  return SIGHTING_CLASSES[kind] === 'personal' && key !== undefined ? pseudonym(key, value, kind) : redactedText(kind);
}

/** Who the package is for and from. */
function openNames({ client, prepared, brand }: WithholdRequest['engagement']): readonly string[] {
  return [client.name, client.legalEntity, prepared?.organisation, brand.organisation].filter(
    (name) => name !== undefined,
  );
}

/** A fact that answers with names (which products are in use) tells what it was asked for. */
function namesAsked({ facts }: WithholdRequest['findings']): readonly string[] {
  return facts.flatMap(({ fact }) =>
    fact.status === 'known' && fact.measure.kind === 'names'
      ? fact.measure.names.filter((name) => !name.includes('@'))
      : [],
  );
}

export interface ProofRequest {
  readonly plan: PackagePlan;
  readonly edition: Edition;
  readonly engagement: Engagement;
  readonly words: ReadonlyMap<string, string>;
  readonly sightings: Sightings;
  /** Exhibits leave as somebody decided; where none leaves, none is passed over. */
  readonly exhibitsLeave: boolean;
}

/** Nothing leaves that was found and may not be shown: every byte of the plan is searched for it. */
export function proveNothingLeaves({ plan, edition, engagement, words, sightings, exhibitsLeave }: ProofRequest): {
  readonly files: number;
  readonly values: number;
} {
  const inOpenNames = new Set(
    needlesOf(words.keys())
      .find(openNames(engagement).join('\n'))
      .map(({ needle }) => needle),
  );
  const needles = needlesOf([...words.keys()].filter((word) => !inOpenNames.has(word)));
  const entries = plan.entries.filter(({ role }) => !(exhibitsLeave && role === 'exhibit'));
  const beside = (plan.beside ?? []).map(({ ending, content }) => ({ path: `${plan.name}${ending}`, content }));
  const leaks = leaksIn([...entries, ...beside], needles, (needle) => sightings.values.get(needle));
  if (leaks.length > 0) throw failure(diagnostic('value-would-leave', { edition, places: leaks }));
  return { files: entries.length, values: needles.size };
}

export interface WrittenRequest {
  /** As somebody is told. */
  readonly file: string;
  readonly texts: readonly string[];
  readonly words: ReadonlyMap<string, string>;
  readonly sightings: Pick<Sightings, 'values'>;
}

/** People may write a name into an answer, since it is theirs to name; a secret that was found in the exhibits they may not. */
export function proveNoSecretWritten({ file, texts, words, sightings }: WrittenRequest): void {
  const kindOf = (word: string) => sightings.values.get(word);
  const secrets = needlesOf(
    [...words.keys()].filter((word) => SIGHTING_CLASSES[kindOf(word) ?? 'person-name'] !== 'personal'),
  );
  const kinds = groupBy(
    secrets.find(texts.join('\n')).flatMap(({ needle }) => kindOf(needle) ?? []),
    (kind) => kind,
  );
  const places = [...kinds].map(([kind, same]) => ({ file, kind, count: same.length }));
  if (places.length > 0) throw failure(diagnostic('value-would-leave', { edition: 'customer', places }));
}

/** The proof is as good as what is looked for: whoever builds is told when that is not all. */
export function toldOfUnkept({ values, valuesWhole }: Sightings, edition: Edition): readonly Diagnostic[] {
  return valuesWhole ? [] : [diagnostic('values-beyond-kept', { edition, kept: values.size })];
}
