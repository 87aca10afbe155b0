import { settingJudge } from './kit/backup-settings.ts';
import { BACKED_UP_WITHIN_DAYS, backedUp, judgeBackup } from './kit/backups.ts';
import { holdsIf } from './kit/holds.ts';
import { refutes } from './kit/subjects.ts';
import { ageDays, agoText } from './kit/time.ts';

const bySetting = settingJudge(['saas-backup'], 'backup of cloud applications');

export default holdsIf({
  question: 'Is the data of cloud applications backed up?',
  means:
    'A successful run for a cloud application within 30 days, or the setting as the product reports it. The application’s own recycle bin is none.',
  from: ['backup-job', 'backup-setting'],
  of: 'thing',
  needs: 'any',
  rule: 'ever',
  subject: (record) => {
    if (record.kind === 'backup-setting') return { name: record.subject };
    return record.service === 'saas' ? { name: backedUp(record) } : undefined;
  },
  judge: (record, scope) => {
    if (record.kind === 'backup-setting') return bySetting(record);
    const judgement = judgeBackup(record, scope);
    const age = ageDays(record.observed, scope);
    if (judgement?.side !== 'supports' || age === undefined || age <= BACKED_UP_WITHIN_DAYS) return judgement;
    return refutes(`${backedUp(record)}: last success ${agoText(record.observed, scope)}`);
  },
});
