import { counted } from '../kernel/text.ts';
import type { AdviceAnswer, AdviceRules } from '../model/advice.ts';
import type { Findings as Whole } from '../model/findings.ts';
import type { AfterHoursTickets } from './after-hours.ts';
import { filled } from './filled.ts';

type Findings = Pick<Whole, 'engagement' | 'facts' | 'cadence' | 'practices' | 'ownership'>;

/** What the exhibits and the matrix answer by themselves, each with its rows; what they do not show is left unanswered. */
export function answersShown(
  findings: Findings,
  tickets: AfterHoursTickets,
  rules: AdviceRules,
): readonly AdviceAnswer[] {
  return [
    ...afterHours(findings, tickets, rules),
    ...overduePatches(findings, rules),
    ...testsNotDone(findings, rules),
    ...unowned(findings, rules),
  ];
}

function periodOf({ engagement }: Findings): string {
  return `${engagement.period.from} to ${engagement.period.to}`;
}

/** No ticket at all is no sign of quiet nights: there may have been no export. */
function afterHours(
  findings: Findings,
  { tickets, outside, places }: AfterHoursTickets,
  { reads }: AdviceRules,
): readonly AdviceAnswer[] {
  if (tickets === 0) return [];
  const { says, because, from, until } = reads.officeHours;
  const zone = findings.engagement.client.timeZone;
  const words = { value: String(outside), of: String(tickets), from, until, zone, period: periodOf(findings) };
  const text = filled(says, words);
  return [{ question: 'afterHoursTickets', value: outside, by: 'exhibits', text, places, because }];
}

function overduePatches(findings: Findings, { reads }: AdviceRules): readonly AdviceAnswer[] {
  const known = reads.overduePatches.flatMap(({ fact: id, take, says, because }): readonly AdviceAnswer[] => {
    const fact = findings.facts.find((each) => each.id === id)?.fact;
    if (fact?.status !== 'known') return [];
    const { measure } = fact;
    const places = fact.exceptions.length > 0 ? fact.exceptions : fact.basis;
    const answer = (value: number, of: string) => ({
      question: 'overduePatches' as const,
      value,
      by: 'exhibits' as const,
      text: filled(says, { value: String(value), of }),
      places: places.map(({ place }) => place),
      because,
    });
    if (take === 'count' && measure.kind === 'count') return [answer(measure.count, '')];
    if (take === 'rest' && measure.kind === 'share') return [answer(measure.of - measure.n, String(measure.of))];
    return [];
  });
  return known.slice(0, 1);
}

function testsNotDone(findings: Findings, { reads }: AdviceRules): readonly AdviceAnswer[] {
  const { cadences, says, because } = reads.testsNotDone;
  const lines = findings.cadence.filter(({ cadence }) => cadences.some((each) => each === cadence));
  if (lines.length === 0) return [];
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const value = sum(lines.map(({ found, expected }) => Math.max(0, expected - found)));
  const short = lines.filter(({ found, expected }) => found < expected);
  const title = (id: string) => findings.practices.find((practice) => practice.id === id)?.title ?? id;
  const practices = short.map(({ practice, found, expected }) => `${title(practice)} (${found} of ${expected})`);
  const text = filled(says, {
    value: String(value),
    of: String(sum(lines.map(({ expected }) => expected))),
    period: periodOf(findings),
    practices: practices.length === 0 ? 'none lacks' : practices.join('; '),
  });
  const facts = new Set(short.map(({ fact }) => fact));
  const places = findings.facts
    .filter(({ id }) => facts.has(id))
    .flatMap(({ fact }) => (fact.status === 'known' ? fact.basis : []))
    .map(({ place }) => place);
  return [{ question: 'testsNotDone', value, by: 'exhibits', text, places, because }];
}

const WITHOUT_OWNER: readonly string[] = ['no-accountable', 'nobody-responsible', 'nobody-produces-evidence'];

/** A matrix without such a hole does not show that everything is done: then nothing is answered. */
function unowned({ ownership, practices }: Findings, { reads }: AdviceRules): readonly AdviceAnswer[] {
  const open = ownership.issues.filter(({ code, until }) => WITHOUT_OWNER.includes(code) && until === undefined);
  const value = [...new Set(open.flatMap(({ practice }) => (practice === undefined ? [] : [practice])))];
  if (value.length === 0) return [];
  const { says, because } = reads.unowned;
  const titles = practices.filter(({ id }) => value.includes(id)).map(({ title }) => title);
  const text = filled(says, { value: counted(value.length, 'practice'), practices: titles.join('; ') });
  return [{ question: 'unowned', value, by: 'matrix', text, places: [], because }];
}
