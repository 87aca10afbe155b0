import { ZipArchive } from 'archiver';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { SEAL_LABEL } from '../kernel/seal.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { PackageEntry, PackagePlan } from '../model/package.ts';
import { isBomb } from './archive.ts';
import { ENTRY_DATE, ENTRY_MODE } from './dialect.ts';

/** Beyond this, offsets of plain ZIP and buffers of Node come to their end. */
const LARGEST_PACKAGE = 3 * 1024 ** 3;

/** Whoever verifies reads a package in one piece, and Node reads no larger one. */
const LARGEST_READ = 2 ** 31 - 1;

/** Formats that are compressed already: deflating them again costs time and gains nothing. */
const COMPRESSED = /\.(pdf|xlsx|docx|pptx|zip|gz|tgz|bz2|xz|7z|png|jpe?g|webp|gif|woff2?)$/i;

/** Writes bytes and decides nothing. Entries go in by `append` of whole buffers in the plan's order: the only way that always gives the same bytes. */
export async function pack(plan: PackagePlan): Promise<Uint8Array> {
  const total = plan.entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (total > LARGEST_PACKAGE) {
    throw failure(diagnostic('package-too-large', { gigabytes: Math.ceil(total / 1024 ** 3) }));
  }
  const archive = new ZipArchive({ comment: `${SEAL_LABEL}${'0'.repeat(64)}`, zlib: { level: 6 } });
  const chunks: Buffer[] = [];
  const written = new Promise<void>((resolve, reject) => {
    archive.on('data', (chunk: Buffer) => chunks.push(chunk));
    archive.on('end', resolve);
    archive.on('error', reject);
    archive.on('warning', reject);
  });
  for (const entry of plan.entries) {
    archive.append(bufferOf(entry.content), {
      name: entry.path,
      date: ENTRY_DATE,
      mode: ENTRY_MODE,
      store: isStored(entry),
    });
  }
  await Promise.all([archive.finalize(), written]);
  const packed = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  if (packed > LARGEST_READ)
    throw failure(diagnostic('package-too-large', { gigabytes: Math.ceil(packed / 1024 ** 3) }));
  const bytes = Buffer.concat(chunks);
  if (isBomb(total, bytes.length))
    throw failure(diagnostic('package-too-dense', { megabytes: Math.ceil(total / 1024 ** 2) }));
  return sealed(bytes);
}

function isStored(entry: PackageEntry): boolean {
  return entry.bytes === 0 || COMPRESSED.test(entry.path);
}

function sealed(bytes: Buffer): Uint8Array {
  const body = bytes.length - 64;
  bytes.write(sha256(bytes.subarray(0, body)), body, 'latin1');
  return bytes;
}

function bufferOf(content: Uint8Array): Buffer {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}
