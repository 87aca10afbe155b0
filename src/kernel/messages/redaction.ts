import type { Message } from './message.ts';
import { KIND_WORDS, type KindWord, kindsText } from './redaction-kinds.ts';

export interface Seen {
  readonly path: string;
  readonly kind: KindWord;
  readonly count: number;
  readonly lines: readonly number[];
  readonly fingerprints: readonly string[];
}

function where({ count, lines }: Seen): string {
  const told = lines.slice(0, 5).join(', ');
  return `${lines.length === 1 ? 'line' : 'lines'} ${told}${count > 5 ? ', …' : ''}`;
}

function distinct({ fingerprints }: Seen): string {
  return fingerprints.length === 0
    ? ''
    : ` (fingerprint ${fingerprints.slice(0, 3).join(', ')}${fingerprints.length > 3 ? ', …' : ''})`;
}

const CURE =
  'Take it out at its source and export again, or decide in engagement.yaml: redaction: [{ exhibit, kinds, action: redact, because, by, on }]; "withhold" keeps the whole file back, "except" lets the value go and prints who said so.';

/** Sentences about what must not leave. None of them tells a value. */
export const REDACTION_MESSAGES = {
  'secret-found': {
    severity: 'error',
    says: (seen: Seen) =>
      `${seen.path} holds ${seen.count} x ${KIND_WORDS[seen.kind]}, ${where(seen)}${distinct(seen)}: nothing was built.`,
    hint: `${CURE} A secret that was exported is known to too many: change it.`,
  },
  'sensitive-data-found': {
    severity: 'error',
    says: (seen: Seen) =>
      `${seen.path} holds ${seen.count} x ${KIND_WORDS[seen.kind]}, ${where(seen)}${distinct(seen)}: nothing was built.`,
    hint: CURE,
  },
  'redaction-impossible': {
    severity: 'error',
    says: ({ path, reason }: { path: string; reason: RedactionReason }) =>
      `${path} cannot be redacted: ${REDACTION_REASONS[reason]}.`,
    hint: 'Unpack it into the folder in its place, or export it as CSV, JSON or text; or keep the whole file back: action: withhold.',
  },
  'redaction-without-effect': {
    severity: 'warning',
    says: ({ path, action }: { path: string; action: string }) =>
      `redaction: the entry "${action}" for ${path} meets nothing: what it names is not in the file.`,
    hint: 'Compare the kinds, columns and rows with what "proofpack preview" shows, or take the entry out.',
  },
  'redaction-guessable': {
    severity: 'warning',
    says: ({ path, guesses }: { path: string; guesses: string }) =>
      `${path}: what was redacted is so short that about ${guesses} guesses, each checked against the hash of the original, would find it.`,
    hint: 'Keep the whole file back (action: withhold), or export it without the value.',
  },
  'redaction-printed': {
    severity: 'info',
    says: (of: {
      kinds: readonly { kind: KindWord; count: number }[];
      because: string;
      by: string;
      on: string;
      commitment: string;
      files?: readonly string[];
    }) =>
      `Redacted copy: ${kindsText(of.kinds)} taken out${of.files === undefined ? '' : ` of ${of.files.join(', ')}`} by ${of.by} on ${of.on}, because: ${of.because}. Commitment to the original: ${of.commitment}.`,
    hint: 'The owner keeps the original and the salt; SHA-256 over both gives the commitment.',
  },
  'exception-printed': {
    severity: 'warning',
    says: (of: { kinds: readonly { kind: KindWord; count: number }[]; because: string; by: string; on: string }) =>
      `Left in this file: ${kindsText(of.kinds)}, by decision of ${of.by} on ${of.on}, because: ${of.because}.`,
    hint: 'Treat the file as a secret.',
  },
  'exhibit-kept-back': {
    severity: 'info',
    says: ({ because, by, on }: { because: string; by: string; on: string }) =>
      `Kept back by ${by} on ${on}, because: ${because}; its hash is in the Evidence Index.`,
    hint: 'The owner can show the file, and its hash proves that it is this one.',
  },
  'sanitised-printed': {
    severity: 'info',
    says: (of: {
      kinds: readonly { kind: KindWord; count: number }[];
      because: string;
      on: string;
      commitment: string;
    }) =>
      `Sanitised copy of ${of.on}: ${kindsText(of.kinds)} taken out or replaced, because: ${of.because}. Commitment to the original: ${of.commitment}.`,
    hint: 'The owner keeps the original and the salt; SHA-256 over both gives the commitment.',
  },
  'value-would-leave': {
    severity: 'error',
    says: ({
      edition,
      places,
    }: {
      edition: string;
      places: readonly { file: string; kind: KindWord; count: number }[];
    }) =>
      `The ${edition} edition would show what it must not, and was not written: ${places
        .slice(0, 5)
        .map(({ file, kind, count }) => `${file}: ${count} x ${KIND_WORDS[kind]}`)
        .join('; ')}.`,
    hint: 'Look for it in your own texts (statements, reasons, titles of parties) in engagement.yaml; if it is not there, please report it.',
  },
  'values-beyond-kept': {
    severity: 'warning',
    says: ({ edition, kept }: { edition: string; kept: number }) =>
      `The exhibits name more different people, devices and addresses than are kept (${kept}): the pages of the ${edition} edition were searched for these and for every secret, not for all names.`,
    hint: 'Look through it before it leaves, or keep the largest logs out of the folder and build again.',
  },
  'exhibit-unsearched': {
    severity: 'warning',
    says: ({ path, because }: { path: string; because: UnsearchedReason }) =>
      `${path} leaves, and nobody looked for secrets in all of it: ${UNSEARCHED_REASONS[because]}.`,
    hint: 'Open it and look, hand over a text export of the same, or keep it back: action: withhold.',
  },
  'owner-key-unkept': {
    severity: 'info',
    says: ({ path }: { path: string }) => `${path} could not be written: names are withheld without pseudonyms.`,
    hint: 'Let proofpack write into the folder of the engagement once, or put the key there.',
  },
  'owner-key-unread': {
    severity: 'warning',
    says: ({ path }: { path: string }) => `${path} is there and cannot be read: names are withheld without pseudonyms.`,
    hint: 'Let this account read it: whoever has another key makes other pseudonyms, and none where it has none.',
  },
  'owner-key-missing': {
    severity: 'error',
    says: () => 'A copy of an exhibit can only be made with the key of its owner, and none was given.',
    hint: 'Give "ownerKey" (32 bytes that you keep); the command line makes proofpack.key beside engagement.yaml.',
  },
  'owner-key-broken': {
    severity: 'error',
    says: ({ path }: { path: string }) => `${path} is no key of ours: 64 hexadecimal digits are wanted.`,
    hint: 'Put the right file back from your backup; without it no pseudonym and no commitment can be explained.',
  },
  'commitments-broken': {
    severity: 'error',
    says: ({ path }: { path: string }) =>
      `${path} cannot be read: the salts of this package's copies could not be added to those of earlier ones.`,
    hint: 'Put it back from your backup, or move it elsewhere, and build again: packages that have left need the salts in it.',
  },
} as const satisfies Record<string, Message>;

