import type { FileContext } from '../../intake/contract.ts';
import type { Observed } from '../../model/observed.ts';
import type { Draft } from '../../model/record.ts';

/** What the three forms in which Lynis tells of one audit have in common. */
export interface LynisAudit {
  version: string | undefined;
  host: string | undefined;
  observed: Observed;
  /** Ids of the tests that ran, where each is named. */
  readonly ran: Set<string>;
  /** How many ran, where they are only counted. */
  counted: number | undefined;
  skipped: number | undefined;
  /** Ids of tests with a remark, once each. */
  readonly remarked: Set<string>;
  score: string | undefined;
  complete: boolean;
}

export function lynisRun(audit: LynisAudit): Draft<'configuration-assessment'> {
  const { version, host, observed, ran, counted, skipped, remarked, score, complete } = audit;
  const quiet = [...ran].filter((test) => !remarked.has(test)).length;
  return {
    kind: 'configuration-assessment',
    strength: 'R',
    observed,
    tool: `Lynis ${version ?? ''}`.trim(),
    benchmark: 'Lynis built-in tests',
    target: host,
    // Lynis names no passes: a test that ran and made no remark is one.
    passed: counted === undefined ? quiet : Math.max(0, counted - remarked.size),
    failed: remarked.size,
    skipped,
    score: score === undefined || score === '' ? undefined : Number(score),
    scoreMaximum: score === undefined || score === '' ? undefined : 100,
    complete,
  };
}

/** A warning is a rule that was not met; a suggestion one that could be met better. */
export function lynisRemark(
  audit: LynisAudit,
  remark: { readonly rule: string; readonly title: string | undefined; readonly warning: boolean },
): Draft<'configuration-check'> {
  audit.remarked.add(remark.rule);
  return {
    kind: 'configuration-check',
    strength: 'R',
    observed: audit.observed,
    tool: 'Lynis',
    rule: remark.rule,
    title: remark.title,
    target: audit.host,
    outcome: remark.warning ? 'failed' : 'warning',
    verbatim: remark.warning ? 'warning' : 'suggestion',
  };
}

export function newLynisAudit(file: FileContext): LynisAudit {
  return {
    version: undefined,
    host: file.said.system,
    observed: file.asStated,
    ran: new Set(),
    counted: undefined,
    skipped: undefined,
    remarked: new Set(),
    score: undefined,
    complete: false,
  };
}
