import { sha256 } from '../kernel/sha256.ts';
import { Finish, UNFINISHED } from '../model/finish.ts';
import type { OpenQueue } from './open.ts';

/** Who takes clients from a queue at this moment. */
export interface Workers {
  readonly count: number;
  /** What their packages are signed with, locked for, and so on, as marks: undefined where one does not say, or nobody is there. */
  readonly finishes: ReadonlySet<string> | undefined;
}

const SAYS = 'finish-';

/** By this name a worker says on the server how its packages are finished: the mark of fingerprints and addresses, of no secret. */
export function workerName(finish: Finish | undefined): string {
  return `${SAYS}${markOf(finish)}`;
}

export function markOf(finish: Finish | undefined): string {
  return sha256(JSON.stringify(Finish.parse(finish ?? UNFINISHED))).slice(0, 24);
}

/** A server tells its connections whatever database they are for. */
export async function workersOf({ queue, connection }: Pick<OpenQueue, 'queue' | 'connection'>): Promise<Workers> {
  const here = (await queue.getWorkers()).filter(({ db }) => db === undefined || db === String(connection.db ?? 0));
  const marks = here.map(({ rawname = '' }) => rawname.split(`:w:${SAYS}`)[1]).filter((mark) => mark !== undefined);
  return {
    count: here.length,
    finishes: marks.length === here.length && marks.length > 0 ? new Set(marks) : undefined,
  };
}
