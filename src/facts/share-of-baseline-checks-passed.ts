import { isDated } from '../model/observed.ts';
import type { AnswerScope } from './define-fact.ts';
import { defineFact, type Scope } from './define-fact.ts';
import { type Assessment, type Check, checkFold, unchecked } from './kit/checks.ts';
import { known } from './kit/known.ts';
import { rowOf } from './kit/row.ts';
import { answerThings } from './kit/things.ts';

const KINDS = ['configuration-check', 'configuration-assessment'] as const;

export default defineFact({
  question: 'What share of the applicable checks of the baseline passed?',
  from: KINDS,
  measures: 'share',
  means:
    'Single checks where the export has them, else the counts of whole runs. Not applicable is no pass; skipped, manual, waived and changed results are named and do not pass; a bare score proves nothing.',
  start: (scope) => startBaseline(scope),
  answer: ({ checks, runs }, scope) => {
    const incomplete = () => unchecked(checks.targets, scope);
    const fact = answerThings({ from: KINDS, unit: 'check', incomplete, emptyWhenRead: true }, checks.subjects, scope);
    const dated = runs.filter(({ observed }) => isDated(observed));
    // Checks of an unknown day do not go before counts of a known one.
    const isSettled = fact.status === 'known' && (fact.newest !== null || dated.length === 0);
    return isSettled ? fact : (fromRuns(dated.length > 0 ? dated : runs, scope) ?? fact);
  },
});

function startBaseline(scope: Scope) {
  const checks = checkFold({ about: () => true }, scope);
  const newest = new Map<string, Assessment>();
  return {
    add(record: Check | Assessment) {
      checks.add(record);
      if (record.kind !== 'configuration-assessment' || record.complete === false) return;
      const key = [record.tool, record.benchmark, record.profile, record.target].join('\u0000');
      const held = newest.get(key);
      if (!held || isNewer(record, held)) newest.set(key, record);
    },
    result: () => ({ checks: checks.result(), runs: [...newest.values()] }),
  };
}

/** Where an export only counts: applicable is all but "not applicable". */
function fromRuns(runs: readonly Assessment[], scope: AnswerScope) {
  const counted = runs.map((run) => ({
    run,
    of: run.passed + run.failed + (run.skipped ?? 0) + (run.errors ?? 0),
    text: `${run.target ?? run.tool}: ${run.passed} passed, ${run.failed} failed, ${run.skipped ?? 0} skipped, ${run.notApplicable ?? 0} not applicable`,
  }));
  const of = counted.reduce((sum, one) => sum + one.of, 0);
  if (of === 0) return undefined;
  const n = runs.reduce((sum, run) => sum + run.passed, 0);
  const applicable = counted.filter((one) => one.of > 0);
  const incomplete = unchecked(new Set(runs.flatMap(({ target }) => target ?? [])), scope);
  return known(
    { kind: 'share', n, of, unit: 'check' },
    {
      clock: scope,
      deciding: applicable.map(({ run, text }) => rowOf(run, text)),
      exceptions: applicable.filter(({ run, of }) => run.passed < of).map(({ run, text }) => rowOf(run, text)),
      remarks: incomplete === undefined ? [] : [incomplete],
      populationKnown: incomplete === undefined,
    },
  );
}

function isNewer(a: Assessment, b: Assessment): boolean {
  const difference =
    (a.observed.instant ?? Number.NEGATIVE_INFINITY) - (b.observed.instant ?? Number.NEGATIVE_INFINITY);
  if (!Number.isNaN(difference) && difference !== 0) return difference > 0;
  return JSON.stringify(a.from) < JSON.stringify(b.from);
}
