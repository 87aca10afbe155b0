import type { Sha256 } from '../kernel/sha256.ts';
import type { Edition } from './engagement.ts';

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
  | 'rules-differ';

export interface VerificationFinding {
  readonly code: FindingCode;
  readonly path: string | null;
  readonly message: string;
}

export interface Verification {
  readonly holds: boolean;
  readonly files: number;
  readonly findings: readonly VerificationFinding[];
}

/** A file of the engagement folder that is no exhibit, and why. */
export interface SkippedFile {
  readonly path: string;
  readonly reason: string;
}
