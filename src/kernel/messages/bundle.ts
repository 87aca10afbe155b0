import type { Message } from './message.ts';

/** Why an archive, a path or a manifest is not ours, in words. */
const REASONS = {
  'cut-off': 'the record at the end of each ZIP is not there',
  'no-bag': 'it holds none of the files of a bag',
  bomb: 'it would unpack to more than 200 times its size, and to more than 64 MB',
  'written-anew': 'it was written anew by another program, or something was added at its end',
  'row-broken': 'its row in the list of files is broken',
  'row-foreign': 'its row in the list of files is not ours',
  'header-differs': 'its header differs from the list of files',
  'sizes-differ': 'its sizes differ from the list of files',
  'out-of-line': 'it does not follow on the file before it',
  'end-record': 'its end record does not describe what it holds',
  'hidden-bits': 'bits of it were changed that do not show when it is unpacked',
  seal: 'its seal does not match its bytes',
  'path-long': 'its path is longer than 240 bytes',
  'segment-long': 'a part of its path is longer than 80 bytes',
  'not-composed': 'its path is not in the composed form of Unicode',
  'leaves-folder': 'its path leaves the folder',
  'bad-character': 'its path holds a character that some systems cannot write',
  'reserved-name': 'its path is reserved on Windows',
  twin: 'another file has the same name on some systems',
  'breaks-off': 'it breaks off in the middle of a line',
  'foreign-line': 'a line of it does not belong',
  'other-form': 'it declares another form',
  miscounted: 'it counts other files and bytes than there are',
} as const;
export type PackageReason = keyof typeof REASONS;

/** Why a file of the engagement folder is no exhibit. */
const NO_EXHIBIT = {
  hidden: 'its name begins with a dot',
  system: 'the operating system keeps it for itself',
  lock: 'an office program left it there as a lock',
  link: 'it is a symbolic link; what it points to may lie outside',
  special: 'it is neither a file nor a folder',
  questionnaires: 'it belongs to questionnaires that are to be answered, and proves nothing',
  'other-engagement': 'it is an engagement of its own, perhaps of another client',
  'register-unfilled': 'it is a register as "proofpack init" wrote it, without a row',
} as const;
export type SkipReason = keyof typeof NO_EXHIBIT;

