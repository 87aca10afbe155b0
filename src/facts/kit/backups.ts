import { counted, plural } from '../../kernel/text.ts';
import type { RecordOf } from '../../model/record.ts';
import type { AnswerScope, Scope } from '../define-fact.ts';
import { CRITICAL_SYSTEMS } from './among.ts';
import { unnamedSystem } from './names.ts';
import { type Judgement, refutes, supports, undecided } from './subjects.ts';
import { dayText } from './time.ts';

export type Job = RecordOf<'backup-job'>;
export type Point = RecordOf<'backup-point'>;

/** A system that has not been backed up for longer than this is not backed up, whatever was done before. */
export const BACKED_UP_WITHIN_DAYS = 30;

export function backedUp(record: Job | Point): string {
  if (record.kind === 'backup-job') return record.system ?? record.job ?? unnamedSystem(record.from);
  return record.system ?? record.repository ?? unnamedSystem(record.from);
}

/** A point that exists was written; of runs only a plain success counts: a warning, a part or a failure does not. */
export function judgeBackup(record: Job | Point, scope: Scope): Judgement | undefined {
  const name = backedUp(record);
  const day = dayText(record.observed, scope);
  if (record.kind === 'backup-point') {
    if (record.verified === false) return refutes(`${name}: restore point of ${day}, whose own verification failed`);
    return supports(`${name}: restore point of ${day}`);
  }
  const text = `${name}: ${record.verbatim} ${day}`;
  if (record.outcome === 'running') return undefined;
  if (record.outcome === 'unknown') return undecided(text);
  if (record.outcome !== 'succeeded')
    return refutes(record.outcome === 'failed' || saysSo(record) ? text : `${text} (${record.outcome})`);
  if ((record.errors ?? 0) > 0) return refutes(`${text}, with ${counted(record.errors ?? 0, 'error')}`);
  return supports(record.errorsVisible ? text : `${text}, in a log that cannot show errors`);
}

/** The machine or database that a run or point is of. A cloud service is none, and what names no system is of none in particular. */
export function systemOf(record: Job | Point): string | undefined {
  if (record.kind === 'backup-job' && record.service === 'saas') return undefined;
  return record.system?.trim() === '' ? undefined : record.system;
}

/** `ws01-2026-09-25` of an archive that tells no host: what stands before the day. Whether that is a machine, only the inventory tells. */
export function calledAfter(record: Job | Point): string | undefined {
  if (record.kind !== 'backup-point' || systemOf(record) !== undefined) return undefined;
  return /^(.+?)[-_.]\d{4}-\d\d-\d\d(?:[T_ -]?[\d:.]+)?$/.exec(record.pointId ?? '')?.[1];
}

/** Which of the systems that backups name are compared for the one that is worst off, and what is said of the others. */
export interface Compared {
  readonly counts: (system: string) => boolean;
  readonly remarks: readonly string[];
  readonly populationKnown: boolean;
}

/** The inventory's critical systems, as far as backups name any; a laptop that somebody also backs up is not the measure. */
export function comparedSystems(named: readonly string[], { devices }: AnswerScope): Compared {
  const all = counted(named.length, 'system');
  const everyOne = { counts: () => true, populationKnown: false };
  if (!devices.known) return { ...everyOne, remarks: [`Of ${all} that the backups name: ${devices.basis}.`] };
  const members = new Set(CRITICAL_SYSTEMS.picks(devices).map(({ key }) => key));
  const memberOf = (system: string) => {
    const key = devices.find(system)?.key;
    return key !== undefined && members.has(key) ? key : undefined;
  };
  const found = new Set(named.flatMap((system) => memberOf(system) ?? []));
  const critical = `${members.size} ${members.size === 1 ? CRITICAL_SYSTEMS.one : plural(CRITICAL_SYSTEMS.one)}`;
  const whole = `${critical} listed in ${devices.basis}`;
  if (found.size === 0) {
    return { ...everyOne, remarks: [`The backups name none of ${whole}: of ${all} that they do name.`] };
  }
  const others = named.filter((system) => memberOf(system) === undefined).length;
  return {
    counts: (system) => memberOf(system) !== undefined,
    populationKnown: found.size === members.size,
    remarks: [
      `The backups name ${found.size} of ${whole}.`,
      ...(others === 0 ? [] : [`${counted(others, 'other system')} named by the backups: not counted.`]),
    ],
  };
}

/** What cannot be laid at the door of any system. */
export function unattributed(count: number): readonly string[] {
  return count === 0 ? [] : [`${counted(count, 'run or restore point', 'runs or restore points')} of no named system.`];
}

/** `Warning (warning)` tells one word twice. */
function saysSo({ verbatim, outcome }: Pick<Job, 'verbatim' | 'outcome'>): boolean {
  return verbatim.toLowerCase() === outcome;
}
