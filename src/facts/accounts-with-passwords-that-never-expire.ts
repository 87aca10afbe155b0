import { accountAlone, isDirectory, isEnabled } from './kit/accounts.ts';
import { countOf, counts, isClear } from './kit/count.ts';
import { undecided } from './kit/subjects.ts';

export default countOf({
  question: 'How many enabled accounts have a password that never expires?',
  means: 'As the directory tells it; service accounts are counted too.',
  from: ['user-account'],
  of: 'thing',
  unit: 'account',
  tone: 'bad',
  subject: (account) => (isDirectory(account) ? accountAlone(account) : undefined),
  judge: (account) => {
    const name = `${account.user} (${account.directory})`;
    if (!isEnabled(account)) return isClear(`${name}: disabled`);
    if (account.passwordNeverExpires === undefined) return undecided(`${name}: the export does not tell`);
    return account.passwordNeverExpires
      ? counts(`${name}: password never expires`)
      : isClear(`${name}: password expires`);
  },
});
