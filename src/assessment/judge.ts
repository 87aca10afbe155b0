import type { CivilDate } from '../kernel/civil-date.ts';
import { PHRASES } from '../kernel/messages/assessment.ts';
import type { Outcome, Reason } from '../model/assessment.ts';
import { isContrary } from '../model/deciding.ts';
import type { Fact, KnownFact, Measure } from '../model/fact.ts';
import { type Expectation, shownByFallingShort, type Test } from '../model/practice.ts';
import { freshness } from './freshness.ts';

export interface JudgeScope {
  readonly asOf: CivilDate;
  readonly periodFrom: CivilDate;
  readonly thresholds: Readonly<Record<string, number>>;
  /** How many days evidence of the practice stays current. */
  readonly freshDays: number;
  readonly practice: string | null;
}

/**
 * `late`: an age beyond what keeps evidence current; it makes stale and refutes nothing. `none`: what must recur, and of it only what does not count.
 * `unfit`: the test does not go with the measure.
 */
export type Raw = 'met' | 'partly' | 'refuted' | 'late' | 'none' | 'unfit';

/** One expectation held against one fact: the only place where a measure becomes an outcome. */
export function judge(expectation: Expectation, fact: Fact, question: string, scope: JudgeScope): Reason {
  const expected = wanted(expectation.is, scope.thresholds);
  const base = {
    practice: scope.practice,
    fact: expectation.fact,
    bears: expectation.bears,
    shows: expectation.shows,
    fallingShort: shownByFallingShort(expectation),
    because: expectation.because,
    expected,
  };
  if (fact.status === 'unknown') {
    const outcome: Outcome = fact.because === 'undated' || fact.because === 'only-outside-period' ? 'stale' : 'unknown';
    const text = PHRASES.outcome.unknown(question, PHRASES.unknown[fact.because]);
    return {
      ...base,
      outcome,
      holds: null,
      text,
      measured: PHRASES.nothing,
      newest: null,
      places: fact.basis,
      placeCount: fact.basis.length,
      exceptions: [],
      exceptionCount: 0,
    };
  }
  const found = held(expectation, fact.measure, scope.thresholds);
  const { outcome, text } = outcomeOf(expectation, fact, found, { question, expected, scope });
  // What only bears in part and goes without in some is the contrary of those, and yet no more than a part of the whole.
  const isPartContrary = expectation.bears === 'partly' && isContrary({ ...base, ...found, outcome });
  return {
    ...base,
    outcome,
    ...(isPartContrary && outcome === 'partly' ? { byItself: 'contrary-in-part' as const } : {}),
    holds: HOLDS[outcome],
    text,
    measured: found.value,
    ...(found.share === undefined ? {} : { share: found.share }),
    newest: fact.newestRead ?? fact.newest,
    places: fact.basis,
    placeCount: fact.basisCount,
    exceptions: fact.exceptions,
    exceptionCount: fact.exceptionCount,
  };
}

const HOLDS = {
  met: true,
  attested: true,
  partly: false,
  refuted: false,
  short: false,
  stale: null,
  unknown: null,
} as const satisfies Record<Outcome, boolean | null>;

interface Held {
  readonly raw: Raw;
  /** In words, as the reason tells it. */
  readonly value: string;
  readonly share?: { readonly n: number; readonly of: number };
}

/** The measure beside its mark; too few seen of what was expected is a part of it and no contrary. */
function held(expectation: Expectation, measure: Measure, thresholds: JudgeScope['thresholds']): Held {
  const { is } = expectation;
  const raw = compare(is, measure, thresholds);
  const isTooFew = raw === 'refuted' && 'atLeast' in is && shownByFallingShort(expectation) === 'too-little';
  if (isTooFew && measure.kind === 'count' && measure.count > 0) {
    const part = { n: measure.count, of: markOf(is, thresholds) };
    return { raw: 'partly', value: PHRASES.ofExpected(part.n, part.of, measure.unit), share: part };
  }
  return { raw, value: measured(measure), ...share(measure) };
}

interface Asked {
  readonly question: string;
  readonly expected: string;
  readonly scope: JudgeScope;
}

function outcomeOf(
  expectation: Expectation,
  fact: KnownFact,
  { raw, value }: Held,
  { question, expected, scope }: Asked,
): { readonly outcome: Outcome; readonly text: string } {
  const words = PHRASES.outcome;
  if (raw === 'unfit')
    return { outcome: 'unknown', text: words.unknown(question, PHRASES.unknown['not-measured-by-source']) };
  if (raw === 'none') return { outcome: 'short', text: words.refuted(question, value, expected) };
  if (raw === 'late') return { outcome: 'stale', text: words.late(question, value, expected) };
  const fresh = freshness(fact.newest, scope);
  // What was refuted before the period says nothing about the period; inside it an old refutation still stands.
  if (fresh === 'outside' && fact.newest !== null)
    return { outcome: 'stale', text: words.outside(question, value, dayInWords(fact.newest, fact.newestRead)) };
  if (raw === 'refuted') {
    const outcome = shownByFallingShort(expectation) === 'the-contrary' ? 'refuted' : 'short';
    return { outcome, text: words.refuted(question, value, expected) };
  }
  if (fresh === 'undated') return { outcome: 'stale', text: words.undated(question, value) };
  if (fresh === 'old' && fact.newest !== null)
    return {
      outcome: 'stale',
      text: words.old(question, value, dayInWords(fact.newest, fact.newestRead), scope.freshDays),
    };
  if (raw === 'partly') return { outcome: 'partly', text: words.partly(question, value, expected) };
  if (fact.strength === 'S' || fact.strength === 'A')
    return { outcome: 'attested', text: words.attested(question, value) };
  if (fact.measure.kind === 'share' && !fact.populationKnown)
    return { outcome: 'partly', text: words.populationUnknown(question, value) };
  if (fact.incomplete !== undefined && !isMonotone(expectation.is))
    return { outcome: 'partly', text: words.incomplete(question, value, fact.incomplete) };
  // None of how many, and of which: without that, "0 hosts" covers hosts that nobody looked at.
  const isNone = fact.measure.kind === 'count' && fact.measure.count === 0;
  const text = isNone ? words.none(question, value, fact.basisCount, fact.remarks) : words.met(question, value);
  return { outcome: 'met', text };
}

