import type { Fields, FileContext } from '../../intake/contract.ts';
import { type Observed, UNDATED } from '../../model/observed.ts';
import type { Draft } from '../../model/record.ts';
import { laterOf } from './dated.ts';
import { remembered } from './remembered.ts';

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

interface Tally extends Record<Count, number> {
  newest: Observed | undefined;
}

/** Hands the check on and counts it towards the run that `runOf` tells later. */
export function counted(file: FileContext, check: Check, run = ''): Check {
  const tally = tallyOf(file, run);
  tally[COUNTED_AS[check.outcome]] += 1;
  tally.newest = laterOf(tally.newest, check.observed);
  return check;
}

/** The run whose checks were counted before; nothing when there were none, since a run without rules assessed nothing. */
export function runOf(
  file: FileContext,
  rest: Pick<Run, 'tool' | 'complete'> & Partial<Run>,
  run = '',
): Run | undefined {
  const { newest, ...counts } = tallyOf(file, run);
  if (Object.values(counts).every((count) => count === 0)) return undefined;
  return { kind: 'configuration-assessment', observed: newest ?? UNDATED, strength: 'R', ...counts, ...rest };
}

function tallyOf(file: FileContext, run: string): Tally {
  const start = () => ({ passed: 0, failed: 0, notApplicable: 0, skipped: 0, errors: 0, newest: undefined });
  return remembered<Tally>(file, `checks ${run}`, start);
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
