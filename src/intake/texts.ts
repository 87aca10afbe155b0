import type { Sha256 } from '../kernel/sha256.ts';
import type { Exhibit } from '../model/exhibit.ts';
import { allOf, type Bytes, headOf } from './bytes.ts';
import { utf8Of } from './decode.ts';
import { detectEncoding } from './encoding.ts';
import { gunzipped } from './gzip.ts';
import { LIMITS, type Limits } from './limits.ts';
import { type Allowance, type ArchivedFile, type Packed, startAllowance } from './packed.ts';
import { filesOfTar } from './tar.ts';
import { Refused, Unreadable } from './trouble.ts';
import { foreignWrappingOf, WRAPPING_BYTES, wrappingOf } from './wrapping.ts';
import { filesOfZip } from './zip.ts';

/** One file of the evidence as it lies, in the folder or in a container: its text as UTF-8 where it is one, else its bytes. */
export interface EvidenceText {
  readonly path: string;
  /** Of the exhibit that it is, or lies in. */
  readonly sha256: Sha256;
  readonly text: (() => AsyncIterable<Uint8Array>) | undefined;
  readonly bytes: () => AsyncIterable<Uint8Array>;
  /** An office document, whose parts come after it as texts. */
  readonly office?: true;
  /** It lies in a container, so that its bytes are no file of the folder. */
  readonly wrapped: boolean;
}

interface Lying {
  readonly path: string;
  readonly sha256: Sha256;
  readonly packed: Packed;
  readonly depth: number;
}

/**
 * Every text in an exhibit, whatever wraps it, for whoever looks at words and not at records. The parts of an office document are texts, too.
 * What cannot be unpacked or decoded comes without a text.
 */
export async function* textsOf(exhibit: Exhibit, limits: Limits = LIMITS): AsyncGenerator<EvidenceText> {
  const allowance = startAllowance(limits);
  yield* textsIn({ path: exhibit.path, sha256: exhibit.id, packed: exhibit, depth: 0 }, allowance, limits);
}

async function* textsIn(file: Lying, allowance: Allowance, limits: Limits): AsyncGenerator<EvidenceText> {
  const { path, sha256, packed, depth } = file;
  const { head } = await headOf(packed, WRAPPING_BYTES);
  const wrapping = wrappingOf(head);
  const unread = { path, sha256, text: undefined, bytes: packed.open, wrapped: depth > 0 };
  try {
    if (wrapping === undefined) {
      const encoding = foreignWrappingOf(head) === undefined ? await detectEncoding(packed) : undefined;
      const text = encoding === undefined ? undefined : () => utf8Of(packed, encoding);
      yield { path, sha256, text, bytes: packed.open, wrapped: depth > 0 };
      return;
    }
    if (depth >= limits.depth) return void (yield unread);
    if (wrapping === 'gzip') {
      const bytes = gunzipped(packed, depth === 0 ? limits.streamedBytes : limits.entryBytes, limits);
      yield* textsIn(
        { path, sha256, packed: { ...bytes, size: await sizeOf(bytes) }, depth: depth + 1 },
        allowance,
        limits,
      );
      return;
    }
    const archive = await allOf(packed, limits.containerBytes);
    if (archive === undefined) return void (yield unread);
    const files =
      wrapping === 'zip' ? await filesOfZip(archive, limits, allowance) : filesOfTar(archive, limits, allowance);
    if (wrapping === 'zip' && isOffice(files)) yield { ...unread, office: true };
    for (const { name, size, open } of files)
      yield* textsIn({ path: `${path}!/${name}`, sha256, packed: { open, size }, depth: depth + 1 }, allowance, limits);
  } catch (error) {
    if (!isFileTrouble(error)) throw error;
    yield unread;
  }
}

/** Its main part (ECMA-376, part 2). */
const OFFICE_PART = /^(?:xl\/[^/]*workbook[^/]*|word\/document[^/]*)\.xml$/i;

/** A document of an office: an archive with parts, of which one is the main one. */
export function isOffice(files: readonly ArchivedFile[]): boolean {
  return files.some(({ name }) => OFFICE_PART.test(name));
}

async function sizeOf(bytes: Bytes): Promise<number> {
  let size = 0;
  for await (const chunk of bytes.open()) size += chunk.length;
  return size;
}

/** Whether an error tells that a file cannot be read, and not that something is wrong with us. */
export function isFileTrouble(error: unknown): boolean {
  return error instanceof Refused || error instanceof Unreadable;
}
