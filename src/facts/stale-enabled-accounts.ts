import { isDated } from '../model/observed.ts';
import { accountAlone, isDirectory } from './kit/accounts.ts';
import { countOf, counts, isClear } from './kit/count.ts';
import { noneUnlessAllSeen } from './kit/coverage.ts';
import { undecided } from './kit/subjects.ts';
import { ageDays, agoText } from './kit/time.ts';

const UNUSED_DAYS = 90;

export default countOf({
  question: 'How many enabled accounts have not been used for more than 90 days?',
  means:
    'By the last sign-in that the directory tells, up to the as-of date. Some directories tell it up to two weeks late.',
  from: ['user-account'],
  of: 'thing',
  unit: 'account',
  tone: 'bad',
  worth: noneUnlessAllSeen,
  // The root account of a cloud cannot be disabled, and is best left unused.
  subject: (account) => (isDirectory(account) && account.userType !== 'root' ? accountAlone(account) : undefined),
  judge: (account, scope) => {
    const name = `${account.user} (${account.directory})`;
    if (account.enabled === false) return isClear(`${name}: disabled`);
    if (account.lastSignIn && isDated(account.lastSignIn)) {
      const text = `${name}: last sign-in ${agoText(account.lastSignIn, scope)}`;
      return (ageDays(account.lastSignIn, scope) ?? 0) > UNUSED_DAYS ? counts(text) : isClear(text);
    }
    if (account.neverSignedIn !== true) return undecided(`${name}: the last sign-in is not told`);
    const age = ageDays(account.created, scope);
    const isNew = age !== undefined && age <= UNUSED_DAYS;
    const created = age === undefined ? '' : `, created ${agoText(account.created, scope)}`;
    return isNew ? isClear(`${name}: new, never signed in${created}`) : counts(`${name}: never signed in${created}`);
  },
});
