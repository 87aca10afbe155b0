import { settingJudge } from './kit/backup-settings.ts';
import { backedUp } from './kit/backups.ts';
import { holdsIf } from './kit/holds.ts';
import { refutes, supports } from './kit/subjects.ts';

const bySetting = settingJudge(['encryption'], 'encryption');

export default holdsIf({
  question: 'Are all backups encrypted of which an export tells it?',
  means:
    'As the products report it of their settings, runs and restore points; one that is not encrypted is enough to say no.',
  from: ['backup-setting', 'backup-point', 'backup-job'],
  of: 'thing',
  needs: 'all',
  subject: (record) => ({
    name: record.kind === 'backup-setting' ? record.subject : backedUp(record),
    per: record.kind,
  }),
  judge: (record) => {
    if (record.kind === 'backup-setting') return bySetting(record);
    if (record.encrypted === undefined) return undefined;
    const name = backedUp(record);
    return record.encrypted ? supports(`${name}: encrypted`) : refutes(`${name}: not encrypted`);
  },
});
