import type { Sha256 } from '../kernel/sha256.ts';
import type { Edition } from './engagement.ts';
import type { Handling, RedactedCopy } from './redaction.ts';

/** One file of the package, decided before a byte is written. */
export interface PackageEntry {
  /** Inside the bag: `data/02-Control-Report.pdf`. */
  readonly path: string;
  readonly role: 'document' | 'workbook' | 'exhibit' | 'machine' | 'page' | 'tag';
  readonly sha256: Sha256;
  readonly bytes: number;
  readonly content: Uint8Array;
}

export interface PackagePlan {
  /** Without `.zip`. */
  readonly name: string;
  readonly edition: Edition;
  /** Sorted by path, by code unit. */
  readonly entries: readonly PackageEntry[];
  /** Where each exhibit went and what was done about it; for whoever shows the plan. */
  readonly settled?: readonly ExhibitPlacement[];
  /** What is handed out with the package and not in it, each under the package's name with its own ending. */
  readonly beside?: readonly { readonly ending: string; readonly content: Uint8Array }[];
}

/** How far a package can be trusted to be what it says. A fourth level, replayed, is reached by whoever derives the verdicts again. */
export type AssuranceLevel = 'E1' | 'E2' | 'E3';

/** What a package says of itself: hashes (E1), signed by this key (E2), and stamped with a time by somebody else (E3). */
export interface Assurance {
  readonly level: AssuranceLevel;
  /** `SHA256:…`, the fingerprint of the key that signs. */
  readonly signer?: string;
  /** Whose certificate signs the PDFs, and its SHA-256. */
  readonly pdfSigner?: { readonly subject: string; readonly fingerprint: string };
}

/** Where an exhibit of the engagement folder stands inside the package. */
export interface ExhibitPlacement {
  /** `E-001`, in the order of the Evidence Index. */
  readonly number: string;
  readonly original: string;
  readonly packaged: string | null;
  readonly sha256: Sha256;
  readonly omitted: string | null;
  /** The edition keeps it back; without it, the verdicts cannot be derived again. */
  readonly withheld?: boolean;
  /** The copy that stands there in its place. */
  readonly redacted?: RedactedCopy;
  /** What a named person decided about what was found in it. */
  readonly handled?: readonly Handling[];
}

export type FindingCode =
  | 'intact'
  | 'altered'
  | 'missing'
  | 'uninvited'
  | 'not-a-package'
  | 'manifest-malformed'
  | 'archive-inconsistent'
  | 'reproduced'
  | 'differs'
  | 'not-reproducible'
  | 'rules-differ'
  | 'unsigned'
  | 'signed'
  | 'signer-unknown'
  | 'signer-refused'
  | 'signature-invalid'
  | 'timestamped'
  | 'authority-unknown'
  | 'authority-refused'
  | 'timestamp-invalid'
  | 'pdf-signed'
  | 'pdf-signer-unknown'
  | 'pdf-signer-refused'
  | 'pdf-signature-invalid'
  | 'custody-broken'
  | 'other-package';

export interface VerificationFinding {
  readonly code: FindingCode;
  readonly path: string | null;
  readonly message: string;
}

export interface Verification {
  readonly holds: boolean;
  readonly files: number;
  readonly findings: readonly VerificationFinding[];
  readonly assurance: ReachedAssurance;
}

/** What was found out about a package, which may be less than it says of itself: a key that nobody vouches for is nobody's. */
export interface ReachedAssurance {
  /** Each level includes those below it; E4 means that the verdicts came out the same when they were derived again. */
  readonly level: AssuranceLevel | 'E4' | null;
  readonly signedBy: { readonly fingerprint: string; readonly name: string | null } | null;
  /** `at` is an instant in UTC; `known` tells whether the reader named the authority or its issuer. */
  readonly stamped: { readonly at: string; readonly authority: string; readonly known: boolean } | null;
  readonly replayed: boolean;
}

export const CUSTODY_EVENTS = [
  'received',
  'recognised',
  'mapped',
  'withheld',
  'redacted',
  'decided',
  'overridden',
  'built',
] as const;
export type CustodyEvent = (typeof CUSTODY_EVENTS)[number];

/** One step between a file that was handed over and the package: what was done, by whom, on which day, to bytes of which hash. */
export interface CustodyEntry {
  readonly event: CustodyEvent;
  /** An exhibit, as the edition names it; a control or practice; an edition. */
  readonly what: string;
  /** Of the exhibit, or of what was written about it. */
  readonly sha256: Sha256;
  /** Null where nobody says. */
  readonly by: string | null;
  /** As the engagement or the exhibit states it. */
  readonly on: string | null;
  readonly because: string | null;
}

/** A file of the engagement folder that is no exhibit, and why. */
export interface SkippedFile {
  readonly path: string;
  readonly reason: string;
}
