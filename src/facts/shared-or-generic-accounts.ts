import { defineFact } from './define-fact.ts';
import { accountAlone, isDirectory, isEnabled } from './kit/accounts.ts';
import { answerCount, counts } from './kit/count.ts';
import { unknown } from './kit/known.ts';
import { settle } from './kit/settle.ts';
import { subjectFold } from './kit/subjects.ts';

export default defineFact({
  question: 'How many enabled accounts belong to nobody on the list of people and are not marked as service accounts?',
  from: ['user-account'],
  measures: 'count',
  means: 'Accounts to which the directory gives no type and that match no person: shared, generic or forgotten ones.',
  start: (scope) =>
    subjectFold<'user-account'>(
      {
        subject: (account) =>
          isDirectory(account) &&
          isEnabled(account) &&
          (account.userType === undefined || account.userType === 'member')
            ? { ...accountAlone(account), more: [account.user, account.email, account.displayName] }
            : undefined,
        judge: (account) =>
          account.userType === 'member'
            ? { side: 'supports', text: `${account.user} (${account.directory}): a member` }
            : counts(`${account.user} (${account.directory})`),
      },
      'thing',
      scope,
    ),
  answer: (accounts, scope) => {
    const wouldNeed = ['user-account'] as const;
    if (!scope.people.known) {
      return unknown('population-unknown', { wouldNeed, remarks: [`Nobody is known: ${scope.people.basis}.`] });
    }
    const untyped = accounts.entries.filter(({ ballot }) => !ballot.supports && !ballot.weaklySupports);
    const members = accounts.entries.filter((entry) => !untyped.includes(entry));
    const settled = settle({ ...accounts, entries: untyped }, scope.people, {
      listed: 'supports',
      absent: { side: 'refutes', text: `: matches nobody in ${scope.people.basis}` },
      zone: scope.zone,
    });
    const all = { ...settled, entries: [...settled.entries, ...members] };
    return answerCount({ from: wouldNeed, unit: 'account', tone: 'bad' }, all, scope);
  },
});
