import type { Place } from '../kernel/place.ts';
import type { Observed } from './observed.ts';
import type * as R from './records/index.ts';

/** R a machine's result, C a configuration or state, S a schedule or intent, A a person's statement. Only R and C can make *supported*. */
export type Strength = 'R' | 'C' | 'S' | 'A';

/** What every record carries besides its own fields. */
export interface RecordHead {
  readonly from: Place;
  readonly observed: Observed;
  readonly strength: Strength;
  /** Whose export it is (`Veeam`), as its source names it; the engine adds it like the place. */
  readonly exportedBy?: string;
}

/** The closed set of evidence (PRODUCT, section 3): own fields by kind. */
export interface RecordFields {
  'backup-job': R.BackupJob;
  'backup-point': R.BackupPoint;
  'backup-coverage': R.BackupCoverage;
  'backup-setting': R.BackupSetting;
  'backup-integrity-check': R.BackupIntegrityCheck;
  'restore-test': R.RestoreTest;
  'patch-install': R.PatchInstall;
  'patch-state': R.PatchState;
  'patch-summary': R.PatchSummary;
  'update-setting': R.UpdateSetting;
  'vulnerability-scan': R.VulnerabilityScan;
  'vulnerability-finding': R.VulnerabilityFinding;
  'configuration-assessment': R.ConfigurationAssessment;
  'configuration-check': R.ConfigurationCheck;
  'network-exposure': R.NetworkExposure;
  'malware-scan': R.MalwareScan;
  'mfa-registration': R.MfaRegistration;
  'access-policy': R.AccessPolicy;
  'user-account': R.UserAccount;
  'access-review': R.AccessReview;
  'endpoint-protection': R.EndpointProtection;
  'device-compliance': R.DeviceCompliance;
  asset: R.Asset;
  'training-completion': R.TrainingCompletion;
  'phishing-simulation': R.PhishingSimulation;
  'risk-assessment': R.RiskAssessment;
  'risk-item': R.RiskItem;
  incident: R.Incident;
  exercise: R.Exercise;
  'audit-log-span': R.AuditLogSpan;
  'audit-log-review': R.AuditLogReview;
  document: R.DocumentRecord;
}

export type RecordKind = keyof RecordFields;
export type RecordOf<K extends RecordKind> = { [P in K]: { readonly kind: P } & RecordHead & RecordFields[P] }[K];
export type EvidenceRecord = RecordOf<RecordKind>;

/** What a source hands over: the engine adds the place. */
export type Draft<K extends RecordKind = RecordKind> = {
  [P in K]: { readonly kind: P } & Omit<RecordHead, 'from'> & Drafted<RecordFields[P]>;
}[K];

/** An absent cell may be handed over as undefined; the engine leaves such fields out of the record. */
type Drafted<T> = { readonly [F in keyof T]: Record<never, never> extends Pick<T, F> ? T[F] | undefined : T[F] };

export const RECORD_KINDS = [
  'backup-job',
  'backup-point',
  'backup-coverage',
  'backup-setting',
  'backup-integrity-check',
  'restore-test',
  'patch-install',
  'patch-state',
  'patch-summary',
  'update-setting',
  'vulnerability-scan',
  'vulnerability-finding',
  'configuration-assessment',
  'configuration-check',
  'network-exposure',
  'malware-scan',
  'mfa-registration',
  'access-policy',
  'user-account',
  'access-review',
  'endpoint-protection',
  'device-compliance',
  'asset',
  'training-completion',
  'phishing-simulation',
  'risk-assessment',
  'risk-item',
  'incident',
  'exercise',
  'audit-log-span',
  'audit-log-review',
  'document',
] as const satisfies readonly RecordKind[];

export function isRecordKind(word: string): word is RecordKind {
  return (RECORD_KINDS as readonly string[]).includes(word);
}
