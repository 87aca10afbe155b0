import { settingJudge } from './kit/backup-settings.ts';
import { backedUp } from './kit/backups.ts';
import { holdsIf } from './kit/holds.ts';
import { refutes, supports } from './kit/subjects.ts';

const bySetting = settingJudge(['immutability'], 'immutability');

export default holdsIf({
  question: 'Is there a copy of the backups that nobody can change or delete?',
  means:
    'One immutable repository or restore point is enough; those that are not are listed. Whether all systems lie on it is another question.',
  from: ['backup-setting', 'backup-point'],
  of: 'thing',
  needs: 'any',
  subject: (record) => ({
    name: record.kind === 'backup-setting' ? record.subject : (record.repository ?? backedUp(record)),
  }),
  judge: (record) => {
    if (record.kind === 'backup-setting') return bySetting(record);
    if (record.immutable === undefined) return undefined;
    const name = record.repository ?? backedUp(record);
    return record.immutable
      ? supports(`${name}: restore points cannot be changed`)
      : refutes(`${name}: restore points can be changed`);
  },
});
