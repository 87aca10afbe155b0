import { settingJudge } from './kit/backup-settings.ts';
import { backedUp } from './kit/backups.ts';
import { holdsIf } from './kit/holds.ts';
import { refutes, supports } from './kit/subjects.ts';

const bySetting = settingJudge(['offsite-copy', 'offline-copy'], 'copy elsewhere or offline');

export default holdsIf({
  question: 'Is there a copy of the backups elsewhere or offline?',
  means: 'One copy that the product reports as off site or offline is enough; those that are not are listed.',
  from: ['backup-setting', 'backup-point'],
  of: 'thing',
  needs: 'any',
  subject: (record) =>
    record.kind === 'backup-setting'
      ? { name: record.subject, per: record.setting }
      : { name: record.repository ?? backedUp(record) },
  judge: (record) => {
    if (record.kind === 'backup-setting') return bySetting(record);
    if (record.offsite === undefined) return undefined;
    const name = record.repository ?? backedUp(record);
    return record.offsite ? supports(`${name}: restore points off site`) : refutes(`${name}: restore points on site`);
  },
});
