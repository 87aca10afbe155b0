import type { Fields, FileContext } from '../../intake/contract.ts';
import { type Observed, UNDATED } from '../../model/observed.ts';
import type { Draft } from '../../model/record.ts';
import { perFile } from './per-file.ts';
import { later } from './times.ts';

type Check = Draft<'configuration-check'>;
type Run = Draft<'configuration-assessment'>;
type Count = 'passed' | 'failed' | 'notApplicable' | 'skipped' | 'errors';

// A warning is a rule that was not met, only less strictly worded: left out of both counts it would flatter the run.
const COUNTED_AS: Readonly<Record<Check['outcome'], Count>> = {
  passed: 'passed',
  failed: 'failed',
  warning: 'failed',
  'not-applicable': 'notApplicable',
  'not-reviewed': 'skipped',
  waived: 'skipped',
  unknown: 'skipped',
  error: 'errors',
};

interface Tally {
  readonly counts: Record<Count, number>;
  newest: Observed | undefined;
  target: string | undefined;
}

/** Several runs in one file are told apart by a key; `of` is what the run looked at, where every rule names it (an account, a tenant). */
interface Belongs {
  readonly run?: string;
  readonly of?: string | undefined;
}

const tallies = perFile(() => new Map<string, Tally>());

/** Hands the check on and counts it towards the run that `runOf` tells later. */
export function counted(file: FileContext, check: Check, { run = '', of }: Belongs = {}): Check {
  const tally = tallyOf(file, run);
  tally.counts[COUNTED_AS[check.outcome]] += 1;
  tally.newest = later(tally.newest, check.observed);
  tally.target ??= of;
  return check;
}

/** The run whose checks were counted before; nothing when there were none, since a run without rules assessed nothing. */
export function runOf(
  file: FileContext,
  rest: Pick<Run, 'tool' | 'complete'> & Partial<Run>,
  run = '',
): Run | undefined {
  const { counts, newest, target } = tallyOf(file, run);
  if (Object.values(counts).every((count) => count === 0)) return undefined;
  const observed = newest ?? UNDATED;
  return { kind: 'configuration-assessment', observed, target, strength: 'R', ...counts, ...rest };
}

function tallyOf(file: FileContext, run: string): Tally {
  const known = tallies(file).get(run);
  if (known !== undefined) return known;
  const fresh: Tally = {
    counts: { passed: 0, failed: 0, notApplicable: 0, skipped: 0, errors: 0 },
    newest: undefined,
    target: undefined,
  };
  tallies(file).set(run, fresh);
  return fresh;
}

const SEVERITIES = {
  critical: 'critical',
  high: 'high',
  danger: 'high',
  important: 'high',
  medium: 'medium',
  moderate: 'medium',
  warning: 'medium',
  low: 'low',
  info: 'info',
  informational: 'info',
} as const;

/** The tool's severity; a tool that says "unknown" or "none" has said nothing. */
export function severityOf(fields: Fields, name: string): Check['severity'] {
  return /^(unknown|none|unset|unspecified)?$/i.test(fields.text(name) ?? '')
    ? undefined
    : fields.word(name, SEVERITIES);
}
