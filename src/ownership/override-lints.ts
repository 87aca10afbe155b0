import type { CivilDate } from '../kernel/civil-date.ts';
import type { Engagement } from '../model/engagement.ts';
import type { OwnershipIssue } from '../model/ownership.ts';
import type { Practice } from '../model/practice.ts';
import { inForce } from './hats.ts';
import { issue } from './issue.ts';

type Override = Engagement['ownership'][number];

const HATS = [
  'accountable',
  'responsible',
  'evidence',
  'approves',
  'consulted',
  'informed',
  'afterHours',
  'escalation',
  'split',
] as const;
const SUBJECTS = ['practice', 'domain', 'control'] as const;

/** Two entries about the same thing on the same day that name different parties for one hat: the later line counts, and somebody should know. */
export function lintOverrides(
  overrides: readonly Override[],
  on: CivilDate,
  practices: readonly Practice[],
): readonly OwnershipIssue[] {
  const entries = overrides.filter((entry) => inForce(entry, on));
  return entries.flatMap((entry, i) =>
    entries.slice(0, i).flatMap((before) =>
      SUBJECTS.filter((subject) => entry[subject] !== undefined && entry[subject] === before[subject]).flatMap(
        (subject) => {
          const id = entry[subject] ?? '';
          const about = practices.find((practice) => subject === 'practice' && practice.id === id)?.title ?? id;
          return HATS.filter((hat) => differ(entry[hat], before[hat])).map((hat) =>
            issue('overrides-disagree', { about, hat }, subject === 'domain' ? {} : { [subject]: id }),
          );
        },
      ),
    ),
  );
}

function differ(one: unknown, other: unknown): boolean {
  return one !== undefined && other !== undefined && JSON.stringify(one) !== JSON.stringify(other);
}
