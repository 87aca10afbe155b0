import { diagnostic } from '../kernel/diagnostic.ts';
import type { FindingCode, Verification, VerificationFinding } from '../model/package.ts';
import { type ArchivedFile, type ArchiveFault, readArchive } from './archive.ts';
import { MANIFEST, TAG_FILES } from './bag.ts';
import { checkBag } from './bag-check.ts';
import { checkVerdicts, type Replay } from './replay.ts';

const HARMLESS: readonly FindingCode[] = ['intact', 'reproduced', 'not-reproducible', 'rules-differ'];

/** Is it what was packed, to the last bit? And, with `replay`, do its verdicts follow from the exhibits inside? */
export async function verifyPackage(bytes: Uint8Array, replay?: Replay): Promise<Verification> {
  const archive = readArchive(bytes);
  const names = archive && [
    ...archive.files.map(({ path }) => path),
    ...archive.faults.flatMap((fault) => fault.names),
  ];
  if (!archive || !names?.some((name) => TAG_FILES.includes(name))) {
    const reason = archive ? 'no-bag' : 'cut-off';
    return verification(0, [
      { code: 'not-a-package', path: null, message: diagnostic('package-not-one', { reason }).message },
    ]);
  }
  const { files } = archive;
  const known = knownPaths(files);
  const findings = [...archive.faults.map((fault) => faultFinding(fault, known)), ...checkBag(files, archive.listed)];
  if (findings.length > 0) return verification(files.length, findings);
  const intact = diagnostic('package-intact', { files: files.length }).message;
  return verification(files.length, [
    { code: 'intact', path: null, message: intact },
    ...(replay ? await checkVerdicts(files, replay) : []),
  ]);
}

function verification(files: number, findings: readonly VerificationFinding[]): Verification {
  return { holds: findings.every(({ code }) => HARMLESS.includes(code)), files, findings };
}

/** Two headers may call an entry by two names; the one that a manifest knows is the file's. */
function faultFinding({ names, reason }: ArchiveFault, known: ReadonlySet<string>): VerificationFinding {
  const path = names.find((name) => known.has(name)) ?? names[0] ?? null;
  const message =
    path === null
      ? diagnostic('package-archive-inconsistent', { reason }).message
      : diagnostic('package-entry-inconsistent', { path, reason }).message;
  return { code: 'archive-inconsistent', path, message };
}

function knownPaths(files: readonly ArchivedFile[]): ReadonlySet<string> {
  const manifest = files.find(({ path }) => path === MANIFEST)?.content();
  const lines = manifest === undefined ? [] : Buffer.from(manifest).toString('utf8').split('\n');
  return new Set([...TAG_FILES, ...lines.map((line) => line.slice(66))]);
}
