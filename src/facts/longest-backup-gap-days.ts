import { type CivilDate, daysBetween } from '../kernel/civil-date.ts';
import { counted as countedWords } from '../kernel/text.ts';
import { isDated } from '../model/observed.ts';
import { type AnswerScope, defineFact, type Scope } from './define-fact.ts';
import { comparedSystems, type Job, judgeBackup, type Point, systemOf, unattributed } from './kit/backups.ts';
import { known, unknown } from './kit/known.ts';
import { hostKey } from './kit/names.ts';
import { leftOut } from './kit/remarks.ts';
import { byPlace, type Row, rowOf } from './kit/row.ts';
import { whyUndecided } from './kit/share.ts';
import { bestDay, isLater } from './kit/time.ts';

const KINDS = ['backup-job', 'backup-point'] as const;

interface System {
  readonly name: string;
  readonly successes: Map<CivilDate, Row>;
  /** The first run of the period, good or bad: before it nothing is known. */
  first: Row | undefined;
  /** The newest success up to the as-of date, also after the period: the evidence is as fresh as it is. */
  newest: Row | undefined;
}

export default defineFact({
  question:
    'How many days did a system whose backup runs are told go without a successful one at the longest, within the period?',
  from: KINDS,
  measures: 'days',
  means:
    'Between two successful days, and up to the end of the period, from the first run that the exports show. Of the critical systems of the inventory that the exports name, else of all that they name. Needs the history of runs: restore points alone have gaps where old ones were removed.',
  start: (scope) => startSystems(scope),
  answer: ({ systems, hasJobs, nameless, undated }, scope) => {
    const said = [...leftOut({ later: 0, before: 0, undated }), ...unattributed(nameless)];
    if (!hasJobs) {
      const remarks = ['Restore points without a history of runs: what retention removed looks like a gap.', ...said];
      const read = systems.size + nameless > 0;
      return unknown(read ? 'not-measured-by-source' : whyUndecided(0, { before: 0, undated }), {
        wouldNeed: ['backup-job'],
        remarks: read ? remarks : said,
      });
    }
    const running = [...systems.values()].filter(({ first }) => first !== undefined);
    const compared = comparedSystems(
      running.map(({ name }) => name),
      scope,
    );
    const counted = running.filter(({ name }) => compared.counts(name));
    const gaps = counted.flatMap((system) => longestGap(system, scope) ?? []);
    const [worst] = gaps.sort((a, b) => b.days - a.days || byPlace(a.row, b.row));
    if (!worst) return unknown('only-outside-period', { wouldNeed: KINDS, remarks: said });
    return known(
      { kind: 'days', days: worst.days },
      {
        clock: scope,
        deciding: worst.newest ? [worst.row, worst.newest] : [worst.row],
        basis: gaps.map(({ row }) => row),
        remarks: [...compared.remarks, ...startRemark(counted, scope), ...said],
        populationKnown: compared.populationKnown,
      },
    );
  },
});

function startSystems(scope: Scope) {
  const systems = new Map<string, System>();
  let hasJobs = false;
  let nameless = 0;
  let undated = 0;
  return {
    add(record: Job | Point) {
      const judgement = judgeBackup(record, scope);
      if (!judgement || isLater(record.observed, scope)) return;
      if (!isDated(record.observed)) {
        undated += 1;
        return;
      }
      const name = systemOf(record);
      if (name === undefined) {
        nameless += 1;
        return;
      }
      if (record.kind === 'backup-job') hasJobs = true;
      const key = hostKey(name);
      const system: System = systems.get(key) ?? { name, successes: new Map(), first: undefined, newest: undefined };
      systems.set(key, system);
      const row = rowOf(record, judgement.text, { subject: key });
      const day = bestDay(record.observed, scope);
      if (judgement.side === 'supports') {
        system.newest = isNewer(row, system.newest) ? row : system.newest;
        const held = system.successes.get(day);
        if (day <= scope.period.to && (!held || byPlace(row, held) < 0)) system.successes.set(day, row);
      }
      const isInside = day >= scope.period.from && day <= scope.period.to;
      if (record.kind === 'backup-job' && isInside && isEarlier(row, system.first, scope)) system.first = row;
    },
    result: () => ({ systems, hasJobs, nameless, undated }),
  };
}

function isNewer(row: Row, held: Row | undefined): boolean {
  if (!held || !isDated(held.observed) || !isDated(row.observed)) return true;
  const difference = row.observed.instant - held.observed.instant;
  return difference === 0 ? byPlace(row, held) < 0 : difference > 0;
}

/** Systems without runs of their own are left to the facts about points. */
function longestGap(
  system: System,
  scope: AnswerScope,
): { days: number; row: Row; newest: Row | undefined } | undefined {
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
    newest: system.newest,
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

function startRemark(systems: readonly System[], scope: AnswerScope): readonly string[] {
  const late = systems.filter(
    ({ first }) => first && isDated(first.observed) && bestDay(first.observed, scope) > scope.period.from,
  );
  return late.length === 0
    ? []
    : [`For ${countedWords(late.length, 'system')} the history of runs begins after the start of the period.`];
}
