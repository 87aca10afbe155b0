import { counted } from '../kernel/text.ts';
import type { Fact } from '../model/fact.ts';
import { isDated } from '../model/observed.ts';
import type { AnswerScope } from './define-fact.ts';
import { defineFact, type Scope } from './define-fact.ts';
import { type Assessment, type Check, checkFold, passesNotListed, unchecked } from './kit/checks.ts';
import { known, weaker } from './kit/known.ts';
import { rowOf, shown } from './kit/row.ts';
import { answerThings } from './kit/things.ts';

const KINDS = ['configuration-check', 'configuration-assessment'] as const;

export default defineFact({
  question: 'What share of the applicable checks of the baseline passed?',
  from: KINDS,
  measures: 'share',
  means:
    'Single checks where the export has them; the counts of whole runs where it has none, or lists only what did not pass. Not applicable is no pass; skipped, manual, waived and changed results are named and do not pass; a bare score proves nothing.',
  start: (scope) => startBaseline(scope),
  answer: ({ checks, runs }, scope) => {
    const dated = runs.filter(({ observed }) => isDated(observed));
    const counting = runs.filter((run) => run.passed > 0 && checks.withoutPasses.has(run.from.path));
    const singles = checks.without(new Set(counting.map(({ from }) => from.path)));
    const incomplete = () => unchecked(checks.targets, scope);
    const ofChecks = answerThings({ from: KINDS, unit: 'check', incomplete, emptyWhenRead: true }, singles, scope);
    const remarks = [...ofChecks.remarks, ...passesNotListed(singles, checks.withoutPasses)];
    const fact = together({ ...ofChecks, remarks }, fromRuns(counting, scope));
    // Checks of an unknown day do not go before counts of a known one.
    const isSettled = fact.status === 'known' && (fact.newest !== null || dated.length === 0);
    return isSettled ? fact : (fromRuns(dated.length > 0 ? dated : runs, scope) ?? fact);
  },
});

/** Single checks of some exports and the counts of others; what has no day says nothing beside what has one. */
function together(ofChecks: Fact, ofRuns: Fact | undefined): Fact {
  if (ofRuns?.status !== 'known') return ofChecks;
  if (ofChecks.status !== 'known') return ofRuns;
  if (ofChecks.newest === null || ofRuns.newest === null) return ofChecks.newest === null ? ofRuns : ofChecks;
  if (ofChecks.measure.kind !== 'share' || ofRuns.measure.kind !== 'share') return ofChecks;
  const days = [...new Set([...ofChecks.days, ...ofRuns.days])].sort();
  return {
    ...ofChecks,
    measure: {
      ...ofChecks.measure,
      n: ofChecks.measure.n + ofRuns.measure.n,
      of: ofChecks.measure.of + ofRuns.measure.of,
    },
    strength: weaker(ofChecks.strength, ofRuns.strength),
    newest: days.at(-1) ?? null,
    oldest: days[0] ?? null,
    days,
    dateAssumed: ofChecks.dateAssumed || ofRuns.dateAssumed,
    basis: shown([...ofRuns.basis, ...ofChecks.basis]).rows,
    basisCount: ofChecks.basisCount + ofRuns.basisCount,
    exceptions: shown([...ofRuns.exceptions, ...ofChecks.exceptions]).rows,
    exceptionCount: ofChecks.exceptionCount + ofRuns.exceptionCount,
    remarks: [...new Set([...ofChecks.remarks, ...ofRuns.remarks])],
    populationKnown: ofChecks.populationKnown && ofRuns.populationKnown,
  };
}

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
  const each = runs.map((run) => ({
    run,
    of: run.passed + run.failed + (run.skipped ?? 0) + (run.errors ?? 0),
    text: `${run.target ?? run.tool}: ${run.passed} passed, ${run.failed} failed, ${run.skipped ?? 0} skipped, ${run.notApplicable ?? 0} not applicable`,
  }));
  const of = each.reduce((sum, one) => sum + one.of, 0);
  if (of === 0) return undefined;
  const n = runs.reduce((sum, run) => sum + run.passed, 0);
  const applicable = each.filter((one) => one.of > 0);
  const skipped = runs.reduce((sum, run) => sum + (run.skipped ?? 0), 0);
  const byRuns = `By the counts of whole runs: ${counted(of, 'check')}, of which ${skipped} ${skipped === 1 ? 'was' : 'were'} skipped.`;
  const incomplete = unchecked(new Set(runs.flatMap(({ target }) => target ?? [])), scope);
  return known(
    { kind: 'share', n, of, unit: 'check' },
    {
      clock: scope,
      deciding: applicable.map(({ run, text }) => rowOf(run, text)),
      exceptions: applicable.filter(({ run, of }) => run.passed < of).map(({ run, text }) => rowOf(run, text)),
      // One row tells of a whole run: what did not pass are its checks.
      exceptionCount: of - n,
      remarks: [byRuns, ...(incomplete === undefined ? [] : [incomplete])],
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
