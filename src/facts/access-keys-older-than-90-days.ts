import { counted } from '../kernel/text.ts';
import { isDated } from '../model/observed.ts';
import { accountAlone, isDirectory } from './kit/accounts.ts';
import { countOf, counts, isClear } from './kit/count.ts';
import { undecided } from './kit/subjects.ts';
import { ageDays } from './kit/time.ts';

const KEY_DAYS = 90;

export default countOf({
  question: 'How many access keys are older than 90 days?',
  means: 'By the day on which a key was made or last exchanged; keys go around every second factor.',
  from: ['user-account'],
  of: 'thing',
  unit: 'access key',
  tone: 'bad',
  subject: (account) => (isDirectory(account) && account.accessKeyAges ? accountAlone(account) : undefined),
  judge: (account, scope) => {
    const keys = account.accessKeyAges ?? [];
    const ages = keys.filter(isDated).map((made) => ageDays(made, scope) ?? 0);
    const old = ages.filter((age) => age > KEY_DAYS);
    if (old.length > 0) {
      const text = `${account.user}: ${counted(old.length, 'key')} up to ${Math.max(...old)} days old`;
      return counts(text, { amount: old.length });
    }
    if (ages.length < keys.length) return undecided(`${account.user}: the age of a key is not told`);
    return isClear(`${account.user}: ${keys.length === 0 ? 'no key' : 'no old key'}`);
  },
});
