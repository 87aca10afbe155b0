import type { Population } from '../../model/population.ts';
import { type Ballot, cast, decide, type Side } from './ballot.ts';
import type { Subjects } from './subjects.ts';

/** Judges subjects by whether an authoritative list names them: only known once all records have been read. */
export function settle(
  subjects: Subjects,
  list: Population,
  { listed, absent, zone }: { listed: Side | 'as-judged'; absent: { side: Side; text: string }; zone: string },
): Subjects {
  const entries = subjects.entries.map((entry) => {
    const decision = decide(entry.ballot, 'newest', zone);
    if (!decision) return entry;
    const isListed = list.find(entry.name, ...entry.more) !== undefined;
    const { row } = decision;
    const ballot: Ballot = {};
    if (isListed) cast(ballot, { side: listed === 'as-judged' ? decision.side : listed, row }, zone);
    else cast(ballot, { side: absent.side, row: { ...row, text: `${row.text}${absent.text}` } }, zone);
    return { ...entry, ballot };
  });
  return { ...subjects, entries };
}
