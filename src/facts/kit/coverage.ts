import type { AnswerScope } from '../define-fact.ts';
import type { Among } from './among.ts';
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
