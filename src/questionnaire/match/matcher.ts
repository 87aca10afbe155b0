import { QUESTIONNAIRE_REASONS as REASONS } from '../../kernel/messages/questionnaire-words.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { Candidate, Certainty, Match, Matcher } from '../../model/match.ts';
import type { Thesaurus } from '../../model/thesaurus.ts';
import { type Asked, agreementOf } from './agreement.ts';
import { type Index, indexOf } from './bm25.ts';
import { type Target, targetsOf } from './targets.ts';
import { type Reader, readerOf } from './text.ts';
import { type WordingReader, wordingReader } from './wording.ts';

/** What a match must reach to be filled without a person: set on the tuned half of the gold wordings, see docs/decisions/0009. */
export const THRESHOLDS = { score: 0.7, margin: 0.1 };
const SHOWN = 5;
/** Below this nothing is offered to a person either: it would only mislead. */
const LEAST = 0.12;

/** The matcher that is shipped: BM25 over our questions, with a thesaurus of the field, and rules for what must agree. */
export function createMatcher(catalog: Catalog, thesaurus: Thesaurus): Matcher {
  const targets = targetsOf(catalog, thesaurus);
  const index = indexOf(targets.map(({ terms }) => terms));
  const tools = { targets, index, thesaurus, read: readerOf(thesaurus), readWording: wordingReader(thesaurus) };
  return { match: ({ text }) => matchOne(text, tools) };
}

interface Tools {
  readonly targets: readonly Target[];
  readonly index: Index;
  readonly thesaurus: Thesaurus;
  readonly read: Reader;
  readonly readWording: WordingReader;
}

function matchOne(text: string, tools: Tools): Match {
  const reading = tools.read(text);
  const wording = tools.readWording(text, reading);
  const asked: Asked = { reading, wording };
  const candidates = tools.targets
    .map((target, document) => candidateOf(target, scoreOf(target, document, { asked, tools }), asked, tools))
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score || (a.control < b.control ? -1 : 1));
  const best = bestOf(candidates);
  const other = candidates.find(({ kin }) => kin !== best?.kin);
  const margin = (best?.score ?? 0) - (other?.score ?? 0);
  const judged = certaintyOf({ best, margin, asked }, tools);
  return {
    ...judged,
    candidates: best === undefined ? [] : shown(best, candidates),
    margin,
    adverse: wording.adverse,
    open: wording.open,
  };
}

/** Of one kin the one that agrees, although another of it sounds more alike. */
function bestOf(candidates: readonly Candidate[]): Candidate | undefined {
  const [first] = candidates;
  if (first === undefined || first.against.length === 0) return first;
  return candidates.slice(0, SHOWN).find(({ kin, against }) => kin === first.kin && against.length === 0) ?? first;
}

/** The best, those that are judged as it is, then the others that sound alike. */
function shown(best: Candidate, candidates: readonly Candidate[]): readonly Candidate[] {
  const kin = candidates.filter((each) => each !== best && each.kin === best.kin);
  const others = candidates.filter((each) => each.kin !== best.kin);
  return [best, ...kin.slice(0, 2), ...others].slice(0, SHOWN);
}

/** Half by the words, half by how far the subjects of both are the same: ours must not be about more than theirs either. */
function scoreOf(target: Target, document: number, { asked, tools }: { asked: Asked; tools: Tools }): number {
  const theirs = outermost(asked.reading.concepts, tools.thesaurus);
  const ours = outermost(target.reading.concepts, tools.thesaurus);
  const about = outermost(target.about.concepts, tools.thesaurus);
  const isGeneral = (concept: string) => tools.thesaurus.general.includes(concept);
  const weigh = (concepts: Iterable<string>) =>
    [...concepts].reduce((sum, each) => sum + tools.index.weight(`#${each}`) * (isGeneral(each) ? GENERAL : 1), 0);
  const shared = [...theirs].filter((concept) => ours.has(concept) || about.has(concept));
  const all = new Set([...theirs, ...ours]);
  const same = all.size === 0 ? 0 : weigh(shared) / weigh(new Set([...all, ...shared]));
  const openly = target.answer !== undefined && target.answer !== 'yes-no';
  return (
    ((tools.index.score(asked.reading.terms, document) + same) / 2) * (openly === asked.wording.open ? 1 : OTHER_ANSWER)
  );
}

/** Whether something is so, and what it is, are seldom one question. */
const OTHER_ANSWER = 0.93;
/** What a general concept counts beside one that makes a question what it is. */
const GENERAL = 0.15;

/** Concepts that no other one of the same text implies. */
function outermost(concepts: ReadonlySet<string>, { within }: Thesaurus): ReadonlySet<string> {
  const covered = new Set([...concepts].flatMap((concept) => within[concept] ?? []));
  return new Set([...concepts].filter((concept) => !covered.has(concept)));
}

function subjectsOf(concepts: ReadonlySet<string>, thesaurus: Thesaurus): ReadonlySet<string> {
  return new Set([...outermost(concepts, thesaurus)].filter((concept) => !thesaurus.general.includes(concept)));
}

/** What does not agree ranks behind what does, and stays in sight. */
const DISAGREES = 0.75;

function candidateOf(target: Target, score: number, asked: Asked, { thesaurus }: Tools): Candidate {
  const { against, stricter } = agreementOf(asked, target, thesaurus);
  const { framework, control, title, kin } = target;
  return { framework, control, title, kin, score: score * (against.length > 0 ? DISAGREES : 1), against, stricter };
}

function certaintyOf(
  { best, margin, asked }: { best: Candidate | undefined; margin: number; asked: Asked },
  tools: Tools,
): { readonly certainty: Certainty; readonly because: string } {
  if (best === undefined) return { certainty: 'none', because: REASONS.nothingAlike() };
  const unsure = (because: string) => ({ certainty: 'unsure' as const, because });
  if (best.against.length > 0) return unsure(best.against.join('; '));
  const { strange, extra } = subjectsApart(best, asked, tools);
  if (best.score < THRESHOLDS.score) return unsure(REASONS.soundsLittle());
  if (margin < THRESHOLDS.margin) return unsure(REASONS.nearTwins());
  if (strange.length > 0) return unsure(REASONS.strangeWords(strange));
  if (extra.length > 0) return unsure(REASONS.moreInOurs(extra));
  return { certainty: 'sure', because: REASONS.soundsAlike() };
}

/** What theirs speaks of and ours does not, and the other way round: either makes it a question about something more. */
function subjectsApart(
  { control, framework }: Candidate,
  { reading }: Asked,
  { targets, thesaurus }: Tools,
): { readonly strange: readonly string[]; readonly extra: readonly string[] } {
  const target = targets.find((each) => each.control === control && each.framework === framework);
  if (target === undefined) return { strange: [], extra: [] };
  const theirs = subjectsOf(reading.concepts, thesaurus);
  const ours = subjectsOf(target.reading.concepts, thesaurus);
  const known = withImplied([...target.reading.concepts, ...target.about.concepts], thesaurus);
  const asked = withImplied(reading.concepts, thesaurus);
  const words = (concepts: Iterable<string>, not: ReadonlySet<string>) =>
    [...concepts].filter((concept) => !not.has(concept)).map((concept) => concept.replaceAll('-', ' '));
  return { strange: words(theirs, known), extra: words(ours, asked) };
}

function withImplied(concepts: Iterable<string>, { within }: Thesaurus): ReadonlySet<string> {
  return new Set([...concepts].flatMap((concept) => [concept, ...(within[concept] ?? [])]));
}
