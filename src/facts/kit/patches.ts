import { daysBetween } from '../../kernel/civil-date.ts';
import { isDated } from '../../model/observed.ts';
import type { RecordHead, RecordOf } from '../../model/record.ts';
import type { FactDefinition, Scope } from '../define-fact.ts';
import { COMPUTERS_ONLY } from './among.ts';
import { unnamedMembers } from './coverage.ts';
import { unnamedSystem } from './names.ts';
import { type Judgement, refutes, supports, undecided } from './subjects.ts';
import { shareOfThings } from './things.ts';
import { dayText, earliestDay, latestDay } from './time.ts';

export type Install = RecordOf<'patch-install'>;
export type State = RecordOf<'patch-state'>;
export type Summary = RecordOf<'patch-summary'>;

/** How recent an installed patch must be for a device to count as being patched: a monthly cycle and a fortnight. */
export const PATCHED_WITHIN_DAYS = 45;

/** A log without a host name still speaks of one system: the one that wrote it. */
export function systemOf(record: { device?: string; from: RecordHead['from'] }): string {
  return record.device ?? unnamedSystem(record.from);
}

/** Critical patches by their way from the vendor's release to installation. Without release dates nothing is ever late, so nothing is told. */
export function criticalInstalledWithin(ask: {
  question: string;
  means: string;
  days: (scope: Scope) => number;
}): FactDefinition {
  return shareOfThings({
    question: ask.question,
    means: ask.means,
    from: ['patch-install'],
    unit: 'critical patch',
    rule: 'ever',
    span: 'happening',
    whenUndecided: 'needs-release-date',
    subject: (install) =>
      install.severity === 'critical'
        ? { name: `${systemOf(install)} ${install.patch}`, more: [systemOf(install)] }
        : undefined,
    judge: (install, scope) => judgeInTime(install, ask.days(scope), scope),
    incomplete: (installs, scope) => unnamedMembers(installs, COMPUTERS_ONLY, scope),
  });
}

function judgeInTime(install: Install, limit: number, scope: Scope): Judgement {
  const name = `${systemOf(install)}: ${install.patch}`;
  if (install.outcome !== 'installed') return judgeTried(install, limit, scope);
  if (!install.released || !isDated(install.released)) return undecided(`${name}: the day of its release is not told`);
  if (!isDated(install.observed)) return undecided(`${name}: the day of its installation is not told`);
  // Both by the worse bound: released as early and installed as late as the export allows.
  const taken = daysBetween(earliestDay(install.released, scope), latestDay(install.observed, scope));
  const text = `${name}: released ${dayText(install.released, scope)}, installed ${dayText(install.observed, scope)}`;
  return taken <= limit ? supports(text) : refutes(`${text}, ${taken} days later`);
}

/** What could not be installed is late once the limit has passed since its release, which was on the day of the attempt at the latest. */
function judgeTried(install: Install, limit: number, scope: Scope): Judgement {
  const text = `${systemOf(install)}: ${install.patch}: ${install.verbatim}`;
  const out = install.released && isDated(install.released) ? install.released : install.observed;
  if (!isDated(out)) return undecided(`${text}, the day of its release is not told`);
  return daysBetween(latestDay(out, scope), scope.asOf) > limit ? refutes(text) : undecided(`${text}, not late yet`);
}

/** Whether an update is a critical one that is not there. Definitions and drivers are updates, but no security patches. */
export function judgeState(state: State): Judgement | undefined {
  if (state.category === 'definition' || state.category === 'driver') return undefined;
  const name = `${systemOf(state)}: ${state.patch}`;
  const isAbsent = state.state === 'missing' || state.state === 'failed' || state.state === 'declined';
  if (!isAbsent) return supports(`${name}: ${state.verbatim}`);
  // "Security" says which channel an update came through, not how bad the hole is.
  if (state.severity === undefined || state.severity === 'security') {
    return undecided(`${name}: ${state.verbatim}, severity not told`);
  }
  return state.severity === 'critical'
    ? refutes(`${name}: critical, ${state.verbatim}`)
    : supports(`${name}: not critical`);
}

export function judgeSummary(summary: Summary): Judgement | undefined {
  const name = summary.device ?? summary.group ?? systemOf(summary);
  if (summary.criticalMissing !== undefined && summary.criticalMissing > 0) {
    return refutes(`${name}: ${summary.criticalMissing} critical missing`, { amount: summary.criticalMissing });
  }
  if (summary.criticalMissing === undefined && summary.missing === undefined) return undefined;
  const untold = summary.criticalMissing === undefined ? summary.missing : 0;
  const doubtful = Math.max(untold ?? 0, summary.criticalMissing === undefined ? (summary.securityMissing ?? 0) : 0);
  return doubtful > 0
    ? undecided(`${name}: ${doubtful} missing, severity not told`)
    : supports(`${name}: no critical patch missing`);
}
