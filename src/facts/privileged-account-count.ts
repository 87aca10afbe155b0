import { defineFact } from './define-fact.ts';
import { adminFold } from './kit/admins.ts';
import { answerCount } from './kit/count.ts';

const KINDS = ['user-account', 'mfa-registration'] as const;

export default defineFact<(typeof KINDS)[number], ReturnType<ReturnType<typeof adminFold>['result']>>({
  question: 'How many enabled privileged accounts are there?',
  from: KINDS,
  measures: 'count',
  means: 'Accounts that the directories mark as privileged; one name in two directories is counted once.',
  start: (scope) => adminFold(() => undefined, scope),
  answer: ({ accounts }, scope) =>
    answerCount({ from: KINDS, unit: 'privileged account', tone: 'plain' }, accounts, scope),
});
