import { isDated, type Observed } from '../../model/observed.ts';

/** A time that the export tells, or nothing: for optional fields, where "never" and "not said" are both absent. */
export function ifDated(time: Observed): Observed | undefined {
  return isDated(time) ? time : undefined;
}
