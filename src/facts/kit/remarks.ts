import { counted, plural } from '../../kernel/text.ts';
import type { Population } from '../../model/population.ts';
import type { Among } from './among.ts';
import type { Subjects } from './subjects.ts';

/** What was read and cannot count, in words. */
export function leftOut(subjects: Pick<Subjects, 'later' | 'before' | 'undated'>): readonly string[] {
  const remarks: string[] = [];
  if (subjects.later > 0) remarks.push(`${rows(subjects.later)} dated after the as-of date and not counted.`);
  if (subjects.before > 0) remarks.push(`${rows(subjects.before)} dated before the period and not counted.`);
  if (subjects.undated > 0) remarks.push(`${rows(subjects.undated)} undated and not counted.`);
  return remarks;
}

export function denominatorRemark(population: Population, among: Among, of: number): string {
  return `Denominator: ${of} ${of === 1 ? among.one : among.title} listed in ${population.basis}.`;
}

export function noPopulationRemark(population: Population, unit: string, of: number): string {
  return `No authoritative list (${population.basis}): the share is of ${counted(of, unit, plural(unit))} that the exports name.`;
}

export function outsideRemark(count: number, population: Population, unit: string): readonly string[] {
  if (count === 0) return [];
  return [`${counted(count, unit, plural(unit))} named by the exports, but not in ${population.basis}: not counted.`];
}

export function unknownRolesRemark(population: Population, among: Among): readonly string[] {
  const count = population.members.filter((member) => member.role === undefined).length;
  if (!among.leavesOutUnknownRoles || count === 0) return [];
  return [`${counted(count, 'device')} of unknown role in ${population.basis}: not counted among ${among.title}.`];
}

function rows(count: number): string {
  return count === 1 ? '1 row is' : `${count} rows are`;
}
