import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { diagnostic } from '../../kernel/diagnostic.ts';
import { failure } from '../../kernel/failure.ts';
import { QUESTIONNAIRE_REASONS } from '../../kernel/messages/questionnaire-words.ts';

const MB = 1024 * 1024;
/** A questionnaire is small; what is larger than this was made to hurt whoever opens it, or is no questionnaire. */
const LIMITS = { bytes: 64 * MB, parts: 5_000, partBytes: 96 * MB, allBytes: 256 * MB, ratio: 250, ratioFrom: 8 * MB };
const STORED = 0;
const DEFLATED = 8;

/** One part of an Office file, with the bytes of the archive that carry it. */
export interface Part {
  readonly name: string;
  readonly entry: Entry;
  /** Header, data and what stands behind them: copied as they are when the part is not touched. */
  readonly from: number;
  readonly to: number;
  readonly dataStart: number;
}

export interface Archive {
  readonly bytes: Buffer;
  /** In the order of the archive's directory. */
  readonly parts: readonly Part[];
  readonly comment: Buffer;
  readonly text: (name: string) => string | undefined;
}

/** The parts of an Office file. Anything that would let two programs see two files in it is refused. */
export async function openArchive(path: string, input: Uint8Array): Promise<Archive> {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  const refuse = (reason: string) => failure(diagnostic('form-refused', { path, reason }, { path }));
  if (bytes.length > LIMITS.bytes) throw refuse(QUESTIONNAIRE_REASONS.tooLarge(LIMITS.bytes));
  try {
    const zip = await fromBufferPromise(bytes, { decodeStrings: false, autoClose: false });
    const parts = await partsOf(zip, bytes, refuse);
    const byName = new Map(parts.map((part) => [part.name, part]));
    if (byName.size !== parts.length) throw refuse(QUESTIONNAIRE_REASONS.twiceNamed());
    const text = (name: string): string | undefined => {
      const part = byName.get(name);
      return part === undefined ? undefined : textOf(bytes, part, refuse);
    };
    return { bytes, parts, comment: Buffer.from(zip.comment), text };
  } catch (error) {
    if (error instanceof Error && 'hint' in error) throw error;
    throw refuse(QUESTIONNAIRE_REASONS.broken(error instanceof Error ? error.message : ''));
  }
}

type Refuse = (reason: string) => Error;

async function partsOf(zip: ZipFile, bytes: Buffer, refuse: Refuse): Promise<readonly Part[]> {
  if (zip.entryCount > LIMITS.parts) throw refuse(QUESTIONNAIRE_REASONS.tooManyParts(LIMITS.parts));
  const found: { entry: Entry; name: string; dataStart: number }[] = [];
  let all = 0;
  for await (const entry of zip.eachEntry()) {
    const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, [], true);
    all += entry.uncompressedSize;
    checkEntry(entry, all, refuse);
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    found.push({ entry, name, dataStart: fileDataStart });
  }
  const starts = found.map(({ entry }) => entry.relativeOffsetOfLocalHeader).toSorted((a, b) => a - b);
  const directory = directoryStart(bytes);
  return found.map(({ entry, name, dataStart }) => {
    const from = entry.relativeOffsetOfLocalHeader;
    const to = starts.find((start) => start > from) ?? directory;
    if (dataStart + entry.compressedSize > to) throw refuse(QUESTIONNAIRE_REASONS.overlapping(name));
    return { name, entry, from, to, dataStart };
  });
}

function checkEntry(entry: Entry, all: number, refuse: Refuse): void {
  const { uncompressedSize: size, compressedSize: packed, compressionMethod: method } = entry;
  if (entry.isEncrypted()) throw refuse(QUESTIONNAIRE_REASONS.encrypted());
  if (method !== STORED && method !== DEFLATED) throw refuse(QUESTIONNAIRE_REASONS.method(method));
  const bomb = size > LIMITS.ratioFrom && size > packed * LIMITS.ratio;
  if (size > LIMITS.partBytes || all > LIMITS.allBytes || bomb) throw refuse(QUESTIONNAIRE_REASONS.grows());
}

const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;

function directoryStart(bytes: Buffer): number {
  for (let at = bytes.length - END_LENGTH; at >= 0; at -= 1)
    if (bytes.readUInt32LE(at) === END_SIGNATURE) return bytes.readUInt32LE(at + 16);
  return bytes.length;
}

function textOf(bytes: Buffer, { name, entry, dataStart }: Part, refuse: Refuse): string {
  const packed = bytes.subarray(dataStart, dataStart + entry.compressedSize);
  const content = entry.compressionMethod === STORED ? packed : inflate(packed, entry.uncompressedSize);
  if (content === undefined || content.length !== entry.uncompressedSize || crc32(content) !== entry.crc32)
    throw refuse(QUESTIONNAIRE_REASONS.damaged(name));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    throw refuse(QUESTIONNAIRE_REASONS.notUtf8(name));
  }
}

function inflate(packed: Buffer, size: number): Buffer | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    return undefined;
  }
}
