import { defineFact } from './define-fact.ts';
import { isDirectory, isEnabled, isHuman } from './kit/accounts.ts';
import { unknown } from './kit/known.ts';
import { settle } from './kit/settle.ts';
import { subjectFold, supports } from './kit/subjects.ts';
import { answerThings } from './kit/things.ts';

export default defineFact({
  question: 'What share of enabled user accounts belongs to somebody on the list of people?',
  from: ['user-account'],
  measures: 'share',
  means:
    'Accounts of people in every directory, matched by address and name to the list of people that the engagement names.',
  start: (scope) =>
    subjectFold<'user-account'>(
      {
        subject: (account) =>
          isDirectory(account) && isEnabled(account) && isHuman(account.userType)
            ? { name: `${account.directory} ${account.user}`, more: [account.user, account.email, account.displayName] }
            : undefined,
        judge: (account) => supports(`${account.user} (${account.directory})`),
      },
      'thing',
      scope,
    ),
  answer: (accounts, scope) => {
    if (!scope.people.known) {
      return unknown('population-unknown', {
        wouldNeed: ['user-account'],
        remarks: [`Nobody is known: ${scope.people.basis}.`],
      });
    }
    const settled = settle(accounts, scope.people, {
      listed: 'supports',
      absent: { side: 'refutes', text: `: matches nobody in ${scope.people.basis}` },
      zone: scope.zone,
    });
    return answerThings({ from: ['user-account'], unit: 'account' }, settled, scope);
  },
});
