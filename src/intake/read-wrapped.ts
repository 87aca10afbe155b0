import { createHash } from 'node:crypto';
import { diagnostic } from '../kernel/diagnostic.ts';
import { INTAKE_LOOKS, INTAKE_REASONS } from '../kernel/messages/intake-words.ts';
import { byCodeUnit } from '../kernel/order.ts';
import type { Sha256 } from '../kernel/sha256.ts';
import type { Exhibit, ExhibitReport } from '../model/exhibit.ts';
import { allOf, type Bytes, headOf } from './bytes.ts';
import { circumstancesOf } from './circumstances.ts';
import { gunzipped } from './gzip.ts';
import { type Allowance, type ArchivedFile, type Packed, startAllowance } from './packed.ts';
import type { Session } from './read-evidence.ts';
import { readFile } from './read-file.ts';
import { bareReport } from './report.ts';
import { sumOf } from './sum.ts';
import { filesOfTar } from './tar.ts';
import { Refused, Unreadable } from './trouble.ts';
import { foreignWrappingOf, WRAPPING_BYTES, type Wrapping, wrappingOf } from './wrapping.ts';
import { filesOfZip, isOfficeDocument } from './zip.ts';

/** A file where it lies: in the folder, or in archives, the nearest first. */
interface Lying {
  readonly path: string;
  readonly sha256: Sha256;
  readonly bytes: number;
  readonly within: readonly string[];
}

/** What is left when a wrapping is taken off, and how many were. */
interface Unwrapped {
  readonly packed: Packed;
  readonly sha256: Sha256;
  readonly depth: number;
}

interface Reading {
  readonly session: Session;
  readonly allowance: Allowance;
}

/** Reads one exhibit through whatever wraps it. An archive has a report of its own, and each file in it one more. */
export function readWrapped(exhibit: Exhibit, session: Session): Promise<readonly ExhibitReport[]> {
  const lying = { path: exhibit.path, sha256: exhibit.id, bytes: exhibit.size, within: [] };
  const reading = { session, allowance: startAllowance(session.limits) };
  return readLying(lying, { packed: exhibit, sha256: exhibit.id, depth: 0 }, reading);
}

async function readLying(file: Lying, content: Unwrapped, reading: Reading): Promise<readonly ExhibitReport[]> {
  const { excluded } = circumstancesOf(reading.session.engagement, file.path, file.within);
  if (excluded) return [bareReport(file, { status: 'unrecognised', excluded })];
  const before = reading.session.brokenOff.get(file.path);
  if (before) return [before];
  const handedOver = reading.session.handedOver();
  try {
    return await readUnwrapped(file, content, reading);
  } catch (error) {
    const report = troubled(file, error);
    if (reading.session.handedOver() > handedOver) throw new BrokenOff(report);
    return [report];
  }
}

/** Some records of a file were handed over before it broke off. They cannot be taken back one by one, so all is begun again without it. */
export class BrokenOff extends Error {
  readonly report: ExhibitReport;

  constructor(report: ExhibitReport) {
    super(report.path);
    this.name = 'BrokenOff';
    this.report = report;
  }
}

/** What is wrong with a file is noted; what is wrong with us is thrown. */
function troubled(file: Lying, error: unknown): ExhibitReport {
  const { path } = file;
  if (error instanceof Refused) {
    const note = diagnostic('exhibit-refused', { path, reason: error.message }, { path });
    return bareReport(file, { status: 'refused' }, [note]);
  }
  if (!(error instanceof Unreadable)) throw error;
  const note = diagnostic('exhibit-unreadable', { path, reason: error.message }, { path });
  return bareReport(file, { status: 'unreadable' }, [note]);
}

async function readUnwrapped(file: Lying, content: Unwrapped, reading: Reading): Promise<readonly ExhibitReport[]> {
  const { session } = reading;
  const { head } = await headOf(content.packed, WRAPPING_BYTES);
  const wrapping = wrappingOf(head);
  if (wrapping === undefined) {
    const foreign = foreignWrappingOf(head);
    if (foreign !== undefined) return [unrecognised(file, INTAKE_LOOKS.packed(foreign))];
    const said = circumstancesOf(session.engagement, file.path, file.within);
    const { packed: bytes, sha256 } = content;
    return [await readFile({ ...file, content: { bytes, sha256 } }, said, session)];
  }
  if (content.depth >= session.limits.depth) throw new Refused(INTAKE_REASONS.nested(session.limits.depth));
  if (wrapping === 'gzip') return readGzip(file, content, reading);
  return readArchive(file, { wrapping, bytes: content.packed, depth: content.depth + 1 }, reading);
}

async function readGzip(file: Lying, content: Unwrapped, reading: Reading): Promise<readonly ExhibitReport[]> {
  const { limits } = reading.session;
  const depth = content.depth + 1;
  const unpack = (most: number) => gunzipped(content.packed, most, limits);
  // In an archive everything counts together; a .gz by itself is a stream.
  const bytes = unpack(content.depth === 0 ? limits.streamedBytes : limits.entryBytes);
  const { head } = await headOf(bytes, WRAPPING_BYTES);
  if (wrappingOf(head) === 'tar')
    return readArchive(file, { wrapping: 'tar', bytes: unpack(limits.containerBytes), depth }, reading);
  const { sha256, size } = await measured(bytes);
  if (content.depth > 0) reading.allowance.take(size);
  return readUnwrapped(file, { packed: { ...bytes, size }, sha256, depth }, reading);
}

interface Archive {
  readonly wrapping: Exclude<Wrapping, 'gzip'>;
  readonly bytes: Bytes;
  readonly depth: number;
}

async function readArchive(
  file: Lying,
  { wrapping, bytes, depth }: Archive,
  { session, allowance }: Reading,
): Promise<readonly ExhibitReport[]> {
  const { limits } = session;
  const archive = await allOf(bytes, limits.containerBytes);
  if (archive === undefined) throw new Refused(INTAKE_REASONS.containerTooLarge(limits.containerBytes));
  const found =
    wrapping === 'zip' ? await filesOfZip(archive, limits, allowance) : filesOfTar(archive, limits, allowance);
  // All of them are unpacked and checked before the first is read: one bad entry refuses the archive.
  const files: (ArchivedFile & { readonly sha256: Sha256 })[] = [];
  for (const each of found) files.push({ ...each, sha256: (await measured(each)).sha256 });
  if (wrapping === 'zip' && isOfficeDocument(files)) return [unrecognised(file, INTAKE_LOOKS.office())];
  const inner: ExhibitReport[] = [];
  for (const { name, size, sha256, open } of files.sort((a, b) => byCodeUnit(a.name, b.name))) {
    const lying = { path: `${file.path}!/${name}`, sha256, bytes: size, within: [file.path, ...file.within] };
    inner.push(...(await readLying(lying, { packed: { open, size }, sha256, depth }, { session, allowance })));
  }
  return [sumOf(file, inner), ...inner];
}

function unrecognised(file: Lying, saw: string): ExhibitReport {
  const note = diagnostic('exhibit-unrecognised', { path: file.path, saw }, { path: file.path });
  return bareReport(file, { status: 'unrecognised', saw: [saw] }, [note]);
}

async function measured(bytes: Bytes): Promise<{ readonly sha256: Sha256; readonly size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of bytes.open()) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { sha256: hash.digest('hex'), size };
}
