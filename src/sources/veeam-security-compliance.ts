import { defineSource } from '../intake/contract.ts';
import type { Draft } from '../model/record.ts';

type Setting = Draft<'backup-setting'>['setting'];
const STATUSES = {
  Passed: 'yes',
  'Not Implemented': 'no',
  'Unable to detect': 'unknown',
  Suppressed: 'unknown',
} as const;

interface About {
  readonly setting: Setting;
  readonly also?: Setting;
  /** Passing means that the setting is off. */
  readonly inverse?: boolean;
  /** The part of the backups that it is about: what it says is said of that part alone. */
  readonly of?: string;
  /** Passing says nothing, for there may be nothing to pass. */
  readonly refutes?: boolean;
}

const CONSOLE_MFA: About = { setting: 'console-mfa' };
// Either of the two passes; neither is there when it is not implemented.
const IMMUTABLE_OR_OFFLINE: About = { setting: 'immutability', also: 'offline-copy' };
const WORKGROUP: About = { setting: 'domain-joined', inverse: true };
// With no cloud repository it passes as well.
const CLOUD_ENCRYPTION: About = { setting: 'encryption', of: 'copies in cloud repositories', refutes: true };
const CONFIGURATION_ENCRYPTION: About = { setting: 'encryption', of: "the product's own configuration" };

/** What a line of the checklist is about: as the console shows it, as reports of it word it, and by its name inside the product. */
const ABOUT: Readonly<Record<string, About>> = {
  'MFA is enabled': CONSOLE_MFA,
  'MFA for the backup console is enabled': CONSOLE_MFA,
  'MFA for the backup console should be enabled': CONSOLE_MFA,
  MfaEnabledInBackupConsole: CONSOLE_MFA,
  'Immutable or offline media is used': IMMUTABLE_OR_OFFLINE,
  'Immutable or offline (air gapped) media should be used': IMMUTABLE_OR_OFFLINE,
  ImmutableOrOfflineMediaPresence: IMMUTABLE_OR_OFFLINE,
  'Computer is Workgroup member': WORKGROUP,
  'Backup server should not be a part of the production domain': WORKGROUP,
  BackupServerInProductionDomain: WORKGROUP,
  'Configuration backup is enabled': { setting: 'configuration-backup' },
  'Configuration backup encryption is enabled': CONFIGURATION_ENCRYPTION,
  'Configuration backup should be encrypted': CONFIGURATION_ENCRYPTION,
  ConfigurationBackupEncryptionEnabled: CONFIGURATION_ENCRYPTION,
  'Backup jobs to cloud repositories is encrypted': CLOUD_ENCRYPTION,
  'Backup jobs to cloud repositories should be encrypted': CLOUD_ENCRYPTION,
  JobsTargetingCloudRepositoriesEncrypted: CLOUD_ENCRYPTION,
};

export default defineSource({
  product: 'Veeam Backup & Replication',
  title: 'Veeam Security & Compliance Analyzer (CSV)',
  kinds: ['backup-setting'],
  obtain: 'Veeam console > Home > Security & Compliance; or Veeam Health Check > CSV folder > …_SecurityCompliance.csv',
  proves: "Which of Veeam's recommendations for its own server were met, by its own check.",
  cannotProve:
    'That they stay met, or when the check ran. "Immutable or offline" does not tell which of the two; the 3-2-1 line does not tell that a copy is off-site.',
  reads: [
    {
      shape: 'table',
      required: ['Best Practice', 'Status'],
      onlyAlso: ['Note', 'Id'],
      row: (row, file) => {
        const subject = row.text('Best Practice');
        if (subject === undefined) return { reject: 'no best practice' };
        const status = row.word('Status', STATUSES);
        const about: About = ABOUT[subject] ?? { setting: 'other' };
        const met = status === 'yes' ? true : status === 'no' ? false : undefined;
        const settings = about.also !== undefined && met === false ? [about.setting, about.also] : [about.setting];
        return settings.map((setting) => ({
          kind: 'backup-setting' as const,
          strength: 'C' as const,
          observed: file.asStated,
          subject,
          setting,
          on: stateOf(about, met),
          of: about.of,
          value: about.also !== undefined && met === true ? 'immutable or offline' : undefined,
          verbatim: row.text('Status') ?? '',
        }));
      },
    },
  ],
});

/** Of a part that fails, a backup goes without; of one that passes, or is no backup of data, nothing follows for the others. */
function stateOf({ of, refutes, inverse }: About, met: boolean | undefined): boolean | undefined {
  if (of !== undefined) return refutes === true && met === false ? false : undefined;
  return met === undefined || inverse !== true ? met : !met;
}
