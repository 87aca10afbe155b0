import { addDays, addMonths, type CivilDate } from '../kernel/civil-date.ts';
import type { Verdict } from '../model/assessment.ts';
import type { Findings } from '../model/findings.ts';
import type { Assignment } from '../model/ownership.ts';
import type { Cadence } from '../model/practice.ts';
import type { EvidenceDebt, TransitionRules } from '../model/transition.ts';
import { filled } from './filled.ts';
import type { Handover } from './handover-items.ts';

/** As much of the findings as tells what was shown, and under whose hands. */
export type Shown = Pick<Findings, 'engagement' | 'ownership' | 'practiceAssessments' | 'cadence'>;

interface DebtScene {
  readonly findings: Shown;
  readonly on: CivilDate;
  readonly rules: TransitionRules;
  readonly called: (party: string) => string;
}

interface Span {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

const GRAVITY = ['high', 'moderate', 'low'] as const;

/** What each party that gives a practice away should have shown while it had it; the grave first. */
export function evidenceDebt(handovers: readonly Handover[], scene: DebtScene): readonly EvidenceDebt[] {
  return handovers
    .flatMap((handover) => debtOf(handover, scene))
    .sort((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity));
}

function debtOf(handover: Handover, scene: DebtScene): readonly EvidenceDebt[] {
  const { practice, before } = handover;
  const party = outgoing(handover);
  const watch = party === undefined ? undefined : watchOf(practice.id, party, scene);
  if (party === undefined || watch === undefined) return [];
  const assessed = scene.findings.practiceAssessments.find((each) => each.practice === practice.id);
  const line = scene.findings.cadence.find((each) => each.practice === practice.id);
  const { title, severity, cadence, evidence } = practice;
  const due = cadence === undefined ? [] : intervalsWithin(watch, cadence, scene.findings.engagement.period);
  const days = line?.occurrences.map(({ on }) => on) ?? [];
  const missed = due.filter(({ from, to }) => !days.some((day) => from <= day && day <= to));
  const kind = line !== undefined ? (missed.length > 0 ? 'missed' : undefined) : owedBy(assessed?.found, scene);
  if (kind === undefined) return [];
  const weakness = assessed?.reasons.find(({ outcome }) => outcome === 'refuted')?.text ?? '';
  const text = filled(scene.rules.debt[kind], {
    practice: title,
    party: scene.called(party),
    from: watch.from,
    until: watch.to,
    missed: String(missed.length),
    of: String(due.length),
    cadence,
    'as-of': scene.findings.engagement.asOf,
    weakness: weakness.replace(/\.$/, ''),
  });
  const told = kind === 'missed' ? missed : [];
  const debt = { practice: before.practice, title, severity, party, from: watch.from, until: watch.to };
  return [{ ...debt, kind, text, missed: told, proof: evidence.best }];
}

/** Whoever proved it and proves it no longer; where the proof stays, whoever did it and does it no longer. */
function outgoing({ moves }: Handover): string | undefined {
  const leaves = (hat: string) => moves.find((move) => move.hat === hat)?.leaves[0];
  return leaves('evidence') ?? leaves('responsible');
}

/** The days before the change on which it wore one of the two hats, as far as there was anything to judge. */
function watchOf(practice: string, party: string, { findings, on }: DebtScene): Span | undefined {
  const { period, asOf } = findings.engagement;
  const eve = addDays(on, -1);
  const last = [eve, asOf].sort()[0] ?? eve;
  const had = (each: Assignment) => each.evidence === party || each.responsible.includes(party);
  const spans = findings.ownership.assignments
    .filter((each) => each.practice === practice && had(each))
    .map(({ from = period.from, until = last }) => ({ from: later(from, period.from), to: earlier(until, last) }))
    .filter(({ from, to }) => from <= to)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const [first] = spans;
  const end = spans.at(-1);
  return first === undefined || end === undefined ? undefined : { from: first.from, to: end.to };
}

/** Whole intervals from the period's first day on, as occurrences are counted everywhere, that lie inside the watch. */
function intervalsWithin(watch: Span, cadence: Cadence, period: Span): readonly Span[] {
  const start = (index: number) => nextOf(period.from, cadence, index);
  const intervals: Span[] = [];
  for (let index = 0; start(index) <= watch.to; index += 1) {
    const interval = { from: start(index), to: addDays(start(index + 1), -1) };
    if (interval.from >= watch.from && interval.to <= watch.to) intervals.push(interval);
  }
  return intervals;
}

const MONTHS = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 } as const;
const DAYS = { continuous: 1, daily: 1, weekly: 7 } as const;

function nextOf(from: CivilDate, cadence: Cadence, times: number): CivilDate {
  if (cadence === 'continuous' || cadence === 'daily' || cadence === 'weekly')
    return addDays(from, times * DAYS[cadence]);
  return addMonths(from, times * MONTHS[cadence]);
}

/** What has grown old or was refuted after the change is no debt of its watch; that there is nothing, or a word only, was so then too. */
function owedBy(found: Verdict | undefined, { findings, on }: DebtScene): EvidenceDebt['kind'] | undefined {
  if (found === undefined || found === 'not-evidenced') return 'nothing';
  if (found === 'attested-only') return 'by-word';
  if (findings.engagement.asOf >= on) return undefined;
  if (found === 'stale') return 'stale';
  return found === 'contradicted' ? 'refuted' : undefined;
}

function later(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b;
}

function earlier(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? a : b;
}
