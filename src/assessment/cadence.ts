import { type CivilDate, daysBetween } from '../kernel/civil-date.ts';
import type { Engagement } from '../model/engagement.ts';
import type { CadenceLine } from '../model/findings.ts';
import { type Ownership, ownerOf } from '../model/ownership.ts';
import type { Practice } from '../model/practice.ts';
import type { FactsById } from './practice.ts';

/** For every recurring practice with an occurrence fact: found and expected over the period, each occurrence with its owner on that day. */
export function cadenceLedger(
  practices: readonly Practice[],
  facts: FactsById,
  ownership: Ownership,
  engagement: Engagement,
): readonly CadenceLine[] {
  return practices.flatMap((practice) => {
    if (practice.cadence === undefined) return [];
    const cadence = practice.cadence;
    return practice.expects.flatMap(({ fact: id }) => {
      const fact = facts.get(id)?.fact;
      if (fact?.status !== 'known' || fact.measure.kind !== 'occurrences') return [];
      const { dates, found, expected } = fact.measure;
      const occurrences = dates.map((on) => ({ on, owner: ownerOf(ownership, practice.id, on)?.responsible[0] ?? '' }));
      return [
        {
          practice: practice.id,
          fact: id,
          cadence,
          found,
          expected,
          occurrences,
          longestGapDays: longestGap(dates, engagement),
        },
      ];
    });
  });
}

/** The longest time without an occurrence inside the period, its beginning and end included. */
function longestGap(dates: readonly CivilDate[], { period }: Engagement): number | null {
  if (dates.length === 0) return null;
  const inside = dates.filter((date) => date >= period.from && date <= period.to);
  const marks = [period.from, ...[...inside].sort(), period.to];
  return Math.max(...marks.slice(1).map((mark, i) => daysBetween(marks[i] ?? mark, mark)));
}
