import { placeText } from '../kernel/place.ts';
import { counted } from '../kernel/text.ts';
import { type AnswerScope, defineFact, type Scope } from './define-fact.ts';
import { COMPUTERS_ONLY } from './kit/among.ts';
import { type Decision, decide } from './kit/ballot.ts';
import { known, unknown } from './kit/known.ts';
import { leftOut } from './kit/remarks.ts';
import type { Row } from './kit/row.ts';
import { isPenetrationTest, type Scan, scanText } from './kit/scans.ts';
import { whyUndecided } from './kit/share.ts';
import { type Subjects, subjectFold, supports, undecided } from './kit/subjects.ts';

const KINDS = ['vulnerability-scan'] as const;
const ROUND_DAYS = 30;

/** Counts of hosts, summed over the newest run of each scan; the amount of a row is its hosts, logged in to or in all. */
export default defineFact({
  question: 'On what share of the scanned hosts could the vulnerability scanner log in?',
  from: KINDS,
  measures: 'share',
  means:
    'Hosts of the newest round of scans, of which each counts once. Without logging in a scanner sees open doors and not what is inside.',
  start: (scope) => {
    const hosts = startCounting((scan) => scan.hostsScanned, scope);
    const authenticated = startCounting(
      ({ hostsAuthenticated, hostsScanned = 0 }) => hostsAuthenticated && Math.min(hostsAuthenticated, hostsScanned),
      scope,
    );
    return {
      add(scan: Scan) {
        if (isPenetrationTest(scan) || scan.perspective === 'image' || scan.finished === false) return;
        hosts.add(scan);
        authenticated.add(scan);
      },
      result: () => ({ hosts: hosts.result(), authenticated: authenticated.result() }),
    };
  },
  answer: ({ hosts, authenticated }, scope) => {
    const remarks = leftOut(hosts);
    const all = rowsOf(hosts, scope);
    const loggedIn = ofTheSameRuns(all.told, authenticated, scope);
    const of = total(all.told);
    if (of === 0 || loggedIn.told.length === 0) {
      const silent = [...all.silent, ...loggedIn.silent];
      const because =
        of === 0 && silent.length === 0 && all.told.length > 0
          ? 'population-empty'
          : whyUndecided(silent.length, hosts);
      return unknown(because, { wouldNeed: KINDS, remarks, basis: [...silent, ...hosts.unusable] });
    }
    const n = total(loggedIn.told);
    const expected = scope.devices.known ? COMPUTERS_ONLY.picks(scope.devices).length : undefined;
    const isWhole = expected !== undefined && of >= expected;
    const against = isWhole
      ? []
      : [
          `${counted(of, 'host')} ${of === 1 ? 'was' : 'were'} scanned; ${expected === undefined ? scope.devices.basis : `${scope.devices.basis} lists ${expected}`}.`,
        ];
    return known(
      { kind: 'share', n, of, unit: 'host' },
      {
        clock: scope,
        deciding: all.told,
        exceptions: all.told.filter((run) => !loggedIn.everywhere(run)),
        remarks: [...remarks, ...against],
        populationKnown: isWhole,
      },
    );
  },
});

function startCounting(count: (scan: Scan) => number | undefined, scope: Scope) {
  return subjectFold<'vulnerability-scan'>(
    {
      subject: (scan) => ({ name: [scan.scanner, scan.policy ?? '', ...[...(scan.targets ?? [])].sort()].join(' ') }),
      judge: (scan) => {
        const amount = count(scan);
        const loggedIn =
          scan.hostsAuthenticated === undefined
            ? 'not told on how many it logged in'
            : `logged in on ${scan.hostsAuthenticated}`;
        const text = `${scanText(scan)}: ${loggedIn}`;
        return amount === undefined ? undecided(text) : supports(text, { amount });
      },
    },
    'thing',
    scope,
  );
}

function rowsOf(subjects: Subjects, scope: AnswerScope) {
  const decisions = subjects.entries.flatMap(({ ballot }) => decide(ballot, 'newest', scope.zone) ?? []);
  const current = decisions.filter(({ row }) => isOfNewestRound(row, decisions));
  return {
    told: current.filter(({ side }) => side === 'supports').map(({ row }) => row),
    silent: current.filter(({ side }) => side === 'undecided').map(({ row }) => row),
  };
}

/** What an older run, or one of no day, says of logging in tells nothing of the hosts of the run that counts. */
function ofTheSameRuns(runs: readonly Row[], authenticated: Subjects, scope: AnswerScope) {
  const decisions = authenticated.all.flatMap(({ ballot }) => decide(ballot, 'newest', scope.zone) ?? []);
  const told = new Map(decisions.filter(({ side }) => side === 'supports').map(({ row }) => [runOf(row), row]));
  return {
    told: runs.flatMap((run) => told.get(runOf(run)) ?? []),
    silent: runs.filter((run) => !told.has(runOf(run))),
    everywhere: (run: Row) => (told.get(runOf(run))?.amount ?? 0) === run.amount,
  };
}

function runOf({ place, subject }: Row): string {
  return `${placeText(place)} ${subject}`;
}

/** Scans of one round add up (sites, networks); those of earlier rounds saw the same hosts before. */
function isOfNewestRound({ observed }: Row, decisions: readonly Decision[]): boolean {
  if (observed.instant === undefined) return true;
  const newest = Math.max(...decisions.map(({ row }) => row.observed.instant ?? Number.NEGATIVE_INFINITY));
  return newest - observed.instant <= ROUND_DAYS * 86_400_000;
}

function total(rows: readonly { readonly amount?: number }[]): number {
  return rows.reduce((sum, row) => sum + (row.amount ?? 0), 0);
}
