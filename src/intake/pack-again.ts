import { gzipSync } from 'node:zlib';
import { INTAKE_REASONS } from '../kernel/messages/intake-words.ts';
import { writtenZip } from '../kernel/zip-writing.ts';
import type { Exhibit } from '../model/exhibit.ts';
import { allOf, type Bytes, headOf } from './bytes.ts';
import { utf8Of } from './decode.ts';
import { detectEncoding } from './encoding.ts';
import { gunzipped } from './gzip.ts';
import { LIMITS, type Limits } from './limits.ts';
import { type Allowance, type ArchivedFile, type Packed, startAllowance } from './packed.ts';
import { filesOfTar } from './tar.ts';
import { writtenTar } from './tar-writing.ts';
import { type EvidenceText, isOffice } from './texts.ts';
import { Refused } from './trouble.ts';
import { foreignWrappingOf, WRAPPING_BYTES, wrappingOf } from './wrapping.ts';
import { filesOfZip, isOfficeDocument } from './zip.ts';

/** Gives what stands in the place of a file, or nothing where it stays as it is. */
export type ChangeFile = (file: Pick<EvidenceText, 'path' | 'text'>) => Promise<Uint8Array | undefined>;

interface Lying {
  readonly path: string;
  readonly packed: Packed;
  readonly depth: number;
}

interface Packing {
  readonly change: ChangeFile;
  readonly allowance: Allowance;
  readonly limits: Limits;
}

/**
 * An archive once more, with other content in some of its files, in archives within it, too: names, order and times stay, nothing of what packers
 * add beside them does (comments, owners, attributes, empty folders). The same changes give the same bytes. Nothing where no file changed;
 * throws for an archive that cannot be read to its last byte, as reading it as evidence would.
 */
export async function packAgain(
  exhibit: Exhibit,
  change: ChangeFile,
  limits: Limits = LIMITS,
): Promise<Uint8Array | undefined> {
  return again(
    { path: exhibit.path, packed: exhibit, depth: 0 },
    { change, limits, allowance: startAllowance(limits) },
  );
}

async function again(file: Lying, packing: Packing): Promise<Uint8Array | undefined> {
  const { path, packed, depth } = file;
  const { limits } = packing;
  const { head } = await headOf(packed, WRAPPING_BYTES);
  const wrapping = wrappingOf(head);
  if (wrapping === undefined) {
    const encoding = foreignWrappingOf(head) === undefined ? await detectEncoding(packed) : undefined;
    return packing.change({ path, text: encoding === undefined ? undefined : () => utf8Of(packed, encoding) });
  }
  if (depth >= limits.depth) throw new Refused(INTAKE_REASONS.nested(limits.depth));
  if (wrapping === 'gzip') {
    const bytes = gunzipped(packed, limits.containerBytes, limits);
    const made = await again({ path, packed: { ...bytes, size: 0 }, depth: depth + 1 }, packing);
    return made && gzipped(made);
  }
  return archiveAgain(file, wrapping, packing);
}

async function archiveAgain(
  { path, packed, depth }: Lying,
  wrapping: 'zip' | 'tar',
  packing: Packing,
): Promise<Uint8Array | undefined> {
  const { change, limits, allowance } = packing;
  const archive = await whole(packed, limits.containerBytes);
  const files =
    wrapping === 'zip' ? await filesOfZip(archive, limits, allowance) : filesOfTar(archive, limits, allowance);
  // A document is one thing: a value of it stands in several of its parts.
  if (wrapping === 'zip' && (isOffice(files) || isOfficeDocument(files))) return change({ path, text: undefined });
  const contents: { readonly file: ArchivedFile; readonly content: Uint8Array }[] = [];
  let changed = false;
  for (const file of files) {
    const lying = { path: `${path}!/${file.name}`, packed: file, depth: depth + 1 };
    const made = await again(lying, packing);
    changed ||= made !== undefined;
    contents.push({ file, content: made ?? (await whole(file, limits.entryBytes)) });
  }
  if (!changed) return undefined;
  const entries = contents.map(({ file: { name, modified }, content }) => ({ name, modified, content }));
  return wrapping === 'zip' ? writtenZip(entries) : writtenTar(entries);
}

async function whole(bytes: Bytes, most: number): Promise<Buffer> {
  const all = await allOf(bytes, most);
  if (all === undefined) throw new Refused(INTAKE_REASONS.containerTooLarge(most));
  return all;
}

/** Node writes no time; the system that it ran on, which it does write, is "unknown". */
function gzipped(content: Uint8Array): Uint8Array {
  const bytes = gzipSync(content);
  bytes[9] = 255;
  return bytes;
}
