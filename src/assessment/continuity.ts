import { addDays, addMonths, type CivilDate } from '../kernel/civil-date.ts';
import { contains, type Period } from '../kernel/period.ts';
import type { Continuity, ContinuityForm, ContinuityLine, MonthState } from '../model/continuity.ts';
import type { Framework } from '../model/control.ts';
import type { Engagement } from '../model/engagement.ts';
import type { KnownFact } from '../model/fact.ts';
import { type Expectation, type Practice, shownByFallingShort } from '../model/practice.ts';
import { compare } from './judge.ts';
import type { FactsById } from './practice.ts';

interface Asked {
  readonly frameworks: readonly Framework[];
  readonly practices: ReadonlyMap<string, Practice>;
  readonly facts: FactsById;
  readonly engagement: Engagement;
}

/** Month by month, of which practices a row speaks; a month that no row speaks of is never taken for one in which it was in place. */
export function continuity(asked: Asked): readonly Continuity[] {
  return asked.frameworks.flatMap(({ id, continuity: form }) =>
    form === undefined ? [] : [overMonths(id, form, asked)],
  );
}

function overMonths(framework: string, form: ContinuityForm, { practices, facts, engagement }: Asked): Continuity {
  const months = monthsBefore(engagement.asOf, form.months);
  const lineOf = (id: string): readonly ContinuityLine[] => {
    const practice = practices.get(id);
    if (practice === undefined) return [];
    const sayings = practice.expects.flatMap((expectation) => sayingOf(expectation, facts, engagement) ?? []);
    return [{ practice: id, states: months.map((month) => stateOf(month, sayings, engagement.period)) }];
  };
  const { title, law, note } = form;
  const topics = form.topics.map((topic) => ({ title: topic.title, lines: topic.practices.flatMap(lineOf) }));
  return { framework, title, law, note, months, topics };
}

/** Whole months that end on the as-of date: the law counts back from the day, not by the pages of a calendar. */
export function monthsBefore(asOf: CivilDate, count: number): readonly Period[] {
  return Array.from({ length: count }, (_, i) => {
    const back = count - i;
    return { from: addDays(addMonths(asOf, -back), 1), to: addMonths(asOf, 1 - back) };
  });
}

/** What a fact says of the days on which its deciding rows lie. */
interface Saying {
  readonly bears: Expectation['bears'];
  readonly state: Exclude<MonthState, 'none' | 'not-asked'>;
  readonly days: readonly CivilDate[];
}

function sayingOf(expectation: Expectation, facts: FactsById, { thresholds }: Engagement): Saying | undefined {
  const fact = facts.get(expectation.fact)?.fact;
  if (fact?.status !== 'known' || expectation.bears === 'as-context') return undefined;
  const { measure } = fact;
  const state = saidBy(expectation, fact, thresholds);
  if (state === undefined) return undefined;
  // Of what recurs each day stands for itself, however many days are missing beside it.
  return { bears: expectation.bears, state, days: measure.kind === 'occurrences' ? measure.dates : fact.days };
}

function saidBy(
  expectation: Expectation,
  fact: KnownFact,
  thresholds: Readonly<Record<string, number>>,
): Saying['state'] | undefined {
  const raw = compare(expectation.is, fact.measure, thresholds);
  if (raw === 'unfit') return undefined;
  // A part of what decides is a part of it; a part of what bears partly and is a counter-example is one.
  const goesWithout = raw === 'refuted' || (raw === 'partly' && expectation.bears === 'partly');
  if (goesWithout && shownByFallingShort(expectation) === 'the-contrary') return 'against';
  if (fact.strength === 'S' || fact.strength === 'A') return 'stated';
  if (fact.measure.kind === 'occurrences') return 'shown';
  const isWhole = fact.populationKnown && fact.incomplete === undefined;
  return (raw === 'met' || raw === 'late') && isWhole ? 'shown' : 'in-part';
}

function stateOf(month: Period, sayings: readonly Saying[], period: Period): MonthState {
  const speaking = sayings.filter(({ days }) => days.some((day) => contains(month, day)));
  if (speaking.length === 0) return month.from < period.from ? 'not-asked' : 'none';
  if (speaking.some(({ state }) => state === 'against')) return 'against';
  const direct = new Set(speaking.flatMap(({ bears, state }) => (bears === 'directly' ? [state] : [])));
  const [only] = direct;
  return direct.size === 1 && only !== undefined ? only : 'in-part';
}
