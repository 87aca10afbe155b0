import type { RecordOf } from '../../model/record.ts';
import type { Scope } from '../define-fact.ts';
import { type Judgement, refutes, supports } from './subjects.ts';
import { dayText } from './time.ts';

export type Exercise = RecordOf<'exercise'>;

/** An exercise that nobody attended was none. */
export function judgeExercise(types: readonly Exercise['exerciseType'][]) {
  return (exercise: Exercise, scope: Scope): Judgement | undefined => {
    if (!types.includes(exercise.exerciseType)) return undefined;
    const text = exerciseText(exercise, scope);
    const more = { when: exercise.performed };
    if (exercise.participants.length === 0) return refutes(`${text}: nobody named as taking part`, more);
    return supports(`${text}, ${exercise.participants.length} took part`, more);
  };
}

export function exerciseText(exercise: Exercise, scope: Scope): string {
  const scenario = exercise.scenario === undefined ? '' : ` "${exercise.scenario}"`;
  return `Exercise${scenario} (${exercise.exerciseType}) on ${dayText(exercise.performed, scope)}`;
}
