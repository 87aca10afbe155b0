import type { Observed } from '../observed.ts';

export type PatchSeverity = 'critical' | 'important' | 'moderate' | 'low' | 'security' | 'other';

/** One update on one device. `observed` is the installation time as printed. */
export interface PatchInstall {
  readonly device?: string;
  readonly patch: string;
  readonly title?: string;
  readonly severity?: PatchSeverity;
  readonly outcome: 'installed' | 'failed' | 'attempted' | 'removed';
  readonly verbatim: string;
  /** The vendor's release day; never the day on which a tool collected the row. */
  readonly released?: Observed;
  /** Set when the run was made by an automatic updater. */
  readonly automatic?: boolean;
}

/** Whether one update is present on one device at `observed`. */
export interface PatchState {
  readonly device?: string;
  readonly patch: string;
  readonly title?: string;
  readonly severity?: PatchSeverity;
  readonly state: 'missing' | 'installed' | 'failed' | 'pending-reboot' | 'declined' | 'not-applicable';
  readonly verbatim: string;
  readonly firstSeen?: Observed;
  readonly released?: Observed;
  /** Definitions, drivers and language packs are updates but no security patches. */
  readonly category?: 'security' | 'definition' | 'driver' | 'feature' | 'other';
}

/** Counts for a device or group at `observed`. */
export interface PatchSummary {
  readonly device?: string;
  readonly group?: string;
  readonly operation: 'scan' | 'install' | 'unknown';
  readonly installed?: number;
  readonly missing?: number;
  readonly failed?: number;
  readonly criticalMissing?: number;
  readonly securityMissing?: number;
  readonly pendingReboot?: number;
  readonly osBuild?: string;
  readonly lastBoot?: Observed;
}

/** How a device or policy is set to update. An enabled updater shows nothing installed. */
export interface UpdateSetting {
  readonly device?: string;
  readonly policy?: string;
  readonly automatic?: boolean;
  readonly auditOnly?: boolean;
  readonly value?: string;
}
