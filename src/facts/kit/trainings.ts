import { isDated } from '../../model/observed.ts';
import type { RecordOf } from '../../model/record.ts';
import type { Scope } from '../define-fact.ts';
import { type Judgement, refutes, supports, undecided } from './subjects.ts';
import { agoText, hasPassed, isWithin } from './time.ts';

export type Training = RecordOf<'training-completion'>;

export const TRAINED_WITHIN_DAYS = 365;

/** Completed, on a day that is told, within a year: enrolled, started or completed without a date does not count. */
export function judgeTraining(training: Training, scope: Scope): Judgement {
  const name = `${training.person}: ${training.course}`;
  if (training.status === 'unknown') return undecided(`${name}: ${training.verbatim}`);
  if (training.status !== 'completed') return refutes(`${name}: ${training.verbatim}`);
  if (!training.completed || !isDated(training.completed)) return undecided(`${name}: completed, on an unknown day`);
  const text = `${name}: completed ${agoText(training.completed, scope)}`;
  const more = { when: training.completed };
  return isWithin(training.completed, TRAINED_WITHIN_DAYS, scope) ? supports(text, more) : refutes(text, more);
}

export function isOverdue(training: Training, scope: Scope): boolean {
  if (training.status === 'completed') return false;
  return training.status === 'overdue' || hasPassed(training.due, scope);
}
