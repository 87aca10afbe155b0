import { diagnostic } from '../kernel/diagnostic.ts';
import { sha256 } from '../kernel/sha256.ts';
import type {
  AssuranceLevel,
  FindingCode,
  ReachedAssurance,
  Verification,
  VerificationFinding,
} from '../model/package.ts';
import { type ArchivedFile, type ArchiveFault, type ArchiveReading, readArchive } from './archive.ts';
import { ASSURANCE_LABEL, BAG_INFO, LISTED_TAGS, MANIFEST, PROOFS, TAG_MANIFESTS } from './bag.ts';
import { checkBag } from './bag-check.ts';
import { checkCustody } from './custody-check.ts';
import { checkVerdicts, type Replay } from './replay.ts';
import { checkProofs, type Trust } from './trust/check.ts';
import { checkPdfs } from './trust/pdf-check.ts';

const HARMLESS: readonly FindingCode[] = [
  'intact',
  'reproduced',
  'not-reproducible',
  'rules-differ',
  'unsigned',
  'signed',
  'signer-unknown',
  'timestamped',
  'authority-unknown',
  'pdf-signed',
  'pdf-signer-unknown',
];
const OURS: readonly string[] = [...LISTED_TAGS, ...TAG_MANIFESTS, ...PROOFS.E3];
const NOTHING_REACHED: ReachedAssurance = { level: null, signedBy: null, stamped: null, replayed: false };

/**
 * Is it what was packed, to the last bit, and who signed it? With `replay`: do its verdicts follow from the exhibits inside? `trust` is what
 * the reader knows by another way; without it no key is anybody's.
 */
export async function verifyPackage(bytes: Uint8Array, replay?: Replay, trust: Trust = {}): Promise<Verification> {
  const archive = readArchive(bytes);
  const other = otherThan(trust.sha256, bytes);
  if (!archive || !isBag(archive)) {
    const bomb = archive?.faults.some(({ reason }) => reason === 'bomb');
    const reason = bomb ? 'bomb' : archive ? 'no-bag' : 'cut-off';
    const message = diagnostic('package-not-one', { reason }).message;
    return verification(0, [...other, { code: 'not-a-package', path: null, message }]);
  }
  const { files } = archive;
  const level = levelSaid(files);
  const known = knownPaths(files);
  const faults = [
    ...other,
    ...archive.faults.map((fault) => faultFinding(fault, known)),
    ...checkBag(files, { listed: archive.listed, level: level ?? 'E1' }),
    ...(archive.listed ? checkCustody(files) : []),
  ];
  const { findings: packageProofs, ...by } = checkProofs(files, level ?? 'E1', trust);
  const proofs = [...packageProofs, ...checkPdfs(files, trust)];
  // Of a package that is not whole, a good signature would be read as more than it is; and files under a bad one are nobody's.
  const spoiled = proofs.some(({ code }) => code.endsWith('-invalid'));
  if (faults.length > 0 || spoiled) return verification(files.length, [...faults, ...proofs.filter(isFault)]);
  const intact = diagnostic('package-intact', { files: files.length }).message;
  const verdicts = replay ? await checkVerdicts(files, replay) : [];
  const replayed = verdicts.some(({ code }) => code === 'reproduced');
  const findings = [{ code: 'intact', path: null, message: intact } as const, ...proofs, ...verdicts];
  return verification(files.length, findings, { level: reached(findings), ...by, replayed });
}

function verification(
  files: number,
  findings: readonly VerificationFinding[],
  assurance = NOTHING_REACHED,
): Verification {
  return { holds: !findings.some(isFault), files, findings, assurance };
}

function isFault({ code }: VerificationFinding): boolean {
  return !HARMLESS.includes(code);
}

/**
 * Each level wants those below it. A signature by a key that nobody vouches for shows no more than a manifest does, since anybody could have
 * made both; so it is with the witness of a time.
 */
function reached(findings: readonly VerificationFinding[]): ReachedAssurance['level'] {
  const told = (code: FindingCode) => findings.some((finding) => finding.code === code);
  if (!told('signed')) return 'E1';
  if (!told('timestamped')) return 'E2';
  return told('reproduced') ? 'E4' : 'E3';
}

function isBag({ files, faults }: ArchiveReading): boolean {
  const names = [...files.map(({ path }) => path), ...faults.flatMap((fault) => fault.names)];
  return names.some((name) => OURS.includes(name));
}

function otherThan(told: string | undefined, bytes: Uint8Array): readonly VerificationFinding[] {
  if (told === undefined || told === sha256(bytes)) return [];
  return [{ code: 'other-package', path: null, message: diagnostic('package-other', { told }).message }];
}

/** The level that the package claims; whoever takes it away has to make the manifests anew, and then nothing is signed. */
function levelSaid(files: readonly ArchivedFile[]): AssuranceLevel | undefined {
  const info = Buffer.from(files.find(({ path }) => path === BAG_INFO)?.content() ?? []).toString('utf8');
  const said = new RegExp(`^${ASSURANCE_LABEL}: (.*)$`, 'm').exec(info)?.[1];
  return said === 'E1' || said === 'E2' || said === 'E3' ? said : undefined;
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
  return new Set([...OURS, ...lines.map((line) => line.slice(66))]);
}
