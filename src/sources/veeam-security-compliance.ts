import { defineSource } from '../intake/contract.ts';
import type { Draft } from '../model/record.ts';

type Setting = Draft<'backup-setting'>['setting'];
const STATUSES = {
  Passed: 'yes',
  'Not Implemented': 'no',
  'Unable to detect': 'unknown',
  Suppressed: 'unknown',
} as const;

/** What a line of the checklist is about. `inverse`: passing means that the setting is off. `refutes`: passing may be empty, failing says no. */
const ABOUT: Readonly<Record<string, { setting: Setting; also?: Setting; inverse?: boolean; refutes?: boolean }>> = {
  'MFA is enabled': { setting: 'console-mfa' },
  // Either of the two passes; neither is there when it is not implemented.
  'Immutable or offline media is used': { setting: 'immutability', also: 'offline-copy' },
  'Computer is Workgroup member': { setting: 'domain-joined', inverse: true },
  'Configuration backup is enabled': { setting: 'configuration-backup' },
  // With no cloud repository it passes as well.
  'Backup jobs to cloud repositories is encrypted': { setting: 'encryption', refutes: true },
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
        const about = ABOUT[subject] ?? { setting: 'other' as const };
        const met = status === 'yes' ? true : status === 'no' ? false : undefined;
        const settings: Setting[] = about.refutes === true && met !== false ? ['other'] : [about.setting];
        if (about.also !== undefined && met === false) settings.push(about.also);
        return settings.map((setting) => ({
          kind: 'backup-setting' as const,
          strength: 'C' as const,
          observed: file.asStated,
          subject,
          setting,
          on: met === undefined || about.inverse !== true ? met : !met,
          value: about.also !== undefined && met === true ? 'immutable or offline' : undefined,
          verbatim: row.text('Status') ?? '',
        }));
      },
    },
  ],
});
