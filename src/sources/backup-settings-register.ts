import { defineSource } from '../intake/contract.ts';
import { nearest, slug } from '../kernel/text.ts';
import type { BackupSetting } from '../model/records/index.ts';
import { cell, named } from './kit/columns.ts';
import { firstDated } from './kit/times.ts';

const SUBJECT = ['System/Product', 'System', 'Product', 'Backup product', 'Repository', 'Job'];
const VALUE = ['Value', 'On', 'Enabled'];
const CHECKED = ['Checked on', 'Date checked', 'Verified on'];

const SETTINGS: Readonly<Record<string, BackupSetting['setting']>> = {
  encryption: 'encryption',
  immutability: 'immutability',
  'offsite-copy': 'offsite-copy',
  'offline-copy': 'offline-copy',
  'console-mfa': 'console-mfa',
  'separate-credentials': 'separate-credentials',
  'domain-joined': 'domain-joined',
  'configuration-backup': 'configuration-backup',
  schedule: 'schedule',
  retention: 'retention',
  'verification-schedule': 'verification-schedule',
  'saas-backup': 'saas-backup',
  other: 'other',
};

export default defineSource({
  product: 'Register',
  title: 'Backup settings as seen by a person (CSV)',
  kinds: ['backup-setting'],
  obtain:
    'backup-settings-register.csv, filled in by somebody who looked at each backup product, with a screenshot for each row',
  proves: 'What a named person saw on a day: encryption, immutability, off-site copies, second factor on the console.',
  cannotProve: 'That the setting stays so, or works: an export of the product itself is stronger.',
  reads: [
    {
      shape: 'table',
      required: [SUBJECT, 'Setting', VALUE, CHECKED, ['Checked by', 'Verified by']],
      forbidden: ['Topic', 'Scope'],
      row: (row, file) => {
        const subject = cell(row, SUBJECT);
        if (subject === undefined) return { reject: 'no system or product' };
        const word = slug(row.text('Setting') ?? '');
        const setting = SETTINGS[word];
        if (setting === undefined) {
          const near = nearest(word, Object.keys(SETTINGS));
          return {
            reject: `no setting is called "${row.text('Setting') ?? ''}"${near === undefined ? '' : `; the nearest is ${near}`}`,
          };
        }
        const value = cell(row, VALUE);
        return {
          kind: 'backup-setting',
          strength: 'A',
          observed: firstDated(row.time(named(row, CHECKED)), file.asStated),
          subject,
          setting,
          on: row.flag(named(row, VALUE)),
          value: cell(row, ['Detail', 'Details']) ?? value,
          verbatim: value ?? '',
        };
      },
    },
  ],
});
