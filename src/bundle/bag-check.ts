import { createHash } from 'node:crypto';
import { diagnostic } from '../kernel/diagnostic.ts';
import type { PackageReason } from '../kernel/messages/bundle.ts';
import type { AssuranceLevel, VerificationFinding } from '../model/package.ts';
import type { ArchivedFile } from './archive.ts';
import {
  ASSURANCE_LABEL,
  BAG_DECLARATION,
  BAG_INFO,
  HASHES,
  type HashName,
  LISTED_TAGS,
  manifestOf,
  PROOFS,
  payloadOxum,
  TAG_MANIFESTS,
  tagManifestOf,
} from './bag.ts';
import { pathFault, twins } from './names.ts';

interface Hashed {
  readonly path: string;
  /** Nothing when what is packed is broken. */
  readonly hashes: Readonly<Record<HashName, string>> | undefined;
  readonly bytes: number;
}

/** Is every file the one that was packed, is none missing, and is there no other? The list is closed at both ends. */
export function checkBag(
  files: readonly ArchivedFile[],
  { listed, level }: { readonly listed: boolean; readonly level: AssuranceLevel },
): readonly VerificationFinding[] {
  const hashed = files.map(hashesOf);
  const textOf = (path: string) => {
    const content = files.find((file) => file.path === path)?.content();
    return content === undefined ? undefined : Buffer.from(content).toString('utf8');
  };
  const payload = hashed.filter(({ path }) => isPayload(path));
  const tags = hashed.filter(({ path }) => !isPayload(path) && !TAG_MANIFESTS.includes(path));
  const proofs = PROOFS[level];
  const findings = [
    ...badPaths(files.map(({ path }) => path)),
    ...HASHES.flatMap((hash) => {
      const ofPayload = readManifest(manifestOf(hash), { hash, text: textOf(manifestOf(hash)), belongs: isPayload });
      const ofTags = readManifest(tagManifestOf(hash), {
        hash,
        text: textOf(tagManifestOf(hash)),
        belongs: (path) => LISTED_TAGS.includes(path),
      });
      const expected = new Map(LISTED_TAGS.map((path) => [path, ofTags.lines.get(path)]));
      return [
        ...ofPayload.findings,
        ...ofTags.findings,
        ...compare(payload, ofPayload.lines, hash),
        ...compare(
          tags.filter(({ path }) => !proofs.includes(path)),
          expected,
          hash,
        ),
      ];
    }),
    ...[...TAG_MANIFESTS, ...proofs].filter((path) => !hashed.some((file) => file.path === path)).map(missing),
    ...hashed.filter(({ path, hashes }) => proofs.includes(path) && hashes === undefined).map(altered),
    ...declarations(textOf, payload),
  ];
  // When the list of files breaks off, what stands behind the break is not missing but unread.
  return unique(listed ? findings : findings.filter(({ code }) => code !== 'missing'));
}

function isPayload(path: string): boolean {
  return path.startsWith('data/');
}

function hashesOf(file: ArchivedFile): Hashed {
  const content = file.content();
  const hash = (name: HashName, bytes: Uint8Array) => createHash(name).update(bytes).digest('hex');
  return {
    path: file.path,
    hashes: content && { sha256: hash('sha256', content), sha512: hash('sha512', content) },
    bytes: content?.byteLength ?? 0,
  };
}

const DIGITS: Readonly<Record<HashName, number>> = { sha256: 64, sha512: 128 };

interface Reading {
  readonly hash: HashName;
  readonly text: string | undefined;
  readonly belongs: (path: string) => boolean;
}

function readManifest(path: string, { hash: name, text, belongs }: Reading) {
  const lines = new Map<string, string>();
  if (text === undefined) return { lines, findings: [] };
  const rows = text.split('\n');
  if (rows.pop() !== '') return { lines, findings: [malformed(path, 'breaks-off')] };
  const findings = rows.flatMap((row) => {
    const [, hash, file] = /^([0-9a-f]+) {2}(.+)$/.exec(row) ?? [];
    if (!file || hash?.length !== DIGITS[name] || !belongs(file) || lines.has(file)) {
      return [malformed(path, 'foreign-line')];
    }
    lines.set(file, hash);
    return [];
  });
  return { lines, findings };
}

function compare(
  files: readonly Hashed[],
  expected: ReadonlyMap<string, string | undefined>,
  hash: HashName,
): readonly VerificationFinding[] {
  const present = new Set(files.map(({ path }) => path));
  const there = files.flatMap((file): readonly VerificationFinding[] => {
    const { path, hashes } = file;
    if (!expected.has(path)) return [uninvited(path)];
    return hashes !== undefined && hashes[hash] === expected.get(path) ? [] : [altered(file)];
  });
  return [...there, ...[...expected.keys()].filter((path) => !present.has(path)).map(missing)];
}

function declarations(
  textOf: (path: string) => string | undefined,
  payload: readonly Hashed[],
): readonly VerificationFinding[] {
  const declared = textOf('bagit.txt');
  const info = textOf(BAG_INFO);
  const labelled = (label: string) => new RegExp(`^${label}: (.*)$`, 'm').exec(info ?? '')?.[1];
  const findings: VerificationFinding[] = [];
  if (declared !== undefined && declared !== BAG_DECLARATION) findings.push(malformed('bagit.txt', 'other-form'));
  if (info === undefined) return findings;
  if (!/^E[123]$/.test(labelled(ASSURANCE_LABEL) ?? '')) findings.push(malformed(BAG_INFO, 'other-form'));
  if (labelled('Payload-Oxum') !== payloadOxum(payload)) findings.push(malformed(BAG_INFO, 'miscounted'));
  return findings;
}

function badPaths(paths: readonly string[]): readonly VerificationFinding[] {
  const inconsistent = (path: string, reason: PackageReason): VerificationFinding => ({
    code: 'archive-inconsistent',
    path,
    message: diagnostic('package-entry-inconsistent', { path, reason }).message,
  });
  return [
    ...paths.flatMap((path) => {
      const fault = pathFault(path);
      return fault ? [inconsistent(path, fault)] : [];
    }),
    ...twins(paths).map((path) => inconsistent(path, 'twin')),
  ];
}

function altered({ path }: Pick<Hashed, 'path'>): VerificationFinding {
  return { code: 'altered', path, message: diagnostic('package-file-altered', { path }).message };
}

function missing(path: string): VerificationFinding {
  return { code: 'missing', path, message: diagnostic('package-file-missing', { path }).message };
}

function uninvited(path: string): VerificationFinding {
  return { code: 'uninvited', path, message: diagnostic('package-file-uninvited', { path }).message };
}

function malformed(path: string, reason: PackageReason): VerificationFinding {
  return {
    code: 'manifest-malformed',
    path,
    message: diagnostic('package-manifest-malformed', { path, reason }).message,
  };
}

function unique(findings: readonly VerificationFinding[]): readonly VerificationFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, path, message }) => seen.size !== seen.add(`${code} ${path} ${message}`).size);
}
