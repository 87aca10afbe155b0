import { diagnostic } from '../kernel/diagnostic.ts';
import type { PackageReason } from '../kernel/messages/bundle.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { VerificationFinding } from '../model/package.ts';
import type { ArchivedFile } from './archive.ts';
import { BAG_DECLARATION, BAG_INFO, MANIFEST, payloadOxum, TAG_FILES, TAG_MANIFEST } from './bag.ts';
import { pathFault, twins } from './names.ts';

interface Hashed {
  readonly path: string;
  readonly sha256: string | undefined;
  readonly bytes: number;
}

/** Is every file the one that was packed, is none missing, and is there no other? The list is closed at both ends. */
export function checkBag(files: readonly ArchivedFile[], listed: boolean): readonly VerificationFinding[] {
  const hashed = files.map((file): Hashed => {
    const content = file.content();
    return { path: file.path, sha256: content && sha256(content), bytes: content?.byteLength ?? 0 };
  });
  const textOf = (path: string) => {
    const content = files.find((file) => file.path === path)?.content();
    return content === undefined ? undefined : Buffer.from(content).toString('utf8');
  };
  const isPayload = (path: string) => path.startsWith('data/');
  const payload = readManifest(MANIFEST, textOf(MANIFEST), isPayload);
  const tags = readManifest(TAG_MANIFEST, textOf(TAG_MANIFEST), (path) => TAG_FILES.includes(path));
  const findings = [
    ...badPaths(files.map((file) => file.path)),
    ...payload.findings,
    ...tags.findings,
    ...compare(
      hashed.filter(({ path }) => isPayload(path)),
      payload.lines,
    ),
    ...compare(
      hashed.filter(({ path }) => !isPayload(path) && path !== TAG_MANIFEST),
      new Map(TAG_FILES.filter((path) => path !== TAG_MANIFEST).map((path) => [path, tags.lines.get(path)])),
    ),
    ...declarations(
      textOf,
      hashed.filter(({ path }) => isPayload(path)),
    ),
  ];
  // When the list of files breaks off, what stands behind the break is not missing but unread.
  return unique(listed ? findings : findings.filter(({ code }) => code !== 'missing'));
}

function readManifest(path: string, text: string | undefined, belongs: (path: string) => boolean) {
  const lines = new Map<string, string>();
  const malformed = (reason: PackageReason): VerificationFinding => ({
    code: 'manifest-malformed',
    path,
    message: diagnostic('package-manifest-malformed', { path, reason }).message,
  });
  if (text === undefined) return { lines, findings: [] };
  const rows = text.split('\n');
  if (rows.pop() !== '') return { lines, findings: [malformed('breaks-off')] };
  const findings = rows.flatMap((row) => {
    const [, hash, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(row) ?? [];
    if (!hash || !name || !belongs(name) || lines.has(name)) return [malformed('foreign-line')];
    lines.set(name, hash);
    return [];
  });
  return { lines, findings };
}

function compare(
  files: readonly Hashed[],
  expected: ReadonlyMap<string, string | undefined>,
): readonly VerificationFinding[] {
  const present = new Set(files.map(({ path }) => path));
  const there = files.flatMap((file): readonly VerificationFinding[] => {
    const { path } = file;
    if (!expected.has(path)) {
      return [{ code: 'uninvited', path, message: diagnostic('package-file-uninvited', { path }).message }];
    }
    if (file.sha256 !== undefined && file.sha256 === expected.get(path)) return [];
    return [{ code: 'altered', path, message: diagnostic('package-file-altered', { path }).message }];
  });
  const gone = [...expected.keys()].flatMap((path): readonly VerificationFinding[] =>
    present.has(path) ? [] : [{ code: 'missing', path, message: diagnostic('package-file-missing', { path }).message }],
  );
  return [...there, ...gone];
}

function declarations(
  textOf: (path: string) => string | undefined,
  payload: readonly Hashed[],
): readonly VerificationFinding[] {
  const malformed = (path: string, reason: PackageReason): VerificationFinding => ({
    code: 'manifest-malformed',
    path,
    message: diagnostic('package-manifest-malformed', { path, reason }).message,
  });
  const missing = [TAG_MANIFEST].filter((path) => textOf(path) === undefined);
  const declared = textOf('bagit.txt');
  const oxum = /^Payload-Oxum: (.*)$/m.exec(textOf(BAG_INFO) ?? '')?.[1];
  const findings: VerificationFinding[] = missing.map((path) => ({
    code: 'missing',
    path,
    message: diagnostic('package-file-missing', { path }).message,
  }));
  if (declared !== undefined && declared !== BAG_DECLARATION) findings.push(malformed('bagit.txt', 'other-form'));
  if (oxum !== undefined && oxum !== payloadOxum(payload)) {
    findings.push(malformed(BAG_INFO, 'miscounted'));
  }
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

function unique(findings: readonly VerificationFinding[]): readonly VerificationFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, path, message }) => seen.size !== seen.add(`${code} ${path} ${message}`).size);
}