/** Sentences about packages (the ZIP) and about the disk that they are written to. */
export const BUNDLE_MESSAGES = {
  'package-intact': {
    severity: 'info',
    says: ({ files }: { files: number }) =>
      `All ${files} files are the ones that were packed, and no other file is there.`,
    hint: 'This shows that nothing changed since packing; it does not show who packed it.',
  },
  'package-not-one': {
    severity: 'error',
    says: ({ reason }: { reason: PackageReason }) => `This is no whole package of proofpack: ${REASONS[reason]}.`,
    hint: 'Ask the sender for the file again; a mail gateway or an interrupted download may have cut it off.',
  },
  'package-file-altered': {
    severity: 'error',
    says: ({ path }: { path: string }) =>
      `${path} is not the file that was packed: its content does not match its hash.`,
    hint: 'Do not rely on this file; ask the sender for the package again.',
  },
  'package-file-missing': {
    severity: 'error',
    says: ({ path }: { path: string }) => `${path} was packed and is not there any more.`,
    hint: 'Ask the sender for the package again.',
  },
  'package-file-uninvited': {
    severity: 'error',
    says: ({ path }: { path: string }) => `${path} was not packed: no manifest lists it.`,
    hint: 'Do not open it; ask the sender where it comes from.',
  },
  'package-manifest-malformed': {
    severity: 'error',
    says: ({ path, reason }: { path: string; reason: PackageReason }) =>
      `${path} is not as it was written: ${REASONS[reason]}.`,
    hint: 'Ask the sender for the package again.',
  },
  'package-entry-inconsistent': {
    severity: 'error',
    says: ({ path, reason }: { path: string; reason: PackageReason }) =>
      `${path}: the archive contradicts itself; ${REASONS[reason]}.`,
    hint: 'Ask the sender for the package again; programs may unpack something else than what was packed.',
  },
  'package-archive-inconsistent': {
    severity: 'error',
    says: ({ reason }: { reason: PackageReason }) => `The archive is not as it was written: ${REASONS[reason]}.`,
    hint: 'Ask the sender for the package as it was issued; unpacking and packing it again breaks its seal.',
  },
  'verdicts-reproduced': {
    severity: 'info',
    says: ({ exhibits }: { exhibits: number }) =>
      `The verdicts were derived again from the ${exhibits} exhibits inside and came out the same.`,
    hint: 'Whoever doubts a verdict can follow it from its exhibit.',
  },
  'verdicts-differ': {
    severity: 'error',
    says: ({ where, recorded, derived }: { where: string; recorded: string; derived: string }) =>
      `${where}: the package says ${recorded}; the exhibits inside say ${derived}.`,
    hint: 'Compare the versions of proofpack in bag-info.txt; with the same version, the package says more than its exhibits.',
  },
  'verdicts-not-reproducible': {
    severity: 'info',
    says: ({ edition }: { edition: string }) =>
      `The verdicts cannot be derived again from the ${edition} edition, since it holds no originals.`,
    hint: 'The auditor and the internal edition hold the originals.',
  },
  'rules-differ': {
    severity: 'info',
    says: ({ path }: { path: string }) =>
      `The rules that judged (${path}) are not all those of this version of proofpack.`,
    hint: 'Read them in the package; bag-info.txt names the version that made it.',
  },
  'verdicts-differ-by-redaction': {
    severity: 'info',
    says: ({ exhibits }: { exhibits: number }) =>
      `The verdicts cannot be derived again as they stand: ${exhibits} exhibits were kept back or are here as redacted copies, and without what was taken out they come out otherwise.`,
    hint: 'The owner can show the originals; their hashes are in the Evidence Index.',
  },
  'verdicts-unreadable': {
    severity: 'warning',
    says: ({ path }: { path: string }) =>
      `The verdicts cannot be derived again: ${path} has not the form of this version.`,
    hint: 'Use the version of proofpack that bag-info.txt names.',
  },
  'exhibit-withheld': {
    severity: 'info',
    says: ({ edition }: { edition: string }) =>
      `The ${edition} edition holds no originals, since they name people and machines; its hash is in the Evidence Index.`,
    hint: 'The owner can show the file, and its hash proves that it is this one.',
  },
  'exhibit-excluded': {
    severity: 'info',
    says: ({ because }: { because: string }) => `Excluded by name in the engagement file: ${because}`,
    hint: 'Take the entry out of "exhibits" if the file shall count.',
  },
  'exhibit-not-passed-on': {
    severity: 'info',
    says: ({ reason }: { reason: string }) => `Not passed on, since it is unsafe to open: ${reason}`,
    hint: 'Unpack it yourself, check what is inside, and hand over the files that matter.',
  },
  'file-skipped': {
    severity: 'info',
    says: ({ reason }: { reason: SkipReason }) => `Not read as an exhibit: ${NO_EXHIBIT[reason]}.`,
    hint: 'Rename or move it if it is meant as evidence.',
  },
  'file-not-opened': {
    severity: 'warning',
    says: ({ path, reason }: { path: string; reason: string }) => `${path} could not be opened: ${reason}.`,
    hint: 'Check that the file is readable and not open in another program.',
  },
  'registers-unfilled': {
    severity: 'info',
    says: ({ paths }: { paths: readonly string[] }) =>
      `${paths.length === 1 ? 'A register is as "proofpack init" wrote it and no exhibit yet' : `${paths.length} registers are as "proofpack init" wrote them and no exhibits yet`}: ${paths.join(', ')}.`,
    hint: 'Fill in the rows that are true; the rest may be deleted.',
  },
  'package-skipped': {
    severity: 'info',
    says: ({ path }: { path: string }) => `${path} is a package of ours; it is no exhibit.`,
    hint: 'Keep packages outside the folder of exhibits.',
  },
  'package-name-taken': {
    severity: 'error',
    says: ({ path }: { path: string }) => `${path} exists and is no package of ours.`,
    hint: 'Give another name with -o, or --force to replace it.',
  },
  'package-too-large': {
    severity: 'error',
    says: ({ gigabytes }: { gigabytes: number }) =>
      `The package would hold ${gigabytes} GB; a ZIP of ours holds 3 at most.`,
    hint: 'Leave out the largest exhibits by name, or hand them over beside the package.',
  },
  'package-too-dense': {
    severity: 'error',
    says: ({ megabytes }: { megabytes: number }) =>
      `The package would unpack to ${megabytes} MB, more than 200 times its size: those who receive it would take it for an attack.`,
    hint: 'Compress the large, repetitive exhibit yourself (.gz) and hand that over.',
  },
  'package-damaged-on-disk': {
    severity: 'error',
    says: ({ path }: { path: string }) => `What the disk gave back for ${path} is not what was written.`,
    hint: 'The old file is untouched. Check the disk, then build again or choose another place with -o.',
  },
  'exhibit-changed': {
    severity: 'error',
    says: ({ path }: { path: string }) => `${path} changed while it was being read.`,
    hint: 'Wait until the export is finished, then run the command again.',
  },
  'wrong-client-stops': {
    severity: 'error',
    says: ({ path, foreign, client }: { path: string; foreign: string; client: string }) =>
      `${path} speaks of ${foreign}, and this package is for ${client}: nothing was built.`,
    hint: 'Remove the file, or exclude it by name: exhibits: { "<path>": { exclude: true, because: … } }.',
  },
  'disk-full': {
    severity: 'error',
    says: ({ path }: { path: string }) => `There is no room left to write ${path}.`,
    hint: 'Free some space or choose another place with -o; nothing was replaced.',
  },
  'file-too-large': {
    severity: 'error',
    says: ({ path }: { path: string }) => `${path} is larger than 2 GB, more than is read in one piece.`,
    hint: 'No package of ours is that large: check that this is the file that is meant.',
  },
  'disk-limit': {
    severity: 'error',
    says: ({ path }: { path: string }) => `${path} would be larger than this system allows a file to be.`,
    hint: 'Raise the limit (ulimit -f) or choose another place with -o; nothing was replaced.',
  },
  'disk-denied': {
    severity: 'error',
    says: ({ path }: { path: string }) => `${path} may not be read or written by this account.`,
    hint: 'Check the permissions, or choose another place with -o.',
  },
  'disk-busy': {
    severity: 'error',
    says: ({ path }: { path: string }) => `${path} is held by another program.`,
    hint: 'Close it there (a viewer, a sync client), then run the command again.',
  },
  'disk-missing': {
    severity: 'error',
    says: ({ path }: { path: string }) => `${path} does not exist.`,
    hint: 'Check the spelling, and that the folder is there.',
  },
  'disk-failed': {
    severity: 'error',
    says: ({ path, reason }: { path: string; reason: string }) => `${path}: the system refused (${reason}).`,
    hint: 'Choose another place with -o, or try again.',
  },
} as const satisfies Record<string, Message>;
