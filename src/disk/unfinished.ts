import { createHash, randomBytes } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { errno } from './trouble.ts';

/** A private folder of a run: its process, its machine, and chance. Those of older versions name no machine. */
export const UNFINISHED = /^\.proofpack-(\d+)(?:-([0-9a-f]{8}))?-([0-9a-f]+)$/;

export function unfinishedName(pid: number): string {
  return `.proofpack-${pid}-${MACHINE}-${randomBytes(6).toString('hex')}`;
}

/**
 * Where numbers of processes mean the same: one machine, or one container of it. A folder can be shared by several, and the number of a run that
 * lives on one of them is that of none, or of another, on the next.
 */
const MACHINE = createHash('sha256').update(`${hostname()}\0${processNamespace()}`).digest('hex').slice(0, 8);

function processNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** Of a run of which nobody here can tell whether it lives. None takes so long. */
const ABANDONED_MS = 7 * 24 * 3600 * 1000;

/** Removes what runs left behind that were killed; a run that is alive keeps its own, on whatever machine. `own`: a folder made just now. */
export async function sweep(folder: string, own: string): Promise<void> {
  // By the clock of the storage, which is that of all its folders.
  const { mtimeMs: now } = await stat(own);
  for (const name of await readdir(folder)) {
    const match = UNFINISHED.exec(name);
    if (!match || name === basename(own)) continue;
    const [, pid, machine] = match;
    const path = join(folder, name);
    const left = machine === MACHINE ? !isAlive(Number(pid)) : await isOlder(path, now - ABANDONED_MS);
    if (left) await rm(path, { recursive: true, force: true });
  }
}

/** Whether a folder is of a run that is known not to live any more. */
export function isOfDeadRun(name: string): boolean {
  const [, pid, machine] = UNFINISHED.exec(name) ?? [];
  return machine === MACHINE && !isAlive(Number(pid));
}

async function isOlder(path: string, than: number): Promise<boolean> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs < than,
    () => false,
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errno(error) !== 'ESRCH';
  }
}