const REDACTION_REASONS = {
  container: 'what is found lies inside an office document, a PDF or a picture',
  sealed:
    'the archive is locked, damaged, too large or too deeply nested to be packed again, or one of its files takes too much time or memory',
  'no-text': 'it is no text',
  'too-costly': 'it cannot be read to its end, or takes more time or memory than one file may',
  'no-rows': 'it is neither a table nor JSON, so that nobody knows where its free texts are',
} as const;
export type RedactionReason = keyof typeof REDACTION_REASONS;

/** Why a file, or a part of it, was not searched. */
export const UNSEARCHED_REASONS = {
  'no-text': 'it is no text, or an archive that cannot be unpacked',
  picture: 'what a picture shows is not read; the words beside its pixels were searched',
  'office-unread': 'the cells of this office document cannot be read; its parts were searched as they lie',
  'pdf-locked': 'this PDF opens with a password only',
  'pdf-unreadable': 'this PDF cannot be read',
  'pdf-pictures': 'the words of this PDF were searched; what its pictures and scanned pages show is not read',
  'pdf-streams':
    'the words of this PDF were searched; some of its parts cannot be unpacked, and an older version of it may stand in them',
  'broken-off': 'it cannot be read to its end, or takes more time or memory than one file may',
  'too-costly': 'to search all of it takes more time or memory than one file may',
} as const;
export type UnsearchedReason = keyof typeof UNSEARCHED_REASONS;
