import { type CivilDate, daysBetween } from '../kernel/civil-date.ts';
import { isDated } from '../model/observed.ts';
import { type AnswerScope, defineFact, type Scope } from './define-fact.ts';
import { backedUp, type Job, judgeBackup, type Point } from './kit/backups.ts';
import { known, unknown } from './kit/known.ts';
import { hostKey } from './kit/names.ts';
import { byPlace, type Row, rowOf } from './kit/row.ts';
import { bestDay } from './kit/time.ts';

const KINDS = ['backup-job', 'backup-point'] as const;

interface System {
  readonly name: string;
  readonly successes: Map<CivilDate, Row>;
  /** The first run of the period, good or bad: before it nothing is known. */
  first: Row | undefined;
}

export default defineFact({
  question: 'For how many days at most was a system without a successful backup during the period?',
  from: KINDS,
  measures: 'days',
  means:
    'Between two successful days, and up to the end of the period, from the first run that the exports show. Needs the history of runs: restore points alone have gaps where old ones were removed.',
  start: (scope) => startSystems(scope),
  answer: ({ systems, hasJobs }, scope) => {
    if (!hasJobs) {
      const remarks = ['Restore points without a history of runs: what retention removed looks like a gap.'];
      const read = systems.size > 0;
      return unknown(read ? 'not-measured-by-source' : 'no-evidence', {
        wouldNeed: ['backup-job'],
        remarks: read ? remarks : [],
      });
    }
    const gaps = [...systems.values()].flatMap((system) => longestGap(system, scope) ?? []);
    const [worst] = gaps.sort((a, b) => b.days - a.days || byPlace(a.row, b.row));
    if (!worst) return unknown('only-outside-period', { wouldNeed: KINDS });
    return known(
      { kind: 'days', days: worst.days },
      { clock: scope, deciding: [worst.row], basis: gaps.map(({ row }) => row), remarks: startRemark(systems, scope) },
    );
  },
});

function startSystems(scope: Scope) {
  const systems = new Map<string, System>();
  let hasJobs = false;
  return {
    add(record: Job | Point) {
      const judgement = judgeBackup(record, scope);
      if (!judgement || !isDated(record.observed)) return;
      const day = bestDay(record.observed, scope);
      if (day > scope.period.to) return;
      if (record.kind === 'backup-job') hasJobs = true;
      const key = hostKey(backedUp(record));
      const system: System = systems.get(key) ?? { name: backedUp(record), successes: new Map(), first: undefined };
      systems.set(key, system);
      const row = rowOf(record, judgement.text, { subject: key });
      const held = system.successes.get(day);
      if (judgement.side === 'supports' && (!held || byPlace(row, held) < 0)) system.successes.set(day, row);
      if (record.kind === 'backup-job' && day >= scope.period.from && isEarlier(row, system.first, scope))
        system.first = row;
    },
    result: () => ({ systems, hasJobs }),
  };
}

/** Systems without runs of their own are left to the facts about points. */
function longestGap(system: System, scope: AnswerScope): { days: number; row: Row } | undefined {
  const { first } = system;
  if (!first || !isDated(first.observed)) return undefined;
  const days = [...system.successes.keys()].sort();
  const before = days.filter((day) => day < scope.period.from).at(-1);
  const start = before === undefined ? bestDay(first.observed, scope) : scope.period.from;
  const marks = [start, ...days.filter((day) => day >= start), scope.period.to];
  let widest = { days: -1, from: start, to: start };
  for (const [index, to] of marks.slice(1).entries()) {
    const from = marks[index] ?? start;
    const length = daysBetween(from, to);
    if (length > widest.days) widest = { days: length, from, to };
  }
  const row = system.successes.get(widest.from) ?? first;
  return {
    days: widest.days,
    row: {
      ...row,
      text: `${system.name}: ${widest.days} days from ${widest.from} to ${widest.to} without a success between`,
    },
  };
}

function isEarlier(row: Row, held: Row | undefined, scope: Scope): boolean {
  if (!held || !isDated(held.observed) || !isDated(row.observed)) return true;
  const [day, heldDay] = [bestDay(row.observed, scope), bestDay(held.observed, scope)];
  return day === heldDay ? byPlace(row, held) < 0 : day < heldDay;
}

function startRemark(systems: ReadonlyMap<string, System>, scope: AnswerScope): readonly string[] {
  const late = [...systems.values()].filter(
    ({ first }) => first && isDated(first.observed) && bestDay(first.observed, scope) > scope.period.from,
  );
  return late.length === 0
    ? []
    : [`For ${late.length} systems the history of runs begins after the start of the period.`];
}
