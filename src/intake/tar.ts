import { INTAKE_REASONS } from '../kernel/messages/intake-words.ts';
import { checkName, startNaming } from './entry-name.ts';
import type { Limits } from './limits.ts';
import type { Allowance, ArchivedFile } from './packed.ts';
import { checkPadding, type Header, headerAt, isZero, longName } from './tar-header.ts';
import { paxOf } from './tar-pax.ts';
import { Refused, Unreadable } from './trouble.ts';
import { piecesOf } from './zip-entry.ts';

const BLOCK = 512;

/**
 * The files of a tar (POSIX ustar and pax, GNU long names). Readers of tar are lenient by tradition and differ in what they see: here every
 * block must be a header with its checksum, data, padding or the end, and only files and folders may be in it.
 */
export function filesOfTar(archive: Buffer, limits: Limits, allowance: Allowance): readonly ArchivedFile[] {
  const files: ArchivedFile[] = [];
  const seeName = startNaming();
  for (const { name, modified, folder, data } of entriesOf(archive)) {
    if (name === '' && folder) continue;
    checkName(name, limits);
    seeName(name);
    if (data.length > limits.entryBytes) throw new Refused(INTAKE_REASONS.entryTooLarge(name, limits.entryBytes));
    allowance.take(data.length);
    if (!folder) files.push({ name, modified, size: data.length, open: () => piecesOf(data) });
  }
  return files;
}

interface Entry {
  readonly name: string;
  readonly modified: number;
  readonly folder: boolean;
  readonly data: Buffer;
}

/** What the headers in front of an entry say of it. */
interface Ahead {
  readonly name?: string;
  readonly size?: number;
}

function* entriesOf(archive: Buffer): Generator<Entry> {
  let at = 0;
  let ahead: Ahead | undefined;
  for (;;) {
    if (at + BLOCK > archive.length) throw new Unreadable(INTAKE_REASONS.tarCut());
    if (isZero(archive.subarray(at, at + BLOCK))) break;
    const header = headerAt(archive, at);
    const size = ahead?.size ?? header.size;
    const from = at + BLOCK;
    if (from + size > archive.length) throw new Unreadable(INTAKE_REASONS.tarCut());
    const data = archive.subarray(from, from + size);
    at = from + Math.ceil(size / BLOCK) * BLOCK;
    checkPadding(archive.subarray(from + size, at), header.name);
    if (header.kind === 'ahead') ahead = { ...ahead, ...saidAhead(header, data) };
    else {
      yield entryOf(header, ahead, data);
      ahead = undefined;
    }
  }
  // Two blocks of zeros are the end, and nothing but zeros may fill the record behind them.
  if (ahead !== undefined || at + 2 * BLOCK > archive.length) throw new Unreadable(INTAKE_REASONS.tarCut());
  if (!isZero(archive.subarray(at))) throw new Refused(INTAKE_REASONS.tarMore());
}

function saidAhead(header: Header, data: Buffer): Ahead {
  if (header.type === 'L') return { name: longName(data) };
  const said = paxOf(data);
  // What a global header says holds for all that follow; of names and sizes that can only be meant to mislead.
  if (header.type === 'g' && (said.name !== undefined || said.size !== undefined))
    throw new Refused(INTAKE_REASONS.tarHeader());
  return said;
}

function entryOf(header: Header, ahead: Ahead | undefined, data: Buffer): Entry {
  const whole = ahead?.name ?? header.name;
  const folder = header.kind === 'folder' || whole.endsWith('/');
  if (folder && data.length > 0) throw new Refused(INTAKE_REASONS.entryDiffers(whole));
  // Most packers write `./hosts.csv`, and `./` for the folder that was packed.
  return { name: whole.replace(/^(?:\.\/)+/, '').replace(/^\.$/, ''), modified: header.modified, folder, data };
}
