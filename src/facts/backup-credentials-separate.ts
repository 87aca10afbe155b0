import { settingJudge, settingOf } from './kit/backup-settings.ts';
import { holdsIf } from './kit/holds.ts';
import { refutes } from './kit/subjects.ts';

const bySetting = settingJudge(['separate-credentials'], 'credentials of its own');

export default holdsIf({
  question: 'Do the backups have credentials of their own, apart from the domain?',
  means:
    'As the products report it. A backup server that has joined the domain answers no; that it has not joined is not enough for a yes.',
  from: ['backup-setting'],
  of: 'thing',
  needs: 'all',
  subject: settingOf,
  judge: (setting) => {
    if (setting.setting !== 'domain-joined') return bySetting(setting);
    return setting.on === true ? refutes(`${setting.subject}: joined to the domain: ${setting.verbatim}`) : undefined;
  },
});
