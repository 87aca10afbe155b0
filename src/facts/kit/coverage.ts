import { counted } from '../../kernel/text.ts';
import type { Fact } from '../../model/fact.ts';
import type { AnswerScope } from '../define-fact.ts';
import type { Among } from './among.ts';
import { unknown } from './known.ts';
import { matched } from './share.ts';
import type { Subjects } from './subjects.ts';

/** What is missing when a list of happenings (runs, installs, tests) is taken for the whole: members of whom it does not speak. */
export function unnamedMembers(subjects: Subjects, among: Among, scope: AnswerScope): string | undefined {
  const { devices } = scope;
  if (!devices.known) return `Whether the exports speak of all ${among.title} is unknown: ${devices.basis}.`;
  const { found } = matched(subjects.entries, devices);
  const members = among.picks(devices);
  const unnamed = members.filter((member) => !found.has(member.key));
  if (unnamed.length === 0) return undefined;
  return `The exports name ${members.length - unnamed.length} of ${members.length} ${among.title} listed in ${devices.basis}.`;
}

/** None is told of accounts only where everybody on the list of people has one in a directory that was read. */
export function noneUnlessAllSeen(fact: Fact, accounts: Subjects, scope: AnswerScope): Fact {
  if (fact.status === 'unknown' || fact.measure.kind !== 'count' || fact.measure.count > 0) return fact;
  const missing = scope.people.members.length - matched(accounts.entries, scope.people).found.size;
  if (!scope.people.known || missing <= 0) return fact;
  const remark = `No account of ${counted(missing, 'person', 'people')} listed in ${scope.people.basis} was seen: a directory is missing.`;
  return unknown('incomplete-export', { wouldNeed: ['user-account'], remarks: [remark, ...fact.remarks] });
}
