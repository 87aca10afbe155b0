import type { RecordOf } from '../../model/record.ts';
import type { Scope } from '../define-fact.ts';
import { type Judgement, refutes, supports, undecided } from './subjects.ts';
import { dayText } from './time.ts';

export type Job = RecordOf<'backup-job'>;
export type Point = RecordOf<'backup-point'>;

/** A system that has not been backed up for longer than this is not backed up, whatever was done before. */
export const BACKED_UP_WITHIN_DAYS = 30;

export function backedUp(record: Job | Point): string {
  if (record.kind === 'backup-job') return record.system ?? record.job ?? `the system of ${record.from.path}`;
  return record.system ?? record.repository ?? `the system of ${record.from.path}`;
}

/** A point that exists was written; of runs only a plain success counts: a warning, a part or a failure does not. */
export function judgeBackup(record: Job | Point, scope: Scope): Judgement | undefined {
  const name = backedUp(record);
  const day = dayText(record.observed, scope);
  if (record.kind === 'backup-point') {
    if (record.verified === false) return refutes(`${name}: restore point of ${day}, whose own verification failed`);
    return supports(`${name}: restore point of ${day}`);
  }
  const text = `${name}: ${record.verbatim} ${day}`;
  if (record.outcome === 'running') return undefined;
  if (record.outcome === 'unknown') return undecided(text);
  if (record.outcome !== 'succeeded')
    return refutes(record.outcome === 'failed' ? text : `${text} (${record.outcome})`);
  if ((record.errors ?? 0) > 0) return refutes(`${text}, with ${record.errors} errors`);
  return supports(record.errorsVisible ? text : `${text}, in a log that cannot show errors`);
}
