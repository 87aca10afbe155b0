import type { Observed } from '../observed.ts';

/** One run of a backup job for one system. `observed` is its end (or start when only that is told). */
export interface BackupJob {
  readonly job?: string;
  readonly system?: string;
  /** `partial`: it ended, but something was not read. `warning` is kept apart from success. */
  readonly outcome: 'succeeded' | 'warning' | 'partial' | 'failed' | 'running' | 'unknown';
  readonly verbatim: string;
  readonly started?: Observed;
  readonly mode?: 'full' | 'incremental' | 'differential' | 'copy';
  readonly retry?: boolean;
  readonly bytes?: number;
  readonly errors?: number;
  /** False when the export cannot show errors (a log saved without its error stream). */
  readonly errorsVisible: boolean;
  readonly encrypted?: boolean;
  readonly target?: string;
  readonly service?: 'files' | 'machine' | 'saas' | 'database';
}

/** A restore point that exists. `observed` is the point's own time. Not proof of content, place or immutability. */
export interface BackupPoint {
  readonly system?: string;
  readonly repository?: string;
  readonly pointId?: string;
  readonly paths?: readonly string[];
  readonly bytes?: number;
  readonly encrypted?: boolean;
  readonly immutable?: boolean;
  readonly offsite?: boolean;
  /** Result of the tool's own verification of this point, if it prints one. */
  readonly verified?: boolean;
}

/** Whether a system is in any backup. */
export interface BackupCoverage {
  readonly system: string;
  readonly covered: boolean;
  readonly reason?: string;
  readonly poweredOff?: boolean;
}

/** One setting of a backup product, repository or job. */
export interface BackupSetting {
  readonly subject: string;
  readonly setting:
    | 'encryption'
    | 'immutability'
    | 'offsite-copy'
    | 'offline-copy'
    | 'console-mfa'
    | 'separate-credentials'
    | 'domain-joined'
    | 'configuration-backup'
    | 'schedule'
    | 'retention'
    | 'verification-schedule'
    | 'saas-backup'
    | 'other';
  /** The part that alone it is about (`copies in cloud repositories`): it tells nothing of the rest. */
  readonly of?: string;
  /** Undefined when the tool says that it cannot tell. */
  readonly on?: boolean;
  readonly value?: string;
  readonly verbatim: string;
}

/** A check of the repository. Metadata alone shows no content: `depth` decides what it proves, and never that a restore works. */
export interface BackupIntegrityCheck {
  readonly target?: string;
  readonly depth: 'metadata' | 'sample' | 'full-data';
  readonly outcome: 'clean' | 'errors' | 'unknown';
  readonly verbatim: string;
  readonly errors?: number;
}

/** A restore that was tried. `observed` is when it was done: from the file or from a named person, never from the file's date. */
export interface RestoreTest {
  readonly system?: string;
  readonly level: 'browse' | 'boots' | 'files-restored' | 'files-verified' | 'application-opened' | 'full-recovery';
  readonly outcome: 'restored' | 'restored-with-errors' | 'failed' | 'unknown';
  readonly verbatim: string;
  readonly point?: Observed;
  readonly files?: number;
  readonly errors?: number;
  readonly performedBy?: string;
  readonly minutesTaken?: number;
  readonly minutesAllowed?: number;
  readonly ticket?: string;
}
