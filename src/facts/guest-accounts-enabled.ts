import { accountAlone, isDirectory, isEnabled } from './kit/accounts.ts';
import { countOf, counts, isClear } from './kit/count.ts';
import { undecided } from './kit/subjects.ts';

export default countOf({
  question: 'How many guest accounts are enabled?',
  means: 'Accounts of people from outside, as the directory marks them.',
  from: ['user-account'],
  of: 'thing',
  unit: 'guest account',
  tone: 'bad',
  subject: (account) => (isDirectory(account) ? accountAlone(account) : undefined),
  judge: (account) => {
    const name = `${account.user} (${account.directory})`;
    if (account.userType === undefined) return undecided(`${name}: not told whether a guest`);
    if (account.userType !== 'guest') return isClear(`${name}: no guest`);
    return isEnabled(account) ? counts(`${name}: enabled guest`) : isClear(`${name}: disabled guest`);
  },
});
