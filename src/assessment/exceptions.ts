import { groupBy } from '../kernel/order.ts';
import type { Reason } from '../model/assessment.ts';
import type { Basis } from '../model/fact.ts';

export interface Exceptions {
  readonly told: readonly Basis[];
  readonly count: number;
}

/**
 * Several measures can speak of one row, each in its own words: it is one exception all the same. What one measure tells apart at one place, as
 * the groups that a policy leaves out, stays apart; so does what is said of a whole file. Of those that a fact counted and did not keep, none
 * is known to be the same.
 */
export function exceptionsOf(reasons: readonly Reason[]): Exceptions {
  const measures = [...new Map(reasons.map((reason) => [reason.fact, reason])).values()];
  const all = measures.flatMap(({ fact, exceptions }) => exceptions.map((basis) => ({ fact, basis })));
  const told = [...groupBy(all, ({ basis }) => JSON.stringify(basis.place)).values()].flatMap(
    (here): readonly Basis[] => {
      const once = [...new Map(here.map(({ basis }) => [basis.text, basis])).values()];
      const { row, line, at } = once[0]?.place ?? {};
      const isOneRow = row !== undefined || line !== undefined || at !== undefined;
      const tellsApart = [...groupBy(here, ({ fact }) => fact).values()].some((of) => of.length > 1);
      return isOneRow && !tellsApart ? inOne(once) : once;
    },
  );
  const counted = measures.reduce((sum, { exceptionCount }) => sum + exceptionCount, 0);
  return { told, count: counted - (all.length - told.length) };
}

/** One row in the fullest of its wordings; what another adds follows. */
function inOne(once: readonly Basis[]): readonly Basis[] {
  const [first, ...others] = once.filter((each, index) => !once.some((other, at) => says(other, each, at < index)));
  if (first === undefined) return [];
  return [{ ...first, text: [first, ...others].map(({ text }) => text).join('; ') }];
}

/** Whether one wording says all that another does; of two that say the same the first stays. */
function says(full: Basis, part: Basis, isBefore: boolean): boolean {
  const [all, some] = [wordsOf(full), wordsOf(part)];
  if (full === part || ![...some].every((word) => all.has(word))) return false;
  return all.size > some.size || isBefore;
}

function wordsOf({ text }: Basis): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []);
}
