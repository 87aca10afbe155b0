import type { Reason } from '../model/assessment.ts';
import { isContrary } from '../model/deciding.ts';
import type { Item } from './roll-up.ts';

/** A reason as it is weighed. */
export function itemOf(reason: Reason): Item {
  const { outcome, bears, share } = reason;
  const extent = share === undefined ? {} : { extent: { ...share, unit: unitOf(reason) } };
  return { outcome, bears, contrary: isContrary(reason), ...extent };
}

function unitOf({ measured }: Reason): string {
  return measured.replace(/^\d+ of \d+ /, '');
}
