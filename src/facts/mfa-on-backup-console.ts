import { settingJudge, settingOf } from './kit/backup-settings.ts';
import { holdsIf } from './kit/holds.ts';

export default holdsIf({
  question: 'Does every backup console whose settings were read demand a second factor?',
  means: 'The setting as the product itself reports it; one console without it is enough to say no.',
  from: ['backup-setting'],
  of: 'thing',
  needs: 'all',
  subject: settingOf,
  judge: settingJudge(['console-mfa'], 'second factor on the console'),
});
