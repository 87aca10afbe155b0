import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import { SEAL_LENGTH } from '../kernel/seal.ts';
import { sha256 } from '../kernel/sha256.ts';
import { type BuiltPackage, ClientLedger, EarlierNote } from '../model/portfolio-client.ts';
import { savePackage } from './save.ts';
import { errno, onDisk } from './trouble.ts';

/** Beside the packages of a portfolio: what each client's were made of, and what was found where nothing was built. */
export const LEDGERS = '.proofpack-fleet';
const FOLDERS = { build: LEDGERS, judge: join(LEDGERS, 'judged') } as const;
const EARLIER = join(LEDGERS, 'earlier');
export type LedgerTask = keyof typeof FOLDERS;

/** A ledger that cannot be read says nothing: then the client is built, or judged, again. */
export async function readLedger(out: string, client: string, task: LedgerTask): Promise<ClientLedger | undefined> {
  return readNote(pathOf(out, client, task), ClientLedger);
}

/** What its store told of an earlier day, likewise. */
export async function readEarlier(out: string, client: string): Promise<EarlierNote | undefined> {
  return readNote(join(out, EARLIER, ledgerName(client)), EarlierNote);
}

async function readNote<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S> | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Whole or not at all, in the place of what stood there. */
export async function saveLedger(out: string, ledger: ClientLedger, task: LedgerTask): Promise<void> {
  await saveNote(pathOf(out, ledger.client, task), ledger);
}

export async function saveEarlier(out: string, note: EarlierNote): Promise<void> {
  await saveNote(join(out, EARLIER, ledgerName(note.client)), note);
}

async function saveNote(path: string, note: ClientLedger | EarlierNote): Promise<void> {
  await onDisk(path, () => mkdir(dirname(path), { recursive: true }));
  const bytes = Buffer.from(`${JSON.stringify(note)}\n`);
  await savePackage({ bytes, path, replace: 'anything', check: async () => true });
}

/** Whether a package stands there as it was written: its length, and the seal at its end that names every byte before it; of a locked one only its end. */
export async function standsAsBuilt(folder: string, { file, bytes, seal, encrypted }: BuiltPackage): Promise<boolean> {
  try {
    const handle = await open(join(folder, file), 'r');
    try {
      const { size } = await handle.stat();
      const tail = Buffer.alloc(SEAL_LENGTH);
      await handle.read(tail, 0, SEAL_LENGTH, Math.max(0, size - SEAL_LENGTH));
      if (size !== bytes) return false;
      // A locked file bears no seal: it is known again by its end.
      return encrypted === undefined ? tail.toString('latin1').endsWith(seal) : sha256(tail.subarray(-64)) === seal;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (errno(error) === undefined) throw error;
    return false;
  }
}

export function ledgerName(client: string): string {
  return `${client}.json`;
}

function pathOf(out: string, client: string, task: LedgerTask): string {
  return join(out, FOLDERS[task], ledgerName(client));
}