/** Both days where the file tells no zone: the one that stands there, and the one that it is judged by. */
function dayInWords(judged: CivilDate, read: CivilDate = judged): string {
  return read === judged ? judged : PHRASES.eitherDay(judged, read);
}

/** A count that need only be large enough loses nothing by rows that are missing. */
function isMonotone(test: Test): boolean {
  return 'atLeast' in test;
}

/** The bare comparison, without regard to age, strength or population. Percentages are compared as whole numbers: 996 of 1000 is not 100 %. */
export function compare(test: Test, measure: Measure, thresholds: Readonly<Record<string, number>>): Raw {
  if ('known' in test) return 'met';
  if ('holds' in test) return measure.kind !== 'holds' ? 'unfit' : measure.holds === test.holds ? 'met' : 'refuted';
  if ('occurs' in test) {
    if (measure.kind !== 'occurrences') return 'unfit';
    return measure.found >= measure.expected ? 'met' : measure.found > 0 ? 'partly' : 'none';
  }
  const mark = markOf(test, thresholds);
  if ('atLeastPercent' in test || 'atMostPercent' in test)
    return comparePercent('atLeastPercent' in test, mark, measure);
  if ('atLeast' in test || 'atMost' in test) return compareCount('atLeast' in test, mark, measure);
  if (measure.kind !== 'days') return 'unfit';
  return measure.days <= mark ? 'met' : 'withinDays' in test ? 'late' : 'refuted';
}

function comparePercent(atLeast: boolean, percent: number, measure: Measure): Raw {
  if (measure.kind !== 'share' || measure.of <= 0) return 'unfit';
  if (!atLeast) return measure.n * 100 <= percent * measure.of ? 'met' : 'refuted';
  if (measure.n * 100 >= percent * measure.of) return 'met';
  return measure.n > 0 ? 'partly' : 'refuted';
}

function compareCount(atLeast: boolean, mark: number, measure: Measure): Raw {
  const value =
    measure.kind === 'count'
      ? measure.count
      : measure.kind === 'days'
        ? measure.days
        : measure.kind === 'occurrences'
          ? measure.found
          : undefined;
  if (value === undefined) return 'unfit';
  return (atLeast ? value >= mark : value <= mark) ? 'met' : 'refuted';
}

/** An engagement may move a named mark; everything else stands as the data file says. */
export function markOf(test: Test, thresholds: Readonly<Record<string, number>>): number {
  const named = 'named' in test && test.named !== undefined ? thresholds[test.named] : undefined;
  if (named !== undefined) return named;
  if ('atLeastPercent' in test) return test.atLeastPercent;
  if ('atMostPercent' in test) return test.atMostPercent;
  if ('atLeast' in test) return test.atLeast;
  if ('atMost' in test) return test.atMost;
  if ('atMostDays' in test) return test.atMostDays;
  if ('withinDays' in test) return test.withinDays;
  return 0;
}

export function measured(measure: Measure): string {
  switch (measure.kind) {
    case 'share':
      return PHRASES.share(measure.n, measure.of, measure.unit);
    case 'days':
      return PHRASES.days(measure.days);
    case 'count':
      return PHRASES.count(measure.count, measure.unit);
    case 'holds':
      return PHRASES.holds(measure.holds);
    case 'occurrences':
      return PHRASES.occurrences(measure.found, measure.expected);
    case 'names':
      return measure.names.join(', ');
  }
}

function wanted(test: Test, thresholds: Readonly<Record<string, number>>): string {
  const words = PHRASES.wanted;
  if ('known' in test) return words.known;
  if ('holds' in test) return words.holds(test.holds);
  if ('occurs' in test) return words.occurs;
  const mark = markOf(test, thresholds);
  if ('atLeastPercent' in test) return mark === 100 ? words.allOf : words.atLeastPercent(mark);
  if ('atMostPercent' in test) return mark === 0 ? words.noneOf : words.atMostPercent(mark);
  if ('atLeast' in test) return words.atLeast(mark);
  if ('atMost' in test) return mark === 0 ? words.noneOf : words.atMost(mark);
  return 'atMostDays' in test ? words.atMostDays(mark) : words.withinDays(mark);
}

function share(measure: Measure): { readonly share?: { readonly n: number; readonly of: number } } {
  if (measure.kind === 'share') return { share: { n: measure.n, of: measure.of } };
  if (measure.kind === 'occurrences')
    return { share: { n: Math.min(measure.found, measure.expected), of: measure.expected } };
  return {};
}
