import { diagnostic } from '../kernel/diagnostic.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { VerificationFinding } from '../model/package.ts';
import type { ArchivedFile } from './archive.ts';
import { BAG_INFO, CUSTODY_LABEL } from './bag.ts';
import { brokenLine, CUSTODY_FILE, hashesOf } from './custody.ts';
import { FINDINGS_FILE, PACKAGE_FILE, PackageFile } from './request.ts';

/** Is the log whole, and does it speak of the exhibits and findings that are here? */
export function checkCustody(files: readonly ArchivedFile[]): readonly VerificationFinding[] {
  const contentOf = (path: string) => files.find((file) => file.path === path)?.content();
  const textOf = (path: string) => Buffer.from(contentOf(path) ?? []).toString('utf8');
  const head = new RegExp(`^${CUSTODY_LABEL}: (.*)$`, 'm').exec(textOf(BAG_INFO))?.[1];
  if (!contentOf(CUSTODY_FILE)) return [broken('absent', 0)];
  const log = textOf(CUSTODY_FILE);
  const line = brokenLine(log, head ?? '');
  if (line !== undefined) return [line === 0 ? broken('ends-early', 0) : broken('line-broken', line)];
  const received = new Set(hashesOf(log, 'received'));
  const unheard = exhibitHashes(textOf(PACKAGE_FILE)).some((hash) => !received.has(hash));
  if (unheard) return [broken('exhibit-unheard', 0)];
  const built = hashesOf(log, 'built');
  return built.length === 1 && built[0] === sha256(contentOf(FINDINGS_FILE) ?? '') ? [] : [broken('other-findings', 0)];
}

function exhibitHashes(text: string): readonly string[] {
  try {
    return PackageFile.parse(JSON.parse(text)).exhibits.map(({ sha256: hash }) => hash);
  } catch {
    return [];
  }
}

function broken(
  reason: 'absent' | 'ends-early' | 'line-broken' | 'exhibit-unheard' | 'other-findings',
  line: number,
): VerificationFinding {
  const message = diagnostic('custody-broken', { path: CUSTODY_FILE, reason, line }).message;
  return { code: 'custody-broken', path: CUSTODY_FILE, message };
}
