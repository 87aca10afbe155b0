import { daysBetween } from '../kernel/civil-date.ts';
import { isDated } from '../model/observed.ts';
import { type AnswerScope, defineFact, type Scope } from './define-fact.ts';
import {
  calledAfter,
  comparedSystems,
  type Job,
  judgeBackup,
  type Point,
  systemOf,
  unattributed,
} from './kit/backups.ts';
import { known, unknown } from './kit/known.ts';
import { hostKey } from './kit/names.ts';
import { leftOut } from './kit/remarks.ts';
import { byPlace, keeper, type Row, rowOf } from './kit/row.ts';
import { whyUndecided } from './kit/share.ts';
import { bySubject, decideSubject, type Subjects, subjectFold } from './kit/subjects.ts';
import { ageDays } from './kit/time.ts';

const KINDS = ['backup-job', 'backup-point'] as const;

export default defineFact({
  question:
    'How many days ago was the last successful backup of the system that is worst off among those that backups name?',
  from: KINDS,
  measures: 'days',
  means:
    'Of the critical systems of the inventory that the exports name, else of all systems that they name. An archive that tells no host and is called after one of the inventory is taken for its backup. One that has runs but no success counts from the start of the period. Runs without a day or without a system can speak against none. A success shows that something was written, never that it can be restored.',
  start: (scope) => startSystems(scope),
  answer: ({ systems: told, archives, counts, nameless, undated }, scope) => {
    const listed = archives.entries.filter(({ name }) => scope.devices.known && scope.devices.find(name) !== undefined);
    const systems = { ...told, entries: [...told.entries, ...listed] };
    const attributed = listed.reduce((sum, { key }) => sum + (counts.get(key) ?? 0), 0);
    const named = [...bySubject(systems.entries)];
    const compared = comparedSystems(
      named.map(([system]) => system),
      scope,
    );
    const rules = { rule: 'ever', across: 'any', zone: scope.zone } as const;
    const decided = named.flatMap(([system, entries]) =>
      compared.counts(system) ? (decideSubject(entries, rules) ?? []) : [],
    );
    const succeeded = decided.filter(({ side }) => side === 'supports').map(({ row }) => row);
    const never = decided
      .filter(({ side }) => side === 'refutes')
      .map(({ row }) => ({ ...row, text: `${row.text}; no success` }));
    const remarks = [...leftOut({ ...systems, undated }), ...unattributed(nameless.count() - attributed)];
    if (succeeded.length + never.length === 0)
      return ofNoNamedSystem(systems, nameless.rows(), { remarks, undated, scope });
    const [first] = [...succeeded, ...never].sort(
      (a, b) => daysOf(b, never, scope) - daysOf(a, never, scope) || byPlace(a, b),
    );
    return known(
      { kind: 'days', days: first ? daysOf(first, never, scope) : 0 },
      {
        clock: scope,
        deciding: first ? [first] : [],
        basis: [...succeeded, ...never],
        exceptions: never,
        remarks: [...compared.remarks, ...remarks],
        populationKnown: compared.populationKnown,
      },
    );
  },
});

function startSystems(scope: Scope) {
  const systems = startJudging(systemOf, scope);
  const archives = startJudging(calledAfter, scope);
  const counts = new Map<string, number>();
  const nameless = keeper();
  let undated = 0;
  return {
    add(record: Job | Point) {
      if (!isDated(record.observed)) undated += 1;
      else if (systemOf(record) !== undefined) systems.add(record);
      else {
        const judgement = judgeBackup(record, scope);
        if (judgement?.side !== 'supports' || !isMachine(record)) return;
        nameless.add(rowOf(record, judgement.text));
        const key = hostKey(calledAfter(record) ?? '');
        counts.set(key, (counts.get(key) ?? 0) + 1);
        archives.add(record);
      }
    },
    result: () => ({ systems: systems.result(), archives: archives.result(), counts, nameless, undated }),
  };
}

function startJudging(nameOf: (record: Job | Point) => string | undefined, scope: Scope) {
  return subjectFold<(typeof KINDS)[number]>(
    {
      subject: (record) => {
        const name = nameOf(record);
        return name === undefined ? undefined : { name };
      },
      judge: judgeBackup,
    },
    'device',
    scope,
  );
}

function isMachine(record: Job | Point): boolean {
  return record.kind === 'backup-point' || record.service !== 'saas';
}

/** Where no export says what it backed up, the newest success is all that can be told. */
function ofNoNamedSystem(
  systems: Subjects,
  successes: readonly Row[],
  { remarks, undated, scope }: { remarks: readonly string[]; undated: number; scope: AnswerScope },
) {
  const [newest] = [...successes].sort((a, b) => daysOf(a, [], scope) - daysOf(b, [], scope) || byPlace(a, b));
  if (!newest) {
    const because = whyUndecided(systems.entries.length, { ...systems, undated });
    return unknown(because, { wouldNeed: KINDS, remarks, basis: systems.unusable });
  }
  return known(
    { kind: 'days', days: daysOf(newest, [], scope) },
    { clock: scope, deciding: [newest], remarks, populationKnown: false },
  );
}

function daysOf(row: Row, never: readonly Row[], scope: AnswerScope): number {
  const age = ageDays(row.observed, scope) ?? 0;
  return never.includes(row) ? Math.max(age, daysBetween(scope.period.from, scope.asOf)) : age;
}
