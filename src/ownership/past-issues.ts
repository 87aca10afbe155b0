import type { CivilDate } from '../kernel/civil-date.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import type { OwnershipIssue } from '../model/ownership.ts';

/** What was wrong on some days, the days in order of time. */
export interface DatedIssues {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly issues: readonly OwnershipIssue[];
}

interface Run {
  readonly issue: OwnershipIssue;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** What is wrong now as it is told, and what was wrong before or will be only with its days: each once, however many stretches it lasts. */
export function issuesOverTime(stretches: readonly DatedIssues[], now: DatedIssues): readonly OwnershipIssue[] {
  const done: Run[] = [];
  let running = new Map<string, Run>();
  for (const stretch of stretches) {
    const still = new Map<string, Run>();
    for (const issue of stretch.issues) {
      const key = JSON.stringify([issue.code, issue.party ?? null, issue.message]);
      still.set(key, { issue, from: running.get(key)?.from ?? stretch.from, to: stretch.to });
    }
    done.push(...[...running].filter(([key]) => !still.has(key)).map(([, run]) => run));
    running = still;
  }
  const elsewhere = [...done, ...running.values()].filter((run) => run.to < now.from || run.from > now.to);
  return [...now.issues, ...elsewhere.map(dated)];
}

function dated({ issue, from, to }: Run): OwnershipIssue {
  const { message } = diagnostic('owners-at-another-time', { message: issue.message, from, to });
  return { ...issue, message, from, until: to };
}
