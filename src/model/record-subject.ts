import type { EvidenceRecord, RecordKind, RecordOf } from './record.ts';

type Named = { readonly [K in RecordKind]: (record: RecordOf<K>) => string | undefined };

/** Who or what a record is about; undefined when the export leaves it to whoever handed it over. */
const SUBJECTS: Named = {
  'backup-job': ({ system, job }) => system ?? job,
  'backup-point': ({ system, repository, pointId }) => system ?? repository ?? pointId,
  'backup-coverage': ({ system }) => system,
  'backup-setting': ({ subject }) => subject,
  'backup-integrity-check': ({ target }) => target,
  'restore-test': ({ system }) => system,
  'patch-install': ({ device }) => device,
  'patch-state': ({ device }) => device,
  'patch-summary': ({ device, group }) => device ?? group,
  'update-setting': ({ device, policy }) => device ?? policy,
  'vulnerability-scan': ({ targets }) => targets?.[0],
  'vulnerability-finding': ({ host }) => host,
  'configuration-assessment': ({ target }) => target,
  'configuration-check': ({ target }) => target,
  'network-exposure': ({ host }) => host,
  'malware-scan': ({ target }) => target,
  'mfa-registration': ({ user }) => user,
  'access-policy': ({ name }) => name,
  'user-account': ({ user }) => user,
  'access-review': ({ subject }) => subject,
  'endpoint-protection': ({ device }) => device,
  'device-compliance': ({ device }) => device,
  asset: ({ name }) => name,
  'training-completion': ({ person }) => person,
  'phishing-simulation': ({ recipient, campaign }) => recipient ?? campaign,
  'risk-assessment': ({ title }) => title,
  'risk-item': ({ riskId }) => riskId,
  incident: ({ incidentId }) => incidentId,
  exercise: ({ scenario }) => scenario,
  'audit-log-span': ({ system }) => system,
  'audit-log-review': ({ system }) => system,
  document: ({ title }) => title,
};

export function subjectOf(record: EvidenceRecord): string | undefined {
  const named = SUBJECTS[record.kind] as (record: EvidenceRecord) => string | undefined;
  return named(record);
}
