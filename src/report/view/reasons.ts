import { groupBy } from '../../kernel/order.ts';
import { capital } from '../../kernel/text.ts';
import type { Reason } from '../../model/assessment.ts';
import { BESIDES_WORDS } from '../besides-words.ts';
import { BEARS_WORDS, BY_ITSELF_WORDS, LINE_WORDS, OUTCOME_WORDS, PHRASES } from '../words.ts';
import { cite } from './citations.ts';
import { exceptionsView } from './exceptions.ts';
import type { Lens } from './lens.ts';
import { measuredText } from './measure.ts';
import type { ReasonView } from './shape/common.ts';

const WEIGHT = { directly: 0, partly: 1, 'as-context': 2 } as const satisfies Record<Reason['bears'], number>;

export function reasonView(reason: Reason, lens: Lens): ReasonView {
  const { citations, more } = cite(reason.places, reason.placeCount, lens, lens.unlisted(reason.fact));
  const outcome = reason.byItself === undefined ? OUTCOME_WORDS[reason.outcome] : BY_ITSELF_WORDS[reason.byItself];
  return {
    text: reason.text,
    ...asked(reason, lens),
    measured: measuredText(reason),
    expected: reason.expected,
    wanted: capital(reason.expected),
    outcome: outcome.word,
    tone: outcome.tone,
    line: LINE_WORDS[reason.shows],
    bears: BEARS_WORDS[reason.bears],
    because: reason.because,
    newest: reason.newest ?? '',
    citations: [...citations],
    moreCitations: more,
    exceptions: exceptionsView(reason.exceptions, reason.exceptionCount, lens),
    besides: besides(reason, lens),
  };
}

function besides(reason: Reason, { measure }: Lens): string {
  const words = BESIDES_WORDS;
  const text = measuredText(reason);
  const measured = measure(reason.fact);
  switch (measured?.kind) {
    case 'share':
      return ofShare(reason, measured);
    case 'count':
      // `The failed restore test`, `The 2 open actions`.
      return words.counted(measured.count === 1 ? text.replace(/^1 /, '') : text);
    case 'holds':
      return reason.holds === false ? words.why(text) : words.beside(text);
    default:
      return words.beside(text);
  }
}

/**
 * The exceptions of a share go without it, or are those it counts (people with nothing but text messages); their number tells which. Where it fits both, a
 * share below its mark is told as a part, and one above it as falling short.
 */
function ofShare(reason: Reason, { n, of }: { readonly n: number; readonly of: number }): string {
  const words = BESIDES_WORDS;
  const { exceptionCount, outcome } = reason;
  const [without, within] = [exceptionCount === of - n, exceptionCount === n];
  if (without && n === 0) return words.lackingAll(reason.measured.replace(/^0 of /, ''));
  if (within && (!without || outcome === 'refuted' || outcome === 'short')) return words.counted(measuredText(reason));
  return without ? words.lacking(measuredText(reason)) : words.beside(measuredText(reason));
}

/** The reason's sentence in two: what was asked, and what was found with its percentage, without what the next column says. */
function asked(reason: Reason, lens: Lens): { readonly question: string; readonly found: string } {
  const { text, measured, expected } = reason;
  const question = lens.question(reason.fact);
  // The outcome beside it says that this is somebody's word; saying so again in each row hides what was said.
  if (reason.outcome === 'attested' && question !== '') return { question, found: capital(measuredText(reason)) };
  if (question === '' || !text.startsWith(question)) return { question: text, found: measuredText(reason) };
  const found = text.slice(question.length).trim().replace(PHRASES.expectedTail(expected), '.');
  const said = found.slice(0, measured.length);
  const counted = said.toLowerCase() === measured.toLowerCase() ? measuredText({ ...reason, measured: said }) : said;
  return { question, found: (counted + found.slice(measured.length)).replace(/\.$/, '') };
}

/** `38 of 40` says by itself that all were expected; an expectation with a number of its own is told. */
export function plainly({ text, share, expected }: Reason): string {
  return share === undefined || /\d/.test(expected) ? text : text.replace(PHRASES.expectedTail(expected), '.');
}

/** Several reasons as one reads them: what is unknown for one cause is asked together, and a person's word is called that in three words. */
export function inShort(reasons: readonly Reason[], lens: Lens): string {
  const sentences = reasons.map((reason) => sentence(reason, lens));
  return [...groupBy(sentences, ({ tail }) => tail)]
    .map(([tail, same]) => [...same.map(({ head }) => head), tail].filter(Boolean).join(' '))
    .join(' ');
}

function sentence(reason: Reason, lens: Lens): { readonly head: string; readonly tail: string } {
  const { text, outcome, measured } = reason;
  const question = lens.question(reason.fact);
  if (question === '' || !text.startsWith(question)) return { head: plainly(reason), tail: '' };
  if (outcome === 'attested') return { head: PHRASES.byWord(question, capital(measured)), tail: '' };
  return outcome === 'unknown'
    ? { head: question, tail: text.slice(question.length).trim() }
    : { head: plainly(reason), tail: '' };
}

/** What bears directly first; the order within stays as it is. The same measure for two practices is told once. */
export function inWeight(reasons: readonly Reason[]): readonly Reason[] {
  const heaviest = new Map<string, Reason>();
  for (const reason of [...reasons].sort((a, b) => WEIGHT[a.bears] - WEIGHT[b.bears])) {
    const key = `${reason.fact}|${reason.shows}|${reason.expected}`;
    if (!heaviest.has(key)) heaviest.set(key, reason);
  }
  return [...heaviest.values()];
}
